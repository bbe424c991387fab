import type { Random } from '@zonula/numerics';
import { drawPerson, type Noise } from '../axis/people.ts';
import { type AxisPerson, type Condition, conditions, type Trigger } from '../axis/person.ts';
import type { Setting } from '../settings.ts';

export const loggingStyles = ['even', 'more-when-bad', 'less-when-bad'] as const;

/** How a person keeps the diary. */
export interface Logging {
  /** Chance that a day is written at all. */
  readonly day: number;
  /** Chance that an eaten food is left out on a written day. */
  readonly forgotten: number;
  /** Chance that a pause begins on a day, and its mean length. */
  readonly pause: number;
  readonly pauseDays: number;
  readonly style: (typeof loggingStyles)[number];
  /** Chance that a written day is marked complete. */
  readonly complete: number;
}

/** A virtual person: body, habits and pen. */
export interface Profile {
  readonly person: AxisPerson & {
    readonly settings: readonly Setting[];
    readonly triggers: readonly Trigger[];
  };
  readonly noise: Noise;
  /** Usual stress, 0 to 10, and hours of sleep. */
  readonly stress: number;
  readonly sleep: number;
  /** Where there is a cycle: its length, the day it stands at first, and how much the skin follows. */
  readonly cycle: {
    readonly days: number;
    readonly first: number;
    readonly strength: number;
  } | null;
  /** Log odds that a bad day adds to comfort food, by stress and by yesterday's skin. */
  readonly comfort: number;
  /** Chance to do what one has taken up: a supplement, a moisturiser. */
  readonly adherence: number;
  /** The middle of the scale: the mean score to be expected, as a share. */
  readonly level: number;
  /** Error of a single entry as a share of the scale. */
  readonly raterError: number;
  readonly gutError: number;
  readonly logging: Logging;
}

export interface ProfileRequest {
  readonly condition?: Condition | undefined;
  readonly settings?: readonly Setting[] | undefined;
  readonly triggers?: readonly Trigger[] | undefined;
}

/** Classes that a virtual person may react to. */
const reactedTo = [
  ...['dairy', 'wheat', 'egg', 'peanut', 'tree-nut', 'soy', 'fish', 'added-sugar', 'nightshade'],
  ...['histamine', 'citrus', 'cocoa', 'alcohol', 'spicy', 'red-meat', 'ultra-processed'],
] as const;

/** Nobody has counted true triggers; zero to three, each through the gut, past it, or both. All assumed. */
const drawTriggersOf = (random: Random): Trigger[] => {
  const chance = random.uniform();
  const count = chance < 0.35 ? 0 : chance < 0.7 ? 1 : chance < 0.9 ? 2 : 3;
  const free: string[] = [...reactedTo];
  return Array.from({ length: count }, () => {
    const [name] = free.splice(random.integer(free.length), 1);
    const route = random.uniform();
    const [gut, direct] = [2 + 8 * random.uniform(), 1 + 9 * random.uniform()];
    return {
      class: name!,
      gut: route < 0.5 ? gut : 0,
      direct: route >= 0.3 ? direct : 0,
    };
  });
};

/** The skin of a virtual person where nobody settles it. */
export const drawCondition = (random: Random): Condition =>
  conditions[random.fork(1).integer(conditions.length)]!;

/** Draws a virtual person. What is given stays as given; everything else comes from priors. */
export const drawProfile = (
  random: Random,
  { condition, settings = [], triggers }: ProfileRequest,
): Profile => {
  const skin = condition ?? drawCondition(random);
  const drawn = drawPerson(skin, random.fork(2));
  const arrow: Setting = ['gut_arrow', random.fork(3).uniform() < 0.5 ? 1 : 0];
  const all = new Map([...(drawn.settings ?? []), arrow, ...settings]);
  const own = random.fork(4);
  const pen = random.fork(5);
  const hasCycle = own.uniform() < 0.4;
  return {
    person: {
      condition: skin,
      settings: [...all],
      triggers: triggers ?? drawTriggersOf(random.fork(6)),
    },
    noise: { spread: 0.15 + 0.35 * own.uniform(), memoryDays: 2 + 12 * own.uniform() },
    stress: 2 + 4 * own.uniform(),
    sleep: 6.3 + 1.5 * own.uniform(),
    cycle: hasCycle
      ? {
          days: 26 + own.integer(7),
          first: own.integer(28),
          strength: own.uniform() < 0.5 ? 0 : 0.25 * own.uniform(),
        }
      : null,
    comfort: own.uniform() < 0.5 ? 0 : 1.2 * own.uniform(),
    adherence: 0.5 + 0.48 * own.uniform(),
    level: 0.25 + 0.3 * own.uniform(),
    raterError: 0.03 + 0.07 * own.uniform(),
    gutError: 0.05 + 0.1 * own.uniform(),
    logging: {
      day: 0.75 + 0.24 * pen.uniform(),
      forgotten: pen.uniform() < 0.4 ? 0 : 0.1 * pen.uniform(),
      pause: pen.uniform() < 0.5 ? 0 : 0.008 * pen.uniform(),
      pauseDays: 3 + 9 * pen.uniform(),
      style: loggingStyles[pen.uniform() < 0.6 ? 0 : 1 + pen.integer(2)]!,
      complete: pen.uniform() < 0.5 ? 0 : pen.uniform(),
    },
  };
};
