import { addDays, type Category, type Diary, type Observation, timeOf } from '@zonula/diary';
import type { Random } from '@zonula/numerics';
import { type Life, mealTimes } from './life.ts';
import type { Logging } from './profile.ts';

/** What the person felt, one value a day of the diary. */
export interface Scores {
  readonly skin: Float64Array;
  readonly gut: Float64Array;
}

export interface Written {
  readonly diary: Diary;
  /** Rows that happened and were not written, by date. */
  readonly hidden: readonly (readonly [date: string, ids: readonly string[]])[];
  readonly writtenDays: number;
}

/** Which days are written at all. */
const writtenDays = (
  days: number,
  { day, pause, pauseDays, style }: Logging,
  skin: Float64Array,
  random: Random,
): Uint8Array => {
  const mean = skin.reduce((sum, value) => sum + value, 0) / days;
  const lean = style === 'even' ? 0 : style === 'more-when-bad' ? 0.25 : -0.25;
  let paused = 0;
  return Uint8Array.from({ length: days }, (_, t) => {
    if (random.uniform() < pause) paused = Math.ceil(pauseDays * random.exponential());
    const odds = Math.log(day / (1 - day)) + lean * (skin[t]! - mean);
    const writes = random.uniform() < 1 / (1 + Math.exp(-odds));
    paused = Math.max(0, paused - 1);
    return writes && paused === 0 ? 1 : 0;
  });
};

/** Writes what a person with this pen writes of this life. */
export const write = (
  life: Life,
  scores: Scores,
  logging: Logging,
  from: string,
  random: Random,
): Written => {
  const { burnIn, menu, servings, stress, sleep, cycleDay, practices } = life;
  const days = life.days - burnIn;
  const n = menu.items.length;
  const written = writtenDays(days, logging, scores.skin, random.fork(1));
  const observations: Observation[] = [];
  const hidden: [string, string[]][] = [];
  for (let day = 0; day < days; day++) {
    const t = burnIn + day;
    const date = addDays(from, day);
    const own = random.fork(10 + day);
    const missed: string[] = [];
    const put = (category: Category, name: string, value: number, time?: string): void => {
      if (written[day] === 0) missed.push(`${category}/${name}`);
      else
        observations.push({ date, category, name, value, ...(time === undefined ? {} : { time }) });
    };
    put('skin', 'severity', scores.skin[day]!);
    put('gut', 'bloating', scores.gut[day]!);
    put('stress', 'level', stress[t]!);
    put('sleep', 'hours', sleep[t]!);
    if (cycleDay[t]! > 0) put('cycle', 'day', cycleDay[t]!);
    for (let i = 0; i < n; i++) {
      const amount = servings[t * n + i]!;
      const isForgotten = own.uniform() < logging.forgotten;
      if (amount === 0) continue;
      const { name, meal } = menu.items[i]!;
      if (isForgotten && written[day] === 1) missed.push(`food/${name}`);
      else put('food', name, amount, timeOf(Math.round(mealTimes[meal] * 1440)));
    }
    for (const { category, name, done } of practices) if (done[t] === 1) put(category, name, 1);
    if (written[day] === 1 && own.uniform() < logging.complete) put('day', 'complete', 1);
    if (missed.length > 0) hidden.push([date, missed]);
  }
  const scale = { min: 0, max: 10, inferred: false };
  const scales = new Map([
    ['skin/severity', scale],
    ['gut/bloating', scale],
    ['stress/level', scale],
  ]);
  return {
    diary: { observations, scales, warnings: [] },
    hidden,
    writtenDays: written.reduce((sum, day) => sum + day, 0),
  };
};
