import type { Diary, Observation } from '@zonula/diary';
import type { Random } from '@zonula/numerics';

/** One person of a cohort in which everybody eats the same foods. */
export interface CohortPerson {
  /** Change of the severity on the day after one portion of cheese, points of ten; 0 for one who does not respond. */
  readonly effect: number;
  readonly days: number;
  /** Share of its strength that the severity keeps to the next day. */
  readonly persistence: number;
  readonly diary: Diary;
}

const foods = ['cheese', 'bread', 'tomato', 'coffee', 'egg', 'fish'] as const;

const dateOf = (day: number): string =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/**
 * An itch from 0 to 10 in whole points: persistence, shocks, level, noise, habits and length are the person's own; a tenth of the days is not
 * written down. Cheese of yesterday pushes the severity, which carries it on.
 */
export const drawCohortPerson = (effect: number, random: Random): CohortPerson => {
  const days = 90 + random.integer(151);
  const persistence = 0.3 + 0.4 * random.uniform();
  const shock = 0.8 + 0.6 * random.uniform();
  const level = 4 + 2 * random.uniform();
  const habits = foods.map(() => 0.15 + 0.35 * random.uniform());
  const observations: Observation[] = [];
  let state = (shock / Math.sqrt(1 - persistence ** 2)) * random.normal();
  let pushed = 0;
  for (let t = 0; t < days; t++) {
    const date = dateOf(t);
    state = persistence * state + pushed + shock * random.normal();
    const value = Math.min(10, Math.max(0, Math.round(level + state + 0.5 * random.normal())));
    const eaten = foods.filter((_, f) => random.uniform() < habits[f]!);
    pushed = eaten.includes('cheese') ? effect : 0;
    if (random.uniform() < 0.1) continue;
    observations.push({ date, category: 'skin', name: 'itch', value });
    for (const name of eaten) observations.push({ date, category: 'food', name, value: 1 });
    observations.push({ date, category: 'day', name: 'complete', value: 1 });
  }
  const scales = new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]);
  return { effect, days, persistence, diary: { observations, scales, warnings: [] } };
};
