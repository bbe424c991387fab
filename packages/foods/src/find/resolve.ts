import type { CommonName, FoodTables } from '../tables.ts';
import type { Tongue } from '../text/language.ts';
import { foldLetters } from '../text/normalise.ts';
import { american, brands, empty, praise, preparationWords, vague } from '../text/vocabulary.ts';
import { isFiller, isJoin, keyOf, stemOf, stemsOf, wordsOf } from '../text/words.ts';
import { certainty, leastConfidence } from './certainty.ts';
import { type CommonNames, indexCommonNames, indexOfCode, type NamedFood } from './common-names.ts';
import { decompose } from './decompose.ts';
import { createMender } from './mender.ts';
import { createSearch, type Search } from './search.ts';
import { takesPlace } from './slots.ts';
import { usualGrams } from './usual-grams.ts';
import { createWordMender } from './word-mender.ts';

export type How =
  /** The person said so before. */
  | 'correction'
  /** A hand-kept name, as it is. */
  | 'name'
  /** A hand-kept name in another word order. */
  | 'reordered'
  /** The survey's own name. */
  | 'survey'
  /** A further name that the survey knows. */
  | 'synonym'
  /** A name without makers, praise or preparation. */
  | 'reduced'
  /** A hand-kept name after mending the spelling. */
  | 'spelling'
  /** The best survey food for the words. */
  | 'search'
  /** A head food and what it is made with. */
  | 'sum';

export interface Match {
  /** Foods with their shares of the whole, adding up to 1; the head first. */
  readonly foods: readonly { readonly index: number; readonly share: number }[];
  readonly grams: number;
  /** `grams` are those of one piece. */
  readonly piece: boolean;
  /** Grams of the usual portion of several; undefined where none is known. */
  readonly many?: number;
  /** 0 to 1: how often a match of this kind is right. */
  readonly confidence: number;
  readonly how: How;
  /** Folded words that say how it was made. */
  readonly preparations: readonly string[];
  /** A plant takes the place of the milk, a grain without gluten that of the wheat, the named part that of the meat. */
  readonly instead: 'dairy' | 'gluten' | 'meat' | null;
  /** The named part may take the place of the fish and the sea food too. */
  readonly emptied?: boolean;
  /** Words that neither the food nor a part of it tells. */
  readonly unread?: readonly string[];
  /** Ingredients of the usual recipe that may be there or not: the person told the parts, and these are none of them. */
  readonly unsaid?: ReadonlySet<number>;
}

export interface Resolver {
  /** Sets the language of the text that is read next. */
  readonly speak: (tongue: Tongue | null, isForeign?: boolean) => void;
  readonly resolve: (text: string) => Match | null;
  /** A hand-kept name as it is, or with its words in another order; nothing less certain. */
  readonly compound: (text: string) => Match | null;
  /** The text with what is written as it is heard, or broken off, in words that people use in names. */
  readonly inEverydayWords: (text: string) => string;
  readonly names: CommonNames;
  readonly search: Search;
}

const longestPhrase = 14;
/** A reading this sure is not held against what the words sound like. */
const leastSure = 0.75;
const shapes: ReadonlySet<string> = new Set(
  'skewer skewers traybake medley stack stacks rounds boats kabobs coins shards'.split(' '),
);
/** Longer phrases and shorter words are not taken for what they sound like. */
const mostHeard = 4;
const leastHeard = 5;
/** A known but rare word is taken for a slip only where the name that comes out is this sure. */
const leastEveryday = 0.75;
/** Codes of fruit and berries. */
const fruit = /^6[1-3]\d{6}$/u;
/** Codes of citrus fruit, of which a drink holds some. */
const citrus = /^611\d{5}$/u;
/** Codes of jellies, sweets and soft drinks: fruit in front of them is a flavour. */
const flavouredFoods = /^(?:9150|917|924|9265)\d+$/u;

/** What stands before one of these tells its kind, and is not eaten beside it. */
const ownKind = /(?:bread|cake|pie|biscuit|cookie|tea|coffee|milk|cream|wine|beer)s?$/u;

/** Beside another food it is a dish of its own, and no kind of it. */
const ownDish =
  /^(?:salads?|soups?|juice|smoothies?|(?:milk)?shakes?|yogh?urts?|crackers|crisps|fries|rice|curry|granola|cereal|porridge|oats|nuts|steak|burgers?|pizza|wraps?|puddings?|chocolate|gravy|kebab|tacos?|burritos?|quiche|ramen|sushi|stew|kefir|lemonade|latte|cappuccino|beer|water)$/u;

/** Alone they name no food: the "black" of "black and white". */
const colours: ReadonlySet<string> = new Set(
  'black white red green brown blue yellow pink purple golden dark light plain'.split(' '),
);

/** Words that may be left out of a name, each way tried. */
const mostIdle = 4;
const bitsOf = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + bitsOf(mask >> 1));

const isIdle = (word: string): boolean =>
  empty.has(word) || praise.has(word) || isFiller(word) || isJoin(word);

const single = (
  food: {
    readonly index: number;
    readonly grams: number;
    readonly piece?: boolean;
    readonly many?: number;
  },
  confidence: number,
  how: How,
  preparations: readonly string[] = [],
): Match => ({
  foods: [{ index: food.index, share: 1 }],
  grams: food.grams,
  piece: food.piece === true,
  ...(food.many === undefined ? {} : { many: food.many }),
  confidence,
  how,
  preparations,
  instead: null,
});

/** Resolves one phrase without quantity and without "dairy-free" to foods of the tables. */
export const createResolver = (
  tables: FoodTables,
  language: CommonName['language'] | undefined,
): Resolver => {
  const names = indexCommonNames(tables, language);
  const search = createSearch(tables.names, tables.surveys);
  const { known, mend } = createWordMender(names, search, () => abroad !== undefined);
  const synonyms = new Map(
    tables.synonyms.map(({ name, code }) => [
      keyOf(stemsOf(wordsOf(name))),
      indexOfCode(tables.codes, code),
    ]),
  );
  const gramsOf = (index: number): number =>
    names.gramsAt.get(index) ?? usualGrams(tables.codes[index]!);

  let abroad: ReadonlyMap<string, NamedFood> | undefined;
  /** The text is in a language of which there are few names: no word is taken for a slip of another. */
  let foreign = false;
  const speak = (tongue: Tongue | null, isForeign = false): void => {
    foreign = isForeign;
    abroad = tongue === null || language !== undefined ? undefined : names.abroad.get(tongue);
  };
  const byName = (stems: readonly string[]): NamedFood | undefined => {
    const key = keyOf(stems);
    return abroad?.get(key) ?? names.byKey.get(key);
  };
  /** The name as it is written, before others with the same stems. */
  const byWords = (words: readonly string[], stems: readonly string[]): NamedFood | undefined =>
    abroad?.get(keyOf(stems)) ?? names.byWriting.get(words.join(' ')) ?? byName(stems);
  const partOf = (stems: readonly string[]): NamedFood | undefined => {
    const food = byName(stems);
    if (food !== undefined || stems.length > 2) return food;
    const index = search.exactly(stems);
    if (index === undefined) return undefined;
    return {
      index,
      grams: gramsOf(index),
      piece: false,
      name: tables.names[index]!,
      ambiguous: false,
      english: true,
      stems,
    };
  };
  const named = (food: NamedFood, how: How, preparations: readonly string[] = []): Match =>
    single(food, food.ambiguous ? certainty.regional : certainty[how], how, preparations);

  /** "Bread and cheese", "coffee and cake": two foods, though one is named so. */
  const isBeside = (
    words: readonly string[],
    stems: readonly string[],
    { name }: NamedFood,
  ): boolean => {
    const at = words.indexOf('and');
    if (at < 0 || / (?:and|&|n|with) /u.test(name)) return false;
    if (stems.length === 2 && ownKind.test(name)) return true;
    // "Rice and salad" is no rice salad.
    const [front, back] = [words.slice(0, at), words.slice(at + 1)];
    return (
      !back.includes('and') &&
      ownDish.test(back.at(-1) ?? '') &&
      [front, back].every((part) => byName(stemsOf(part)) !== undefined)
    );
  };

  /** Reordered only where joining words allow it: chocolate milk is no milk chocolate. */
  const byOrder = (words: readonly string[], stems: readonly string[]): Match | null => {
    const food = names.inAnyOrder(stems);
    // "rice and a fried egg" is no egg fried rice: what is fried stays what is fried.
    if (food === undefined || !words.every((word, i) => sameMaking(word, words[i + 1], food)))
      return null;
    // "Mushrooms and cream" are no cream of mushroom.
    if (words.includes('and') && food.name.includes(' of ')) return null;
    if (isBeside(words, stems, food)) return null;
    const joined = words.some((word) => isJoin(word) || word === 'of' || word === 'de');
    const match = named(food, 'reordered');
    return joined ? match : { ...match, confidence: match.confidence - 0.06 };
  };

  function sameMaking(word: string, next: string | undefined, { stems }: NamedFood): boolean {
    if (next === undefined || !preparationWords.has(word)) return true;
    return stems[stems.indexOf(stemOf(word)) + 1] === stemOf(next);
  }

  const compound = (text: string): Match | null => {
    const words = wordsOf(text);
    const stems = stemsOf(words);
    if (stems.length === 0 || stems.length > longestPhrase) return null;
    const food = byWords(words, stems);
    if (food !== undefined && isBeside(words, stems, food)) return null;
    return food === undefined ? byOrder(words, stems) : named(food, 'name');
  };

  /** "Plain Greek yoghurt", "Kellogg's corn flakes": the name that leaves out fewest words of makers and praise. */
  const leastReduced = (words: readonly string[]): NamedFood | undefined => {
    const idle = words.flatMap((word, i) => (brands.has(word) || praise.has(word) ? [i] : []));
    if (idle.length < 2 || idle.length > mostIdle) return undefined;
    const masks = Array.from({ length: (1 << idle.length) - 2 }, (_, i) => i + 1).sort(
      (a, b) => bitsOf(a) - bitsOf(b) || a - b,
    );
    for (const mask of masks) {
      const left = words.filter((_, i) => !(mask & (1 << idle.indexOf(i))) || !idle.includes(i));
      const food = byName(stemsOf(left));
      if (food !== undefined) return food;
    }
    return undefined;
  };

  const fromNames = (words: readonly string[], slips: number): Match | null => {
    const spoiled = (match: Match): Match =>
      slips === 0
        ? match
        : { ...match, how: 'spelling', confidence: match.confidence - 0.05 * slips };
    const stems = stemsOf(words);
    const exact = byWords(words, stems);
    if (exact !== undefined) return spoiled(named(exact, 'name'));
    const bare = words.filter((word) => !brands.has(word) && !praise.has(word));
    const bareStems = stemsOf(bare);
    const reduced = leastReduced(words) ?? (bareStems.length > 0 ? byName(bareStems) : undefined);
    // "RXBar blueberry": the maker's food, of that flavour.
    const product =
      reduced === undefined || bare.length > 2
        ? undefined
        : words
            .filter((word) => brands.has(word))
            .map((word) => byName([stemOf(word)]))
            .find((food) => food !== undefined);
    if (product !== undefined && fruit.test(String(tables.codes[reduced!.index]!)))
      return spoiled(named(product, 'reduced'));
    if (reduced !== undefined) return spoiled(named(reduced, 'reduced'));
    // "KFC 3 piece": the maker says more than the rest.
    const maker = words.filter((word) => brands.has(word));
    if (bareStems.length === 0 || bare.every((word) => /^\d+$/u.test(word))) {
      const alone = maker.length === 0 ? undefined : byName(stemsOf(maker));
      if (alone !== undefined) return spoiled(named(alone, 'reduced'));
    }
    const ordered =
      byOrder(words, stems) ?? (bareStems.length > 1 ? byOrder(bare, bareStems) : null);
    if (ordered !== null) return spoiled(ordered);
    if (bareStems.length === 0) return null;
    const survey =
      search.exactly(stems) ?? (bareStems.length > 0 ? search.exactly(bareStems) : undefined);
    if (survey !== undefined)
      return spoiled(single({ index: survey, grams: gramsOf(survey) }, certainty.survey, 'survey'));
    const synonym = synonyms.get(keyOf(stems)) ?? synonyms.get(keyOf(bareStems));
    if (synonym === undefined) return null;
    return spoiled(
      single({ index: synonym, grams: gramsOf(synonym) }, certainty.synonym, 'synonym'),
    );
  };

  const fromSearch = (words: readonly string[], slips: number): Match | null => {
    const bare = words.filter((word) => !brands.has(word) && !praise.has(word) && !empty.has(word));
    const stems = stemsOf(bare).flatMap((stem) => american.get(stem) ?? [stem]);
    if (stems.length === 0) return null;
    const [best] = search.find(stems, 1);
    if (best === undefined) return null;
    // "Everything bagel": what names no food elsewhere may tell the kind.
    const left = words.filter((word) => empty.has(word) && !praise.has(word)).length;
    const confidence =
      certainty.ofSearch(best) - 0.05 * slips - certainty.leftOut * Math.min(2, left);
    const told = new Set(stemsOf(wordsOf(foldLetters(tables.names[best.index]!))));
    const unread = bare.filter(
      (word) =>
        names.byKey.has(stemOf(word)) &&
        !isJoin(word) &&
        !isFiller(word) &&
        !preparationWords.has(word) &&
        !(american.get(stemOf(word)) ?? [stemOf(word)]).some((stem) => told.has(stem)),
    );
    const match = single({ index: best.index, grams: gramsOf(best.index) }, confidence, 'search');
    return unread.length === 0 ? match : { ...match, unread };
  };

  /** "Rice seasoning" is no kind of rice. */
  const isOther =
    /^(?:\p{L}+ )?(?:\p{L}+) (?:seasoning|sauce|flavou?ring|topping|vinegar|oil|flour|milk|crackers?|cakes?)\b/iu;
  const isKind = (food: NamedFood, head: NamedFood): boolean =>
    food.index !== head.index &&
    head.stems.length === 1 &&
    !isOther.test(tables.names[food.index]!) &&
    stemsOf(wordsOf(foldLetters(tables.names[food.index]!))).includes(head.stems[0]!);

  const isFlavour = (food: NamedFood, head: NamedFood): boolean => {
    const code = String(tables.codes[food.index]!);
    return (
      fruit.test(code) &&
      !citrus.test(code) &&
      flavouredFoods.test(String(tables.codes[head.index]!))
    );
  };

  const hasBread = ({ index }: NamedFood): boolean =>
    /\b(?:sandwich|burger|sub|wrap|gyros|kebab in|hot dog|blt)\b/iu.test(tables.names[index]!);

  const { alike, isEveryday } = createMender(names);
  /** Names that one or two words of the phrase stand for as they sound, or broken off: "basmatti rise", "black cof". */
  const asHeard = (words: readonly string[]): Match | null => {
    if (words.length > mostHeard) return null;
    const single = words.length === 1;
    if (single && (isIdle(words[0]!) || words[0]!.length < leastHeard)) return null;
    const tried = (from: number, left: number, told: readonly string[]): NamedFood | undefined => {
      for (let at = from; at < words.length; at += 1)
        for (const word of alike(words[at]!)) {
          const next = told.map((one, i) => (i === at ? word : one));
          const food =
            byName(stemsOf(next)) ?? (left > 1 ? tried(at + 1, left - 1, next) : undefined);
          if (food?.english === true) return food;
        }
      return undefined;
    };
    const food = tried(0, 2, words);
    if (food === undefined) return null;
    return {
      ...named(food, 'spelling'),
      confidence: single ? leastConfidence + 0.1 : certainty.openRecipe,
    };
  };

  /** "Halloumi skewers": how it was put together says nothing of what it is. */
  const withoutShape = (words: readonly string[]): Match | null => {
    const rest = words.slice(0, -1);
    if (rest.length === 0 || !shapes.has(words.at(-1)!)) return null;
    const match = fromNames(rest, 0) ?? decompose(rest, names, partOf, known, 0);
    return match === null
      ? null
      : { ...match, how: 'reduced', confidence: match.confidence - certainty.leftOut };
  };

  const indexOfWord = (word: string): number | null => names.byKey.get(stemOf(word))?.index ?? null;
  const standsFor = (food: NamedFood, head: NamedFood): boolean =>
    takesPlace(
      tables,
      { index: food.index, phrase: food.name },
      { index: head.index, phrase: head.name },
      indexOfWord,
      true,
    );

  const resolve = (text: string): Match | null => {
    const match = resolveWords(wordsOf(text));
    if (match !== null && match.confidence >= certainty.sum) return match;
    // "mum's lasagne": whose it was.
    const nobodys = text.replace(
      /(?<!\p{L})(?!goat|sheep|ewe|cow|buffalo|lamb|calve?)\p{L}+'s(?!\p{L})/gu,
      ' ',
    );
    if (nobodys === text) return match;
    const other = resolveWords(wordsOf(nobodys));
    return other !== null && (match === null || other.confidence > match.confidence)
      ? other
      : match;
  };

  const resolveWords = (typed: readonly string[]): Match | null => {
    if (typed.length === 0 || typed.length > 2 * longestPhrase) return null;
    const straight = fromNames(typed, 0);
    if (straight !== null) return straight;
    if (typed.some((word) => vague.has(word))) return null;
    if (typed.every(isIdle) || (typed.length === 1 && colours.has(typed[0]!))) return null;
    const { words, slips } = foreign ? { words: [...typed], slips: 0 } : mend(typed);
    const changed = words.some((word, i) => word !== typed[i]);
    const mended = changed ? fromNames(words, slips) : null;
    // A German compound that is whole without mending is better than a guess at the spelling.
    const whole = slips > 1 ? decompose(typed, names, partOf, known, 0) : null;
    if (mended !== null && (whole === null || whole.confidence < mended.confidence)) return mended;
    // "Macaroni chesse": chess is a word of the survey, and not what people type.
    const { words: common, slips: more } = foreign
      ? { words: [...typed], slips: 0 }
      : mend(typed, true);
    const everyday = more > slips ? fromNames(common, more) : null;
    if (everyday !== null && everyday.confidence >= leastEveryday) return everyday;
    const found = fromSearch(words, slips);
    const preparations = words.filter((word) => preparationWords.has(word));
    const plain = words.filter((word) => !preparationWords.has(word));
    let best = found;
    const consider = (match: Match | null): void => {
      if (match !== null && (best === null || match.confidence > best.confidence)) best = match;
    };
    if (preparations.length > 0 && plain.length > 0) {
      const without = fromNames(plain, slips);
      if (without !== null)
        consider({
          ...without,
          how: 'reduced',
          preparations,
          confidence: without.confidence - certainty.preparation,
        });
    }
    const sum = decompose(
      words,
      names,
      partOf,
      known,
      slips,
      isKind,
      isFlavour,
      standsFor,
      hasBread,
    );
    if (sum !== null) consider({ ...sum, preparations });
    if (whole !== null) consider({ ...whole, preparations });
    if (!foreign && (best === null || best.confidence < leastSure)) consider(asHeard(typed));
    if (best === null || best.confidence < leastConfidence) consider(withoutShape(typed));
    return best;
  };
  const inEverydayWords = (text: string): string =>
    text
      .split(' ')
      .map((word) => (isEveryday(word) ? word : (alike(word)[0] ?? word)))
      .join(' ');
  return { speak, resolve, compound, inEverydayWords, names, search };
};
