import { createRandom, logGamma, type Random } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Example, exampleProblem } from '../fixtures/problems.ts';
import { createBasis, fillBasis, slabWidth } from './basis.ts';
import { denseLogMarginal, enumerate } from './exact.ts';
import { createGains } from './filter.ts';
import { dailyKernels } from './kernels.ts';
import { defaultPriors, type Priors } from './model.ts';
import {
  addOrDrop,
  createScanBuffers,
  type Member,
  membersOf,
  prepare,
  type ScanBuffers,
  scan,
} from './scan.ts';

const priors: Priors = { ...defaultPriors, acting: [1.5, 3] };
const slab = 0.5;

const membersAt = (
  { problem, precision, dynamics, y }: Example,
  active: readonly number[],
  buffers = createScanBuffers(problem),
) => {
  const basis = createBasis(problem, createGains(problem.days));
  const scratch = new Float64Array(problem.days);
  fillBasis(problem, priors, dynamics, precision, slab, y, active, scratch, basis);
  return (exposures: readonly number[]) => {
    const prepared = prepare(problem, basis, Int32Array.from(exposures), buffers);
    return { basis, prepared, members: membersOf(problem, basis, prepared, active) };
  };
};

const logPriorOf = ({ problem }: Example, active: readonly number[]): number => {
  const [a, b] = priors.acting;
  const { exposures, kernels, priorOdds } = problem;
  const own = active.map((c) =>
    Math.log(priorOdds[Math.floor(c / kernels.length)] / kernels.length),
  );
  return (
    logGamma(a + active.length) +
    logGamma(b + 2 * exposures - active.length) +
    own.reduce((sum, log) => sum + log, 0)
  );
};

describe('the scan', () => {
  it('includes an exposure with the brute-force probability, whatever else acts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }),
        (seed, target, configuration) => {
          const base = exampleProblem(seed, { exposures: 4, days: 30, shockDegrees: 5 });
          const priorOdds = Float64Array.of(1, 3, 0.25, 1);
          const example = { ...base, problem: { ...base.problem, priorOdds } };
          const { problem, dynamics, precision, y } = example;
          const active = configuration.flatMap((h, j) => (h < 0 ? [] : [j * 3 + h]));
          const rest = active.filter((c) => Math.floor(c / 3) !== target);
          const weigh = (own: readonly number[]): number => {
            const all = [...rest, ...own];
            const given = { dynamics, precision };
            return (
              logPriorOf(example, all) + denseLogMarginal(problem, priors, given, slab, y, all)
            );
          };
          const none = weigh([]);
          const odds = [0, 1, 2].map((h) => Math.exp(weigh([target * 3 + h]) - none));
          const sum = odds.reduce((a, b) => a + b, 0);

          const { prepared, members } = membersAt(example, active)([target]);
          const random = createRandom(seed);
          const width = slabWidth(slab, dynamics);
          let visits = 0;
          scan(problem, prepared, members, width, priors.acting, random, (exposure, p) => {
            visits++;
            expect(exposure).toBe(target);
            expect(p).toBeCloseTo(sum / (1 + sum), 8);
          });
          expect(visits).toBe(1);
          const left = members.map((member) => member.candidate).sort((a, b) => a - b);
          const kept = left.filter((c) => Math.floor(c / 3) !== target);
          expect(kept).toEqual([...rest].sort((a, b) => a - b));
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  it('gives two exposures on the same days the same chance', () => {
    const example = exampleProblem(12, { exposures: 2, days: 40 });
    const { problem, dynamics } = example;
    const half = problem.pushes.length / 2;
    problem.pushes.copyWithin(half, 0, half);
    const chances = [0, 1].map((j) => {
      const { prepared, members } = membersAt(example, [])([j]);
      let chance = Number.NaN;
      const width = slabWidth(slab, dynamics);
      scan(problem, prepared, members, width, priors.acting, createRandom(1), (_, p) => {
        chance = p;
      });
      return chance;
    });
    expect(chances[0]).toBeCloseTo(chances[1], 10);
  });

  it('gives an exposure that never varies its prior chance', () => {
    const example = exampleProblem(13, { exposures: 3 });
    const { problem, dynamics } = example;
    problem.pushes.fill(0, 0, problem.days * 3);
    const { prepared, members } = membersAt(example, [4])([0]);
    const width = slabWidth(slab, dynamics);
    let chance = Number.NaN;
    scan(problem, prepared, members, width, priors.acting, createRandom(1), (_, p) => {
      chance = p;
    });
    const odds = (1.5 + 1) / (3 + 2 * 3 - 1 - 1);
    expect(chance).toBeCloseTo(odds / (1 + odds), 10);
  });
});

/** Starts at exact draws from the posterior, moves once, and counts where the moves end. */
const chiSquareAfter = (
  move: (
    example: Example,
    basis: ReturnType<typeof createBasis>,
    members: Member[],
    prepared: ReturnType<typeof prepare>,
    random: Random,
    buffers: ScanBuffers,
  ) => void,
  visited: readonly number[],
): { readonly statistic: number; readonly states: number; readonly moved: number } => {
  const example = exampleProblem(21, {
    exposures: 3,
    kernels: [dailyKernels[0], dailyKernels[12]],
    days: 25,
    strength: 0.9,
  });
  const { problem, dynamics, precision, y } = example;
  const single: Priors = { ...priors, slabs: [slab] };
  const given = { dynamics, precision };
  const keys: (readonly number[])[] = [];
  for (let code = 0; code < 27; code++) {
    const own = [0, 1, 2].flatMap((j) => {
      const h = (Math.floor(code / 3 ** j) % 3) - 1;
      return h < 0 ? [] : [j * 2 + h];
    });
    keys.push(own);
  }
  const logs = keys.map(
    (active) =>
      logPriorOf(example, active) + denseLogMarginal(problem, single, given, slab, y, active),
  );
  const top = Math.max(...logs);
  const sum = logs.reduce((s, log) => s + Math.exp(log - top), 0);
  const exact = logs.map((log) => Math.exp(log - top) / sum);
  const { inclusion } = enumerate(problem, single, given, y);
  const own = exact.reduce((s, p, i) => s + (keys[i].some((c) => c < 2) ? p : 0), 0);
  expect(inclusion[0]).toBeCloseTo(own, 10);

  const name = (active: readonly number[]): string => [...active].sort((a, b) => a - b).join();
  const at = new Map(keys.map((active, i) => [name(active), i]));
  const random = createRandom(5);
  const draws = 12_000;
  const counts = new Float64Array(keys.length);
  const buffers = createScanBuffers(problem);
  const prepare1 = keys.map((active) => membersAt(example, active, buffers));
  let moved = 0;
  for (let d = 0; d < draws; d++) {
    let pick = random.uniform();
    let start = 0;
    while (start < exact.length - 1 && (pick -= exact[start]) > 0) start++;
    const { basis, prepared, members } = prepare1[start](visited);
    move(example, basis, members, prepared, random, buffers);
    const end = at.get(name(members.map((member) => member.candidate)))!;
    counts[end]++;
    if (end !== start) moved++;
  }
  let statistic = 0;
  let states = 0;
  let rareSeen = 0;
  let rareExpected = 0;
  exact.forEach((p, i) => {
    if (p * draws < 10) {
      rareSeen += counts[i];
      rareExpected += p * draws;
      return;
    }
    statistic += (counts[i] - p * draws) ** 2 / (p * draws);
    states++;
  });
  if (rareExpected > 5) {
    statistic += (rareSeen - rareExpected) ** 2 / rareExpected;
    states++;
  }
  return { statistic, states, moved: moved / draws };
};

/** Far out in the upper tail of chi-square (Wilson-Hilferty at 4 standard deviations). */
const limit = (df: number): number => df * (1 - 2 / (9 * df) + 4 * Math.sqrt(2 / (9 * df))) ** 3;

describe('the posterior stays as it is', () => {
  it('under moves that add or drop one exposure', () => {
    const { statistic, states, moved } = chiSquareAfter(
      ({ problem, dynamics }, basis, members, prepared, random, buffers) =>
        addOrDrop(
          problem,
          basis,
          members,
          slabWidth(slab, dynamics),
          priors.acting,
          2,
          random,
          prepared,
          buffers,
        ),
      [0],
    );
    expect(moved).toBeGreaterThan(0.2);
    expect(statistic).toBeLessThan(limit(states - 1));
  });

  it('under a scan that visits some exposures only', () => {
    const { statistic, states, moved } = chiSquareAfter(
      ({ problem, dynamics }, _, members, prepared, random) =>
        scan(
          problem,
          prepared,
          members,
          slabWidth(slab, dynamics),
          priors.acting,
          random,
          () => {},
        ),
      [0, 2],
    );
    expect(moved).toBeGreaterThan(0.2);
    expect(statistic).toBeLessThan(limit(states - 1));
  });

  it('under a scan followed by moves', () => {
    const { statistic, states } = chiSquareAfter(
      ({ problem, dynamics }, basis, members, prepared, random, buffers) => {
        const width = slabWidth(slab, dynamics);
        scan(problem, prepared, members, width, priors.acting, random, () => {});
        addOrDrop(problem, basis, members, width, priors.acting, 2, random, prepared, buffers);
      },
      [1],
    );
    expect(statistic).toBeLessThan(limit(states - 1));
  });
});
