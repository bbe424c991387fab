import { wholeIn } from './numbers.ts';
import { type ClinicAndRooms, newId } from './parts.ts';

/** The clinic and its rooms as they stand in a form; numbers as they are typed. */
export interface ClinicDraft {
  readonly name: string;
  readonly about: string;
  readonly zone: string;
  readonly currency: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly freeUntilHours: string;
  readonly keepsDeposit: boolean;
  readonly stepMinutes: string;
  readonly noticeHours: string;
  readonly daysAhead: string;
  readonly holdMinutes: string;
  readonly offerMinutes: string;
  readonly reminderHours: string;
  readonly discountPercent: string;
  readonly keepDays: string;
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Whole numbers with their least and most. */
export const bounds = {
  freeUntilHours: [0, 24 * 60],
  stepMinutes: [5, 240],
  noticeHours: [0, 24 * 60],
  daysAhead: [1, 730],
  holdMinutes: [1, 60],
  offerMinutes: [10, 24 * 60],
  reminderHours: [0, 7 * 24],
  discountPercent: [0, 50],
  keepDays: [1, 3650],
} as const satisfies Partial<Record<keyof ClinicDraft, readonly [number, number]>>;
export type NumberField = keyof typeof bounds;
export const numberFields = Object.keys(bounds) as NumberField[];

/** Notice that is no whole number of hours is shown with its part: `1.5`. */
const hoursText = (minutes: number): string => `${Math.round((minutes / 60) * 100) / 100}`;

export const clinicDraft = ({ clinic, rooms }: ClinicAndRooms): ClinicDraft => ({
  name: clinic.name,
  about: clinic.about,
  zone: clinic.zone,
  currency: clinic.currency,
  ...clinic.contact,
  freeUntilHours: `${clinic.cancellation.freeUntilHours}`,
  keepsDeposit: clinic.cancellation.keepsDeposit,
  stepMinutes: `${clinic.booking.stepMinutes}`,
  noticeHours: hoursText(clinic.booking.noticeMinutes),
  daysAhead: `${clinic.booking.daysAhead}`,
  holdMinutes: `${clinic.booking.holdMinutes}`,
  offerMinutes: `${clinic.booking.offerMinutes}`,
  reminderHours: `${clinic.booking.reminderHours}`,
  discountPercent: `${clinic.newsletter.discountPercent}`,
  keepDays: `${clinic.keepDays}`,
  rooms,
});

const isZone = (zone: string): boolean => {
  try {
    return /^[A-Za-z]/u.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(text);

/** Minutes of notice: half and quarter hours are understood, with a point or a comma. */
const noticeIn = (text: string): number | null => {
  if (!/^\s*\d{1,4}(?:[.,]\d{1,2})?\s*$/u.test(text)) return null;
  const minutes = Math.round(Number(text.replace(',', '.')) * 60);
  return minutes <= bounds.noticeHours[1] * 60 ? minutes : null;
};

export type ClinicProblem = keyof ClinicDraft;

/** What a form says, or the fields that do not fit. */
export const clinicIn = (
  draft: ClinicDraft,
  base: ClinicAndRooms,
): { readonly value: ClinicAndRooms } | { readonly problems: ReadonlySet<ClinicProblem> } => {
  const problems = new Set<ClinicProblem>();
  const text = (field: 'name' | 'email' | 'phone' | 'zone' | 'currency'): string =>
    draft[field].trim();
  const numbers = new Map<NumberField, number>();
  for (const field of numberFields) {
    const [least, most] = bounds[field];
    const value =
      field === 'noticeHours' ? noticeIn(draft[field]) : wholeIn(draft[field], least, most);
    if (value === null) problems.add(field);
    else numbers.set(field, value);
  }
  if (text('name') === '') problems.add('name');
  if (text('phone') === '') problems.add('phone');
  if (!isEmail(text('email'))) problems.add('email');
  if (!isZone(text('zone'))) problems.add('zone');
  if (!/^[A-Z]{3}$/u.test(text('currency').toUpperCase())) problems.add('currency');
  if (draft.rooms.some(({ name }) => name.trim() === '')) problems.add('rooms');
  if (problems.size > 0) return { problems };
  const number = (field: NumberField): number => numbers.get(field)!;
  const noticeMinutes =
    draft.noticeHours === hoursText(base.clinic.booking.noticeMinutes)
      ? base.clinic.booking.noticeMinutes
      : number('noticeHours');
  return {
    value: {
      clinic: {
        name: text('name'),
        about: draft.about.trim(),
        zone: text('zone'),
        currency: text('currency').toUpperCase(),
        contact: { email: text('email'), phone: text('phone'), address: draft.address.trim() },
        booking: {
          stepMinutes: number('stepMinutes'),
          noticeMinutes,
          daysAhead: number('daysAhead'),
          holdMinutes: number('holdMinutes'),
          offerMinutes: number('offerMinutes'),
          reminderHours: number('reminderHours'),
        },
        cancellation: {
          freeUntilHours: number('freeUntilHours'),
          keepsDeposit: draft.keepsDeposit,
        },
        newsletter: { discountPercent: number('discountPercent') },
        keepDays: number('keepDays'),
      },
      rooms: draft.rooms.map(({ id, name }) => ({
        id: id === '' ? newId(name) : id,
        name: name.trim(),
      })),
    },
  };
};
