import { expect, test } from 'vitest';
import { example } from './fixtures/example-clinic.ts';
import { areHours, emptyPerson, endOf, personDraft, personIn, shownEnd } from './person-draft.ts';

test('what nobody touched stays as it was', () => {
  for (const one of example.practitioners)
    expect(personIn(personDraft(one), one.id)).toEqual({ value: one });
});

test('what is missing or turned around is said', () => {
  expect(personIn(emptyPerson, 'x')).toEqual({ problems: new Set(['name', 'role']) });
  const turned = { ...emptyPerson, name: 'A', role: 'B' };
  const weekly = [{ weekday: 'monday', from: '17:00', to: '09:00' } as const];
  expect(personIn({ ...turned, weekly }, 'x')).toEqual({ problems: new Set(['weekly']) });
});

test('a day ends at midnight', () => {
  expect(areHours({ from: '18:00', to: endOf('00:00') })).toBe(true);
  expect(areHours({ from: '', to: '09:00' })).toBe(false);
  expect(shownEnd('24:00')).toBe('00:00');
});
