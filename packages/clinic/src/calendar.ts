import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';

/** One appointment as calendars hold it. Times are ms since 1970. */
export interface CalendarEntry {
  /** The appointment's own id: what calendars know it by, whatever happens to it. */
  readonly id: string;
  /** Raised by every change; a calendar takes the highest it has seen. */
  readonly sequence: number;
  readonly start: number;
  readonly end: number;
  /** When it was changed last. */
  readonly stamp: number;
  readonly summary: string;
  readonly location: string;
}

interface Person {
  readonly name: string;
  readonly email: string;
}

const prodId = (language: string) => ({
  company: 'Zonula',
  product: 'clinic',
  language: language.toUpperCase(),
});

/** Times are written in UTC, which every calendar shows by its own clock. */
const eventOf = ({ id, ...entry }: CalendarEntry): ICalEventData => ({
  id: `${id}@zonula`,
  sequence: entry.sequence,
  start: new Date(entry.start),
  end: new Date(entry.end),
  stamp: new Date(entry.stamp),
  summary: entry.summary,
  location: entry.location,
  class: ICalEventClass.PRIVATE,
});

/**
 * An invitation (RFC 5545, RFC 5546) that puts one appointment into a calendar, moves it there (`REQUEST`), or takes
 * it out (`CANCEL`). The identity stays the same and `sequence` rises, so that a calendar changes its own entry.
 */
export const invitation = (
  entry: CalendarEntry,
  {
    method,
    organizer,
    attendee,
    language,
  }: {
    readonly method: 'REQUEST' | 'CANCEL';
    readonly organizer: Person;
    readonly attendee: Person;
    readonly language: string;
  },
): string => {
  const calendar = ical({ prodId: prodId(language), method: ICalCalendarMethod[method] });
  const event = calendar.createEvent({
    ...eventOf(entry),
    organizer: { name: organizer.name, email: organizer.email },
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  event.createAttendee({
    name: attendee.name,
    email: attendee.email,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return `${calendar.toString()}\r\n`;
};

/** Many appointments for whoever follows them in a calendar of their own. */
export const calendarFeed = (
  entries: readonly CalendarEntry[],
  { name, language }: { readonly name: string; readonly language: string },
): string => {
  const calendar = ical({ name, prodId: prodId(language), method: ICalCalendarMethod.PUBLISH });
  calendar.ttl(15 * 60);
  for (const entry of entries)
    calendar.createEvent({ ...eventOf(entry), status: ICalEventStatus.CONFIRMED });
  return `${calendar.toString()}\r\n`;
};
