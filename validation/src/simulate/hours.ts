import { type Diary, identityOf, type Observation } from '@zonula/diary';
import { createRandom, type Random } from '@zonula/numerics';
import { dateAfter } from './logging.ts';
import { type Simulation, simulate } from './simulate.ts';

/** What food does to a gut symptom within hours. */
export interface HourlyTrigger {
  readonly id: string;
  /** Largest change by one portion, as a share of the scale. */
  readonly peak: number;
  /** Hours from the meal to the largest change. */
  readonly hours: number;
}

/** A diary of pain with the times of meals and records. */
export interface TimedSimulation {
  readonly diary: Diary;
  readonly outcomeId: string;
  readonly triggers: readonly HourlyTrigger[];
  /** What the diary has in it that could mislead. */
  readonly features: { readonly [name in HourlyFeature]: boolean };
}

export const hourlyFeatures = [
  'worse in the evening by itself',
  'written down when it hurts',
  'what hurts is not eaten at the next meals',
  'comfort food after pain',
] as const;
type HourlyFeature = (typeof hourlyFeatures)[number];

interface Style {
  readonly features: TimedSimulation['features'];
  /** Pain of the evening over that of the morning, as a share of the scale. */
  readonly evening: number;
  /** Usual minutes of the records of a day. */
  readonly records: readonly number[];
  /** Minutes by which meals and records scatter, as a standard deviation. */
  readonly scatter: number;
}

interface Meal {
  readonly minute: number;
  readonly portions: number;
}

const meals = [7.5, 12.75, 16, 19.25].map((hour) => 60 * hour);
const outcome = { category: 'gut', name: 'pain' } as const;
const recordings = ['0-4', '0-10', '0-10-half', '0-100'] as const;
const DAY_MINUTES = 1440;
/** Pain stays within a day: the share of its moment that is left an hour later. */
const HOURLY_PERSISTENCE = 0.85;

const clamped = (minute: number): number => Math.min(Math.max(Math.round(minute), 0), 1439);
const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const isEaten = ({ category, value }: Observation): boolean =>
  category === 'food' && (value ?? 0) > 0;

const drawStyle = (random: Random): Style => {
  const has = hourlyFeatures.map(() => random.uniform() < 0.5);
  const usual = [12.5, 16.5, 21].map((hour) => 60 * (hour + 2 * random.uniform() - 1));
  return {
    features: Object.fromEntries(
      hourlyFeatures.map((name, i) => [name, has[i]!]),
    ) as Style['features'],
    evening: has[0] ? 0.1 + 0.15 * random.uniform() : 0,
    records: usual.slice(2 - random.integer(3)),
    scatter: 15 + 75 * random.uniform(),
  };
};

/** A gamma-shaped rise and fade, 1 at `peak` hours. */
const curve = (hours: number, peak: number): number =>
  hours <= 0 ? 0 : (hours / peak) * Math.exp(1 - hours / peak);

/**
 * The menu, the days and the omissions of `simulate` with times of day: meals at the person's hours, one to three records
 * of pain a day, which lasts for hours, may be worse in the evening, may be written down because it hurts, and may
 * change what is eaten next. Its triggers act within hours by curves that no window of the engine has.
 * @param triggers how many foods act, 0 or more
 */
export const simulateHours = (seed: number, days: number, triggers: number): TimedSimulation => {
  const random = createRandom(seed).fork(77);
  const base = simulate(seed, {
    days,
    triggers: 0,
    recording: recordings[seed % recordings.length]!,
    fill: 'middle',
    gutLogged: false,
  });
  const style = drawStyle(random.fork(1));
  const acting = drawHourlyTriggers(random.fork(2), base, triggers);
  return {
    diary: writeHours(random.fork(3), base, style, acting),
    outcomeId: identityOf(outcome.category, outcome.name),
    triggers: acting,
    features: style.features,
  };
};

const drawHourlyTriggers = (
  random: Random,
  { person, diary }: Simulation,
  count: number,
): HourlyTrigger[] => {
  const eaten = new Map<string, number>();
  for (const { category, name, value } of diary.observations)
    if (category === 'food' && (value ?? 0) > 0)
      eaten.set(identityOf(category, name), (eaten.get(identityOf(category, name)) ?? 0) + 1);
  const free = [...eaten]
    .filter(([, times]) => times >= 0.08 * person.scenario.days)
    .map(([id]) => id);
  return Array.from({ length: Math.min(count, free.length) }, () => ({
    id: free.splice(random.integer(free.length), 1)[0]!,
    peak: 0.1 * 5 ** random.uniform(),
    hours: 0.75 * 8 ** random.uniform(),
  }));
};

const writeHours = (
  random: Random,
  { person, life, diary, from }: Simulation,
  style: Style,
  triggers: readonly HourlyTrigger[],
): Diary => {
  const { recorder, scenario, burnIn, dynamics, menu } = person;
  const mealOf = new Map(menu.items.map(({ id }) => [id, random.integer(meals.length)]));
  const avoided = new Set(menu.items.map(({ id }) => id).filter(() => random.uniform() < 0.15));
  const harmless = menu.items.filter(
    ({ id, category }) => category === 'food' && triggers.every((trigger) => trigger.id !== id),
  );
  const comfort = harmless[random.integer(harmless.length)]!;
  const before = new Map<number, Observation[]>();
  for (const row of diary.observations) {
    const day = Math.round((Date.parse(row.date) - Date.parse(from)) / 86_400_000);
    before.set(day, [...(before.get(day) ?? []), row]);
  }
  const observations: Observation[] = [];
  /** Portions of each trigger, by minute of the whole diary. */
  const portions = triggers.map((): Meal[] => []);
  let moment = 0;
  let last = 0;
  const painAt = (day: number, minute: number): number => {
    const now = day * DAY_MINUTES + minute;
    const kept = HOURLY_PERSISTENCE ** ((now - last) / 60);
    moment = kept * moment + Math.sqrt(1 - kept * kept) * 0.6 * dynamics.sd * random.normal();
    last = now;
    const acts = triggers.reduce(
      (sum, { peak, hours }, j) =>
        sum +
        portions[j]!.reduce(
          (total, meal) => total + meal.portions * peak * curve((now - meal.minute) / 60, hours),
          0,
        ),
      0,
    );
    const evening = style.evening * (minute / DAY_MINUTES - 0.6);
    return life.latent[burnIn + day]! + moment + recorder.latentRange * (acts + evening);
  };
  for (let day = 0; day < scenario.days; day++) {
    const rows = before.get(day) ?? [];
    const date = dateAfter(from, day);
    const scored = rows.some(({ category }) => category === 'skin');
    const foods = rows.filter(isEaten);
    const planned = foods.map((row) => ({
      row,
      minute: clamped(
        meals[mealOf.get(identityOf(row.category, row.name)) ?? 0]! +
          style.scatter * random.normal(),
      ),
    }));
    const looks = style.records.map((minute) => clamped(minute + style.scatter * random.normal()));
    const extra = clamped(60 * (8 + 12 * random.uniform()));
    const hurts = (value: number): boolean => value > dynamics.mean + dynamics.sd;
    const moments = [
      ...planned.map(({ row, minute }) => ({ minute, eat: row })),
      ...(scored ? looks.map((minute) => ({ minute, eat: null })) : []),
      ...(scored && style.features['written down when it hurts']
        ? [{ minute: extra, eat: null }]
        : []),
    ].sort((a, b) => a.minute - b.minute);
    let bad = false;
    for (const { minute, eat } of moments) {
      if (eat !== null) {
        const id = identityOf(eat.category, eat.name);
        const shuns = style.features['what hurts is not eaten at the next meals'];
        if (bad && shuns && avoided.has(id) && random.uniform() < 0.6) continue;
        observations.push({ ...eat, time: clockTime(minute) });
        triggers.forEach((trigger, j) => {
          if (trigger.id === id)
            portions[j]!.push({ minute: day * DAY_MINUTES + minute, portions: eat.value ?? 1 });
        });
        continue;
      }
      const pain = painAt(day, minute);
      if (minute === extra && !hurts(pain) && !looks.includes(minute)) continue;
      bad = hurts(pain);
      const value = recorder.record(pain, random);
      observations.push({ date, time: clockTime(minute), ...outcome, value });
      if (bad && style.features['comfort food after pain'] && random.uniform() < 0.5) {
        const time = clockTime(clamped(minute + 30));
        observations.push({ date, time, category: 'food', name: comfort.name, value: 1 });
      }
    }
    for (const row of rows) if (row.category !== 'skin' && !isEaten(row)) observations.push(row);
    for (const meal of portions) while (meal.length > 12) meal.shift();
  }
  const { min, max } = recorder;
  const scales = new Map([
    ...[...diary.scales].filter(([id]) => !id.startsWith('skin/')),
    [identityOf(outcome.category, outcome.name), { min, max, inferred: false }] as const,
  ]);
  return { observations, scales, warnings: [] };
};
