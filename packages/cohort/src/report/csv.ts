import type { Estimate } from '../mixture/describe.ts';
import type { Release } from './release.ts';

type Cell = string | number | boolean | null;

/** A cell as RFC 4180 wants it; one that a spreadsheet would take for a formula gets a mark in front. */
const written = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(6)));
  const text = String(cell);
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as RFC 4180 wants them. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

const ends = (estimate: Estimate | null): Cell[] =>
  estimate === null ? [null, null, null] : [estimate.mean, ...estimate.interval];

const three = (name: string): string[] => [name, `${name}_low`, `${name}_high`];

/** One row an exposure; effects as shares of the scale's range, delays in days. */
export const exposuresCsv = ({ exposures }: Release): string =>
  csvLines([
    [
      ...['exposure', 'outcome', 'measure', 'people', 'somebody_responds', 'claimed'],
      ...['share', 'effect', 'spread', 'average', 'delay_days'].flatMap(three),
      'i2',
      ...(exposures[0]?.priors ?? []).flatMap(({ name }) => [
        `${name}_somebody`,
        `${name}_share`,
        `${name}_effect`,
      ]),
    ],
    ...exposures.map((one) => [
      ...[one.exposure, one.outcome, one.measure, one.people, one.some, one.claimed],
      ...[one.share, one.mean, one.spread, one.average, one.delay].flatMap(ends),
      one.i2,
      ...one.priors.flatMap(({ some, share, mean }) => [some, share.mean, mean.mean]),
    ]),
  ]);

/** One row an exposure; differences as shares of the scale's range. */
export const contrastsCsv = ({ contrasts }: Release): string =>
  csvLines([
    [
      ...['exposure', 'outcome', 'people', 'own_difference', 'own_error', 'p', 'p_adjusted'],
      'pooled_difference_not_an_effect',
      ...three('within'),
      ...three('between_people'),
    ],
    ...contrasts.map((one) => [
      ...[one.exposure, one.outcome, one.people, one.withinPerson],
      ...[one.standardError, one.p, one.adjustedP],
      one.pooled,
      ...ends(one.within),
      ...ends(one.between),
    ]),
  ]);
