import { toTimeline } from '@zonula/timeline';
import { comparators } from '../comparators/comparators.ts';
import { seedsOf } from '../seeds.ts';
import { features, type Scenario } from '../simulate/scenario.ts';
import { simulate } from '../simulate/simulate.ts';
import { countIf, mean, type Rate, rateOf } from '../statistics.ts';
import { counts, fixed, table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

interface Task {
  readonly seed: number;
  /** Stress drives foods and skin and is nowhere in the diary: no method can know. */
  readonly hidden: boolean;
}

interface Row extends Task {
  readonly features: readonly boolean[];
  /** Accusations: ours first, then each comparator's. */
  readonly accusations: readonly number[];
  readonly answered: boolean;
}

export interface FalseAccusations {
  readonly accused: Rate;
  /** Diaries the engine declined to judge; they count as not accused. */
  readonly declined: number;
  readonly byFeature: readonly { readonly name: string; readonly accused: Rate }[];
  readonly comparators: readonly {
    readonly label: string;
    readonly accused: Rate;
    readonly accusationsPerDiary: number;
  }[];
  readonly accusationsPerDiary: number;
  readonly hiddenConfounding: Rate;
}

/** Diaries in which nothing acts: how often is something accused? */
export const falseAccusations: Study<Task, Row, FalseAccusations> = {
  name: 'false-accusations',
  tasks: ({ pool, quick }) => [
    ...seedsOf(pool, 'false-accusations', quick ? 100 : 2000).map((seed) => ({
      seed,
      hidden: false,
    })),
    ...seedsOf(pool, 'false-accusations', quick ? 20 : 300, 1_000_000).map((seed) => ({
      seed,
      hidden: true,
    })),
  ],
  run: (task, engine) => {
    const fixedParts: Partial<Scenario> = task.hidden
      ? { triggers: 0, stress: 'hidden', confounding: 'hidden' }
      : { triggers: 0 };
    const { diary, outcomeId, person } = simulate(task.seed, fixedParts);
    const timeline = toTimeline(diary, { outcome: outcomeId });
    const answer = engine(timeline, task.seed);
    const others = task.hidden
      ? []
      : comparators.map(({ accuse }) => accuse(timeline, outcomeId, task.seed).length);
    return {
      ...task,
      features: features.map(({ has }) => has(person.scenario)),
      accusations: [answer.claims.length, ...others],
      answered: answer.status === 'ok',
    };
  },
  summarise: (all) => {
    const rows = all.filter(({ hidden }) => !hidden);
    const accused = (group: readonly Row[], which: number): Rate =>
      rateOf(
        countIf(group, ({ accusations }) => accusations[which]! > 0),
        group.length,
      );
    const perDiary = (which: number): number =>
      mean(rows.map(({ accusations }) => accusations[which]!));
    return {
      accused: accused(rows, 0),
      declined: countIf(rows, ({ answered }) => !answered),
      byFeature: features.map(({ name }, i) => ({
        name,
        accused: accused(
          rows.filter((row) => row.features[i]),
          0,
        ),
      })),
      comparators: comparators.map(({ label }, i) => ({
        label,
        accused: accused(rows, i + 1),
        accusationsPerDiary: perDiary(i + 1),
      })),
      accusationsPerDiary: perDiary(0),
      hiddenConfounding: accused(
        all.filter(({ hidden }) => hidden),
        0,
      ),
    };
  },
  chapter: (result) =>
    [
      '## False accusations',
      '',
      `${result.accused.of} simulated diaries in which no exposure acts on the outcome, 60 to 420 days long, with 75 exposures each. **${counts(result.accused)} got any claim: ${withInterval(result.accused)}.** In ${result.declined} the answer was "cannot tell".`,
      '',
      'The same diaries, given to rules that diary apps and papers use:',
      '',
      table(
        ['rule', 'diaries accused', 'rate', 'accusations a diary'],
        [
          [
            'Zonula',
            counts(result.accused),
            withInterval(result.accused),
            fixed(result.accusationsPerDiary, 3),
          ],
          ...result.comparators.map(({ label, accused, accusationsPerDiary }) => [
            label,
            counts(accused),
            withInterval(accused),
            fixed(accusationsPerDiary),
          ]),
        ],
      ),
      '',
      'By what the diary has in it (a diary can have several of these):',
      '',
      table(
        ['feature', 'diaries accused', 'rate'],
        result.byFeature.map(({ name, accused }) => [name, counts(accused), withInterval(accused)]),
      ),
      '',
      `A limit that no diary can lift: when stress drives both what is eaten and the skin, and is written nowhere, ${withInterval(result.hiddenConfounding)} of ${result.hiddenConfounding.of} such diaries were accused. These are not part of the figures above.`,
    ].join('\n'),
};
