import {
  type DiariesCohort,
  type DiariesRow,
  type DiariesTask,
  poolDiaries,
  runDiaries,
} from '../cohorts/diaries.ts';
import {
  type Origin,
  origins,
  peoplePerCohort,
  runSummarised,
  type SummarisedRow,
  type SummarisedTask,
} from '../cohorts/summarised.ts';
import { seedsOf } from '../seeds.ts';
import { countIf, mean, type Rate, rateOf, sum } from '../statistics.ts';
import { fixed, percent, table, withInterval } from './markdown.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';
import type { Plan, Study } from './study.ts';

type Task = SummarisedTask | DiariesTask;
type Row = SummarisedRow | DiariesRow;

interface Group {
  readonly origin: Origin;
  readonly cohorts: number;
  readonly acting: number;
  readonly shareHeld: Rate;
  readonly effectHeld: Rate;
  /** Mean error of the posterior mean, and of the count of single diaries. */
  readonly shareError: number;
  readonly countError: number;
  readonly effectError: number;
  readonly personHeld: Rate;
  /** Cohorts in which it was said with 90 % or more that somebody responds. */
  readonly said: Rate;
}

export interface Cohorts {
  readonly groups: readonly Group[];
  /** Of single people's probability to respond, over cohorts drawn from the prior. */
  readonly people: Reliability;
  readonly diaries: readonly DiariesCohort[];
}

const labels: Record<Origin, string> = {
  prior: 'drawn from the prior, half of them with nobody who responds',
  elsewhere: 'drawn from elsewhere: 10 to 60 % respond, by 5 to 20 % of the scale, either way',
  nothing: 'nobody responds',
};

/** What the people of the cohorts of diaries are like: share, mean, spread, in points of ten. */
const kinds = [
  [0.3, 1.2, 0.3],
  [0.5, 0.8, 0.2],
  [0.15, 1.5, 0.4],
  [0.4, -1, 0.3],
  [0.25, 1, 0.5],
] as const;
const batch = 10;

const tasksOf = ({ pool, quick }: Plan): Task[] => {
  const plan: readonly (readonly [Origin, number])[] = [
    ['prior', quick ? 40 : 400],
    ['elsewhere', quick ? 20 : 200],
    ['nothing', quick ? 20 : 200],
  ];
  const people = quick ? 40 : 100;
  const cohorts = quick ? 1 : kinds.length;
  let offset = 0;
  const next = (count: number): number[] => {
    const seeds = seedsOf(pool, 'cohorts', count, offset);
    offset += count;
    return seeds;
  };
  const summarised = plan.flatMap(([part, count]) => next(count).map((seed) => ({ part, seed })));
  const diaries = kinds.slice(0, cohorts).flatMap(([share, center, spread], cohort) =>
    next(people)
      .filter((_, i) => i % batch === 0)
      .map((seed) => ({
        part: 'diaries' as const,
        seed,
        cohort,
        share,
        mean: center,
        spread,
        people: batch,
      })),
  );
  return [...summarised, ...diaries];
};

const groupOf = (origin: Origin, rows: readonly SummarisedRow[]): Group => {
  const acting = rows.filter(({ acts }) => acts);
  const held = (of: (row: SummarisedRow) => SummarisedRow['share']): Rate =>
    rateOf(
      countIf(acting, (row) => of(row)!.inside),
      acting.length,
    );
  const error = (of: (row: SummarisedRow) => SummarisedRow['share']): number =>
    mean(acting.map((row) => of(row)!.mean - of(row)!.truth));
  return {
    origin,
    cohorts: rows.length,
    acting: acting.length,
    shareHeld: held(({ share }) => share),
    effectHeld: held(({ effect }) => effect),
    shareError: error(({ share }) => share),
    countError: mean(rows.map(({ counted, share }) => counted - (share?.truth ?? 0))),
    effectError: error(({ effect }) => effect),
    personHeld: rateOf(
      sum(acting.map((row) => row.held)),
      sum(acting.map(({ responders }) => responders)),
    ),
    said: rateOf(
      countIf(rows, ({ some }) => some >= 0.9),
      rows.length,
    ),
  };
};

/** Whether what is said of a whole cohort, and of one person in it, holds. */
export const cohorts: Study<Task, Row, Cohorts> = {
  name: 'cohorts',
  tasks: tasksOf,
  run: (task) => (task.part === 'diaries' ? runDiaries(task) : runSummarised(task)),
  summarise: (rows) => {
    const summarised = rows.filter((row): row is SummarisedRow => row.part !== 'diaries');
    return {
      groups: origins.map((origin) =>
        groupOf(
          origin,
          summarised.filter(({ part }) => part === origin),
        ),
      ),
      people: reliabilityOf(
        summarised.filter(({ part }) => part === 'prior').flatMap(({ stated }) => stated),
      ),
      diaries: poolDiaries(rows.filter((row): row is DiariesRow => row.part === 'diaries')),
    };
  },
  chapter: ({ groups, people, diaries }) =>
    [
      '## Many people pooled',
      '',
      `Cohorts of ${peoplePerCohort} people and one exposure. Each person's data are an estimate with a known error (3 % of the scale, from 1 to 8 % for most); they do not pass through the discovery engine. How often 90 % intervals hold the true share of responders and the true mean effect in them, and how often it is said with 90 % or more that anybody responds:`,
      '',
      table(
        ['cohorts', 'number', 'share held', 'effect held', 'own effect held', 'somebody, said'],
        groups.map((group) => [
          labels[group.origin],
          String(group.cohorts),
          withInterval(group.shareHeld),
          withInterval(group.effectHeld),
          withInterval(group.personHeld),
          withInterval(group.said),
        ]),
      ),
      '',
      `Mean error of the posterior mean, where somebody responds: ${groups
        .filter(({ acting }) => acting > 0)
        .map(
          ({ origin, shareError, effectError }) =>
            `${origin}, share ${percent(shareError)} and effect ${percent(effectError, 2)} of the scale`,
        )
        .join(
          '; ',
        )}. Counting the people whose own 95 % interval leaves out 0 instead is off by ${groups
        .map(({ origin, countError }) => `${percent(countError)} (${origin})`)
        .join(
          ', ',
        )}. Probabilities that a single person responds have a reliability slope of ${fixed(people.slope)} (${fixed(people.slopeError)}).`,
      '',
      'Cohorts whose people keep a diary of 90 to 240 days that goes through the whole discovery engine, six foods, of which cheese acts in some and bread in nobody. Shares and effects (of the scale) as they were made, as the people who were drawn have them, and as the pooling says with its 90 % interval:',
      '',
      table(
        [
          'share made',
          'drawn',
          'said',
          'effect made',
          'drawn',
          'said',
          'silent',
          'bread acts, said',
        ],
        diaries.map(({ share, mean: made, drawn, got, bread, silent, people: n }) => [
          percent(share, 0),
          percent(drawn.share),
          `${percent(got.share[0])} [${percent(got.share[1])}, ${percent(got.share[2])}]`,
          percent(made),
          percent(drawn.mean),
          `${percent(got.effect[0])} [${percent(got.effect[1])}, ${percent(got.effect[2])}]`,
          `${silent} of ${n}`,
          percent(bread),
        ]),
      ),
    ].join('\n'),
};
