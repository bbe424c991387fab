import { type GoldenRow, goldenNumbers } from '@zonula/numerics/golden';
import { countIf, type Rate, rateOf } from '../statistics.ts';
import { table, withInterval } from './markdown.ts';
import type { SeededTask, Study } from './study.ts';

export interface Golden {
  readonly passed: Rate;
  /** Per published analysis, and the number that uses most of its tolerance. */
  readonly analyses: readonly {
    readonly id: string;
    readonly passed: number;
    readonly of: number;
    readonly furthest: GoldenRow;
  }[];
}

/** Published numbers, recomputed from their original data; nothing to do where these are not at hand. */
export const golden: Study<SeededTask, readonly GoldenRow[], Golden> = {
  name: 'golden',
  tasks: (_, { readFile }) => (readFile === null ? [] : [{ seed: 0 }]),
  run: (_, __, { readFile }) => {
    if (readFile === null) throw new RangeError('the original data are not at hand');
    return goldenNumbers(readFile);
  },
  summarise: (results) => {
    const rows = results.flat();
    const passed = (row: GoldenRow): boolean => row.passed;
    return {
      passed: rateOf(countIf(rows, passed), rows.length),
      analyses: [...new Set(rows.map(({ id }) => id))].map((id) => {
        const own = rows.filter((row) => row.id === id);
        const furthest = own.reduce((worst, row) => (share(row) > share(worst) ? row : worst));
        return { id, passed: countIf(own, passed), of: own.length, furthest };
      }),
    };
  },
  chapter: ({ passed, analyses }) =>
    analyses.length === 0
      ? '## Published numbers\n\nNot run: the original data were not at hand.'
      : [
          '## Published numbers',
          '',
          `Recomputed from the original data: ${withInterval(passed)} of ${passed.of} agree within the rounding of print and four Monte Carlo errors. Of each analysis, the number that uses most of its tolerance:`,
          '',
          table(
            ['analysis', 'agree', 'quantity', 'published', 'ours', 'tolerance'],
            analyses.map(({ id, passed: agree, of, furthest }) => [
              id,
              `${agree} of ${of}`,
              furthest.quantity,
              String(Number(furthest.expected.toPrecision(9))),
              String(Number(furthest.got.toPrecision(9))),
              furthest.tolerance.toPrecision(2),
            ]),
          ),
        ].join('\n'),
};

/** Of the tolerance; a whole number that agrees uses nothing of it. */
const share = ({ expected, got, tolerance }: GoldenRow): number =>
  got === expected ? 0 : Math.abs(got - expected) / tolerance;
