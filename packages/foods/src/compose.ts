import { allergenKeys, type ClassKey, classKeys, type PreparationTag } from './classes.ts';
import type { Match } from './find/resolve.ts';
import { isFlesh, isMeat, isStarch } from './find/slots.ts';
import { isPresent } from './presence.ts';
import type { ClassShare, FoodTables } from './tables.ts';
import { type Held, takeOut } from './take-out.ts';
import type { Removal } from './text/modifiers.ts';
import { foldLetters } from './text/normalise.ts';
import { preparationWords } from './text/vocabulary.ts';
import { stemsOf, wordsOf } from './text/words.ts';

export interface ClassDose {
  /** Share of the food's weight that the class makes up, 0 to 100. */
  readonly percent: number;
  readonly grams: number;
  /** How sure it is that this food holds the class, given that the food itself is right. */
  readonly probability: number;
}

export interface Composed {
  readonly ingredients: readonly {
    readonly code: number;
    readonly name: string;
    readonly family: string | null;
    readonly percent: number;
  }[];
  readonly classes: ReadonlyMap<ClassKey, ClassDose>;
  /** Classes that were said not to be in it. */
  readonly gone: ReadonlySet<ClassKey>;
  readonly preparations: readonly PreparationTag[];
  /** Grams that are neither water nor ash. */
  readonly dry: number;
  /** Share of the weight that was taken out by "without" and that we do not know the place of, 0 to 1. */
  readonly removed: number;
  /** What was said not to be in it, and was. */
  readonly honoured: readonly string[];
}

export interface Wanted {
  readonly match: Match;
  readonly removals: readonly Removal[];
  /** Index of the plant drink, or of another milk, that takes the place of the milk; null without. */
  readonly plantMilk: number | null;
  /** Index of the bread or pasta that takes the place of the wheat; null without. */
  readonly grain: number | null;
  /** Food by name, for "no mayo". */
  readonly named: (name: string) => Match | null;
}

/**
 * Quickly digested starch counts from so many grams, as of a thin slice of white bread, with whatever else is in the
 * dish; sugar counts where it and the starch are at least this part of the dry matter, as in sweets, cakes and soft
 * drinks and not in fruit yogurt. Our own convention, drawn from the tuning halves; it is no glycaemic index.
 */
const enoughStarch = 12;
const mainPart = 0.5;

/** What goes as a property; the ingredient stays: lactose-free milk is milk. */
const properties: ReadonlySet<ClassKey> = new Set(['lactose', 'caffeine', 'alcohol']);
const dairyKeys: readonly ClassKey[] = [
  'dairy',
  'milk',
  'skim-milk',
  'whey',
  'cheese',
  'yogurt',
  'lactose',
];
const milkKeys: readonly ClassKey[] = ['milk', 'skim-milk', 'lactose'];

/** What is meant by "no sauce". */
const sauces: ReadonlyMap<string, readonly string[]> = new Map(
  ['sauc', 'dressing', 'condiment'].map((stem) => [stem, ['mayonnaise', 'ketchup', 'vinaigrette']]),
);
/** What is meant by "no salad" in a bread. */
const leaves = new Set(['lettuce', 'tomato', 'cucumber', 'cabbage', 'onion']);
const isSalad: ReadonlySet<string> = new Set(stemsOf(['salad', 'salat', 'salade', 'ensalada']));

/** Per cent of what is an ingredient by itself. */
const mostly = 90;
/** Grams of bread from a gram of flour. */
const breadOfFlour = 1.5;
/** What a plant drink takes the place of. */
const fluid: ReadonlySet<string> = new Set(['milk', 'cream']);

/** Fish and sea food stay possible where something else is named in their place: nobody said that they are gone. */
const staying: ReadonlySet<ClassKey> = new Set(['fish', 'shellfish']);
const stillThere = 0.5;

const mixtureOf = (
  tables: FoodTables,
  match: Match,
): {
  held: Held[];
  /** What something else may stand in place of. */
  replaced: Held[];
  /** What may be there or not. */
  unsaid: Held[];
  total: number;
} => {
  const held = new Map<number, Held>();
  const replaced: Held[] = [];
  const unsaid: Held[] = [];
  let total = 0;
  for (const [place, { index, share }] of match.foods.entries()) {
    const grams = share * match.grams;
    total += grams;
    for (const part of tables.partsAt(index)) {
      const { ingredient, percent } = part;
      if (place === 0 && match.unsaid?.has(ingredient)) {
        unsaid.push({ code: ingredient, grams: (grams * percent) / 100 });
        continue;
      }
      if (place === 0 && match.instead === 'meat') {
        if (match.emptied !== true && isMeat(tables, ingredient)) continue;
        if (match.emptied === true && isFlesh(tables, part)) {
          replaced.push({ code: ingredient, grams: (grams * percent) / 100 });
          continue;
        }
      }
      const known = held.get(ingredient);
      if (known === undefined)
        held.set(ingredient, { code: ingredient, grams: (grams * percent) / 100 });
      else known.grams += (grams * percent) / 100;
    }
  }
  return { held: [...held.values()], replaced, unsaid, total };
};

/** Grams of mustard seed below which it is one of many spices, and not of every recipe. */
const traceOfSpice = 0.06;

/**
 * Ingredients and classes of a matched food in `match.grams` grams, without what the person said is not in it.
 * What takes the place of a removed part is not known and not invented.
 */
export const compose = (
  tables: FoodTables,
  { match, removals, plantMilk, grain, named }: Wanted,
): Composed => {
  const { held, replaced, unsaid, total } = mixtureOf(tables, match);
  const classesOf = (code: number): readonly ClassShare[] =>
    tables.ingredients.get(code)?.classes ?? [];
  const nameOf = (code: number): string => tables.ingredients.get(code)?.name ?? '';
  const familyOf = (code: number): string | null => tables.ingredients.get(code)?.family ?? null;
  /** The family of an ingredient by itself: "onion", in whatever language. */
  const familyNamed = (name: string): string | null => {
    const food = named(name);
    const [main] =
      food === null || food.foods.length > 1 ? [] : tables.partsAt(food.foods[0]!.index);
    return main === undefined || main.percent < mostly ? null : familyOf(main.ingredient);
  };
  const gone = new Set<ClassKey>();
  const honoured: string[] = [];
  let removed = 0;

  const drop = (test: (code: number) => boolean): number => {
    let dropped = 0;
    for (const part of [...held, ...replaced, ...unsaid]) {
      if (part.grams > 0 && test(part.code)) {
        dropped += part.grams;
        part.grams = 0;
      }
    }
    return dropped;
  };
  const dropKeys = (keys: readonly ClassKey[]): number => {
    for (const key of keys) gone.add(key);
    const hard = keys.filter((key) => !properties.has(key));
    return drop((code) =>
      classesOf(code).some(
        ({ key, share, probability }) =>
          hard.includes(key) && probability > 0 && (key !== 'added-sugar' || share >= 0.5),
      ),
    );
  };

  let plantGrams = 0;
  if (plantMilk !== null) {
    plantGrams = drop((code) => {
      const classes = classesOf(code);
      return (
        classes.some(({ key }) => key === 'milk') ||
        (classes.some(({ key }) => key === 'dairy') && fluid.has(familyOf(code) ?? ''))
      );
    });
    for (const { ingredient, percent } of tables.partsAt(plantMilk)) {
      held.push({ code: ingredient, grams: (plantGrams * percent) / 100 });
    }
    const isPlant = !tables
      .partsAt(plantMilk)
      .some(({ ingredient }) => classesOf(ingredient).some(({ key }) => key === 'milk'));
    if (isPlant) for (const key of milkKeys) gone.add(key);
    if (
      isPlant &&
      !held.some(
        ({ code, grams: left }) => left > 0 && classesOf(code).some(({ key }) => key === 'dairy'),
      )
    )
      for (const key of [...dairyKeys, 'probiotic'] as const) gone.add(key);
  }
  if (grain !== null) {
    const wheat = drop((code) =>
      classesOf(code).some(({ key }) => key === 'gluten' || key === 'wheat'),
    );
    const flour = wheat > 0 ? wheat : drop((code) => isStarch(tables, code));
    const parts = tables.partsAt(grain);
    for (const { ingredient, percent } of parts)
      held.push({ code: ingredient, grams: (flour * breadOfFlour * percent) / 100 });
    const weight = held.reduce((sum, { grams }) => sum + grams, 0);
    for (const part of held) part.grams *= total / weight;
    if (!parts.some(({ ingredient }) => classesOf(ingredient).some(({ key }) => key === 'gluten')))
      for (const key of ['gluten', 'wheat'] as const) gone.add(key);
  }
  if (match.instead === 'dairy') removed += dropKeys(dairyKeys);
  if (match.instead === 'gluten') removed += dropKeys(['gluten', 'wheat']);
  for (const { keys, name, words } of removals) {
    let dropped = keys.length > 0 ? dropKeys(keys) : 0;
    if (name !== null && dropped === 0) {
      const wanted = stemsOf(wordsOf(foldLetters(name)));
      const head = wanted.at(-1);
      if (head !== undefined && keys.length === 0) {
        dropped = drop((code) =>
          isSalad.has(head)
            ? leaves.has(familyOf(code) ?? '') && /\braw\b/u.test(nameOf(code))
            : stemsOf(wordsOf(foldLetters(nameOf(code)))).includes(head),
        );
        const family = dropped === 0 ? familyNamed(name) : null;
        if (family !== null) dropped = drop((code) => familyOf(code) === family);
        for (const meant of dropped === 0 ? (sauces.get(head) ?? [name]) : []) {
          const food = named(meant);
          if (food !== null) dropped += takeOut(held, tables.partsAt(food.foods[0]!.index));
        }
      }
    }
    if (dropped > 0) honoured.push(words);
    removed += dropped;
  }

  const classes = new Map<ClassKey, { grams: number; without: number }>();
  const add = (key: ClassKey, grams: number, probability: number): void => {
    if (!(probability > 0) || gone.has(key)) return;
    const dose = classes.get(key);
    if (dose === undefined) classes.set(key, { grams, without: 1 - probability });
    else {
      dose.grams += grams;
      dose.without = Math.min(dose.without, 1 - probability);
    }
  };
  let dry = 0;
  let starch = 0;
  for (const { code, grams } of held) {
    if (grams <= 0) continue;
    dry += grams * (tables.ingredients.get(code)?.dry ?? 1);
    const ofIngredient = classesOf(code);
    for (const { key, share, probability } of ofIngredient) {
      add(key, grams * share * probability, probability);
      if (key === 'high-glycaemic' && !ofIngredient.some((one) => one.key === 'added-sugar'))
        starch += grams * share * probability;
    }
  }
  for (const { code, grams } of replaced)
    for (const { key, share, probability } of grams > 0 ? classesOf(code) : []) {
      const likely = stillThere * probability;
      if (staying.has(key)) add(key, grams * share * likely, likely);
    }
  for (const { code, grams } of unsaid)
    for (const { key, share, probability } of grams > 0 ? classesOf(code) : []) {
      const likely = stillThere * probability;
      if (allergenKeys.has(key)) add(key, grams * share * likely, likely);
    }
  const preparations = new Set<PreparationTag>();
  for (const word of match.preparations) {
    const tag = preparationWords.get(word);
    if (tag) preparations.add(tag);
  }
  const isMeatUnsaid = unsaid.some(({ code }) => isMeat(tables, code));
  for (const [place, { index, share }] of match.foods.entries()) {
    const grams = share * match.grams;
    for (const { key, share: part, probability } of tables.classesAt(index)) {
      if (isMeatUnsaid && place === 0 && key === 'processed-meat') continue;
      // What the ingredients tell in grams is not told again for the whole food.
      const known = classes.get(key);
      const more = Math.max(0, grams * part * probability - (known?.grams ?? 0));
      if (key === 'high-glycaemic') starch += grams * part * probability;
      add(key, part === 1 && known !== undefined ? 0 : more, probability);
    }
    for (const { tag, probability } of tables.preparationsAt(index)) {
      if (tag === 'fermented' || tag === 'ultra-processed' || tag === 'histamine')
        add(tag, grams * probability, probability);
      if (tag !== 'histamine' && probability >= 0.5) preparations.add(tag);
    }
  }
  if (plantMilk !== null)
    for (const { tag, probability } of tables.preparationsAt(plantMilk))
      if (tag === 'ultra-processed') add(tag, plantGrams * probability, probability);
  if (preparations.has('fermented')) add('fermented', total, 0.9);

  const ingredients = held
    .filter(({ grams }) => grams > 0)
    .sort((a, b) => b.grams - a.grams || a.code - b.code)
    .map(({ code, grams }) => ({
      code,
      name: nameOf(code),
      family: familyOf(code),
      percent: (100 * grams) / total,
    }));
  const ordered = new Map<ClassKey, ClassDose>();
  for (const key of classKeys) {
    const dose = classes.get(key);
    if (dose === undefined) continue;
    const grams = Math.min(total, dose.grams);
    if (!isPresent(key, grams)) continue;
    if (key === 'high-glycaemic' && starch < enoughStarch && grams < mainPart * dry) continue;
    const percent = (100 * grams) / total;
    // As much as a spice mix holds of it: the next maker's holds none.
    const likely = key === 'mustard' && grams < traceOfSpice ? 0.5 : 1;
    ordered.set(key, { percent, grams, probability: Math.min(likely, 1 - dose.without) });
  }
  return {
    ingredients,
    classes: ordered,
    gone,
    preparations: [...preparations].sort(),
    dry,
    removed: total > 0 ? Math.min(1, removed / total) : 0,
    honoured,
  };
};
