import { addDays } from '@zonula/diary';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import { english, type Wording } from '../wording/wording-of.ts';
import type { Plan, PlanAction } from './make-plan.ts';

export interface PlanCalendarOptions {
  /** Names this plan: entries of the same plan keep their identity when the file is read again. */
  readonly id: string;
  /** Moment of writing, milliseconds since 1970 UTC. */
  readonly stamp: number;
  /** English by default. */
  readonly wording?: Wording;
}

/** The library reads all-day entries off the UTC clock. */
const dayAt = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
const alarmHour = 9;

const lookWords = ({ title, works, end }: PlanAction, say: Wording['say']): readonly string[] => [
  title,
  say('It works when: {works}', { works }),
  say('The end: {end}', { end }),
];
const stepWords = (action: PlanAction, say: Wording['say']): readonly string[] => {
  const [title, ...rest] = lookWords(action, say);
  return [title!, ...action.how.map((line) => `- ${line}`), ...rest];
};

/**
 * The plan as an iCalendar file (RFC 5545): for every action the day it begins and the day to look at it, as private all-day entries that block no time.
 * Calendars are often seen by others, so the titles tell nothing; what to do stands in the description.
 */
export const planCalendar = (
  { actions }: Plan,
  { id, stamp, wording = english }: PlanCalendarOptions,
): string => {
  const { say, language } = wording;
  const calendar = ical({
    name: 'Zonula',
    prodId: { company: 'Zonula', product: 'plan', language: language.toUpperCase() },
  });
  const entry = (
    action: PlanAction,
    kind: 'begin' | 'look',
    date: string,
    summary: string,
    lines: readonly string[],
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
      description: lines.join('\n'),
    });
    // Among the options of an event the library overlooks what an alarm relates to, and takes the end.
    event
      .createAlarm({ type: ICalAlarmType.display, trigger: -alarmHour * 3600 })
      .relatesTo(ICalAlarmRelatesTo.start);
  };
  for (const action of actions) {
    entry(action, 'begin', action.from, say('Zonula: a new step'), stepWords(action, say));
    entry(action, 'look', action.lookOn, say('Zonula: time to look'), lookWords(action, say));
  }
  return calendar.toString();
};
