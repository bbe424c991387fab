import { expect, test } from 'vitest';
import { type Catalogue, catalogueSchema } from './catalogue.ts';
import { exampleCatalogue } from './fixtures/example-catalogue.ts';
import { unfitOf } from './unfit.ts';
import { instantOf } from './zone.ts';

const catalogue = catalogueSchema.parse(exampleCatalogue);
const at = (day: string, time: string, minutes = 45) => {
  const start = instantOf(day, time, 'Europe/London');
  const where = { treatment: 'skin-visit', practitioner: 'ana', room: 'room-1' };
  return { ...where, start, end: start + minutes * 60_000 };
};
const monday = at('2026-03-23', '09:00');

test('what could be booked today fits, whatever its length is now', () => {
  expect(unfitOf(catalogue, monday)).toEqual([]);
  expect(unfitOf(catalogue, at('2026-03-23', '09:00', 60))).toEqual([]);
});

test.each<[string, (offered: Catalogue) => Catalogue, readonly string[]]>([
  ['no treatment', (offered) => ({ ...offered, treatments: [] }), ['treatment-withdrawn']],
  ['no practitioner', (offered) => ({ ...offered, practitioners: [] }), ['practitioner-withdrawn']],
  ['no room', (offered) => ({ ...offered, rooms: [] }), ['room-withdrawn']],
  [
    'given by others, elsewhere',
    (offered) => ({
      ...offered,
      treatments: offered.treatments.map((one) => ({
        ...one,
        practitioners: ['ben'],
        rooms: ['room-2'],
      })),
    }),
    ['other-practitioners', 'room-withdrawn'],
  ],
])('%s', (_, change, reasons) => {
  expect(unfitOf(change(catalogue), monday)).toEqual(reasons);
});

test('a holiday, an end after hours, and hours that follow the clock over its change', () => {
  expect(unfitOf(catalogue, at('2026-03-30', '09:00'))).toEqual(['not-working']);
  expect(unfitOf(catalogue, at('2026-03-23', '10:30'))).toEqual(['not-working']);
  // The clock changed on 29 March: Tuesday at nine is at eight in UTC then.
  expect(unfitOf(catalogue, at('2026-03-31', '09:00'))).toEqual([]);
  const start = Date.parse('2026-03-31T09:00:00Z');
  expect(unfitOf(catalogue, { ...monday, start, end: start + 45 * 60_000 })).toEqual([
    'not-working',
  ]);
});
