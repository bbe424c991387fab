import { normalCdf } from '@zonula/numerics';
import { seedsOf } from '../seeds.ts';
import { mean, type Rate, rateOf, sum } from '../statistics.ts';
import { type Condition, conditionLabels, conditions } from '../trials/conditions.ts';
import { type NullRow, type NullTask, runNull } from '../trials/null-trials.ts';
import { type PowerRow, type PowerTask, powerDesigns, runPower } from '../trials/power-trials.ts';
import { runStopping, type StoppingRow, type StoppingTask } from '../trials/stopping.ts';
import { fixed, percent, table, withInterval } from './markdown.ts';
import type { Plan, Study } from './study.ts';

type Task = NullTask | PowerTask | StoppingTask;
type Row = NullRow | PowerRow | StoppingRow;

interface NullCell {
  readonly condition: Condition;
  readonly phi: number;
  readonly oneLook: Rate;
  readonly threeLooks: Rate;
  readonly studyU: Rate;
}

interface StoppingCell {
  readonly effect: number;
  readonly higherIsWorse: boolean;
  readonly found: Rate;
  readonly forEffect: Rate;
  readonly forFutility: Rate;
  readonly forHarm: Rate;
  readonly length: number;
}

export interface Trials {
  readonly nulls: readonly NullCell[];
  readonly power: readonly PowerRow[];
  readonly stopping: readonly StoppingCell[];
}

export const persistences = [0, 0.4, 0.6, 0.8] as const;
const stoppingCases = [
  { effect: 0, higherIsWorse: true },
  { effect: 0.5, higherIsWorse: true },
  { effect: 1, higherIsWorse: true },
  { effect: 1, higherIsWorse: false },
] as const;

/** Cells in batches, each with a seed of its own: a task should take about a second. */
const tasksOf = ({ pool, quick }: Plan): Task[] => {
  const shapes: ((seed: number) => Task)[] = [];
  const batches = (
    trials: number,
    batch: number,
    make: (seed: number, n: number) => Task,
  ): void => {
    for (let left = trials; left > 0; left -= batch)
      shapes.push((seed) => make(seed, Math.min(batch, left)));
  };
  for (const phi of persistences) {
    for (const condition of conditions)
      batches(quick ? 200 : 4000, 200, (seed, trials) => ({
        part: 'null',
        seed,
        phi,
        condition,
        trials,
      }));
    for (const design of powerDesigns)
      shapes.push((seed) => ({
        part: 'power',
        seed,
        phi,
        design,
        simulations: quick ? 400 : 1000,
      }));
  }
  for (const one of stoppingCases)
    batches(quick ? 100 : 300, 50, (seed, trials) => ({
      part: 'stopping',
      seed,
      ...one,
      trials,
    }));
  const seeds = seedsOf(pool, 'trials', shapes.length);
  return shapes.map((shape, i) => shape(seeds[i]!));
};

const runTask = (task: Task): Row => {
  switch (task.part) {
    case 'null':
      return runNull(task);
    case 'power':
      return runPower(task);
    case 'stopping':
      return runStopping(task);
  }
};

const total = <T>(rows: readonly T[], of: (row: T) => number): number => sum(rows.map(of));

function summarise(all: readonly Row[]): Trials {
  const ofPart = <P extends Row['part']>(part: P) =>
    all.filter((row): row is Extract<Row, { part: P }> => row.part === part);
  const [nulls, stopping] = [ofPart('null'), ofPart('stopping')];
  const trialsOf = (rows: readonly { readonly trials: number }[]): number =>
    total(rows, ({ trials }) => trials);
  return {
    nulls: conditions.flatMap((condition) =>
      persistences.map((phi) => {
        const rows = nulls.filter((row) => row.condition === condition && row.phi === phi);
        const rate = (of: (row: NullRow) => number): Rate =>
          rateOf(total(rows, of), trialsOf(rows));
        return {
          condition,
          phi,
          oneLook: rate((row) => row.oneLook),
          threeLooks: rate((row) => row.threeLooks),
          studyU: rate((row) => row.studyU),
        };
      }),
    ),
    power: ofPart('power'),
    stopping: stoppingCases.map(({ effect, higherIsWorse }) => {
      const rows = stopping.filter(
        (row) => row.effect === effect && row.higherIsWorse === higherIsWorse,
      );
      const trials = trialsOf(rows);
      const rate = (of: (row: StoppingRow) => number): Rate => rateOf(total(rows, of), trials);
      return {
        effect,
        higherIsWorse,
        found: rate((row) => row.found),
        forEffect: rate((row) => row.stopped.effect),
        forFutility: rate((row) => row.stopped.futility),
        forHarm: rate((row) => row.stopped.harm),
        length: total(rows, (row) => row.length) / trials,
      };
    }),
  };
}

/** The largest share that a rule of 5 % may show by Monte Carlo error: two standard errors more. */
const limitOf = ({ of }: Rate): number => 0.05 + 2 * Math.sqrt((0.05 * 0.95) / of);

/** Chance of at least `hits` successes in `of` tries. */
const atLeast = (hits: number, of: number, chance: number): number => {
  let exactly = (1 - chance) ** of;
  let fewer = 0;
  for (let k = 0; k < hits; k++) {
    fewer += exactly;
    exactly *= ((of - k) / (k + 1)) * (chance / (1 - chance));
  }
  return 1 - fewer;
};

const pooledOf = (rates: readonly Rate[]): Rate =>
  rateOf(
    total(rates, ({ hits }) => hits),
    total(rates, ({ of }) => of),
  );

function chapter({ nulls, power, stopping }: Trials): string {
  const rates = nulls.flatMap(({ oneLook, threeLooks }) => [oneLook, threeLooks]);
  const above = rates.filter((rate) => rate.rate > limitOf(rate)).length;
  const limit = rates.length === 0 ? Number.NaN : limitOf(rates[0]!);
  const luck = atLeast(above, rates.length, 1 - normalCdf(2));
  return [
    '## Trials',
    '',
    `Trials on oneself in which nothing acts, ${nulls[0]?.oneLook.of ?? 0} for each line: how often is an effect found at 5 %? Our test, at the end only and with two looks before it, and the rule of StudyU on the same days (its own schedule: phases of seven days, no washout, first pair not shuffled, Welch's test). Of ${rates.length} figures of ours ${above} lie above 5 % + 2 Monte Carlo standard errors (${percent(limit)}); so many or more would by luck alone in ${percent(luck, 0)} of such tables if every one were truly 5 % and they were independent. All together: without looks ${withInterval(pooledOf(nulls.map(({ oneLook }) => oneLook)))}, with looks ${withInterval(pooledOf(nulls.map(({ threeLooks }) => threeLooks)))}, StudyU's rule ${withInterval(pooledOf(nulls.map(({ studyU }) => studyU)))}.`,
    '',
    table(
      [
        'beside persistence',
        'persistence',
        'found, no looks',
        'found, two looks before',
        'StudyU rule',
      ],
      nulls.map((cell) => [
        conditionLabels[cell.condition],
        String(cell.phi),
        withInterval(cell.oneLook),
        withInterval(cell.threeLooks),
        withInterval(cell.studyU),
      ]),
    ),
    '',
    'Power without looks, for designs with at least 1,000 orders. "Best" is generalised least squares that knows persistence and scale and trusts them: no test that also holds when they are wrong can reach it with few periods, since it learns the scatter from the periods alone (as in Student\'s t: twelve pairs have 11 degrees of freedom). "Informed" is our own test, told the persistence. It finds as much as the most powerful of all tests that chance alone makes exact (Lehmann & Stein 1949), which knows persistence, scale and size of the effect, so it is the fair limit.',
    '',
    table(
      [
        'design',
        'persistence',
        'effect, sd',
        'best',
        'ours',
        'ours / best',
        'informed',
        'ours / informed',
      ],
      power.flatMap((row) =>
        row.points.map((point) => [
          `${row.design.kind}, ${row.days} days, ${row.assignments.toPrecision(3)} orders`,
          String(row.phi),
          fixed(point.effect),
          percent(point.best),
          percent(point.ours),
          fixed(point.ours / point.best),
          percent(point.informed),
          fixed(point.ours / point.informed),
        ]),
      ),
    ),
    '',
    `Ours / best on average: ${averages(power, 'best')}. At or above 0.95: ${reachedOf(power, 'best')}.`,
    '',
    `Ours / informed on average: ${averages(power, 'informed')}. At or above 0.95: ${reachedOf(power, 'informed')}.`,
    '',
    'Stopping early at two declared looks (half and three quarters of 24 periods, persistence 0.5; half a standard deviation matters to the person):',
    '',
    table(
      ['true effect, sd', 'found', 'stopped for an effect', 'as futile', 'for harm', 'mean length'],
      stopping.map((cell) => [
        `${cell.effect}${cell.effect === 0 ? '' : cell.higherIsWorse ? ', harmful' : ', useful'}`,
        withInterval(cell.found),
        percent(cell.forEffect.rate),
        percent(cell.forFutility.rate),
        percent(cell.forHarm.rate),
        percent(cell.length, 0),
      ]),
    ),
  ].join('\n');
}

type Limit = 'best' | 'informed';

/** Mean ratio to a limit, by the chance of the best. */
const averages = (power: readonly PowerRow[], limit: Limit): string =>
  (power[0]?.points ?? [])
    .map((first, i) => {
      const ratios = power.map(({ points }) => points[i]!.ours / points[i]![limit]);
      return `${fixed(mean(ratios), 3)} where the best finds ${percent(first.best, 0)} (${fixed(Math.min(...ratios))} to ${fixed(Math.max(...ratios))})`;
    })
    .join(', ');

/** Designs of more than 1,000 orders that keep 95 % of a limit, by the chance of the best. */
const reachedOf = (power: readonly PowerRow[], limit: Limit): string =>
  (power[0]?.points ?? [])
    .map((first, i) => {
      const good = power.filter(({ points }) => points[i]!.ours / points[i]![limit] >= 0.95).length;
      return `${good} of ${power.length} lines where the best finds ${percent(first.best, 0)}`;
    })
    .join(', ');

/** Trials whose truth is known: false alarms, power, stopping. */
export const trials: Study<Task, Row, Trials> = {
  name: 'trials',
  tasks: tasksOf,
  run: runTask,
  summarise,
  chapter,
};
