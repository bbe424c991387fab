import { workingSpans } from './availability.ts';
import type { Catalogue } from './catalogue.ts';
import { dayOf } from './zone.ts';

/** Why an appointment that was made could not be booked like that any more. */
export const unfitReasons = [
  'treatment-withdrawn',
  'practitioner-withdrawn',
  'other-practitioners',
  'room-withdrawn',
  'not-working',
] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/**
 * What of an appointment does not fit what is offered now: its treatment is gone, its practitioner is gone or does not
 * give it any more, its room is gone or not one of the treatment's, or nobody works then. Its length and price may
 * differ: they are as they were agreed. Times in ms since 1970.
 */
export const unfitOf = (
  { clinic, rooms, practitioners, treatments }: Catalogue,
  appointment: {
    readonly treatment: string;
    readonly practitioner: string;
    readonly room: string;
    readonly start: number;
    readonly end: number;
  },
): UnfitReason[] => {
  const { start, end } = appointment;
  const treatment = treatments.find(({ id }) => id === appointment.treatment);
  const practitioner = practitioners.find(({ id }) => id === appointment.practitioner);
  const room = rooms.find(({ id }) => id === appointment.room);
  const reasons: UnfitReason[] = [];
  if (treatment === undefined) reasons.push('treatment-withdrawn');
  if (practitioner === undefined) reasons.push('practitioner-withdrawn');
  else {
    if (treatment !== undefined && !treatment.practitioners.includes(practitioner.id))
      reasons.push('other-practitioners');
    const spans = workingSpans(practitioner.availability, dayOf(start, clinic.zone), clinic.zone);
    if (!spans.some((span) => span.start <= start && end <= span.end)) reasons.push('not-working');
  }
  if (room === undefined || (treatment !== undefined && !treatment.rooms.includes(room.id)))
    reasons.push('room-withdrawn');
  return reasons;
};
