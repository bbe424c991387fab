import { expect, test } from 'vitest';
import { cancellationTerms } from './cancellation.ts';
import { catalogueSchema } from './catalogue.ts';
import { exampleCatalogue } from './fixtures/example-catalogue.ts';
import { addDays, daysBetween, instantOf } from './zone.ts';

const problemsOf = (change: (catalogue: typeof exampleCatalogue) => void): string[] => {
  const catalogue = structuredClone(exampleCatalogue);
  change(catalogue);
  const result = catalogueSchema.safeParse(catalogue);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('a catalogue is read, with what was left out', () => {
  const catalogue = catalogueSchema.parse(exampleCatalogue);
  expect(catalogue.treatments[1]).toMatchObject({
    deposit: 0,
    bufferBefore: 0,
    contraindications: [],
  });
});

test.each<[string, (catalogue: typeof exampleCatalogue) => void]>([
  [
    'treatments.1.rooms: "room-9" is not among the rooms',
    (c) => c.treatments[1]!.rooms.push('room-9'),
  ],
  [
    'treatments.1: Unrecognized key: "bufferbefore"',
    (c) => Object.assign(c.treatments[1]!, { bufferbefore: 10 }),
  ],
  ['rooms: "room-1" stands twice', (c) => c.rooms.push(c.rooms[0]!)],
  ['treatments.1: the deposit is at most the price', (c) => (c.treatments[1]!.deposit = 4001)],
  ['clinic.zone: this time zone is not known', (c) => (c.clinic.zone = 'Europe/Atlantis')],
  ['clinic.zone: a time zone such as Europe/London is needed', (c) => (c.clinic.zone = '+01:00')],
  [
    'clinic.name: one line without control characters is needed',
    (c) => (c.clinic.name = 'a\u0000b'),
  ],
  [
    'practitioners.0.availability.exceptions.0.day: there is no such day',
    (c) => (c.practitioners[0]!.availability.exceptions[0]!.day = '2026-02-30'),
  ],
  [
    'practitioners.0.availability.weekly.0: "to" must be later than "from" on the same day',
    (c) => (c.practitioners[0]!.availability.weekly[0]!.to = '08:00'),
  ],
])('refuses: %s', (message, change) => {
  expect(problemsOf(change)).toEqual([message]);
});

test('cancelling is free until the hour that was agreed', () => {
  const start = instantOf('2026-03-30', '09:00', 'Europe/London');
  const freeUntil = start - 24 * 3_600_000;
  const terms = (now: number, keepsDeposit = true) =>
    cancellationTerms({ freeUntilHours: 24, keepsDeposit }, { start, deposit: 2000, now });
  expect(terms(freeUntil)).toEqual({ freeUntil, free: true, kept: 0 });
  expect(terms(freeUntil + 1)).toEqual({ freeUntil, free: false, kept: 2000 });
  expect(terms(freeUntil + 1, false)).toEqual({ freeUntil, free: false, kept: 0 });
});

test('days are counted by the calendar', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(instantOf('2026-03-28', '24:00', 'Europe/London')).toBe(
    instantOf('2026-03-29', '00:00', 'Europe/London'),
  );
});
