import { defaultPriors } from '@zonula/discovery';
import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { noReference } from '../studies/reference.ts';
import { drawDiary, drawFromPrior } from './prior.ts';
import { sbc } from './sbc.ts';

const plan = { pool: 'tuning', quick: true } as const;

describe('a diary drawn from the prior', () => {
  it('is the same for the same seed', () => {
    const draw = () => drawDiary(createRandom(3), { days: 70, exposures: 10 });
    expect(draw()).toEqual(draw());
  });

  it('records each score in the interval that the engine gives it', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { timeline, problem } = drawDiary(createRandom(seed), {
        days: 60,
        exposures: 4,
        highest: 4,
      });
      const { values } = timeline.outcomes[0]!;
      problem.recorded.forEach((t, i) => {
        const value = values[t]!;
        expect(value === 0 ? problem.lower[i] : problem.lower[i]! + 0.5).toBe(
          value === 0 ? Number.NEGATIVE_INFINITY : value,
        );
        expect(value === 4 ? problem.upper[i] : problem.upper[i]! - 0.5).toBe(
          value === 4 ? Number.POSITIVE_INFINITY : value,
        );
      });
    }
  });

  it('has effects, slab widths and persistence as often as the prior says', () => {
    const { acting, slabs, persistence: shape } = defaultPriors;
    const expected = (10 * acting[0]) / (acting[0] + acting[1] + 10);
    const exposures = 10;
    const n = 1500;
    let effects = 0;
    let wide = 0;
    let persistence = 0;
    for (let seed = 1; seed <= n; seed++) {
      const { truth } = drawDiary(createRandom(seed), { days: 10, exposures, covariates: 0 });
      effects += truth.active.length / n;
      wide += (truth.slab === slabs[0] ? 1 : 0) / n;
      persistence += truth.dynamics.persistence / n;
    }
    expect(Math.abs(effects - expected)).toBeLessThan(0.12);
    expect(Math.abs(wide - 1 / slabs.length)).toBeLessThan(0.05);
    expect(Math.abs(persistence - shape[0] / (shape[0] + shape[1]))).toBeLessThan(0.02);
  });

  it('says what acts in the meaning of the engine, and its score moves', () => {
    const { timeline, acting } = drawFromPrior(createRandom(8), { days: 120, exposures: 30 });
    const ids = new Set(timeline.exposures.map(({ id }) => id));
    for (const [id, effect] of acting) {
      expect(ids.has(id)).toBe(true);
      expect(Number.isFinite(effect.peak)).toBe(true);
      expect(effect.delay).toBeGreaterThanOrEqual(0);
    }
    const counts = drawDiary(createRandom(2), { days: 60, exposures: 5, kind: 'count' });
    const values = counts.timeline.outcomes[0]!.values.filter((v) => !Number.isNaN(v));
    expect(values.every((v) => Number.isInteger(v) && v >= 0)).toBe(true);
  });
});

describe('simulation-based calibration', () => {
  const rowWith = (seed: number, rank: number) => ({
    seed,
    kind: 'score' as const,
    effectiveDraws: 100,
    stated: [],
    ranks: { persistence: rank },
  });
  const judge = (rankOf: (i: number) => number) => {
    const rows = Array.from({ length: 400 }, (_, i) => rowWith(i, rankOf(i)));
    return sbc.summarise(rows, plan).quantities.find(({ name }) => name === 'persistence')!;
  };

  it('passes ranks that are uniform', () => {
    const random = createRandom(4);
    const judged = judge(() => random.integer(32));
    expect(judged.insideJoint).toBe(true);
    expect(judged.spread).toBeCloseTo(1, 0);
  });

  it('fails ranks of a posterior that is shifted, too wide or too narrow', () => {
    const random = createRandom(4);
    const middle = () => Math.floor((random.integer(32) + random.integer(32)) / 2);
    const edge = () => (random.integer(3) === 0 ? 31 * random.integer(2) : random.integer(32));
    expect(judge(() => Math.min(31, random.integer(32) + 3)).insideJoint).toBe(false);
    expect(judge(middle).insideJoint).toBe(false);
    expect(judge(edge).insideJoint).toBe(false);
  });

  it('ranks every quantity of a diary among its draws', { timeout: 60_000 }, () => {
    const [task] = sbc.tasks(plan, noReference);
    const row = sbc.run(task!, () => expect.fail('no engine is asked'), noReference);
    expect(Object.keys(row.ranks).length).toBeGreaterThanOrEqual(14);
    for (const rank of Object.values(row.ranks)) {
      expect(Number.isInteger(rank)).toBe(true);
      expect(rank).toBeGreaterThanOrEqual(0);
      expect(rank).toBeLessThanOrEqual(31);
    }
    const { fits, quantities } = sbc.summarise([row], plan);
    expect(fits).toBe(1);
    expect(sbc.chapter(sbc.summarise([row], plan))).toContain(quantities[0]!.name);
  });
});
