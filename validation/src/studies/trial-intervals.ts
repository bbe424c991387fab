import { seedsOf } from '../seeds.ts';
import { type Rate, rateOf, sum } from '../statistics.ts';
import {
  type CoverageRow,
  type CoverageTask,
  runCoverage,
  type Trouble,
  troubleLabels,
  troubles,
} from '../trials/coverage.ts';
import { fixed, percent, table, withInterval } from './markdown.ts';
import type { Plan, Study } from './study.ts';
import { persistences } from './trials.ts';

interface Cell {
  readonly trouble: Trouble;
  readonly phi: number;
  readonly held: Rate;
  /** Mean, in standard deviations of a day. */
  readonly width: number;
}

export interface TrialIntervals {
  readonly cells: readonly Cell[];
}

const batch = 20;

/** Where days hang together most the intervals are hardest: more trials there. */
const trialsAt = (phi: number, quick: boolean): number => (quick ? 40 : phi === 0.8 ? 1500 : 1000);

const tasksOf = ({ pool, quick }: Plan): CoverageTask[] => {
  const shapes = persistences.flatMap((phi) =>
    troubles.flatMap((trouble) =>
      Array.from({ length: trialsAt(phi, quick) / batch }, () => ({ phi, trouble })),
    ),
  );
  const seeds = seedsOf(pool, 'trial-intervals', shapes.length);
  return shapes.map((shape, i) => ({ ...shape, seed: seeds[i]!, trials: batch }));
};

const total = (
  rows: readonly CoverageRow[],
  field: 'held' | 'trials' | 'width' | 'endless',
): number => sum(rows.map((row) => row[field]));

const rateIn = (rows: readonly CoverageRow[]): Rate =>
  rateOf(total(rows, 'held'), total(rows, 'trials'));

const summarise = (rows: readonly CoverageRow[]): TrialIntervals => ({
  cells: troubles.flatMap((trouble) =>
    persistences.map((phi) => {
      const own = rows.filter((row) => row.trouble === trouble && row.phi === phi);
      return {
        trouble,
        phi,
        held: rateIn(own),
        width: total(own, 'width') / (total(own, 'trials') - total(own, 'endless')),
      };
    }),
  ),
});

const chapter = ({ cells }: TrialIntervals): string => {
  const good = cells.filter(({ held: { rate } }) => rate >= 0.93 && rate <= 0.97).length;
  const hits = sum(cells.map(({ held }) => held.hits));
  const all = rateOf(hits, sum(cells.map(({ held }) => held.of)));
  return [
    '## Intervals of trials',
    '',
    `How often the 95 % interval of a trial holds the true effect, one standard deviation of a day, in eight pairs of seven days (the first two of each left out): ${good} of ${cells.length} lines lie within 93 to 97 % (a line of 1,000 has a Monte Carlo standard error of 0.7 points); all together ${withInterval(all)}. The estimate does not know how the effect builds up and fades: where it acts at once, the true effect lies below the interval more often than above it, since a slower one could not be ruled out.`,
    '',
    table(
      ['beside persistence', ...persistences.map((phi) => `persistence ${phi}`)],
      troubles.map((trouble) => [
        troubleLabels[trouble],
        ...persistences.map((phi) => {
          const cell = cells.find((one) => one.trouble === trouble && one.phi === phi)!;
          return `${percent(cell.held.rate)} of ${cell.held.of} (width ${fixed(cell.width, 1)})`;
        }),
      ]),
    ),
  ].join('\n');
};

/** Trials whose true effect is known: does the interval hold it? */
export const trialIntervals: Study<CoverageTask, CoverageRow, TrialIntervals> = {
  name: 'trial-intervals',
  tasks: tasksOf,
  run: runCoverage,
  summarise,
  chapter,
};
