import { createRandom, holm } from '@zonula/numerics';
import {
  type Covariate,
  diaryReasons,
  findOutcome,
  type Outcome,
  type Timeline,
} from '@zonula/timeline';
import { testAfterwards } from './afterwards.ts';
import { decide } from './decide.ts';
import { looksReversed, testLead, testShifts, whitenAtPosterior } from './falsify.ts';
import { judged, level, unjudged } from './findings.ts';
import { type Fit, type FitApartOptions, fit, fitApart } from './fit.ts';
import { forecastOutcome } from './forecast.ts';
import { clockOf, withHours } from './hours.ts';
import { type Kernel, kernelsFor } from './kernels.ts';
import { mediate } from './mediate.ts';
import { type Dynamics, defaultPriors, type Priors, type Problem } from './model.ts';
import { describe, type ExposurePosterior, summariseExposures } from './posterior.ts';
import { heldByDiary, oddsOfTwins, type PriorOdds } from './prior-odds.ts';
import { groupTwins, type Twins, toProblem } from './problem.ts';
import { suspectSets } from './sets.ts';
import type { Finding, Reason, Suspect, Suspects } from './suspects.ts';
import {
  confounderText,
  convergenceText,
  leadText,
  notConverged,
  nothingRan,
  shiftText,
  testOf,
} from './words.ts';

export interface DiscoverOptions {
  readonly version: string;
  readonly seed: number;
  /** Outcome id; by default the skin score with the most days. */
  readonly outcome?: string;
  /** Smallest worthwhile effect in points; by default 5 % of the scale's range. */
  readonly worthwhile?: number;
  readonly priors?: Priors;
  /** Factors on the prior odds; the diary is then judged without them too, and has to bear each claim out. */
  readonly priorOdds?: PriorOdds;
  /**
   * What randomised trials say of an exposure: Bayes factors for acting at all against not acting. Unlike `priorOdds` they are evidence of their own and may add a claim;
   * the outcomes they were made from must not be in the timeline too.
   */
  readonly trialOdds?: PriorOdds;
  /** Told how the outcome moves by itself, one value per draw, once the model is fitted. */
  readonly onDynamics?: (draws: readonly Dynamics[]) => void;
  /** Adds the forecast of seven days, which only grades the engine. */
  readonly research?: boolean;
  readonly onProgress?: (share: number) => void;
}

/** A lead test this improbable by chance (after Holm) says that the skin moves the plate. */
const leadAlpha = 0.01;
/** From this correlation on a circumstance is named beside a suspect. */
const notable = 0.3;

export const discover = (timeline: Timeline, options: DiscoverOptions): Suspects => {
  const { priorOdds, onProgress, ...rest } = options;
  if (priorOdds === undefined) return judge(timeline, options);
  const half = (done: number) =>
    onProgress ? { onProgress: (share: number) => onProgress((done + share) / 2) } : {};
  const without = judge(timeline, { ...rest, ...half(0) });
  const withOdds = judge(timeline, { ...rest, ...half(1), priorOdds });
  return heldByDiary(withOdds, without, priorOdds);
};

/** `discover` with its chains at the same time elsewhere, such as each in a worker; the same result, bit for bit. */
export const discoverApart = async (
  timeline: Timeline,
  options: DiscoverOptions,
  start: FitApartOptions['start'],
): Promise<Suspects> => {
  const { priorOdds, onProgress, ...rest } = options;
  if (priorOdds === undefined) return judgeApart(timeline, options, start);
  const half = (done: number) =>
    onProgress ? { onProgress: (share: number) => onProgress((done + share) / 2) } : {};
  const without = await judgeApart(timeline, { ...rest, ...half(0) }, start);
  const withOdds = await judgeApart(timeline, { ...rest, ...half(1), priorOdds }, start);
  return heldByDiary(withOdds, without, priorOdds);
};

const judgeApart = async (
  timeline: Timeline,
  options: DiscoverOptions,
  start: FitApartOptions['start'],
): Promise<Suspects> => {
  const asked = layOut(timeline, options);
  if ('answer' in asked) return asked.answer;
  const { problem, priors, conclude } = asked;
  const { seed, onProgress } = options;
  const labels = [fitLabel];
  return conclude(
    await fitApart({ problem, priors, seed, labels, start, ...(onProgress ? { onProgress } : {}) }),
  );
};

const judge = (timeline: Timeline, options: DiscoverOptions): Suspects => {
  const asked = layOut(timeline, options);
  if ('answer' in asked) return asked.answer;
  const { problem, priors, conclude } = asked;
  const { seed, onProgress } = options;
  const random = createRandom(seed).fork(fitLabel);
  return conclude(fit({ problem, priors, random, ...(onProgress ? { onProgress } : {}) }));
};

/** Names the random numbers of the fit among those of the seed. */
const fitLabel = 1;

type LaidOut =
  | { readonly answer: Suspects }
  | {
      readonly problem: Problem;
      readonly priors: Priors;
      readonly conclude: (fitted: Fit) => Suspects;
    };

/** What is to be fitted and what is said of it; or the answer, where there is nothing to fit. */
const layOut = (timeline: Timeline, options: DiscoverOptions): LaidOut => {
  const wanted = options.outcome ?? timeline.outcome;
  const outcome = findOutcome(timeline.outcomes, wanted ?? undefined) ?? null;
  const twins = groupTwins(timeline.exposures.filter((exposure) => exposure.candidate));
  const reasons = diaryReasons(timeline, wanted).filter(
    ({ code }) => code !== 'exposures-identical',
  );
  if (outcome === null || reasons.length > 0 || twins.length === 0)
    return { answer: cannotTell(timeline, outcome, reasons, options) };
  const worthwhile = worthwhileFor(outcome, options);
  const clock = clockOf(timeline.exposures, outcome);
  const kernels = kernelsFor(outcome.name, timeline.days);
  const even = toProblem({
    outcome,
    twins,
    covariates: timeline.covariates,
    kernels: clock === null ? kernels : withHours(kernels),
    clock,
  });
  const problem = { ...even, priorOdds: oddsOf(twins, options) };
  const priors = options.priors ?? defaultPriors;
  const asked: Asked = { timeline, options, outcome, twins, problem, priors, worthwhile };
  return { problem, priors, conclude: (fitted) => conclude(asked, fitted) };
};

interface Asked {
  readonly timeline: Timeline;
  readonly options: DiscoverOptions;
  readonly outcome: Outcome;
  readonly twins: readonly Twins[];
  readonly problem: Problem;
  readonly priors: Priors;
  readonly worthwhile: number;
}

const conclude = (
  { timeline, options, outcome, twins, problem, priors, worthwhile }: Asked,
  { chains, convergence }: Fit,
): Suspects => {
  const random = createRandom(options.seed);
  options.onDynamics?.(chains.flatMap(({ draws }) => draws.map(({ dynamics }) => dynamics)));
  const posteriors = summariseExposures(problem, outcome, timeline.logged, chains);
  const states = chains.flatMap((chain) =>
    chain.inclusions.map((state) => state.map((c) => Math.floor(c / problem.kernels.length))),
  );
  const sets = suspectSets(
    states,
    posteriors.map((p) => p.probability),
  );
  const whitened = whitenAtPosterior(problem, priors, chains);
  const likely = new Set(sets.filter((set) => set.probability >= 0.5).flatMap((s) => s.members));
  const held = [...likely].map((j) => j * problem.kernels.length + favouriteKernel(posteriors[j]));
  const leadTests = [...likely].map((j) =>
    testLead(
      problem,
      whitened,
      twins.map((t) => t.dose),
      held,
      j,
    ),
  );
  // A food and an outcome with their times have two chances to fail, so each counts half.
  const later = leadTests.map(({ exposure }) =>
    testAfterwards(outcome, twins[exposure].members[0]),
  );
  const p = leadTests.map((test, i) =>
    later[i] === 1 ? test.p : Math.min(1, 2 * Math.min(test.p, later[i])),
  );
  const adjusted = holm(p);
  const reversed = new Set(
    leadTests
      .filter(
        (test, i) =>
          adjusted[i] < leadAlpha ||
          (mostlySameDay(posteriors[test.exposure], problem.kernels) &&
            looksReversed(test, whitened.dynamics.persistence)),
      )
      .map((test) => test.exposure),
  );
  const shift = testShifts(problem, whitened, random.fork(2));
  const vetoed = new Set([...reversed, ...convergence.contested]);
  const idsOf = (j: number): string[] => twins[j].members.map(({ id }) => id);
  const suspects = decide(sets, posteriors, worthwhile, vetoed).map(
    ({ set, worthwhileProbability, why }): Suspect => {
      const members = set.members.flatMap(idsOf);
      const obstacle =
        why === 'vetoed'
          ? set.members.some((j) => reversed.has(j))
            ? 'reversed'
            : 'contested'
          : why;
      return {
        members,
        probability: set.probability,
        verdict: obstacle === null ? 'likely' : 'possible',
        worthwhileProbability,
        why: obstacle,
        test: testOf(members, obstacle),
      };
    },
  );
  const mediations = mediate({
    timeline,
    outcome,
    twins,
    kernels: problem.kernels,
    posteriors,
    chains,
    priors,
    random: random.fork(3),
    level,
  });
  const findings = new Map<string, Finding>();
  twins.forEach((twin, j) => {
    for (const exposure of twin.members)
      findings.set(exposure.id, judged(exposure, posteriors[j], outcome, mediations.get(j)));
  });
  const claims = suspects.filter((s) => s.verdict === 'likely').map((s) => s.members);
  const silent = !convergence.settled && claims.length === 0;
  return {
    version: options.version,
    seed: options.seed,
    diary: spanOf(timeline),
    outcome: describeOutcome(outcome),
    status: silent ? 'cannot-tell' : 'ok',
    reasons: silent ? [notConverged] : [],
    exposures: timeline.exposures.map(
      (exposure) => findings.get(exposure.id) ?? unjudged(exposure),
    ),
    suspects,
    claims,
    covariates: timeline.covariates.map((covariate, k) => {
      const values = chains.flatMap((chain) => chain.draws.map((draw) => draw.covariates[k]));
      const { mean, interval } = describe(values, level);
      return {
        id: covariate.id,
        unit: covariate.unit,
        effect: { peak: mean, peakInterval: interval, total: mean, totalInterval: interval, level },
      };
    }),
    worthwhile,
    checks: {
      leadTest: {
        performed: leadTests.length > 0,
        failed: [...reversed].flatMap(idsOf),
        tests: leadTests.flatMap((test, i) =>
          idsOf(test.exposure).map((id) => ({ id, p: p[i], adjustedP: adjusted[i] })),
        ),
        text: leadText(leadTests.length, reversed.size),
      },
      shiftTest: {
        performed: shift.p !== null,
        shifts: shift.shifts,
        p: shift.p,
        text: shiftText(shift),
      },
      convergence: {
        passed: convergence.settled,
        chains: chains.length,
        draws: chains.reduce((n, c) => n + c.draws.length, 0),
        rHat: convergence.rHat,
        effectiveSampleSize: convergence.effectiveSampleSize,
        text: convergenceText(convergence, chains.length),
      },
      confounders: confoundersOf(
        [...likely].map((j) => twins[j]),
        timeline.covariates,
      ),
    },
    warnings: timeline.warnings.map((w) => ({ ...w })),
    ...(options.research
      ? { forecast: forecastOutcome(timeline, { seed: options.seed, outcome: outcome.id }) }
      : {}),
  };
};

const oddsOf = (
  twins: readonly Twins[],
  { priorOdds, trialOdds }: DiscoverOptions,
): Float64Array => {
  const prior = priorOdds && oddsOfTwins(twins, priorOdds);
  const trial = trialOdds && oddsOfTwins(twins, trialOdds);
  return Float64Array.from(twins, (_, j) => (prior?.[j] ?? 1) * (trial?.[j] ?? 1));
};

/** What is said when the diary itself cannot answer. */
const cannotTell = (
  timeline: Timeline,
  outcome: Outcome | null,
  reasons: readonly Reason[],
  options: DiscoverOptions,
): Suspects => ({
  version: options.version,
  seed: options.seed,
  diary: spanOf(timeline),
  outcome: outcome === null ? null : describeOutcome(outcome),
  status: 'cannot-tell',
  reasons: reasons.map((reason) => ({ ...reason })),
  exposures: timeline.exposures.map((exposure) => ({
    ...unjudged(exposure),
    reason: exposure.reason ?? reasons[0],
  })),
  suspects: [],
  claims: [],
  covariates: [],
  worthwhile: outcome === null ? null : worthwhileFor(outcome, options),
  checks: nothingRan,
  warnings: timeline.warnings.map((warning) => ({ ...warning })),
});

const spanOf = ({ from, to, days, loggedDays }: Timeline): Suspects['diary'] => ({
  from,
  to,
  days,
  loggedDays,
});

const describeOutcome = ({ category, name, scale }: Outcome): NonNullable<Suspects['outcome']> => ({
  category,
  name,
  scale: { min: scale.min, max: scale.max, inferred: scale.inferred },
});

const worthwhileFor = ({ scale }: Outcome, { worthwhile }: DiscoverOptions): number =>
  worthwhile ?? 0.05 * (scale.max - scale.min);

/** Covariates whose days go along with a suspect's, which the person should know. */
const confoundersOf = (
  suspected: readonly Twins[],
  covariates: readonly Covariate[],
): Suspects['checks']['confounders'] =>
  suspected.flatMap((twin) =>
    covariates
      .filter((covariate) => Math.abs(correlation(twin.dose, covariate.values)) >= notable)
      .map((covariate) => ({
        id: covariate.id,
        text: confounderText(twin.members[0].id, covariate.label),
      })),
  );

const correlation = (a: Float64Array, b: Float64Array): number => {
  const mean = (v: Float64Array): number => v.reduce((x, y) => x + y, 0) / v.length;
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let t = 0; t < a.length; t++) {
    ab += (a[t] - ma) * (b[t] - mb);
    aa += (a[t] - ma) ** 2;
    bb += (b[t] - mb) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
};

const favouriteKernel = (posterior: ExposurePosterior): number => {
  const counts = new Map<number, number>();
  for (const draw of posterior.draws) counts.set(draw.kernel, (counts.get(draw.kernel) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

/** At least half of the posterior lies on kernels that act on the day itself. */
const mostlySameDay = (posterior: ExposurePosterior, kernels: readonly Kernel[]): boolean =>
  posterior.draws.filter((draw) => kernels[draw.kernel].centre <= 0.5).length >=
  posterior.draws.length / 2;
