import { type Composed, compose } from './compose.ts';
import type { Corrections } from './corrections.ts';
import { leastConfidence } from './find/certainty.ts';
import { indexOfCode } from './find/common-names.ts';
import { createResolver, type Match } from './find/resolve.ts';
import { isLabelText } from './label/list.ts';
import { createLabelReader } from './label/read-label-text.ts';
import { createPortions } from './portions.ts';
import { type FoodReading, type ResolvedFood, tooLong } from './resolved-food.ts';
import type { CommonName, FoodTables, NutrientsOf } from './tables.ts';
import { isNegation, type Removal, takeModifiers, takeNegations } from './text/modifiers.ts';
import { normalise } from './text/normalise.ts';
import { type Amount, takeAmount } from './text/quantities.ts';
import { type Chunk, splitText } from './text/split.ts';
import { longForms, plantBeforeDrink, plantMilk, praise } from './text/vocabulary.ts';
import { isFiller, keyOf, stemsOf, wordsOf } from './text/words.ts';

export interface FoodsOptions {
  /** The person's language; where British and American words differ, it decides. */
  readonly language?: CommonName['language'];
  readonly nutrientsOf?: NutrientsOf;
  readonly corrections?: Corrections;
}

export interface Foods {
  readonly version: string;
  /** What a person typed to foods. Never throws. */
  readonly read: (typed: string) => FoodReading;
}

/** Drinks and bowls that are made with a milk, and mostly say which. */
const milky =
  /\b(?:smoothie|shake|milkshake|porridge|oats|oatmeal|cereal|muesli|musli|granola|latte|cappuccino|chai|matcha|hot chocolate|kakao|haferbrei)\b/u;
/** Foods in one text beyond which nobody has eaten. */
const mostItems = 200;
/** Units that are tried as one name: "beans on toast with cheese and tomato". */
const longestCompound = 6;

/** Short forms in full, where they stand as words of their own. */
const spellOut = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}'-])[a-z]{2,6}(?![\p{L}\p{N}'-])/gu,
    (word) => longForms.get(word) ?? word,
  );

interface Unit {
  readonly phrase: string;
  readonly amount: Amount | null;
  readonly match: Match | null;
  readonly removals: readonly Removal[];
  readonly plant: number | null;
}

interface Draft {
  unit: Unit;
  removals: Removal[];
}

/** Reads foods with the compiled tables; builds its indexes at once. */
export const createFoods = (tables: FoodTables, options: FoodsOptions = {}): Foods => {
  const { language, nutrientsOf, corrections } = options;
  const resolver = createResolver(tables, language);
  const gramsOf = createPortions(tables);

  const corrected = (text: string): Match | null => {
    if (corrections === undefined || corrections.size === 0) return null;
    const code = corrections.get(keyOf(stemsOf(wordsOf(text))));
    const index = code === undefined ? -1 : indexOfCode(tables.codes, code);
    if (index < 0) return null;
    const base = resolver.names.gramsAt.get(index) ?? 100;
    return {
      foods: [{ index, share: 1 }],
      grams: base,
      confidence: 1,
      how: 'correction',
      preparations: [],
      instead: null,
    };
  };

  const matches = new Map<string, Match | null>();
  const lookUp = (text: string): Match | null => {
    let match = matches.get(text);
    if (match === undefined) {
      match = corrected(text) ?? resolver.resolve(text);
      if (matches.size > 20_000) matches.clear();
      matches.set(text, match);
    }
    return match;
  };

  /** "latte with oat milk", "oat latte": the drink and the plant. */
  const withPlantMilk = (text: string): { rest: string; plant: number } | null => {
    const named = plantMilk.exec(text);
    const before = named === null ? plantBeforeDrink.exec(text) : null;
    if (named === null && before === null) return null;
    const milk = lookUp(named === null ? `${before![1]} milk` : named[1]!);
    if (milk === null || milk.confidence < 0.7) return null;
    const rest =
      named === null
        ? text.slice(before![0].length).replace(/^\s*milk\b/u, '')
        : `${text.slice(0, named.index)} ${text.slice(named.index + named[0].length)}`;
    const bare = rest
      .replace(
        /\b(?:with|mit|avec|con|and|made|on|in|instead of milk)\s*$|^\s*(?:and|with)\b/gu,
        '',
      )
      .replace(/\s+/gu, ' ')
      .trim();
    return bare === '' ? null : { rest: bare, plant: milk.foods[0]!.index };
  };

  const readUnit = (phrase: string): Unit => {
    const whole = lookUp(phrase);
    const { rest: bare, removals } = takeModifiers(phrase);
    const settled = (
      match: Match | null,
      amount: Amount | null,
      plant: number | null = null,
    ): Unit => ({ phrase, amount, match, removals, plant });
    if (whole !== null && (whole.how === 'correction' || whole.how === 'name'))
      return settled(whole, null);
    const { amount, rest } = takeAmount(phrase);
    const named = rest === '' ? null : amount === null ? whole : lookUp(rest);
    if (named !== null && (named.how === 'correction' || named.how === 'name'))
      return settled(named, amount);
    // "vegan burger no bun": the name may hold the first modifier and not the second.
    const partly = removals.length > 1 ? takeAmount(takeNegations(phrase)) : null;
    const known = partly === null || partly.rest === '' ? null : lookUp(partly.rest);
    if (known !== null && known.how === 'name') return settled(known, partly!.amount);
    const inner = removals.length === 0 ? { amount, rest } : takeAmount(bare);
    if (inner.rest === '') return settled(null, amount);
    const straight = lookUp(inner.rest);
    if (straight?.how === 'name' || straight?.how === 'correction')
      return settled(straight, inner.amount);
    const plant = withPlantMilk(inner.rest);
    if (plant !== null) {
      const { amount: dose, rest: drink } = takeAmount(plant.rest);
      const base = lookUp(drink);
      if (base !== null && base.how !== 'sum' && base.confidence >= 0.7 && holdsMilk(base)) {
        return settled(
          { ...base, confidence: base.confidence - 0.04 },
          dose ?? inner.amount,
          plant.plant,
        );
      }
    }
    // The survey may know the food with its modifier: "bread, gluten free".
    if (removals.length > 0 && named !== null && named.how === 'survey')
      return settled(named, amount);
    return settled(straight, inner.amount);
  };

  function holdsMilk(match: Match): boolean {
    return match.foods.some(({ index }) =>
      tables
        .partsAt(index)
        .some(
          ({ ingredient, percent }) =>
            percent >= 1 &&
            (tables.ingredients.get(ingredient)?.classes ?? []).some(
              ({ key }) => key === 'milk' || key === 'dairy',
            ),
        ),
    );
  }

  const valueOfUnit = ({ match }: Unit): number => (match === null ? 0 : match.confidence);

  /** Chooses where a chunk is cut: compounds that the tables know stay whole. */
  const readChunk = ({ units, joins }: Chunk): readonly Unit[] => {
    const count = units.length;
    const spanText = (from: number, to: number): string =>
      units
        .slice(from, to)
        .map((unit, i) => (i === 0 ? unit : `${joins[from + i - 1]} ${unit}`))
        .join(' ');
    const best: { value: number; from: number; unit: Unit | null }[] = [
      { value: 0, from: 0, unit: null },
    ];
    for (let to = 1; to <= count; to += 1) {
      let chosen: { value: number; from: number; unit: Unit } | null = null;
      for (let from = Math.max(0, to - longestCompound); from < to; from += 1) {
        const length = to - from;
        const text = spanText(from, to);
        let unit: Unit;
        let value: number;
        if (length === 1) {
          unit = readUnit(text);
          value = valueOfUnit(unit);
        } else {
          const spanned = readSpan(text);
          if (spanned === null) continue;
          unit = spanned;
          // A drink with its plant milk is one food, however sure the drink alone is.
          const sure = unit.plant === null ? valueOfUnit(unit) : Math.max(0.97, valueOfUnit(unit));
          value = length * sure + (unit.match?.how === 'survey' ? 0 : 0.12) * (length - 1);
        }
        const total = best[from]!.value + value;
        if (chosen === null || total > chosen.value) chosen = { value: total, from, unit };
      }
      best.push(chosen!);
    }
    const chosen: Unit[] = [];
    for (let at = count; at > 0; at = best[at]!.from) chosen.unshift(best[at]!.unit!);
    return chosen;
  };

  /** Several units as one food: a known compound, a drink with plant milk, or what the survey calls exactly so. */
  const readSpan = (text: string): Unit | null => {
    const { rest: bare, removals } = takeModifiers(text);
    if (/\b(?:without|no|ohne|sans|sin)\b/u.test(text)) {
      if (removals.length === 0) return null;
    }
    const { amount, rest } = takeAmount(bare);
    if (rest === '') return null;
    const make = (match: Match, dose: Amount | null, plant: number | null = null): Unit => ({
      phrase: text,
      amount: dose,
      match,
      removals,
      plant,
    });
    const match = corrected(rest) ?? resolver.compound(rest);
    if (match !== null) return make(match, amount);
    const plant = withPlantMilk(rest);
    if (plant !== null) {
      const inner = takeAmount(plant.rest);
      const base = lookUp(inner.rest);
      if (base !== null && base.how !== 'sum' && base.confidence >= 0.7 && holdsMilk(base))
        return make(
          { ...base, confidence: base.confidence - 0.04 },
          inner.amount ?? amount,
          plant.plant,
        );
    }
    const whole = lookUp(rest);
    if (whole === null) return null;
    if (whole.how === 'survey' || whole.how === 'spelling') return make(whole, amount);
    return null;
  };

  /** "yoghurt, greek" is Greek yoghurt. */
  const turnedName = (phrase: string, before: Unit): Unit | null => {
    const { amount, rest } = takeAmount(before.phrase);
    const match = resolver.compound(`${phrase} ${rest}`);
    return match === null
      ? null
      : { ...before, phrase: `${before.phrase}, ${phrase}`, match, amount };
  };

  /** Index of the plant drink that a unit is, and nothing else. */
  const plantDrink = (phrase: string, match: Match): number | null => {
    const named = plantMilk.exec(takeAmount(phrase).rest);
    return named !== null && named[0].length === takeAmount(phrase).rest.length
      ? match.foods[0]!.index
      : null;
  };

  /** "smoothie with banana, spinach and oat milk": the milk of the list is that of the smoothie. */
  const takesMilk = ({ phrase, match, plant }: Unit): boolean =>
    plant === null && match !== null && milky.test(phrase) && holdsMilk(match);

  const finish = ({ unit, removals }: Draft): ResolvedFood => {
    const usual = unit.match!;
    const grams = Math.max(0.01, Math.min(100_000, gramsOf(unit.amount, unit.match!)));
    const match = { ...usual, grams };
    const composed: Composed = compose(tables, {
      match,
      removals,
      plantMilk: unit.plant,
      named: lookUp,
    });
    // What fills the gap is not known: the more of the food went, the less sure we are of the rest.
    const doubt = composed.removed > 0.02 ? 0.04 + 0.16 * composed.removed : 0;
    const code = tables.codes[match.foods[0]!.index]!;
    return {
      phrase: unit.phrase.replaceAll('-and-', ' and '),
      food: match.foods.map(({ index }) => tables.names[index]!).join(' + '),
      code,
      with: match.foods.slice(1).map(({ index }) => tables.codes[index]!),
      confidence: Math.max(0, Math.min(1, match.confidence - doubt)),
      how: match.how,
      grams,
      ingredients: composed.ingredients.map(({ name, percent }) => ({ name, percent })),
      classes: composed.classes,
      preparations: composed.preparations,
      without: removals.map(({ words }) => words),
      // Of a food without one of its parts the nutrients are not known.
      nutrients: composed.removed > 0.02 || unit.plant !== null ? null : nutrientsIn(match, grams),
      dataVersion: tables.version,
      label: null,
    };
  };

  /** What one part does not tell, the sum does not know. */
  const nutrientsIn = (match: Match, grams: number): ReadonlyMap<string, number> | null => {
    if (nutrientsOf === undefined) return null;
    const each = match.foods.map(({ index }) => nutrientsOf(tables.codes[index]!));
    const [first] = each;
    if (first === undefined || first === null) return null;
    const sums = new Map<string, number>();
    for (const name of first.keys()) {
      const sum = match.foods.reduce(
        (total, { share }, i) => total + (each[i]?.get(name) ?? Number.NaN) * share,
        0,
      );
      if (!Number.isNaN(sum)) sums.set(name, (sum * grams) / 100);
    }
    return sums.size === 0 ? null : sums;
  };

  const readLabelText = createLabelReader(tables, resolver);

  const read = (typed: string): FoodReading => {
    if (isLabelText(typed)) return readLabelText(typed);
    const { text, cut } = normalise(typed);
    const drafts: Draft[] = [];
    const unknown: string[] = [];
    const notes: string[] = [];
    /** "breakfast", "today": words that name no food; nothing is lost with them where a food is named. */
    const idle: string[] = [];
    if (cut) notes.push(tooLong);
    let full = false;
    for (const chunk of splitText(spellOut(text))) {
      if (drafts.length + unknown.length >= mostItems) {
        full = true;
        break;
      }
      const small =
        chunk.units.length <= 40
          ? chunk
          : { units: chunk.units.slice(0, 40), joins: chunk.joins.slice(0, 39) };
      for (const unit of readChunk(small)) {
        const { match, removals, phrase } = unit;
        const turned =
          match === null && drafts.length > 0 ? turnedName(phrase, drafts.at(-1)!.unit) : null;
        if (turned !== null) {
          drafts.at(-1)!.unit = turned;
          continue;
        }
        if (match === null && wordsOf(phrase).every((word) => praise.has(word) || isFiller(word))) {
          idle.push(phrase);
          continue;
        }
        const drink = match === null ? null : plantDrink(phrase, match);
        const open = drink === null ? undefined : drafts.findLast(({ unit: u }) => takesMilk(u));
        if (open !== undefined) {
          open.unit = { ...open.unit, plant: drink };
          continue;
        }
        if (
          match === null &&
          removals.length > 0 &&
          (isNegation(phrase) || takeModifiers(phrase).rest === '')
        ) {
          // "no egg" on its own speaks of what came before it.
          if (drafts.length === 0) unknown.push(phrase.replaceAll('-and-', ' and '));
          for (const draft of drafts) draft.removals.push(...removals);
        } else if (match === null || match.confidence < leastConfidence)
          unknown.push(phrase.replaceAll('-and-', ' and '));
        else drafts.push({ unit, removals: [...removals] });
      }
    }
    if (full) notes.push(`More than ${mostItems} foods in one text: the rest was not read.`);
    if (drafts.length === 0) unknown.push(...idle);
    const items = drafts.map(finish);
    return { items, unknown, notes };
  };
  return { version: tables.version, read };
};
