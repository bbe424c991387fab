import type { Random } from '@zonula/numerics';

export const recordings = ['0-3', '0-4', '0-10', '0-10-half', '0-100', 'lesions'] as const;
export type Recording = (typeof recordings)[number];

export const delayClasses = ['quick', 'next-days', 'slow'] as const;
/** When an exposure starts to act: today or tomorrow; two to four days on; five to fourteen. */
export type DelayClass = (typeof delayClasses)[number];

/** Everything that makes one simulated person's diary what it is. All rates per day. */
export interface Scenario {
  /** Days the diary spans, 60-420. */
  readonly days: number;
  /** Number of exposures the person could write down. */
  readonly exposures: number;
  /** How many of them truly act on the outcome. */
  readonly triggers: number;
  readonly delays: readonly DelayClass[];
  readonly recording: Recording;
  /** Where the score mostly sits. */
  readonly fill: 'middle' | 'floor' | 'ceiling';
  readonly shocks: 'normal' | 'heavy' | 'flares';
  /** Day-to-day persistence of severity, 0.3-0.9. */
  readonly phi: number;
  /** Sd of a year's random walk of the level over the range of the scale. */
  readonly drift: number;
  /** Share of days without an outcome, 0.05-0.4. */
  readonly missing: number;
  /** Share of the missing days that come in spells. */
  readonly missingInGaps: number;
  /** Logit of "writes today" per standard deviation of severity; 0 = unrelated. */
  readonly severityLogging: number;
  /** Share of eaten foods that the person forgets to write on a day otherwise logged. */
  readonly forgotten: number;
  /** Menus repeat (two-state Markov chains) instead of being drawn anew each day. */
  readonly autocorrelatedMenus: boolean;
  readonly weekendMenus: boolean;
  /** Dishes that bring two or three exposures along on the same days. */
  readonly coEaten: boolean;
  /** What the person reacts to when avoiding or craving foods. */
  readonly reverseCausation: 'none' | 'today' | 'yesterday' | 'recent';
  /** Weekends change the outcome by themselves. */
  readonly weekdayEffect: boolean;
  readonly stress: 'none' | 'hidden' | 'logged';
  readonly sleep: 'none' | 'hidden' | 'logged';
  /** Stress drives some foods as well as the outcome. `hidden` cannot be solved by any diary. */
  readonly confounding: 'none' | 'logged' | 'hidden';
  /** A gut symptom with its own triggers is logged; it does not act on the outcome. */
  readonly gutLogged: boolean;
}

const pick = <T>(random: Random, values: readonly T[]): T => values[random.integer(values.length)]!;
const chance = (random: Random, p: number): boolean => random.uniform() < p;
const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

/**
 * A scenario drawn at random, with some parts fixed. The draw of each part does not depend on what
 * is fixed, so diaries of one seed stay comparable between cells of a study.
 */
export function drawScenario(random: Random, fixed: Partial<Scenario> = {}): Scenario {
  const stress = pick(random, ['none', 'hidden', 'logged', 'logged'] as const);
  const scenario: Scenario = {
    days: 60 + random.integer(361),
    exposures: 75,
    triggers: random.integer(4),
    delays: delayClasses,
    recording: pick(random, recordings),
    fill: pick(random, ['middle', 'middle', 'middle', 'floor', 'ceiling'] as const),
    shocks: pick(random, ['normal', 'heavy', 'flares'] as const),
    phi: between(random, 0.3, 0.9),
    drift: between(random, 0, 0.15),
    missing: between(random, 0.05, 0.4),
    missingInGaps: random.uniform(),
    severityLogging: chance(random, 0.4)
      ? between(random, 0.3, 1) * (chance(random, 0.5) ? 1 : -1)
      : 0,
    forgotten: chance(random, 0.5) ? between(random, 0, 0.06) : 0,
    autocorrelatedMenus: chance(random, 0.8),
    weekendMenus: chance(random, 0.6),
    coEaten: chance(random, 0.7),
    reverseCausation: chance(random, 0.5)
      ? pick(random, ['today', 'yesterday', 'recent'] as const)
      : 'none',
    weekdayEffect: chance(random, 0.4),
    stress,
    sleep: pick(random, ['none', 'hidden', 'logged', 'logged'] as const),
    confounding: chance(random, 0.3) && stress === 'logged' ? 'logged' : 'none',
    gutLogged: chance(random, 0.4),
  };
  return { ...scenario, ...fixed };
}

/** Features by which false accusations are counted; a diary may have several. */
export const features: readonly {
  readonly name: string;
  readonly has: (s: Scenario) => boolean;
}[] = [
  { name: 'autocorrelated menus', has: (s) => s.autocorrelatedMenus },
  { name: 'weekend menus', has: (s) => s.weekendMenus },
  { name: 'weekend menus and a weekend effect', has: (s) => s.weekendMenus && s.weekdayEffect },
  { name: 'co-eaten foods', has: (s) => s.coEaten },
  { name: 'reverse causation, same day', has: (s) => s.reverseCausation === 'today' },
  { name: 'reverse causation, day after', has: (s) => s.reverseCausation === 'yesterday' },
  { name: 'reverse causation, recent days', has: (s) => s.reverseCausation === 'recent' },
  { name: 'logging depends on severity', has: (s) => s.severityLogging !== 0 },
  { name: 'heavy-tailed shocks', has: (s) => s.shocks === 'heavy' },
  { name: 'flares', has: (s) => s.shocks === 'flares' },
  { name: 'mostly at the floor', has: (s) => s.fill === 'floor' },
  { name: 'mostly at the ceiling', has: (s) => s.fill === 'ceiling' },
  { name: 'missing 20 % or more', has: (s) => s.missing >= 0.2 },
  { name: 'missing mostly in gaps', has: (s) => s.missingInGaps > 0.5 },
  { name: 'persistence 0.7 or more', has: (s) => s.phi >= 0.7 },
  {
    name: 'stress or sleep acts unlogged',
    has: (s) => s.stress === 'hidden' || s.sleep === 'hidden',
  },
  { name: 'stress drives foods, logged', has: (s) => s.confounding === 'logged' },
  { name: 'fewer than 120 days', has: (s) => s.days < 120 },
  ...recordings.map((recording) => ({
    name: recording === 'lesions' ? 'lesion counts' : `recorded ${recording}`,
    has: (s: Scenario) => s.recording === recording,
  })),
];
