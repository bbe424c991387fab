import type { Diary, Observation } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';

export interface Workload {
  readonly days: number;
  readonly exposures: number;
  readonly seed: number;
}

const dayMs = 86_400_000;
const dateAt = (day: number): string =>
  new Date(Date.parse('2014-01-01T00:00:00Z') + day * dayMs).toISOString().slice(0, 10);

/**
 * A diary to be timed, not judged: foods in spells, 15 % of the days without a score, an itch of 0-10
 * that persists and that three foods move after one, two and four days. It must not change, or older figures
 * could not be compared; the people of `validation/` may.
 */
export const diaryOf = ({ days, exposures, seed }: Workload): Diary => {
  const random = createRandom(seed);
  const eaten = Array.from({ length: exposures }, () => {
    const share = 0.06 + 0.4 * random.uniform() ** 2;
    const spell = 1 + 2 * random.uniform();
    let today = random.uniform() < share;
    return Uint8Array.from({ length: days }, () => {
      const stop = 1 / (spell / (1 - share));
      today = today ? random.uniform() >= stop : random.uniform() < (stop * share) / (1 - share);
      return today ? 1 : 0;
    });
  });
  const observations: Observation[] = [];
  let severity = 0;
  for (let day = 0; day < days; day++) {
    const date = dateAt(day);
    const push = [1, 2, 4].reduce(
      (sum, delay, k) => sum + (day >= delay ? 0.7 * eaten[k % exposures]![day - delay]! : 0),
      0,
    );
    severity = 0.6 * severity + push + random.normal();
    if (random.uniform() >= 0.15) {
      const value = Math.min(10, Math.max(0, Math.round(3 + severity + 0.5 * random.normal())));
      observations.push({ date, category: 'skin', name: 'itch', value });
    }
    eaten.forEach((column, food) => {
      if (column[day] === 1)
        observations.push({ date, category: 'food', name: `food ${food + 1}`, value: 1 });
    });
  }
  return {
    observations,
    scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
    warnings: [],
  };
};
