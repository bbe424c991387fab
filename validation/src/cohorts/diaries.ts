import { type EffectSummary, fitMixture, referencePrior, summariseDiscovery } from '@zonula/cohort';
import { type Dynamics, discover } from '@zonula/discovery';
import { createRandom } from '@zonula/numerics';
import { toTimeline } from '@zonula/timeline';
import { drawCohortPerson } from '../simulate/cohort-person.ts';

/** Some people of a cohort whose diaries go through the whole discovery engine. */
export interface DiariesTask {
  readonly part: 'diaries';
  readonly seed: number;
  readonly cohort: number;
  /** Of cheese: share who respond, mean and spread of the effect in points of ten. Bread acts in nobody. */
  readonly share: number;
  readonly mean: number;
  readonly spread: number;
  readonly people: number;
}

interface PersonRow {
  readonly responds: boolean;
  /** Shares of the range. */
  readonly effect: number;
  readonly cheese: EffectSummary['likelihood'];
  readonly bread: EffectSummary['likelihood'];
}

export interface DiariesRow extends DiariesTask {
  readonly persons: readonly PersonRow[];
}

export function runDiaries(task: DiariesTask): DiariesRow {
  const random = createRandom(task.seed);
  return {
    ...task,
    persons: Array.from({ length: task.people }, (_, i) => {
      const own = random.fork(i);
      const responds = own.uniform() < task.share;
      const effect = responds ? task.mean + task.spread * own.normal() : 0;
      const { diary } = drawCohortPerson(effect, own);
      const timeline = toTimeline(diary);
      let dynamics: readonly Dynamics[] = [];
      const document = discover(timeline, {
        version: 'validation',
        seed: task.seed + i,
        onDynamics: (draws) => {
          dynamics = draws;
        },
      });
      const summaries = summariseDiscovery({ person: `${i}`, timeline, document, dynamics });
      const of = (id: string) =>
        summaries.find(({ exposure }) => exposure === id)?.likelihood ?? null;
      return { responds, effect: effect / 10, cheese: of('food/cheese'), bread: of('food/bread') };
    }),
  };
}

export interface DiariesCohort {
  readonly people: number;
  /** People whose diary could say nothing. */
  readonly silent: number;
  readonly share: number;
  /** Shares of the range. */
  readonly mean: number;
  /** What the people who were drawn are like. */
  readonly drawn: { readonly share: number; readonly mean: number };
  readonly got: {
    readonly some: number;
    readonly share: readonly [number, number, number];
    readonly effect: readonly [number, number, number];
  };
  /** Probability that bread acts in anybody; it does not. */
  readonly bread: number;
}

/** Pools the people of each cohort. */
export function poolDiaries(rows: readonly DiariesRow[]): DiariesCohort[] {
  const cohorts = new Map<number, DiariesRow[]>();
  for (const row of rows) cohorts.set(row.cohort, [...(cohorts.get(row.cohort) ?? []), row]);
  return [...cohorts.values()].map((own) => {
    const persons = own.flatMap((row) => row.persons);
    const told = persons.filter(({ cheese }) => cheese !== null);
    const cheese = fitMixture(
      told.map((person) => person.cheese!),
      { prior: referencePrior },
    );
    const breads = persons.flatMap(({ bread }) => (bread === null ? [] : [bread]));
    const responders = persons.filter(({ responds }) => responds);
    return {
      people: persons.length,
      silent: persons.length - told.length,
      share: own[0]!.share,
      mean: own[0]!.mean / 10,
      drawn: {
        share: responders.length / persons.length,
        mean: responders.reduce((sum, { effect }) => sum + effect, 0) / responders.length,
      },
      got: {
        some: cheese.some,
        share: [cheese.share.mean, ...cheese.share.interval],
        effect: [cheese.mean.mean, ...cheese.mean.interval],
      },
      bread: fitMixture(breads, { prior: referencePrior }).some,
    };
  });
}
