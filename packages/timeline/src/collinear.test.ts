import { describe, expect, it } from 'vitest';
import { COLLINEAR_CORRELATION, collinearWith, MIN_JOINT_DAYS } from './collinear.ts';
import { noise } from './diary-sketch.ts';
import { countDays, type Dosed } from './doses.ts';

const dosed = (id: string, dose: Float64Array): Dosed => ({
  id,
  grain: 'dish',
  category: 'food',
  name: id,
  rows: [id],
  dose,
  portion: 1,
  unit: null,
  timed: null,
  ...countDays(dose),
});

/** The definition, day by day. */
const plainly = (a: Float64Array, b: Float64Array) => {
  const joint = [...a.keys()].filter((day) => a[day]! >= 0 && b[day]! >= 0);
  const mean = (x: Float64Array) => joint.reduce((sum, day) => sum + x[day]!, 0) / joint.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [aa, bb, ab] = [0, 0, 0];
  for (const day of joint) {
    aa += (a[day]! - meanA) ** 2;
    bb += (b[day]! - meanB) ** 2;
    ab += (a[day]! - meanA) * (b[day]! - meanB);
  }
  const same = [...a.keys()].every((day) => a[day]! > 0 === b[day]! > 0);
  return { days: joint.length, correlation: ab / Math.sqrt(aa * bb), same };
};

describe('collinearWith', () => {
  it('agrees with the definition, over doses, gaps and shares of shared days', () => {
    const days = 97;
    const exposures = Array.from({ length: 60 }, (_, k) => {
      const family = k % 6;
      const share = 0.15 + 0.12 * family;
      return dosed(
        `food/${String(k).padStart(2, '0')}`,
        Float64Array.from({ length: days }, (_, day) => {
          if (k % 3 === 0 && noise(day, 500 + (k % 9)) < 0.2) return Number.NaN;
          const shared = noise(day, family) < share;
          const own = noise(day, 1000 + k) < 0.01 * (k % 4);
          const taken = own ? !shared : shared;
          const flipped = k % 10 === 7 ? !taken : taken;
          return flipped ? (k % 5 === 0 ? 0.5 + noise(day, family + 50) * 3 : 1) : 0;
        }),
      );
    });
    const twins = collinearWith(exposures);
    let found = 0;
    let negative = 0;
    for (const a of exposures) {
      const mine = new Map(twins.get(a.id)!.map((twin) => [twin.id, twin]));
      for (const b of exposures) {
        if (a === b) continue;
        const expected = plainly(a.dose, b.dose);
        const twin = mine.get(b.id);
        const listed = Math.abs(expected.correlation) >= COLLINEAR_CORRELATION || expected.same;
        expect(twin !== undefined).toBe(listed);
        if (twin === undefined) continue;
        found += 1;
        if (twin.correlation < 0) negative += 1;
        expect(twin.correlation).toBeCloseTo(expected.correlation, 9);
        expect(twin.identical).toBe(expected.same);
      }
    }
    expect(found).toBeGreaterThan(100);
    expect(negative).toBeGreaterThan(10);
  });

  it('says nothing about foods that are hardly ever known on the same days', () => {
    const half = (late: boolean) =>
      Float64Array.from({ length: 60 }, (_, day) =>
        day >= 30 === late || (day >= 30 - MIN_JOINT_DAYS + 1 && day < 30) ? day % 2 : Number.NaN,
      );
    const twins = collinearWith([dosed('a', half(false)), dosed('b', half(true))]);
    expect(twins.get('a')).toEqual([]);
  });

  it('calls foods of the same days identical whatever their amounts', () => {
    const a = Float64Array.from({ length: 40 }, (_, day) => (day % 4 === 0 ? 1 + (day % 8) : 0));
    const b = Float64Array.from({ length: 40 }, (_, day) => (day % 4 === 0 ? 5 - (day % 8) : 0));
    const [twin] = collinearWith([dosed('a', a), dosed('b', b)]).get('a')!;
    expect(twin!.identical).toBe(true);
    expect(twin!.correlation).toBeLessThan(COLLINEAR_CORRELATION);
  });
});
