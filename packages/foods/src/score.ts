import type { ClassKey } from './classes.ts';
import type { Foods } from './foods.ts';

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
  readonly confidence: number;
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

/** The fourteen of EU law; gluten and dairy among them, wheat beside gluten. */
export const allergenKeys: ReadonlySet<string> = new Set<ClassKey>([
  'dairy',
  'gluten',
  'wheat',
  'egg',
  'peanut',
  'tree-nut',
  'soy',
  'fish',
  'shellfish',
  'sesame',
  'mustard',
  'celery',
  'lupin',
  'sulphite',
]);

const f1 = ({ right, tooMany, missed }: Counts): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + tooMany + missed);

/** Holds what is read against what people say. An unknown phrase misses all its classes. */
export const scoreFoods = (foods: Foods, entries: readonly LabelledEntry[]): FoodScore => {
  const allergens = { right: 0, tooMany: 0, missed: 0 };
  const all = { right: 0, tooMany: 0, missed: 0 };
  const differences: Difference[] = [];
  const answeredWithout: string[] = [];
  const tenths = new Map<number, { entries: number; right: number }>();
  let resolvable = 0;
  let resolved = 0;
  for (const { id, text, items: meant, classes, uncertain } of entries) {
    const { items, unknown } = foods.read(text);
    const confidence = items.length === 0 ? 0 : Math.min(...items.map((item) => item.confidence));
    if (meant === 'unresolvable') {
      if (items.length > 0) answeredWithout.push(id);
      continue;
    }
    resolvable += 1;
    if (unknown.length === 0 && confidence >= 0.8) resolved += 1;
    const held = new Set<string>(
      items.flatMap((item) =>
        [...item.classes].filter(([, { probability }]) => probability > 0.5).map(([key]) => key),
      ),
    );
    let allergensRight = true;
    for (const key of new Set([...held, ...classes])) {
      if (uncertain.has(key)) continue;
      const kind = !held.has(key) ? 'missed' : !classes.has(key) ? 'too many' : 'right';
      const counter = kind === 'right' ? 'right' : kind === 'missed' ? 'missed' : 'tooMany';
      all[counter] += 1;
      if (allergenKeys.has(key)) allergens[counter] += 1;
      if (kind === 'right') continue;
      if (allergenKeys.has(key)) allergensRight = false;
      differences.push({ id, key, kind, confidence });
    }
    const from = Math.min(9, Math.floor(confidence * 10)) / 10;
    const tenth = tenths.get(from) ?? { entries: 0, right: 0 };
    tenth.entries += 1;
    if (allergensRight) tenth.right += 1;
    tenths.set(from, tenth);
  }
  return {
    entries: resolvable,
    resolved: resolvable === 0 ? 0 : resolved / resolvable,
    allergenF1: f1(allergens),
    allF1: f1(all),
    allergens,
    all,
    missedSure: differences.filter(
      ({ key, kind, confidence }) => kind === 'missed' && confidence > 0.8 && allergenKeys.has(key),
    ),
    differences,
    answeredWithout,
    calibration: [...tenths]
      .sort(([a], [b]) => a - b)
      .map(([from, { entries: n, right }]) => ({ from, entries: n, right: right / n })),
  };
};
