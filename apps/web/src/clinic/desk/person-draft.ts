import type { Practitioner } from '@zonula/clinic';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

export type Weekly = Practitioner['availability']['weekly'][number];

/** Somebody who works here as they stand in a form. */
export interface PersonDraft {
  readonly name: string;
  readonly role: string;
  readonly weekly: readonly Weekly[];
  readonly exceptions: Practitioner['availability']['exceptions'];
}

export const emptyPerson: PersonDraft = {
  name: '',
  role: '',
  weekly: weekdays.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  exceptions: [],
};

export const personDraft = ({ name, role, availability }: Practitioner): PersonDraft => ({
  name,
  role,
  ...availability,
});

const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(text);

/** Whether hours of one day begin before they end. */
export const areHours = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  isTime(from) && isTime(to) && from < to;

/** Midnight at the end of a day, which fields for times know only as its beginning. */
export const endOf = (to: string): string => (to === '00:00' ? '24:00' : to);
export const shownEnd = (to: string): string => (to === '24:00' ? '00:00' : to);

export type PersonProblem = 'name' | 'role' | 'weekly';

/** What a form says, or the fields that do not fit. */
export const personIn = (
  draft: PersonDraft,
  id: string,
): { readonly value: Practitioner } | { readonly problems: ReadonlySet<PersonProblem> } => {
  const problems = new Set<PersonProblem>();
  if (draft.name.trim() === '') problems.add('name');
  if (draft.role.trim() === '') problems.add('role');
  if (!draft.weekly.every(areHours)) problems.add('weekly');
  if (problems.size > 0) return { problems };
  const availability = { weekly: [...draft.weekly], exceptions: [...draft.exceptions] };
  return { value: { id, name: draft.name.trim(), role: draft.role.trim(), availability } };
};
