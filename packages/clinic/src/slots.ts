import { overlap, type Span, workingSpans } from './availability.ts';
import type { Catalogue, Treatment } from './catalogue.ts';
import { addDays, dayOf } from './zone.ts';

const minute = 60_000;

/** A start that can be booked, ms since 1970. */
export interface Slot extends Span {
  readonly practitioner: string;
  /** The rooms that are free then, in the treatment's order; never empty. */
  readonly rooms: readonly string[];
}

/** What a held or confirmed appointment keeps from others, its buffers included. */
export interface Taken extends Span {
  readonly practitioner: string;
  readonly room: string;
}

/** The practitioner and the room are kept from `start` to `end`, longer than the treatment by its buffers. */
export const occupiedSpan = (
  { minutes, bufferBefore, bufferAfter }: Treatment,
  start: number,
): Span => ({
  start: start - bufferBefore * minute,
  end: start + (minutes + bufferAfter) * minute,
});

export interface SlotQuestion {
  readonly catalogue: Catalogue;
  readonly treatment: Treatment;
  /** Only this one's starts. */
  readonly practitioner?: string;
  readonly taken: readonly Taken[];
  /** ms since 1970. */
  readonly now: number;
}

/** The first and the last day, in the clinic's zone, on which something can be booked at `now` (ms). */
export const bookableDays = (
  { clinic }: Catalogue,
  now: number,
): { readonly from: string; readonly to: string } => {
  const { noticeMinutes, daysAhead } = clinic.booking;
  return {
    from: dayOf(now + noticeMinutes * minute, clinic.zone),
    to: addDays(dayOf(now, clinic.zone), daysAhead),
  };
};

/**
 * The starts that can be booked on `day` (`YYYY-MM-DD` in the clinic's zone), by time and then by practitioner in
 * the treatment's order. The treatment lies within working hours; buffers only keep clear of other appointments.
 */
export const freeSlots = (question: SlotQuestion, day: string): Slot[] => {
  const { catalogue, treatment, taken, now } = question;
  const { zone, booking } = catalogue.clinic;
  const bookable = bookableDays(catalogue, now);
  if (day < bookable.from || day > bookable.to) return [];
  const earliest = now + booking.noticeMinutes * minute;
  const slots = treatment.practitioners
    .filter((id) => question.practitioner === undefined || id === question.practitioner)
    .flatMap((id) => {
      const practitioner = catalogue.practitioners.find((one) => one.id === id);
      if (practitioner === undefined) return [];
      return workingSpans(practitioner.availability, day, zone).flatMap((span) =>
        startsIn(span, treatment, booking.stepMinutes)
          .filter((start) => start >= earliest)
          .flatMap((start): Slot[] => {
            const occupied = occupiedSpan(treatment, start);
            const close = taken.filter((other) => overlap(occupied, other));
            if (close.some((other) => other.practitioner === id)) return [];
            const rooms = treatment.rooms.filter(
              (room) =>
                catalogue.rooms.some((one) => one.id === room) &&
                !close.some((other) => other.room === room),
            );
            const end = start + treatment.minutes * minute;
            return rooms.length === 0 ? [] : [{ start, end, practitioner: id, rooms }];
          }),
      );
    });
  return slots.sort((a, b) => a.start - b.start);
};

const startsIn = (span: Span, { minutes }: Treatment, stepMinutes: number): number[] => {
  const last = span.end - minutes * minute;
  const count = Math.floor((last - span.start) / (stepMinutes * minute)) + 1;
  return Array.from(
    { length: Math.max(0, count) },
    (_, k) => span.start + k * stepMinutes * minute,
  );
};
