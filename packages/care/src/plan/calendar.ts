import { addDays } from '@zonula/diary';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import type { Plan, PlanAction } from './make-plan.ts';

export interface PlanCalendarOptions {
  /** Names this plan: entries of the same plan keep their identity when the file is read again. */
  readonly id: string;
  /** Moment of writing, milliseconds since 1970 UTC. */
  readonly stamp: number;
}

/** The library reads all-day entries off the UTC clock. */
const dayAt = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
const alarmHour = 9;

const stepWords = ({ title, how, works, end }: PlanAction): string =>
  [title, ...how.map((line) => `- ${line}`), `It works when: ${works}`, `The end: ${end}`].join(
    '\n',
  );
const lookWords = ({ title, works, end }: PlanAction): string =>
  [title, `It works when: ${works}`, `The end: ${end}`].join('\n');

/**
 * The plan as an iCalendar file (RFC 5545): for every action the day it begins and the day to look at it, as private all-day entries that block no time.
 * Calendars are often seen by others, so the titles tell nothing; what to do stands in the description.
 */
export const planCalendar = ({ actions }: Plan, { id, stamp }: PlanCalendarOptions): string => {
  const calendar = ical({
    name: 'Zonula',
    prodId: { company: 'Zonula', product: 'plan', language: 'EN' },
  });
  const entry = (
    action: PlanAction,
    kind: 'begin' | 'look',
    date: string,
    summary: string,
    description: string,
  ): void => {
    const event = calendar.createEvent({
      id: `${id}-${action.id}-${kind}`,
      stamp: new Date(stamp),
      floating: true,
      start: dayAt(date),
      end: dayAt(addDays(date, 1)),
      allDay: true,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description,
    });
    // Among the options of an event the library overlooks what an alarm relates to, and takes the end.
    event
      .createAlarm({ type: ICalAlarmType.display, trigger: -alarmHour * 3600 })
      .relatesTo(ICalAlarmRelatesTo.start);
  };
  for (const action of actions) {
    entry(action, 'begin', action.from, 'Zonula: a new step', stepWords(action));
    entry(action, 'look', action.lookOn, 'Zonula: time to look', lookWords(action));
  }
  return calendar.toString();
};
