import { createRandom } from '@zonula/numerics';
import type { Exposure, Outcome, Timeline } from '@zonula/timeline';
import { decide } from './decide.ts';
import {
  type LeadTest,
  looksReversed,
  testLead,
  testShifts,
  whitenAtPosterior,
} from './falsify.ts';
import { fit } from './fit.ts';
import { forecast } from './forecast.ts';
import { dailyKernels, type Kernel } from './kernels.ts';
import { defaultPriors, type Priors } from './model.ts';
import { describe, type ExposurePosterior, quantile, summariseExposures } from './posterior.ts';
import { groupTwins, toProblem } from './problem.ts';
import { suspectSets } from './sets.ts';
import type { Finding, Suspects } from './suspects.ts';

export interface DiscoverOptions {
  readonly version: string;
  readonly seed: number;
  /** Outcome id; by default the skin score with the most days. */
  readonly outcome?: string;
  /** Smallest worthwhile effect in points; by default 5 % of the scale's range. */
  readonly worthwhile?: number;
  readonly priors?: Priors;
  /** Adds the forecast of seven days, which only grades the engine. */
  readonly research?: boolean;
  readonly onProgress?: (share: number) => void;
}

const level = 0.8;
/** A lead test this improbable by chance (after Holm) says that the skin moves the plate. */
const leadAlpha = 0.01;
/** An effect needs this many draws to be described. */
const describable = 20;

export const discover = (timeline: Timeline, options: DiscoverOptions): Suspects => {
  const outcome = chooseOutcome(timeline, options.outcome)!;
  const worthwhile = options.worthwhile ?? 0.05 * (outcome.scale.max - outcome.scale.min);
  const judged = timeline.exposures.filter((exposure) => exposure.candidate);
  const twins = groupTwins(judged);
  const problem = toProblem({
    outcome,
    twins,
    covariates: timeline.covariates,
    kernels: dailyKernels,
  });
  const priors = options.priors ?? defaultPriors;
  const random = createRandom(options.seed);
  const { chains, convergence } = fit({
    problem,
    priors,
    random: random.fork(1),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
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
  const adjusted = holm(leadTests);
  const vetoed = new Set(
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
  const decisions = decide(sets, posteriors, worthwhile, vetoed);
  const idsOf = (j: number): string[] => twins[j].members.map((m) => m.id);
  const suspects = decisions.map(({ set, worthwhileProbability, claimed }) => ({
    members: set.members.flatMap(idsOf),
    probability: set.probability,
    verdict: claimed ? ('likely' as const) : ('possible' as const),
    worthwhileProbability,
    test: '',
  }));
  const findings = new Map<string, Finding>();
  twins.forEach((twin, j) => {
    for (const exposure of twin.members)
      findings.set(exposure.id, findingOf(exposure, posteriors[j]));
  });
  return {
    version: options.version,
    seed: options.seed,
    diary: {
      from: timeline.from,
      to: timeline.to,
      days: timeline.days,
      loggedDays: timeline.loggedDays,
    },
    outcome: { category: outcome.category, name: outcome.name, scale: { ...outcome.scale } },
    status: 'ok',
    reasons: [],
    exposures: timeline.exposures.map(
      (exposure) => findings.get(exposure.id) ?? unjudged(exposure),
    ),
    suspects,
    claims: suspects.filter((s) => s.verdict === 'likely').map((s) => s.members),
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
        failed: [...vetoed].flatMap(idsOf),
        tests: leadTests.flatMap((test, i) =>
          idsOf(test.exposure).map((id) => ({ id, p: test.p, adjustedP: adjusted[i] })),
        ),
        text: '',
      },
      shiftTest: { performed: shift.p !== null, shifts: shift.shifts, p: shift.p, text: '' },
      convergence: {
        passed: convergence.passed,
        chains: chains.length,
        draws: chains.reduce((n, c) => n + c.draws.length, 0),
        rHat: convergence.rHat,
        effectiveSampleSize: convergence.effectiveSampleSize,
        text: '',
      },
      confounders: [],
    },
    warnings: timeline.warnings.map((w) => ({ ...w })),
    ...(options.research
      ? {
          forecast: forecast({
            to: timeline.to,
            outcome,
            problem,
            priors,
            twins,
            covariates: timeline.covariates,
            draws: chains.flatMap((chain) => chain.draws),
            random: random.fork(3),
          }),
        }
      : {}),
  };
};

const chooseOutcome = (timeline: Timeline, id: string | undefined): Outcome | undefined =>
  id !== undefined
    ? timeline.outcomes.find((outcome) => outcome.id === id)
    : timeline.outcomes.find((outcome) => outcome.category === 'skin');

const favouriteKernel = (posterior: ExposurePosterior): number => {
  const counts = new Map<number, number>();
  for (const draw of posterior.draws) counts.set(draw.kernel, (counts.get(draw.kernel) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

/** At least half of the posterior lies on kernels that act on the day itself. */
const mostlySameDay = (posterior: ExposurePosterior, kernels: readonly Kernel[]): boolean =>
  posterior.draws.filter((draw) => kernels[draw.kernel].start === 0).length >=
  posterior.draws.length / 2;

const holm = (tests: readonly LeadTest[]): number[] => {
  const order = tests.map((_, i) => i).sort((a, b) => tests[a].p - tests[b].p);
  const out = new Array<number>(tests.length);
  let running = 0;
  order.forEach((i, rank) => {
    running = Math.max(running, Math.min(1, tests[i].p * (tests.length - rank)));
    out[i] = running;
  });
  return out;
};

const findingOf = (exposure: Exposure, posterior: ExposurePosterior): Finding => {
  const { draws, probability } = posterior;
  const shared = {
    id: exposure.id,
    grain: exposure.grain,
    ...(exposure.grain === 'dish' || exposure.grain === 'entry' ? {} : { rows: exposure.rows }),
    daysWith: exposure.daysWith,
    daysWithout: exposure.daysWithout,
    identifiable: true,
    reason: null,
    probability,
    throughGut: null,
  };
  if (draws.length < describable)
    return { ...shared, direction: null, effect: null, delayDays: null, curve: null };
  const peak = describe(
    draws.map((d) => d.peak),
    level,
  );
  const total = describe(
    draws.map((d) => d.total),
    level,
  );
  const delay = describe(
    draws.map((d) => d.delay),
    level,
  );
  const worse = draws.filter((d) => d.peak > 0).length / draws.length;
  const days = draws[0].curve.length;
  const mean: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  for (let lag = 0; lag < days; lag++) {
    const sorted = Float64Array.from(draws, (d) => d.curve[lag]).sort();
    mean.push(draws.reduce((sum, d) => sum + d.curve[lag], 0) / draws.length);
    lower.push(quantile(sorted, (1 - level) / 2));
    upper.push(quantile(sorted, (1 + level) / 2));
  }
  return {
    ...shared,
    direction: worse > 0.5 ? 'worsens' : 'improves',
    effect: {
      peak: peak.mean,
      peakInterval: peak.interval,
      total: total.mean,
      totalInterval: total.interval,
      level,
    },
    delayDays: { mean: delay.mean, interval: delay.interval, level },
    curve: { mean, lower, upper, level },
  };
};

const unjudged = (exposure: Exposure): Finding => ({
  id: exposure.id,
  grain: exposure.grain,
  ...(exposure.grain === 'dish' || exposure.grain === 'entry' ? {} : { rows: exposure.rows }),
  daysWith: exposure.daysWith,
  daysWithout: exposure.daysWithout,
  identifiable: false,
  reason: exposure.reason,
  probability: null,
  direction: null,
  effect: null,
  delayDays: null,
  throughGut: null,
  curve: null,
});
