import { type Category, type Diary, identityOf, type Observation } from '@zonula/diary';
import type { Random } from '@zonula/numerics';
import type { Life, Person } from './unfold.ts';

/** What the person wrote, and in the same breath what they did not. Arrays have one value a diary day. */
export interface Written {
  readonly diary: Diary;
  /** Recorded outcome; NaN where nothing was written. */
  readonly outcome: Float64Array;
  /** 1 where the day has any row. */
  readonly logged: Uint8Array;
  /** 1 where a missing row of the category means "not taken": by category. */
  readonly known: ReadonlyMap<Category, Uint8Array>;
  /** Doses as they can be read from the rows: forgotten rows are 0, unknown days NaN; by item. */
  readonly doses: readonly Float64Array[];
  /** 1 where stress or sleep was written. */
  readonly stressLogged: Uint8Array;
  readonly sleepLogged: Uint8Array;
}

const DAY = 86_400_000;

/** `YYYY-MM-DD` of the day `offset` days after `from`. */
export const dateAfter = (from: string, offset: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + offset * DAY).toISOString().slice(0, 10);

/** 1 on the days without any entry: single days, spells, and more or fewer of them when skin is bad. */
export function drawSilence(random: Random, person: Person, life: Life): Uint8Array {
  const { scenario, dynamics, burnIn } = person;
  const { days, missing, missingInGaps, severityLogging } = scenario;
  const silent = new Uint8Array(days);
  // The outcome alone is also left out on some written days; 0.9 of the missing days are silent.
  const inGaps = 0.9 * missing * missingInGaps;
  const gapLength = 2 + 8 * random.uniform();
  const start = inGaps / (gapLength * (1 - inGaps));
  let left = random.uniform() < inGaps ? 1 + Math.floor(gapLength * random.exponential()) : 0;
  const single = (0.9 * missing - inGaps) / (1 - inGaps);
  const base = Math.log(single / (1 - single));
  for (let t = 0; t < days; t++) {
    if (left === 0 && random.uniform() < start)
      left = Math.max(1, Math.round(gapLength * random.exponential()));
    const z = (life.latent[burnIn + t]! - dynamics.mean) / dynamics.sd;
    const p = 1 / (1 + Math.exp(-(base - severityLogging * Math.min(Math.max(z, -3), 3))));
    if (left > 0 || random.uniform() < p) silent[t] = 1;
    if (left > 0) left--;
  }
  return silent;
}

/** Writes the diary: only what this person would really have put down. */
export function write(random: Random, person: Person, life: Life, from: string): Written {
  const { scenario, recorder, menu, burnIn, background } = person;
  const { days } = scenario;
  const silent = drawSilence(random.fork(1), person, life);
  const style = random.fork(2);
  const completes = [0, 0, 0.3, 0.95][style.integer(4)]!;
  const writesZeros = style.uniform() < 0.5;
  const skipsMeals = 0.1 * style.uniform();
  const skipsOutcome = 0.1 * scenario.missing;
  const observations: Observation[] = [];
  const outcome = new Float64Array(days).fill(Number.NaN);
  const logged = new Uint8Array(days);
  const stressLogged = new Uint8Array(days);
  const sleepLogged = new Uint8Array(days);
  const known = new Map<Category, Uint8Array>();
  for (const { category } of menu.items) known.set(category, new Uint8Array(days));
  const doses = menu.items.map(() => new Float64Array(days).fill(Number.NaN));
  const gut = gutSymptom(random.fork(3), person, life);
  const outcomeName = recorder.latentRange === recorder.max ? 'severity' : 'lesion count';
  for (let t = 0; t < days; t++) {
    const luck = Array.from({ length: 6 }, () => style.uniform());
    const forgets = menu.items.map(() => style.uniform() < scenario.forgotten);
    const score = recorder.record(life.latent[burnIn + t]!, random);
    if (silent[t]) continue;
    const date = dateAfter(from, t);
    const put = (category: Category, name: string, value: number): void => {
      observations.push({ date, category, name, value });
      logged[t] = 1;
    };
    if (luck[0]! >= skipsOutcome) {
      put('skin', outcomeName, score);
      outcome[t] = score;
    }
    const meals = luck[1]! >= skipsMeals;
    const complete = meals && luck[2]! < completes;
    menu.items.forEach((item, i) => {
      const dose = life.doses[i]![burnIn + t]!;
      const food = item.category === 'food';
      if (food && !meals) return;
      if (dose > 0 && !forgets[i]) put(item.category, item.name, dose);
      else if (!food && writesZeros) put(item.category, item.name, 0);
      else return;
      known.get(item.category)![t] = 1;
    });
    if (complete) put('day', 'complete', 1);
    if (complete) for (const days of known.values()) days[t] = 1;
    menu.items.forEach((item, i) => {
      if (!known.get(item.category)![t]) return;
      doses[i]![t] = forgets[i] ? 0 : life.doses[i]![burnIn + t]!;
    });
    if (scenario.stress === 'logged' && luck[3]! < 0.92) {
      put('stress', 'level', clampRound(4 + 2 * background.stress[burnIn + t]!, 0, 10));
      stressLogged[t] = 1;
    }
    if (scenario.sleep === 'logged' && luck[4]! < 0.92) {
      put('sleep', 'hours', clampRound(2 * (7 + background.sleep[burnIn + t]!), 0, 24) / 2);
      sleepLogged[t] = 1;
    }
    if (scenario.gutLogged && luck[5]! < 0.95) put('gut', 'bloating', gut[t]!);
  }
  const scales = new Map([
    [identityOf('skin', outcomeName), { min: recorder.min, max: recorder.max, inferred: false }],
    [identityOf('stress', 'level'), { min: 0, max: 10, inferred: false }],
    [identityOf('gut', 'bloating'), { min: 0, max: 10, inferred: false }],
  ]);
  const diary = { observations, scales, warnings: [] };
  return { diary, outcome, logged, known, doses, stressLogged, sleepLogged };
}

const clampRound = (x: number, min: number, max: number): number =>
  Math.min(Math.max(Math.round(x), min), max);

/** Bloating 0-10: its own ups and downs, pushed by three foods the same and the next day. */
function gutSymptom(random: Random, person: Person, life: Life): Float64Array {
  const { burnIn, scenario, menu } = person;
  const causes = Array.from({ length: 3 }, () => random.integer(menu.items.length));
  let state = 0;
  return Float64Array.from({ length: scenario.days }, (_, t) => {
    state = 0.5 * state + 1.2 * random.normal();
    const eaten = causes.reduce(
      (sum, i) => sum + life.doses[i]![burnIn + t]! + 0.5 * life.doses[i]![burnIn + t - 1]!,
      0,
    );
    return clampRound(2 + state + 1.2 * eaten, 0, 10);
  });
}
