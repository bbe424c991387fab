import ical, {
  ICalAlarmType,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
} from 'ical-generator';
import { english, type Wording } from '../wording/wording-of.ts';

export interface ReminderOptions {
  /** Names this reminder: read again with another time, it takes the place of the earlier one. */
  readonly id: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** `HH:MM` on the clock of whoever reads the file. */
  readonly time: string;
  /** Moment of writing, milliseconds since 1970 UTC. */
  readonly stamp: number;
  /** English by default. */
  readonly wording?: Wording;
}

const minutes = 2;

/** A daily moment for the diary as an iCalendar file (RFC 5545): private, blocks no time, and tells nothing to who looks over a shoulder. */
export const reminderCalendar = ({
  id,
  from,
  time,
  stamp,
  wording = english,
}: ReminderOptions): string => {
  const { say, language } = wording;
  const start = new Date(`${from}T${time}:00.000Z`);
  const calendar = ical({
    name: 'Zonula',
    prodId: { company: 'Zonula', product: 'reminder', language: language.toUpperCase() },
  });
  const event = calendar.createEvent({
    id,
    stamp: new Date(stamp),
    floating: true,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    repeating: { freq: ICalEventRepeatingFreq.DAILY },
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: say('Zonula: a moment for your diary'),
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 0 });
  return calendar.toString();
};
