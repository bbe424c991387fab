import type { AllowedTrial } from '@zonula/safety';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalEvent,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
} from 'ical-generator';
import { periodsOf } from '../design.ts';
import { uuidOf } from '../interop/uuid.ts';
import { requireLeave } from '../plan/permission.ts';
import { drawnAssignment } from '../plan/plan-trial.ts';
import type { RunningTrial } from '../plan/read-plan.ts';
import { nameOf } from '../plan/words.ts';
import { addDays, daysBetween } from '../schedule/dates.ts';
import { type ScheduleEntry, scheduleOfPeriods } from '../schedule/schedule.ts';
import { applyEvents } from './events.ts';

export interface CalendarOptions {
  /** Moment of writing, milliseconds since 1970 UTC. */
  readonly stamp: number;
  /** For the person in a trial whose order somebody else keeps: boxes by number instead of arms. */
  readonly hideArms: boolean;
}

/** An hour of a local day; the library reads floating times off the UTC clock. */
const dayAt = (date: string, hour = 0): Date =>
  new Date(`${date}T${String(hour).padStart(2, '0')}:00:00.000Z`);

/** Hours after the start of an entry. Among the options of an event the library overlooks what an alarm relates to, and takes the end. */
const remind = (event: ICalEvent, hours: number): void => {
  event
    .createAlarm({ type: ICalAlarmType.display, trigger: -hours * 3600 })
    .relatesTo(ICalAlarmRelatesTo.start);
};

const titleOf = (
  { arm, block }: ScheduleEntry,
  exposure: string,
  box: number,
  hideArms: boolean,
): string => {
  if (block === null && arm === 'usual') return 'As you always do';
  if (hideArms && block !== null) return `Box ${box}`;
  return `${arm === 'with' ? 'With' : 'Without'} ${nameOf(exposure)}`;
};

/**
 * The trial as an iCalendar file (RFC 5545): one all-day entry for each period, a daily reminder in the evening to write the score down, and the days to
 * look at weight, mood or the result. Times float: they are the person's own clock. Throws `NotAllowed` without leave.
 */
export const calendarOf = (
  leave: AllowedTrial,
  { plan, events }: RunningTrial,
  { stamp, hideArms }: CalendarOptions,
): string => {
  requireLeave(leave, plan.exposure, plan.design);
  const periods = applyEvents(periodsOf(plan.design, drawnAssignment(plan)), plan.start, events);
  const schedule = scheduleOfPeriods(periods, plan.start);
  const calendar = ical({
    name: `Trial: ${nameOf(plan.exposure)}`,
    prodId: { company: 'Zonula', product: 'trial', language: 'EN' },
  });
  // Calendars are often seen by others.
  const common = {
    stamp: new Date(stamp),
    floating: true,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  let box = 0;
  for (const entry of schedule) {
    if (entry.block !== null) box += 1;
    const hidden = hideArms && entry.block !== null;
    remind(
      calendar.createEvent({
        ...common,
        id: uuidOf(plan.hash, 'period', entry.from),
        start: dayAt(entry.from),
        end: dayAt(addDays(entry.to, 1)),
        allDay: true,
        summary: titleOf(entry, plan.exposure, box, hideArms),
        description: hidden ? `Take what is in box ${box}.` : plan.instructions[entry.arm],
      }),
      7,
    );
  }
  const last = schedule.at(-1);
  if (last !== undefined) {
    remind(
      calendar.createEvent({
        ...common,
        id: uuidOf(plan.hash, 'score'),
        start: dayAt(plan.start, 20),
        end: dayAt(plan.start, 20),
        summary: `Write down ${plan.outcome.name}`,
        description: 'And what you had today. Days on which you did otherwise count too.',
        repeating: {
          freq: ICalEventRepeatingFreq.DAILY,
          count: daysBetween(plan.start, last.to) + 1,
        },
      }),
      0,
    );
  }
  for (const { on, kind, text } of plan.checks)
    remind(
      calendar.createEvent({
        ...common,
        id: uuidOf(plan.hash, 'check', kind, on),
        start: dayAt(on),
        end: dayAt(addDays(on, 1)),
        allDay: true,
        summary: kind === 'look' ? 'The result may be looked at' : 'Stop and look',
        description: text,
      }),
      9,
    );
  return calendar.toString();
};
