import { createRandom, type Random } from '@zonula/numerics';
import type { Timeline } from '@zonula/timeline';
import { seedsOf } from '../seeds.ts';
import { countIf, mean, type Rate, rateOf } from '../statistics.ts';
import { fixed, percent, table, withInterval } from './markdown.ts';
import { type Reliability, reliabilityOf, type Stated } from './reliability.ts';
import type { Study } from './study.ts';

/** A diary whose every unknown was drawn from the engine's own prior. */
export interface PriorDraw {
  readonly timeline: Timeline;
  /** What truly acts, by exposure id, in the meaning of the engine's own answer. */
  readonly acting: ReadonlyMap<
    string,
    { readonly peak: number; readonly total: number; readonly delay: number }
  >;
}

/** Draws from the prior that `discover` assumes. `seed` decides everything. */
export type DrawFromPrior = (
  random: Random,
  options: { readonly days: number; readonly exposures: number },
) => PriorDraw;

interface Task {
  readonly seed: number;
}

interface Row extends Task {
  readonly stated: Stated;
  /** For each acting exposure that was judged: is the truth inside the interval? */
  readonly inside: readonly {
    readonly peak: boolean;
    readonly total: boolean;
    readonly delay: boolean;
    readonly delayWidth: number;
    readonly probability: number;
  }[];
}

export interface Calibration {
  readonly diaries: number;
  readonly reliability: Reliability;
  readonly peak: Rate;
  readonly total: Rate;
  readonly delay: Rate;
  readonly delayWidth: number;
}

const within = (x: number, [low, high]: readonly [number, number]): boolean =>
  low <= x && x <= high;

/** On diaries drawn from the prior every stated probability and interval must hold as stated. */
export const calibrationWith = (drawFromPrior: DrawFromPrior): Study<Task, Row, Calibration> => ({
  name: 'calibration',
  tasks: ({ pool, quick }) =>
    seedsOf(pool, 'calibration', quick ? 40 : 600).map((seed) => ({ seed })),
  run: ({ seed }, engine) => {
    const random = createRandom(seed);
    const days = 60 + random.integer(306);
    const { timeline, acting } = drawFromPrior(random.fork(1), { days, exposures: 40 });
    const findings = engine(timeline, seed).exposures.filter((f) => f.probability !== null);
    return {
      seed,
      stated: findings.map((f) => [f.probability!, acting.has(f.id)] as const),
      inside: findings.flatMap((f) => {
        const truth = acting.get(f.id);
        if (truth === undefined || f.effect === null || f.delayDays === null) return [];
        const [from, to] = f.delayDays.interval;
        return {
          peak: within(truth.peak, f.effect.peakInterval),
          total: within(truth.total, f.effect.totalInterval),
          delay: within(truth.delay, f.delayDays.interval),
          delayWidth: to - from,
          probability: f.probability!,
        };
      }),
    };
  },
  summarise: (rows) => {
    const inside = rows.flatMap((row) => row.inside);
    const covered = (what: 'peak' | 'total' | 'delay'): Rate =>
      rateOf(
        countIf(inside, (i) => i[what]),
        inside.length,
      );
    return {
      diaries: rows.length,
      reliability: reliabilityOf(rows.flatMap((row) => row.stated)),
      peak: covered('peak'),
      total: covered('total'),
      delay: covered('delay'),
      delayWidth: mean(inside.map((i) => i.delayWidth)),
    };
  },
  chapter: ({ diaries, reliability, peak, total, delay, delayWidth }) =>
    [
      '## Calibration',
      '',
      `${diaries} diaries drawn from the model's own prior. Reliability slope of the stated probabilities (logistic regression on their logit): **${fixed(reliability.slope)}** (standard error ${fixed(reliability.slopeError)}); 1 is calibrated.`,
      '',
      table(
        ['stated probability', 'exposures', 'mean stated', 'truly acting'],
        reliability.bins
          .filter(({ n }) => n > 0)
          .map((bin) => [
            `${bin.from} to ${bin.to}`,
            String(bin.n),
            percent(bin.stated),
            percent(bin.true),
          ]),
      ),
      '',
      `80 % intervals of acting exposures hold the true peak in ${withInterval(peak)}, the true total in ${withInterval(total)} and the true delay in ${withInterval(delay)}; the mean width of the delay's interval is ${fixed(delayWidth, 1)} days.`,
    ].join('\n'),
});
