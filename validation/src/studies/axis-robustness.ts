import { type Condition, conditions, drawLife, simulateAxis } from '@zonula/axis';
import { createRandom } from '@zonula/numerics';
import { seedsOf } from '../seeds.ts';
import { type Rate, rateOf, sum } from '../statistics.ts';
import { table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

interface Task {
  /** The first of its draws. */
  readonly seed: number;
  readonly condition: Condition;
  readonly draws: number;
}

interface Row extends Task {
  readonly failed: readonly { readonly seed: number; readonly problem: string }[];
  readonly mostSteps: number;
}

export interface AxisRobustness {
  readonly failed: Rate;
  readonly conditions: readonly {
    readonly condition: Condition;
    readonly failed: Rate;
    readonly mostSteps: number;
  }[];
  /** Seeds and what went wrong, the first ten. */
  readonly problems: readonly string[];
}

const drawsPerTask = 100;
const days = 28;
const hang = 50_000;

const draw = (condition: Condition, seed: number): { steps: number; problem: string | null } => {
  try {
    const { states, observables, steps } = simulateAxis(
      drawLife(condition, days, createRandom(seed)),
    );
    if (!states.every((value) => value >= 0 && Number.isFinite(value)))
      return { steps, problem: 'a state is negative or no number' };
    if (!observables.every(Number.isFinite))
      return { steps, problem: 'an observable is no number' };
    return { steps, problem: steps > hang ? `takes ${steps} steps` : null };
  } catch (error) {
    return { steps: 0, problem: error instanceof Error ? error.message : String(error) };
  }
};

/** Whether any numbers within the stated ranges break the coupled axis. */
export const axisRobustness: Study<Task, Row, AxisRobustness> = {
  name: 'axis-robustness',
  tasks: ({ pool, quick }) =>
    conditions.flatMap((condition, i) => {
      const draws = quick ? 200 : 10_000;
      return seedsOf(pool, 'axis-robustness', draws, i * draws)
        .filter((_, k) => k % drawsPerTask === 0)
        .map((seed) => ({ seed, condition, draws: drawsPerTask }));
    }),
  run: (task) => {
    const { seed: first, condition, draws } = task;
    const results = Array.from({ length: draws }, (_, i) => ({
      seed: first + i,
      ...draw(condition, first + i),
    }));
    return {
      ...task,
      failed: results.flatMap(({ seed, problem }) => (problem ? [{ seed, problem }] : [])),
      mostSteps: Math.max(...results.map(({ steps }) => steps)),
    };
  },
  summarise: (rows) => {
    const over = (chosen: readonly Row[]): Rate =>
      rateOf(sum(chosen.map(({ failed }) => failed.length)), sum(chosen.map((row) => row.draws)));
    return {
      failed: over(rows),
      conditions: conditions.map((condition) => {
        const own = rows.filter((row) => row.condition === condition);
        return {
          condition,
          failed: over(own),
          mostSteps: Math.max(0, ...own.map(({ mostSteps }) => mostSteps)),
        };
      }),
      problems: rows
        .flatMap(({ condition, failed }) =>
          failed.map(({ seed, problem }) => `${condition}, seed ${seed}: ${problem}`),
        )
        .slice(0, 10),
    };
  },
  chapter: ({ failed, conditions: rows, problems }) =>
    [
      '## The coupled axis within its ranges',
      '',
      `${failed.of} runs of ${days} days in which every number, initial state, reaction and event is drawn evenly within its stated range, a quarter of them at the ends of all ranges, with five events a day. A run fails when it throws, when a state is negative or no number, or when it takes more than ${hang} steps: ${failed.hits} did, ${withInterval(failed)}.`,
      '',
      table(
        ['condition', 'runs', 'failed', 'most steps'],
        rows.map(({ condition, failed: { of, hits }, mostSteps }) => [
          condition,
          String(of),
          String(hits),
          String(mostSteps),
        ]),
      ),
      ...problems.map((problem) => `\n- ${problem}`),
    ].join('\n'),
};
