/**
 * The same posterior by Stan: diaries and summaries of `packages/discovery/fixtures/diary-stan.R`, with
 * inclusion, kernels and slab width given, everything else unknown.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createChain,
  type Draw,
  type Effort,
  type Kernel,
  type Priors,
  type Problem,
  toProblem,
} from '@zonula/discovery';
import { bulkEffectiveSampleSize, createRandom, quantile } from '@zonula/numerics';
import { seedsOf } from '../seeds.ts';
import { fixed, table } from '../studies/markdown.ts';
import type { Study } from '../studies/study.ts';

interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

interface StanDiary {
  readonly days: number;
  readonly recorded: readonly number[];
  readonly score: readonly number[];
  readonly covariate: readonly number[];
  readonly portions: readonly (readonly number[])[];
  readonly kernels: readonly {
    readonly route: Kernel['route'];
    readonly start: number;
    readonly weights: number | readonly number[];
  }[];
  readonly divergent: number;
  readonly stan: Readonly<
    Record<string, Summary & { readonly rHat: number; readonly ess: number }>
  >;
}

interface Fixture {
  readonly priors: {
    readonly [name in 'persistence' | 'shock' | 'noise' | 'drift']: readonly [number, number];
  } & {
    readonly [name in 'degrees' | 'slab' | 'covariateSlab' | 'levelStart']: number;
  };
  readonly diaries: readonly StanDiary[];
}

const path = new URL('../../../packages/discovery/fixtures/diary-stan.json', import.meta.url);
export const readStanFixture = (): Fixture =>
  JSON.parse(readFileSync(fileURLToPath(path), 'utf8')) as Fixture;

const priorsOf = ({ priors }: Fixture): Priors => ({
  persistence: priors.persistence,
  shock: priors.shock,
  noise: priors.noise,
  drift: priors.drift,
  size: [5, 1],
  shockDegrees: priors.degrees,
  slabs: [priors.slab],
  covariateSlab: priors.covariateSlab,
  acting: [1, 1],
  levelStart: priors.levelStart,
});

const problemOf = (diary: StanDiary): Problem => {
  const { days, recorded, score, covariate, portions } = diary;
  const values = new Float64Array(days).fill(Number.NaN);
  recorded.forEach((t, i) => {
    values[t] = score[i]!;
  });
  return toProblem({
    outcome: {
      id: 'skin/itch',
      category: 'skin',
      name: 'itch',
      site: null,
      kind: 'score',
      scale: { min: 0, max: 10, inferred: false },
      step: 1,
      values,
      minutes: null,
      timed: null,
      days: recorded.length,
    },
    twins: portions.map((row) => ({
      members: [],
      dose: Float64Array.from(row, (p) => Math.log2(1 + p)),
    })),
    covariates: [
      {
        id: 'stress/s',
        group: 'stress',
        label: '',
        unit: '',
        values: Float64Array.from(covariate),
        lag: 0,
        filledDays: 0,
      },
    ],
    kernels: diary.kernels.map(({ route, start, weights }, h) => ({
      name: String(h),
      route,
      start,
      weights: [weights].flat(),
      centre: start,
    })),
  });
};

const peakOf = ({ route, start, weights }: Kernel, b: number, persistence: number): number => {
  const carry = route === 'state' ? persistence : 0;
  let response = 0;
  let peak = 0;
  for (let lag = 0; lag < 41; lag++) {
    response = carry * response + (weights[lag - start] ?? 0);
    if (response > peak) peak = response;
  }
  return b * peak;
};

const effort: Effort = {
  burnIn: 400,
  rounds: 2000,
  scansPerRound: 0,
  stepsPerRound: 8,
  movesPerRound: 0,
  minimumVisit: 1,
};
/** How often chains are carried on for the wanted number of effective draws. */
const extensions = 12;

export interface Comparison {
  readonly quantity: string;
  /** Difference of the means in posterior sds of Stan. */
  readonly shift: number;
  /** Width of the 80 % interval over Stan's. */
  readonly width: number;
}

/** Compares every quantity of one diary (0-based), each from so many effective draws. */
export function compareWithStan(
  fixture: Fixture,
  index: number,
  seed: number,
  enough = 2500,
): Comparison[] {
  const diary = fixture.diaries[index]!;
  const problem = problemOf(diary);
  const priors = priorsOf(fixture);
  // exposure j acts through kernel j
  const start = problem.kernels.map((_, j) => j * problem.kernels.length + j);
  const chains = [1, 2].map((c) => {
    const random = createRandom(seed).fork(c);
    return createChain({ problem, priors, effort, random, start });
  });
  const readers: [string, (draw: Draw) => number][] = [
    ['persistence', ({ dynamics }) => dynamics.persistence],
    ['shock', ({ dynamics }) => dynamics.shock],
    ['noise', ({ dynamics }) => Math.log(dynamics.noise)],
    ['covariate', ({ covariates }) => covariates[0]!],
    ...problem.kernels.flatMap((kernel, j): [string, (draw: Draw) => number][] => [
      [`coefficient ${j + 1}`, ({ coefficients }) => coefficients[j]!],
      [
        `peak ${j + 1}`,
        ({ coefficients, dynamics }) => peakOf(kernel, coefficients[j]!, dynamics.persistence),
      ],
    ]),
  ];
  for (const chain of chains) chain.run(effort.burnIn + effort.rounds);
  for (let e = 0; ; e++) {
    const draws = chains.map((chain) => chain.result().draws);
    const series = readers.map(([, read]) => draws.map((own) => Float64Array.from(own, read)));
    const slowest = Math.min(...series.map((own) => bulkEffectiveSampleSize(own)));
    if (slowest >= enough || e === extensions)
      return readers.map(([quantity], i) => {
        const all = Float64Array.from(series[i]!.flatMap((own) => [...own]));
        const stan = diary.stan[quantity]!;
        const mean = all.reduce((a, b) => a + b, 0) / all.length;
        return {
          quantity,
          shift: (mean - stan.mean) / stan.sd,
          width: (quantile(all, 0.9) - quantile(all, 0.1)) / (stan.high - stan.low),
        };
      });
    for (const chain of chains) chain.run(effort.rounds);
  }
}

interface Task {
  readonly seed: number;
  readonly diary: number;
}

interface Row extends Task {
  readonly comparisons: readonly Comparison[];
}

export interface StanAgreement {
  readonly diaries: number;
  readonly quantities: readonly {
    readonly name: string;
    readonly compared: number;
    readonly largestShift: number;
    readonly widths: readonly [number, number];
    readonly agreeing: number;
  }[];
}

/** Means within a tenth of a posterior sd, widths within ten per cent. */
export const agrees = ({ shift, width }: Comparison): boolean =>
  Math.abs(shift) <= 0.1 && width >= 0.9 && width <= 1.1;

export const stan: Study<Task, Row, StanAgreement> = {
  name: 'stan',
  tasks: ({ pool, quick }) =>
    seedsOf(pool, 'stan', quick ? 3 : readStanFixture().diaries.length).map((seed, diary) => ({
      seed,
      diary,
    })),
  run: ({ seed, diary }) => ({
    seed,
    diary,
    comparisons: compareWithStan(readStanFixture(), diary, seed),
  }),
  summarise: (rows) => {
    const all = rows.flatMap(({ comparisons }) => comparisons);
    const kinds = [...new Set(all.map(({ quantity }) => quantity.split(' ')[0]!))];
    return {
      diaries: rows.length,
      quantities: kinds.map((name) => {
        const own = all.filter(({ quantity }) => quantity.split(' ')[0] === name);
        return {
          name,
          compared: own.length,
          largestShift: Math.max(...own.map(({ shift }) => Math.abs(shift))),
          widths: [Math.min(...own.map((c) => c.width)), Math.max(...own.map((c) => c.width))],
          agreeing: own.filter(agrees).length,
        };
      }),
    };
  },
  chapter: ({ diaries, quantities }) =>
    [
      '## The same posterior by Stan',
      '',
      `${diaries} simulated diaries of 60 to 120 days with 2 or 3 effects whose exposures, delays and slab width are given; everything else is unknown to both. Stan's model is written out in \`packages/discovery/fixtures/diary.stan\` and shares no code.`,
      '',
      table(
        [
          'quantity',
          'compared',
          'largest shift of the mean (sd)',
          'ratio of 80 % widths',
          'within 0.1 sd and 10 %',
        ],
        quantities.map((q) => [
          q.name,
          String(q.compared),
          fixed(q.largestShift, 3),
          q.widths.map((w) => fixed(w)).join(' to '),
          String(q.agreeing),
        ]),
      ),
    ].join('\n'),
};
