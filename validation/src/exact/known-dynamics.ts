/**
 * What is lost to unknown dynamics: the same search, told the person's true persistence, noise and drift.
 * Its claims bound what any better estimate of the dynamics could gain.
 */
import {
  createChain,
  type Dynamics,
  decide,
  defaultPriors,
  effortFor,
  groupTwins,
  kernelsFor,
  summariseExposures,
  suspectSets,
  toProblem,
} from '@zonula/discovery';
import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { bareAnswer } from '../engine.ts';
import { seedsOf } from '../seeds.ts';
import { type DelayClass, delayClasses } from '../simulate/scenario.ts';
import { type Simulation, simulate } from '../simulate/simulate.ts';
import { countIf, type Rate, rateOf } from '../statistics.ts';
import { counts, table, withInterval } from '../studies/markdown.ts';
import { plain } from '../studies/power.ts';
import { type ClaimScore, score, type TriggerScore } from '../studies/score.ts';
import { type Found, foundByStratum } from '../studies/strata.ts';
import type { Study } from '../studies/study.ts';

const minds = ['dynamics estimated', 'dynamics told'] as const;

interface Task {
  readonly seed: number;
  readonly days: number;
  readonly delay: DelayClass;
}

interface Row extends Task {
  readonly scores: readonly {
    readonly triggers: readonly TriggerScore[];
    readonly claims: readonly ClaimScore[];
  }[];
}

export interface KnownDynamics {
  readonly minds: readonly {
    readonly name: string;
    readonly strata: readonly Found[];
    readonly wrong: Rate;
  }[];
}

const DIARIES = 40;
/** Those before were looked at with a shock variance that was 5/3 of the truth. */
const FIRST = 100_000;
const lengths = [90, 180] as const;

/** Scores only: counts have no shock variance of their own to be told. */
const draw = ({ seed, days, delay }: Task): Simulation =>
  simulate(seed, {
    ...plain,
    recording: '0-10',
    days,
    delays: [delay],
    triggers: 1 + (seed % 3),
  });

/** The engine's shocks are Student's t of this scale: their variance is that of the person's. */
const truthOf = ({ person }: Simulation): Dynamics => {
  const { phi, sd, driftVariance } = person.dynamics;
  const { shockDegrees } = defaultPriors;
  const shock = sd * Math.sqrt((1 - phi * phi) * ((shockDegrees - 2) / shockDegrees));
  return {
    persistence: phi,
    shock,
    noise: (person.recorder.noise / shock) ** 2,
    drift: Math.max(driftVariance / shock ** 2, 1e-6),
  };
};

const claimsOf = (
  timeline: Timeline,
  outcomeId: string,
  seed: number,
  told: Dynamics | null,
): string[][] => {
  const outcome = timeline.outcomes.find(({ id }) => id === outcomeId);
  const twins = groupTwins(timeline.exposures.filter(({ candidate }) => candidate));
  if (outcome === undefined || twins.length === 0) return [];
  const kernels = kernelsFor(outcome.name, timeline.days);
  const problem = toProblem({ outcome, twins, covariates: timeline.covariates, kernels });
  const effort = effortFor(problem);
  const random = createRandom(seed);
  const chains = [1, 2].map((c) => {
    const chain = createChain({
      problem,
      priors: defaultPriors,
      effort: told === null ? effort : { ...effort, stepsPerRound: 0 },
      random: random.fork(c),
      ...(told === null ? {} : { dynamics: told }),
    });
    chain.run(effort.burnIn + effort.rounds);
    return chain.result();
  });
  const posteriors = summariseExposures(problem, outcome, timeline.logged, chains);
  const states = chains.flatMap(({ inclusions }) =>
    inclusions.map((state) => state.map((c) => Math.floor(c / kernels.length))),
  );
  const sets = suspectSets(
    states,
    posteriors.map(({ probability }) => probability),
  );
  const worthwhile = 0.05 * (outcome.scale.max - outcome.scale.min);
  return decide(sets, posteriors, worthwhile, new Set())
    .filter(({ claimed }) => claimed)
    .map(({ set }) => set.members.flatMap((j) => twins[j]!.members.map(({ id }) => id)));
};

export const knownDynamics: Study<Task, Row, KnownDynamics> = {
  name: 'known-dynamics',
  tasks: ({ pool, quick }) =>
    lengths.flatMap((days, i) =>
      delayClasses.flatMap((delay, j) =>
        seedsOf(
          pool,
          'known-dynamics',
          quick ? 4 : DIARIES,
          FIRST + (i * delayClasses.length + j) * 1000,
        ).map((seed) => ({ seed, days, delay })),
      ),
    ),
  run: (task) => {
    const simulation = draw(task);
    const { diary, outcomeId } = simulation;
    const timeline = toTimeline(diary, { outcome: outcomeId });
    return {
      ...task,
      scores: [null, truthOf(simulation)].map((told) => {
        const claims = claimsOf(timeline, outcomeId, task.seed, told);
        const { triggers, claims: scored } = score(simulation, timeline, bareAnswer(claims));
        return { triggers, claims: scored };
      }),
    };
  },
  summarise: (rows) => ({
    minds: minds.map((name, m) => {
      const claims = rows.flatMap(({ scores }) => scores[m]!.claims);
      return {
        name,
        strata: foundByStratum(rows.flatMap(({ scores }) => scores[m]!.triggers)),
        wrong: rateOf(
          countIf(claims, ({ right }) => !right),
          claims.length,
        ),
      };
    }),
  }),
  chapter: (result) =>
    [
      '## What is lost to unknown dynamics',
      '',
      "Why are fewer found than an oracle could? It knows each trigger's delay and how the skin carries a change on. Plain diaries of 90 and 180 days on a scale from 0 to 10, searched twice: as always, and told the person's true persistence, noise and drift. What the second search still misses is lost to not knowing which food acts and when; no better estimate of the dynamics could gain more.",
      '',
      table(
        ['search', 'findable', 'found', '|t| > 6', '4.5-6', '3.5-4.5', 'wrong claims'],
        result.minds.map(({ name, strata, wrong }) => [
          name,
          String(strata[0]!.found.of),
          ...strata.map(({ found }) => withInterval(found)),
          `${withInterval(wrong)} (${counts(wrong)})`,
        ]),
      ),
    ].join('\n'),
};
