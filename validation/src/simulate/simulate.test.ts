import { identityOf } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { correlation } from '../comparators/pairs.ts';
import { drawResponse } from './response.ts';
import { delayClasses, drawScenario } from './scenario.ts';
import { type Simulation, simulate } from './simulate.ts';
import { covariates } from './unfold.ts';

const range = (count: number, first = 1): number[] =>
  Array.from({ length: count }, (_, i) => first + i);
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;
const diaryDays = ({ person }: Simulation, series: Float64Array): Float64Array =>
  series.subarray(person.burnIn, person.burnIn + person.scenario.days);

describe('a simulated diary', () => {
  it('is the same for the same seed and another for another', () => {
    expect(simulate(5).diary).toEqual(simulate(5).diary);
    expect(simulate(5).diary.observations).not.toEqual(simulate(6).diary.observations);
  });

  it('keeps the parts of the scenario that are fixed and does not move the others', () => {
    const free = drawScenario(createRandom(3));
    const fixed = drawScenario(createRandom(3), { days: 77, triggers: 0 });
    expect(fixed).toEqual({ ...free, days: 77, triggers: 0 });
  });

  it('holds only values its scale can hold, on its grid', () => {
    for (const seed of range(30)) {
      const { outcome, person } = simulate(seed);
      const { min, max, step } = person.recorder;
      for (const value of outcome.filter((v) => !Number.isNaN(v))) {
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(max);
        expect(Number.isInteger(value / step)).toBe(true);
      }
    }
  });

  it('sits at the end of the scale when it should', () => {
    const atEnd = (fill: 'floor' | 'ceiling'): number =>
      mean(
        range(40).map((seed) => {
          const fixed = {
            exposures: 9,
            fill,
            recording: '0-10',
            triggers: 0,
            drift: 0,
            weekdayEffect: false,
          } as const;
          const { outcome } = simulate(seed, fixed);
          const seen = outcome.filter((v) => !Number.isNaN(v));
          return seen.filter((v) => v === (fill === 'floor' ? 0 : 10)).length / seen.length;
        }),
      );
    expect(atEnd('floor')).toBeGreaterThan(0.3);
    expect(atEnd('floor')).toBeLessThan(0.75);
    expect(atEnd('ceiling')).toBeGreaterThan(0.3);
    expect(atEnd('ceiling')).toBeLessThan(0.75);
  });

  it('leaves out the promised share of days', () => {
    const shares = range(60).map((seed) => {
      const fixed = { missing: 0.25, severityLogging: 0, triggers: 0, days: 400, exposures: 9 };
      const { outcome } = simulate(seed, fixed);
      return outcome.filter((v) => Number.isNaN(v)).length / outcome.length;
    });
    expect(mean(shares)).toBeGreaterThan(0.22);
    expect(mean(shares)).toBeLessThan(0.28);
  });

  it('is written less on bad days when logging follows severity', () => {
    const gap = (severityLogging: number): number =>
      mean(
        range(40).map((seed) => {
          const simulation = simulate(seed, {
            exposures: 9,
            severityLogging,
            triggers: 0,
            missingInGaps: 0,
            missing: 0.3,
          });
          const latent = Array.from(diaryDays(simulation, simulation.life.latent));
          const by = (written: number): number =>
            mean(latent.filter((_, t) => simulation.logged[t] === written));
          return (by(1) - by(0)) / simulation.person.dynamics.sd;
        }),
      );
    expect(gap(-0.8)).toBeLessThan(-0.3);
    expect(gap(0.8)).toBeGreaterThan(0.3);
    expect(Math.abs(gap(0))).toBeLessThan(0.1);
  });
});

describe('severity', () => {
  it.each(['normal', 'heavy', 'flares'] as const)(
    'has the promised persistence with %s shocks',
    (shocks) => {
      const estimates = range(40).map((seed) => {
        const simulation = simulate(seed, {
          shocks,
          phi: 0.7,
          days: 400,
          triggers: 0,
          missing: 0.05,
        });
        const { dynamics, background } = simulation.person;
        const state = simulation.life.latent.map(
          (z, t) => z - dynamics.mean - background.level[t]! - covariates(dynamics, background, t),
        );
        return correlation(state.subarray(50, -1), state.subarray(51));
      });
      expect(mean(estimates)).toBeGreaterThan(0.67);
      expect(mean(estimates)).toBeLessThan(0.72);
    },
  );

  it('is not touched by any exposure when there are no triggers', () => {
    for (const seed of range(10)) {
      const { life, person, truth } = simulate(seed, { triggers: 0 });
      const { dynamics, background } = person;
      expect(truth.triggers).toEqual([]);
      let state = 0;
      life.latent.forEach((z, t) => {
        state = dynamics.phi * state + background.innovations[t]!;
        const alone =
          dynamics.mean + background.level[t]! + state + covariates(dynamics, background, t);
        expect(z).toBeCloseTo(alone, 10);
      });
    }
  });
});

describe('menus', () => {
  const reaction = (sign: number, reverseCausation: 'today' | 'yesterday' | 'recent'): number => {
    const values = range(30).flatMap((seed) => {
      const simulation = simulate(seed, { reverseCausation, triggers: 0, days: 300 });
      const { menu } = simulation.person;
      const severity =
        reverseCausation === 'today'
          ? simulation.life.morning.subarray(1)
          : simulation.life.latent.subarray(0, -1);
      return menu.items.flatMap((item, i) => {
        const habit = menu.habits[item.habit]!;
        if (Math.sign(habit.severityLogit) !== sign || habit.from > 0 || habit.to < 1) return [];
        return [correlation(simulation.life.doses[i]!.subarray(1), severity)];
      });
    });
    expect(values.length).toBeGreaterThan(20);
    return mean(values);
  };

  it.each(['today', 'yesterday', 'recent'] as const)(
    'avoid and crave foods by the skin: %s',
    (when) => {
      expect(reaction(-1, when)).toBeLessThan(-0.08);
      expect(reaction(1, when)).toBeGreaterThan(0.08);
    },
  );

  it('repeat with the persistence of their chain', () => {
    const differences = range(20).flatMap((seed) => {
      const fixed = {
        reverseCausation: 'none',
        weekendMenus: false,
        confounding: 'none',
        triggers: 0,
      } as const;
      const { person, life } = simulate(seed, {
        ...fixed,
        days: 400,
        coEaten: false,
        autocorrelatedMenus: true,
      });
      return person.menu.items.flatMap((item, i) => {
        const habit = person.menu.habits[item.habit]!;
        if (habit.from > 0 || habit.to < 1 || item.category !== 'food') return [];
        const eaten = life.doses[i]!.map((dose) => (dose > 0 ? 1 : 0));
        return [correlation(eaten.subarray(0, -1), eaten.subarray(1)) - habit.persistence];
      });
    });
    expect(Math.abs(mean(differences))).toBeLessThan(0.02);
  });

  it('bring dishes whose members (nearly) share their days', () => {
    const { person, life } = simulate(3, { coEaten: true });
    const habits = person.menu.items.map((item) => item.habit);
    const pairs = habits.flatMap((h, i) =>
      i > 0 && habits[i - 1] === h ? [[i - 1, i] as const] : [],
    );
    expect(pairs.length).toBeGreaterThan(2);
    const eaten = (i: number) => life.doses[i]!.map((dose) => (dose > 0 ? 1 : 0));
    expect(mean(pairs.map(([a, b]) => correlation(eaten(a), eaten(b))))).toBeGreaterThan(0.6);
  });
});

describe('what is written', () => {
  it('means to the timeline what the person knows of themselves', () => {
    for (const seed of range(12)) {
      const simulation = simulate(seed, { forgotten: 0.05 });
      const timeline = toTimeline(simulation.diary, { outcome: simulation.outcomeId });
      const skipped = (Date.parse(timeline.from) - Date.parse(simulation.from)) / 86_400_000;
      const outcome = timeline.outcomes.find(({ id }) => id === simulation.outcomeId)!;
      expect(outcome.kind).toBe(simulation.outcomeId === 'skin/lesion count' ? 'count' : 'score');
      expect([...outcome.values]).toEqual(
        [...simulation.outcome].slice(skipped, skipped + timeline.days),
      );
      simulation.person.menu.items.forEach((item, i) => {
        const exposure = timeline.exposures.find(({ id }) => id === item.id);
        if (exposure === undefined) return;
        const doses = exposure.dose.map((dose) => dose * exposure.portion);
        expect([...doses]).toEqual(
          [...simulation.doses[i]!].slice(skipped, skipped + timeline.days),
        );
      });
    }
  });

  it('declares the scale of its outcome', () => {
    const { diary, outcomeId } = simulate(4);
    const [category, name] = outcomeId.split('/') as ['skin', string];
    expect(diary.scales.get(identityOf(category, name))?.inferred).toBe(false);
  });
});

describe('triggers', () => {
  it('are mostly outside a small dictionary of delays with a linear dose', () => {
    const random = createRandom(1);
    const drawn = range(3000).map((i) => drawResponse(random, delayClasses[i % 3]!));
    const simple = drawn.filter((response) => response.simple).length / drawn.length;
    expect(simple).toBeGreaterThan(0.4);
    expect(simple).toBeLessThan(0.5);
  });

  it('start to act when their class says', () => {
    const random = createRandom(2);
    const centre = (delay: (typeof delayClasses)[number]): number =>
      mean(
        range(500).map(() => {
          const { kernel } = drawResponse(random, delay);
          const mass = kernel.reduce((a, b) => a + Math.abs(b), 0);
          return kernel.reduce((a, b, lag) => a + lag * Math.abs(b), 0) / mass;
        }),
      );
    expect(centre('quick')).toBeLessThan(1.5);
    expect(centre('next-days')).toBeGreaterThan(2);
    expect(centre('next-days')).toBeLessThan(4);
    expect(centre('slow')).toBeGreaterThan(6);
    expect(centre('slow')).toBeLessThan(12);
  });
});
