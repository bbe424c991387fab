import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from './availability.ts';
import { type Catalogue, catalogueSchema } from './catalogue.ts';
import { exampleCatalogue } from './fixtures/example-catalogue.ts';
import { bookableDays, freeSlots, occupiedSpan, type Taken } from './slots.ts';
import { instantOf, localTimeOf } from './zone.ts';

const catalogue = catalogueSchema.parse(exampleCatalogue);
const treatment = (id: string, from: Catalogue = catalogue) =>
  from.treatments.find((one) => one.id === id)!;
const at = (day: string, time: string): number => instantOf(day, time, 'Europe/London');
const now = at('2026-03-20', '12:00');
const visit = treatment('skin-visit');
const ask = { catalogue, treatment: visit, taken: [] as Taken[], now };
const times = (day: string, more: Partial<Parameters<typeof freeSlots>[0]> = {}) =>
  freeSlots({ ...ask, ...more }, day).map(({ start, practitioner }) => {
    const local = localTimeOf(start, 'Europe/London');
    return `${local.slice(11, 16)} ${practitioner}`;
  });

test('starts are offered every step while the treatment ends within hours', () => {
  // Ana works from 09:00 to 11:00 on Mondays; a visit takes 45 minutes, starts every 30.
  expect(times('2026-03-23')).toEqual(['09:00 ana', '09:30 ana', '10:00 ana']);
  expect(times('2026-03-28')).toEqual([]);
});

test('an exception takes the place of the week', () => {
  expect(times('2026-03-30')).toEqual([]);
  expect(times('2026-04-04')).toEqual(['13:00 ana', '13:30 ana']);
});

test('hours begin and end on the days they say', () => {
  expect(times('2026-04-08').length).toBeGreaterThan(0);
  expect(times('2026-04-15')).toEqual([]);
});

test('what is taken keeps its practitioner and its room, buffers included', () => {
  const monday = '2026-03-23';
  const taken = (practitioner: string, room: string): Taken => ({
    ...occupiedSpan(visit, at(monday, '09:00')),
    practitioner,
    room,
  });
  // 09:00 to 09:45 and ten minutes after: 09:30 overlaps, 10:00 does not.
  expect(times(monday, { taken: [taken('ana', 'room-1')] })).toEqual(['10:00 ana']);
  // Somebody else in the first room: the second is left.
  const [first] = freeSlots({ ...ask, taken: [taken('ben', 'room-1')] }, monday);
  expect(first).toMatchObject({ start: at(monday, '09:00'), rooms: ['room-2'] });
  const both = [taken('ben', 'room-1'), taken('cleo', 'room-2')];
  expect(times(monday, { taken: both })).toEqual(['10:00 ana']);
});

test('notice and how far ahead one can book are kept', () => {
  const early = at('2026-03-23', '07:31');
  expect(times('2026-03-23', { now: early })).toEqual(['10:00 ana']);
  expect(bookableDays(catalogue, now)).toEqual({ from: '2026-03-20', to: '2026-06-18' });
  expect(times('2026-06-22')).toEqual([]);
  expect(times('2026-03-16')).toEqual([]);
});

test('only the wanted practitioner', () => {
  expect(times('2026-03-24')).toEqual(['09:00 ana', '09:00 ben', '09:30 ben']);
  expect(times('2026-03-24', { practitioner: 'ben' })).toEqual(['09:00 ben', '09:30 ben']);
  expect(times('2026-03-24', { practitioner: 'nobody' })).toEqual([]);
});

// Dina works every day from 00:30 to 04:00 in zones whose clocks change within these hours.
const night = (zone: string): Catalogue => ({
  ...catalogue,
  clinic: { ...catalogue.clinic, zone },
  practitioners: [
    {
      id: 'ana',
      name: 'Dina',
      role: 'Nurse',
      availability: {
        weekly: (
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
        ).map((weekday) => ({ weekday, from: '00:30', to: '04:00' })),
        exceptions: [],
      },
    },
  ],
});
const nightStarts = (zone: string, day: string): string[] =>
  freeSlots(
    {
      catalogue: night(zone),
      treatment: visit,
      taken: [],
      now: at(`${day.slice(0, 8)}01`, '00:00'),
    },
    day,
  ).map(({ start }) => localTimeOf(start, zone).slice(11));

test('the day in spring that lacks an hour has no start in it', () => {
  // Berlin: 02:00 becomes 03:00 on 29 March 2026.
  expect(nightStarts('Europe/Berlin', '2026-03-29')).toEqual([
    '00:30:00+01:00',
    '01:00:00+01:00',
    '01:30:00+01:00',
    '03:00:00+02:00',
  ]);
  // New York, on another day and west of Greenwich.
  expect(nightStarts('America/New_York', '2026-03-08')).toEqual([
    '00:30:00-05:00',
    '01:00:00-05:00',
    '01:30:00-05:00',
    '03:00:00-04:00',
  ]);
});

test('the day in autumn that has an hour twice offers it twice, an hour apart', () => {
  const starts = nightStarts('Europe/Berlin', '2026-10-25');
  expect(starts.slice(3, 7)).toEqual([
    '02:00:00+02:00',
    '02:30:00+02:00',
    '02:00:00+01:00',
    '02:30:00+01:00',
  ]);
  expect(starts).toHaveLength(8);
});

test('hours that begin in the skipped hour begin when the clock goes on; hours within it are none', () => {
  const hours = (from: string, to: string): Catalogue => {
    const [dina] = night('Europe/Berlin').practitioners;
    const exceptions = [{ day: '2026-03-29', hours: [{ from, to }] }];
    const availability = { weekly: [], exceptions };
    return { ...night('Europe/Berlin'), practitioners: [{ ...dina!, availability }] };
  };
  const starts = (from: string, to: string) =>
    freeSlots({ ...ask, catalogue: hours(from, to) }, '2026-03-29').map(({ start }) =>
      localTimeOf(start, 'Europe/Berlin').slice(11, 16),
    );
  expect(starts('02:30', '04:30')).toEqual(['03:30']);
  expect(starts('02:10', '02:50')).toEqual([]);
});

test('whatever is taken: no free slot overlaps it, and none that was free without it is lost for nothing', () => {
  const practitioner = fc.constantFrom('ana', 'ben', 'cleo');
  const room = fc.constantFrom('room-1', 'room-2');
  const taken = fc
    .record({
      practitioner,
      room,
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ practitioner, room, start, length }): Taken => {
      const from = at('2026-03-24', '08:00') + start * 5 * 60_000;
      return { practitioner, room, start: from, end: from + length * 5 * 60_000 };
    });
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 8 }), (taken) => {
      const free = freeSlots({ ...ask, taken }, '2026-03-24');
      for (const slot of free) {
        const occupied = occupiedSpan(visit, slot.start);
        const close = taken.filter((other) => overlap(occupied, other));
        expect(close.some((other) => other.practitioner === slot.practitioner)).toBe(false);
        expect(close.some((other) => slot.rooms.includes(other.room))).toBe(false);
      }
      for (const slot of freeSlots(ask, '2026-03-24')) {
        const isFree = free.some(
          ({ start, practitioner }) => start === slot.start && practitioner === slot.practitioner,
        );
        if (isFree) continue;
        const close = taken.filter((other) => overlap(occupiedSpan(visit, slot.start), other));
        const rooms = new Set(close.map((other) => other.room));
        const busy = close.some((other) => other.practitioner === slot.practitioner);
        expect(busy || visit.rooms.every((id) => rooms.has(id))).toBe(true);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});
