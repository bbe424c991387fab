import { allergenKeys, type ClassKey } from './classes.ts';
import type { Foods } from './foods.ts';
import type { ResolvedFood } from './resolved-food.ts';

/** A phrase with what a person says it holds. */
export interface LabelledEntry {
  readonly id: string;
  readonly text: string;
  /** The foods that are meant; `unresolvable` where nobody could tell. */
  readonly items: string;
  /** Surely held. */
  readonly classes: ReadonlySet<string>;
  /** May be held or not: not scored. */
  readonly uncertain: ReadonlySet<string>;
}

export interface Counts {
  readonly right: number;
  readonly tooMany: number;
  readonly missed: number;
}

export interface Difference {
  readonly id: string;
  readonly key: ClassKey | string;
  readonly kind: 'missed' | 'too many';
  /** Of the least sure food of the entry; 0 where words stayed unknown, as nothing is said of them. */
  readonly confidence: number;
  /** With which the class was said to be there, 0 to 1. */
  readonly probability: number;
}

export interface FoodScore {
  readonly entries: number;
  /** Share of the entries that can be resolved and were, whole and with a confidence of at least 0.8. */
  readonly resolved: number;
  /** F1 of class presence: the allergens of EU law with dairy, gluten and wheat. */
  readonly allergenF1: number;
  readonly allF1: number;
  readonly allergens: Counts;
  readonly all: Counts;
  /** Allergens missed with a confidence above 0.8. */
  readonly missedSure: readonly Difference[];
  /** Missed allergens that were not even named as possible. */
  readonly missedUnnamed: readonly Difference[];
  /** Allergens named as possible that people call held, uncertain and absent. */
  readonly possible: { readonly held: number; readonly uncertain: number; readonly absent: number };
  /** Share of the entries answered with a confidence above 0.8. */
  readonly sure: number;
  readonly differences: readonly Difference[];
  /** Entries that nobody could resolve and that were answered all the same. */
  readonly answeredWithout: readonly string[];
  /** Per tenth of confidence: entries, and share of them with all allergens right. */
  readonly calibration: readonly {
    readonly from: number;
    readonly entries: number;
    readonly right: number;
  }[];
}

const f1 = ({ right, tooMany, missed }: Counts): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + tooMany + missed);

const probabilitiesIn = (items: readonly ResolvedFood[]): ReadonlyMap<string, number> => {
  const highest = new Map<string, number>();
  for (const { classes, variations } of items)
    for (const [key, { probability }] of [...classes, ...variations])
      highest.set(key, Math.max(probability, highest.get(key) ?? 0));
  return highest;
};

/** Holds what is read against what people say. An unknown phrase misses all its classes. */
export const scoreFoods = (foods: Foods, entries: readonly LabelledEntry[]): FoodScore => {
  const allergens = { right: 0, tooMany: 0, missed: 0 };
  const all = { right: 0, tooMany: 0, missed: 0 };
  const differences: Difference[] = [];
  const answeredWithout: string[] = [];
  const tenths = new Map<number, { entries: number; right: number }>();
  let resolvable = 0;
  let resolved = 0;
  let sure = 0;
  const possible = { held: 0, uncertain: 0, absent: 0 };
  for (const { id, text, items: meant, classes, uncertain } of entries) {
    const { items, unknown } = foods.read(text);
    const confidence =
      unknown.length > 0 || items.length === 0
        ? 0
        : Math.min(...items.map((item) => item.confidence));
    const probabilityOf = probabilitiesIn(items);
    if (meant === 'unresolvable') {
      if (items.length > 0) answeredWithout.push(id);
      continue;
    }
    resolvable += 1;
    if (confidence >= 0.8) resolved += 1;
    if (confidence > 0.8) sure += 1;
    const held = new Set([...probabilityOf].filter(([, one]) => one > 0.5).map(([key]) => key));
    for (const [key, one] of probabilityOf)
      if (one <= 0.5 && allergenKeys.has(key))
        possible[classes.has(key) ? 'held' : uncertain.has(key) ? 'uncertain' : 'absent'] += 1;
    let allergensRight = true;
    for (const key of new Set([...held, ...classes])) {
      if (uncertain.has(key)) continue;
      const kind = !held.has(key) ? 'missed' : !classes.has(key) ? 'too many' : 'right';
      const counter = kind === 'right' ? 'right' : kind === 'missed' ? 'missed' : 'tooMany';
      all[counter] += 1;
      if (allergenKeys.has(key)) allergens[counter] += 1;
      if (kind === 'right') continue;
      if (allergenKeys.has(key)) allergensRight = false;
      differences.push({
        id,
        key,
        kind,
        confidence,
        probability: probabilityOf.get(key) ?? 0,
      });
    }
    const from = Math.min(9, Math.floor(confidence * 10)) / 10;
    const tenth = tenths.get(from) ?? { entries: 0, right: 0 };
    tenth.entries += 1;
    if (allergensRight) tenth.right += 1;
    tenths.set(from, tenth);
  }
  const missed = differences.filter(({ key, kind }) => kind === 'missed' && allergenKeys.has(key));
  return {
    entries: resolvable,
    resolved: resolvable === 0 ? 0 : resolved / resolvable,
    allergenF1: f1(allergens),
    allF1: f1(all),
    allergens,
    all,
    missedSure: missed.filter(({ confidence }) => confidence > 0.8),
    missedUnnamed: missed.filter(({ probability }) => probability === 0),
    possible,
    sure: resolvable === 0 ? 0 : sure / resolvable,
    differences,
    answeredWithout,
    calibration: [...tenths]
      .sort(([a], [b]) => a - b)
      .map(([from, { entries: n, right }]) => ({ from, entries: n, right: right / n })),
  };
};
