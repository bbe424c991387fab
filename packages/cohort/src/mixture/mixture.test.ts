import { createRandom, normalCdf, regularisedIncompleteBeta } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../fixtures/mixture.json' with { type: 'json' };
import { heterogeneityOf } from '../heterogeneity.ts';
import {
  type EffectLikelihood,
  logBayesFactor,
  normalLikelihood,
  withoutSlab,
} from './effect-likelihood.ts';
import { fitDelay } from './fit-delay.ts';
import { fitMixture, probabilityBeyond } from './fit-mixture.ts';
import { openPrior, referencePrior, scepticalPrior, threePriors } from './prior.ts';

const peopleOf = ({ estimate, error }: { estimate: number[]; error: number[] }) =>
  estimate.map((value, i) => normalLikelihood(value, error[i]!));

describe('against other programs', () => {
  test.each(['some', 'few'] as const)(
    '%s: summed over a fixed fine grid in R, and Stan',
    (name) => {
      const { grid, stan, ...data } = reference[name];
      const got = fitMixture(peopleOf(data), { prior: referencePrior });
      expect(got.logEvidence).toBeCloseTo(grid.logEvidence, 2);
      for (const key of ['share', 'mean', 'spread'] as const) {
        const { mean, sd, interval } = grid[key];
        expect(Math.abs(got[key].mean - mean)).toBeLessThan(0.01 * sd);
        got[key].interval.forEach((end, i) => {
          expect(Math.abs(end - interval[i]!)).toBeLessThan(0.03 * sd);
        });
        // Six Monte Carlo errors of the mean; ends of intervals are drawn less precisely.
        expect(Math.abs(got[key].mean - stan[key].mean)).toBeLessThan(6 * stan[key].error);
        got[key].interval.forEach((end, i) => {
          expect(Math.abs(end - stan[key].interval[i]!)).toBeLessThan(0.15 * sd);
        });
      }
      got.persons.forEach(({ probability }, i) => {
        expect(probability).toBeCloseTo(stan.responds[i]!, 1.7);
      });
    },
  );

  test('metafor: heterogeneity', () => {
    const { q, p, i2, spread } = reference.heterogeneity;
    const got = heterogeneityOf(peopleOf(reference.some))!;
    expect(got.q).toBeCloseTo(q, 8);
    expect(got.p).toBeCloseTo(p, 8);
    expect(100 * got.i2).toBeCloseTo(i2, 6);
    expect(got.spread).toBeCloseTo(spread, 10);
    expect(heterogeneityOf([{ estimate: 1, error: 1 }])).toBeNull();
  });
});

describe('the population', () => {
  test('whoever is known not to respond among strong responders has figures, not gaps', () => {
    const people = [
      ...Array.from({ length: 30 }, () => normalLikelihood(0.4, 2e-3)),
      normalLikelihood(0, 2e-3),
    ];
    const { persons } = fitMixture(people, { prior: openPrior });
    const { probability, effect } = persons.at(-1)!;
    expect(probability).toBeLessThan(1e-6);
    expect(effect.mean).toBeGreaterThan(0);
    expect(effect.mean).toBeLessThanOrEqual(0.41);
    expect(effect.sd).toBeGreaterThanOrEqual(0);
    expect(probabilityBeyond(persons.at(-1)!, 0.05)).toBeLessThan(1e-6);
  });

  test('people who are known for certain give a beta distribution of the share', () => {
    const people = Array.from({ length: 40 }, (_, i) =>
      i < 12 ? normalLikelihood(0.1 + 0.002 * i, 1e-3) : normalLikelihood(0, 1e-3),
    );
    const { share, persons } = fitMixture(people, { prior: openPrior });
    expect(share.mean).toBeCloseTo(13 / 42, 2);
    const [low, high] = share.interval;
    expect(regularisedIncompleteBeta(low, 13, 29)).toBeCloseTo(0.05, 2);
    expect(regularisedIncompleteBeta(high, 13, 29)).toBeCloseTo(0.95, 2);
    expect(persons[0]!.probability).toBeGreaterThan(0.999);
    expect(persons[39]!.probability).toBeLessThan(0.05);
  });

  test('people who know nothing leave the prior as it was', () => {
    const people = Array.from({ length: 5 }, () => normalLikelihood(0, 1000));
    for (const prior of threePriors) {
      const got = fitMixture(people, { prior });
      const [a, b] = prior.share;
      expect(got.some).toBeCloseTo(prior.some, 3);
      expect(got.share.mean).toBeCloseTo(a / (a + b), 2);
      expect(got.mean.mean).toBeCloseTo(0, 6);
      expect(got.mean.interval[1] / prior.meanSd).toBeCloseTo(1.645, 1);
      expect(got.spread.mean / prior.spreadScale).toBeCloseTo(Math.sqrt(2 / Math.PI), 1);
      expect(got.probabilityPositive).toBeCloseTo(0.5, 6);
    }
  });

  const person = fc.record({
    estimate: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    error: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
  });
  const anybody = fc.array(person, { minLength: 2, maxLength: 12 });

  test('turned around, everything is turned around; order does not matter', () => {
    fc.assert(
      fc.property(anybody, (people) => {
        const plain = people.map(({ estimate, error }) => normalLikelihood(estimate, error));
        const turned = people.map(({ estimate, error }) => normalLikelihood(-estimate, error));
        const one = fitMixture(plain, { prior: referencePrior });
        const other = fitMixture(turned.reverse(), { prior: referencePrior });
        expect(other.share.mean).toBeCloseTo(one.share.mean, 6);
        expect(other.mean.mean).toBeCloseTo(-one.mean.mean, 6);
        expect(other.some).toBeCloseTo(one.some, 6);
        expect(other.persons.at(-1)!.effect.mean).toBeCloseTo(-one.persons[0]!.effect.mean, 6);
        for (const { probability } of one.persons) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1, numRuns: 6 },
    );
  });

  test('ninety per cent intervals hold the truth in about ninety of a hundred cohorts', () => {
    const random = createRandom(11);
    let [share, mean] = [0, 0];
    const cohorts = 20;
    for (let c = 0; c < cohorts; c++) {
      const truth = { share: 0.1 + 0.4 * random.uniform(), mean: 0.06 + 0.1 * random.uniform() };
      const people = Array.from({ length: 80 }, () => {
        const error = 0.02 + 0.04 * random.uniform();
        const effect = random.uniform() < truth.share ? truth.mean + 0.03 * random.normal() : 0;
        return normalLikelihood(effect + error * random.normal(), error);
      });
      const got = fitMixture(people, { prior: referencePrior });
      if (got.share.interval[0] <= truth.share && truth.share <= got.share.interval[1]) share++;
      if (got.mean.interval[0] <= truth.mean && truth.mean <= got.mean.interval[1]) mean++;
    }
    // Binomial(20, 0.9) lies in 14 to 20 with a probability of 0.99; the whole study is in docs/validation.md.
    expect(share).toBeGreaterThanOrEqual(14);
    expect(mean).toBeGreaterThanOrEqual(14);
  });

  test('a thousand people: narrow intervals around the truth', () => {
    const random = createRandom(3);
    const people = Array.from({ length: 1000 }, () => {
      const effect = random.uniform() < 0.2 ? 0.1 : 0;
      return normalLikelihood(effect + 0.04 * random.normal(), 0.04);
    });
    const { share, some } = fitMixture(people, { prior: scepticalPrior });
    expect(some).toBeGreaterThan(0.999);
    expect(share.interval[0]).toBeLessThan(0.2);
    expect(share.interval[1]).toBeGreaterThan(0.2);
    expect(share.interval[1] - share.interval[0]).toBeLessThan(0.2);
  });

  test('refuses nobody and impossible priors', () => {
    expect(() => fitMixture([], { prior: referencePrior })).toThrow(RangeError);
    const people = [normalLikelihood(0, 1)];
    expect(() => fitMixture(people, { prior: { ...referencePrior, some: 1 } })).toThrow(RangeError);
    expect(() => fitMixture(people, { prior: { ...referencePrior, meanSd: 0 } })).toThrow(
      RangeError,
    );
  });
});

describe('a person', () => {
  test('with the slab divided out, what the data said comes back', () => {
    const cases = fc.record({
      estimate: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      error: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      slab: fc.double({ min: 0.15, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ estimate, error, slab }) => {
        const known = normalLikelihood(estimate, error);
        const evidence = logBayesFactor(known, 0, slab);
        const own = slab ** 2 / (slab ** 2 + error ** 2);
        const got = withoutSlab({
          logBayesFactor: evidence,
          slab,
          effect: { mean: own * estimate, sd: error * Math.sqrt(own) },
        }) as EffectLikelihood;
        expect(got.estimate).toBeCloseTo(estimate, 9);
        expect(got.error).toBeCloseTo(error, 9);
        if (evidence < Math.log(1e6)) expect(got.logHeight).toBeCloseTo(known.logHeight, 6);
        expect(got.logHeight).toBeLessThanOrEqual(known.logHeight + 1e-6);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('of unknown size keeps the Bayes factor alone', () => {
    const got = withoutSlab({ logBayesFactor: -1, slab: 0.2, effect: null }) as EffectLikelihood;
    expect(got.estimate).toBe(0);
    expect(logBayesFactor(got, 0, 0.2)).toBeCloseTo(-1, 10);
    const wide = { logBayesFactor: -1, slab: 0.2, effect: { mean: 0.05, sd: 0.19 } };
    expect(withoutSlab(wide)).toEqual(got);
    expect(withoutSlab({ logBayesFactor: 0.2, slab: 0.2, effect: null })).toBeNull();
    expect(() => withoutSlab({ logBayesFactor: 0, slab: 0, effect: null })).toThrow(RangeError);
    expect(() => normalLikelihood(0, 0)).toThrow(RangeError);
  });

  test('is drawn towards the others, the more the less their own data say', () => {
    const crowd = Array.from({ length: 30 }, () => normalLikelihood(0.1, 0.02));
    const [vague, exact] = [normalLikelihood(0.25, 0.1), normalLikelihood(0.25, 0.02)];
    const { persons } = fitMixture([vague, exact, ...crowd], { prior: referencePrior });
    expect(persons[0]!.effect.mean).toBeLessThan(persons[1]!.effect.mean);
    expect(persons[0]!.effect.mean).toBeGreaterThan(0.1);
    expect(persons[1]!.effect.mean).toBeLessThan(0.25);
    const beyond = probabilityBeyond({ probability: 0.5, effect: { mean: 0.1, sd: 0.05 } }, 0.1);
    expect(beyond).toBeCloseTo(0.5 * (0.5 + normalCdf(-4)), 10);
    expect(probabilityBeyond({ probability: 0.4, effect: { mean: 0.1, sd: 0 } }, 0.05)).toBe(0.4);
  });
});

describe('delay', () => {
  const random = createRandom(5);
  const people = Array.from({ length: 60 }, (_, i) => {
    const responds = i < 30;
    const true_ = Math.log1p(2) + 0.2 * random.normal();
    return {
      estimate: responds ? true_ + 0.3 * random.normal() : 1.4 + 0.8 * random.normal(),
      error: 0.3,
      responds: responds ? 0.95 : 0.05,
    };
  });

  test('comes from those who respond', () => {
    const got = fitDelay(people)!;
    expect(got.typical.interval[0]).toBeLessThan(2);
    expect(got.typical.interval[1]).toBeGreaterThan(2);
    expect(got.typical.interval[1] - got.typical.interval[0]).toBeLessThan(1.2);
    expect(got.people[0]).toBeLessThan(got.typical.interval[0]);
    expect(got.people[1]).toBeGreaterThan(got.typical.interval[1]);
  });

  test('is not told where hardly anybody responds', () => {
    expect(fitDelay(people.map((one) => ({ ...one, responds: 0.04 })))).toBeNull();
    expect(fitDelay([])).toBeNull();
  });
});
