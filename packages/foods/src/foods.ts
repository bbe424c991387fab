import { type JoinedUnit, readChunk } from './chunks.ts';
import type { Corrections } from './corrections.ts';
import { leastConfidence } from './find/certainty.ts';
import { createResolver, type Match } from './find/resolve.ts';
import { isLabelText } from './label/evidence.ts';
import { createLabelReader } from './label/read-label-text.ts';
import { type Course, isAspect, isBaseOf, isTrimming, serveMeal } from './meal.ts';
import { createPhraseReader } from './phrases.ts';
import { type FoodReading, tooLong } from './resolved-food.ts';
import { createServer } from './serving.ts';
import type { CommonName, FoodTables, NutrientsOf } from './tables.ts';
import { openBrackets } from './text/brackets.ts';
import { tongueOf } from './text/language.ts';
import { meantBy } from './text/meaning.ts';
import {
  isNegation,
  type Removal,
  takeModifiers,
  takeNegations,
  withAbsentApart,
} from './text/modifiers.ts';
import { normalise } from './text/normalise.ts';
import { withoutOccasion } from './text/occasion.ts';
import { picturesInWords } from './text/pictures.ts';
import { type Amount, takeAmount } from './text/quantities.ts';
import { inFull, spellOut } from './text/shorthand.ts';
import { type Chunk, splitText } from './text/split.ts';
import { brands, makers, milky, praise } from './text/vocabulary.ts';
import { isFiller, wordsOf } from './text/words.ts';
import { createToldParts } from './told-parts.ts';
import type { Unit } from './unit.ts';

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

/** Foods in one text beyond which nobody has eaten. */
const mostItems = 200;
const mostUnits = 40;

/** "Pret porridge" is porridge; a maker that stands alone stays. */
const withoutMakers = (text: string): string => {
  const rest = text.replace(makers, ' ').replace(/[^\S\n]+/gu, ' ');
  // "Pizza hut 3 slices"
  const slices = /^(\d+) ?(?:sl|slc|slices?|pcs?|pieces?)$/u.exec(rest.trim())?.[1];
  if (slices !== undefined && /\bpizza\b/u.test(text)) return `${slices} slices of pizza`;
  return /\p{L}{2}/u.test(rest) ? rest : text;
};

/** The amount that a phrase is and nothing else: "4 slices", "small bag"; null for any other. */
const onlyAmount = (phrase: string): Amount | null =>
  [`${phrase} zzz`, `1 ${phrase} zzz`].map(takeAmount).find(({ rest }) => rest === 'zzz')?.amount ??
  null;

/** "Pizza with vegan cheese" holds no other. */
const insteadOfDairy = /\b(?:cheese|butter|cream|milk|mozzarella|feta|cheddar|yoghurt|yogurt)$/u;
const insteadOf = (phrase: string): Removal => ({
  words: `with ${phrase}`,
  keys: /\b(?:cheese|mozzarella|feta|cheddar)$/u.test(phrase)
    ? ['dairy', 'cheese', 'lactose']
    : ['dairy', 'milk', 'lactose'],
  name: null,
});
const kindOfBread =
  /^(?:on )?(?:white|brown|wholemeal|whole ?wheat|wholegrain|granary|seeded|sourdough|rye|gluten-free|multigrain|spelt|soft|crusty) (?:bread|toast|rolls?|baps?|buns?|pasta|wraps?|bagels?)$|^(?:soft |warm )?(?:corn|flour|wheat|wholemeal|gluten-free) (?:tortillas?|wraps?)$/u;
const withoutWheat = /^(?:on |in )?(?:soft |warm )?(?:corn|gluten-free) /u;
const namesWheat = /(?<!\p{L})(?:flour|(?:whole)?wheat|wholemeal)(?![\p{L}-]| free)/u;
/** "Flour tortilla burrito, corn tortillas": the flour is named, and stays. */
const keepsWheat = (phrase: string, dish: string): boolean =>
  withoutWheat.test(phrase) && namesWheat.test(dish);
/** A name that holds such a word: what follows with "and" is of it too. */
const tieInside = / (?:with|mit|avec|con) /u;
/** Words behind which stands what is in or on a food. */
const ties: ReadonlySet<string> = new Set(
  'with|mit|avec|con|in|im|in der|in dem|in einem|on|auf|sur|including|containing'.split('|'),
);

/** Behind these stands all that is in a food. */
const listingWords: ReadonlySet<string> = new Set(['containing', 'including']);
/** Words that tie a milk to its drink. */
const tiesMilk: ReadonlySet<string> = new Set(['with', 'mit', 'avec', 'con', ...listingWords]);
/** Drinks whose recipe holds a milk; what is poured into tea or porridge is a food of its own. */
const isMilkDrink =
  /\b(?:latte|cappuccino|flat white|mocha|macchiato|cortado|hot chocolate|colacao|cola cao|nesquik|kakao|milkshake|horlicks|ovaltine|milo|bournvita|malted milk|drinking chocolate|chai)\b/u;
/** Said behind a comma it is the milk of the drink: "decaf latte, lactose free milk". */
const kindOfMilk =
  /^(?:(?:semi[- ]?)?skim(?:med)?|whole|full[- ]fat|lactose[- ]?free|low[- ]fat|fat[- ]free|non[- ]?fat|2 ?%|1 ?%) milk$/u;
/** Of Polish, Scandinavian, Portuguese, Romanian, Turkish and the like; no letters of the languages that are read. */
const foreignLetters =
  /[\u0105\u0107\u0119\u0142\u0144\u015b\u017a\u017c\u00f8\u00e5\u00e3\u00f5\u0103\u0219\u021b\u0151\u0171\u011f\u0131\u0159\u011b]/iu;

/** Drinks that are told with milk unless it is left out. */
const isTea = /\b(?:tea|brew|cuppa|coffee)\b/u;
/** So much milk goes into a cup. */
const littleMilk: ReadonlySet<string> = new Set(
  'splash dash drop touch glug tablespoon teaspoon spoon'.split(' '),
);
/** Survey codes of cow's milk. */
const firstFluidMilk = 11_100_000;
const lastFluidMilk = 11_114_999;
/** The words of both: "ham sandwich on rye". */
const joined = (before: string, join: string | null, phrase: string): string =>
  `${before}${join === null ? ',' : ` ${join}`} ${phrase}`;

const asTyped = (phrase: string): string => phrase.replaceAll('-and-', ' and ');

/** Reads foods with the compiled tables; builds its indexes at once. */
export const createFoods = (tables: FoodTables, options: FoodsOptions = {}): Foods => {
  const { language, nutrientsOf, corrections } = options;
  const resolver = createResolver(tables, language);
  const reader = createPhraseReader(tables, resolver, corrections);
  const serve = createServer(tables, reader.lookUp, nutrientsOf);
  const readLabelText = createLabelReader(tables, resolver);
  const isNamed = (phrase: string): boolean => reader.named(phrase) !== null;
  const bracketWords = {
    isName: isNamed,
    isFood: (phrase: string): boolean =>
      (reader.readUnit(phrase).match?.confidence ?? 0) >= leastConfidence,
    isSameKind: (one: string, other: string): boolean => {
      const [a, b] = [one, other].map((phrase) => {
        const { match } = reader.readUnit(phrase);
        return match === null || match.foods.length > 1 ? null : match.foods[0]!.index;
      });
      if (a == null || b == null) return false;
      const [codeA, codeB] = [String(tables.codes[a]!), String(tables.codes[b]!)];
      return a === b || (codeA.length === 8 && codeA.slice(0, 3) === codeB.slice(0, 3));
    },
  };

  /** "smoothie with banana, spinach and oat milk": the milk of the list is that of the smoothie. */
  const takesMilk = ({ phrase, match, plant }: Unit): boolean =>
    plant === null && match !== null && milky.test(phrase) && reader.holdsMilk(match);

  /** Cow's milk, of whatever kind: skimmed, lactose-free. */
  const isOtherMilk = ({ foods: [first, ...others] }: Match): boolean => {
    const code = tables.codes[first!.index]!;
    return others.length === 0 && code >= firstFluidMilk && code <= lastFluidMilk;
  };

  const markUnsaid = createToldParts(
    tables,
    (word) => reader.named(word)?.foods.at(0)?.index ?? null,
  );

  const readWords = (typed: string): FoodReading => {
    if (isLabelText(typed)) return readLabelText(typed);
    const { text, cut } = normalise(typed);
    const drafts: Course[] = [];
    const unknown: string[] = [];
    const notes: string[] = [];
    /** "breakfast", "today": words that name no food; nothing is lost with them where a food is named. */
    const idle: string[] = [];
    if (cut) notes.push(tooLong);

    let chunkAt = 0;
    /** The food that "with" and the list behind a colon speak of. */
    let host: Course | null = null;
    let heading: Course | null = null;
    /** The list goes on in which all parts of the host are told. */
    let isListing = false;

    /** The last food but for trimmings, if `phrase` may be its bread. */
    const breadHolder = (phrase: string): Course | undefined => {
      const last = drafts.findLast(({ unit }) => !isTrimming(takeAmount(unit.phrase).rest));
      return last !== undefined &&
        last.unit.grain === null &&
        !keepsWheat(phrase, last.unit.phrase) &&
        isBaseOf(phrase, last.unit.phrase)
        ? last
        : undefined;
    };

    const take = ({ unit, join }: JoinedUnit, { listed, goesOn }: Chunk): void => {
      const { match, removals, phrase } = unit;
      const before = drafts.at(-1);
      const beside = before?.chunk === chunkAt ? before : null;
      const turned =
        join === null && before !== undefined ? reader.turned(phrase, before.unit) : null;
      if (turned !== null) {
        before!.unit = turned;
        return;
      }
      const guessed = match === null || match.how === 'search' || match.how === 'sum';
      const amount = guessed && before !== undefined ? onlyAmount(phrase) : null;
      if (before !== undefined && amount !== null) {
        // "pepperoni pizza, 4 slices", "dried apricots, small bag"
        if (before.unit.amount === null) before.unit = { ...before.unit, amount };
        return;
      }
      if (
        match === null &&
        wordsOf(phrase).every((word) => praise.has(word) || isFiller(word) || brands.has(word))
      ) {
        idle.push(phrase);
        return;
      }
      const drink = match === null ? null : reader.plantDrink(phrase, match);
      const open = drink === null ? undefined : drafts.findLast((draft) => takesMilk(draft.unit));
      if (open !== undefined) {
        open.unit = { ...open.unit, phrase: joined(open.unit.phrase, join, phrase), plant: drink };
        return;
      }
      // "Pad thai with shrimp": no chicken beside it.
      if (tiesMilk.has(join ?? '') && beside !== null && unit.amount === null) {
        const filled = reader.filledWith(phrase, beside.unit);
        if (filled !== null) beside.unit = filled.unit;
        if (filled?.whole === true) {
          beside.removals.push(...removals);
          return;
        }
      }
      const holderOfMilk = join === null ? (before ?? null) : beside;
      // "Cup of tea, splash of milk": it is in the tea already.
      if (
        (join === null || tiesMilk.has(join)) &&
        before !== undefined &&
        match !== null &&
        isOtherMilk(match) &&
        !/^(?:an? )?(?:glass|pint|cup|mug|bottle|carton)\b/u.test(phrase) &&
        (unit.amount === null || littleMilk.has(unit.amount.unit ?? '')) &&
        isTea.test(before.unit.phrase) &&
        before.unit.plant === null &&
        before.unit.match !== null &&
        reader.holdsMilk(before.unit.match)
      ) {
        before.unit = {
          ...before.unit,
          phrase: joined(before.unit.phrase, join, phrase),
          plant: kindOfMilk.test(takeAmount(phrase).rest) ? match.foods[0]!.index : null,
        };
        before.removals.push(...removals);
        return;
      }
      // "Cortado with lactose-free milk": the milk of the drink, and no glass beside it.
      if (
        (tiesMilk.has(join ?? '') || (join === null && kindOfMilk.test(phrase))) &&
        holderOfMilk !== null &&
        unit.amount === null &&
        match !== null &&
        isOtherMilk(match) &&
        isMilkDrink.test(holderOfMilk.unit.phrase) &&
        holderOfMilk.unit.plant === null &&
        reader.holdsMilk(holderOfMilk.unit.match!)
      ) {
        holderOfMilk.unit = {
          ...holderOfMilk.unit,
          phrase: joined(holderOfMilk.unit.phrase, join, phrase),
          plant: match.foods[0]!.index,
        };
        holderOfMilk.removals.push(...removals);
        return;
      }
      const left = removals.length === 0 ? [] : wordsOf(takeModifiers(phrase).rest);
      const onlyAbsent =
        removals.length > 0 &&
        (match === null || guessed || match.how === 'survey') &&
        (isNegation(phrase) || left.every((word) => praise.has(word) || isFiller(word)));
      if (onlyAbsent) {
        // "no egg" on its own speaks of what came before it.
        if (drafts.length === 0) unknown.push(asTyped(phrase));
        for (const draft of drafts) {
          // "Tea, no milk" has a name of its own.
          const bare = reader.named(`${takeAmount(draft.unit.phrase).rest} ${phrase}`);
          if (bare?.how === 'name') draft.unit = { ...draft.unit, match: bare };
          else draft.removals.push(...removals);
        }
      } else if (match === null || match.confidence < leastConfidence)
        unknown.push(asTyped(phrase));
      else {
        const told =
          listed && heading !== null && before === heading
            ? (reader.listed(heading.unit, unit) ?? reader.filledWith(phrase, heading.unit))
            : null;
        if (told !== null) heading!.unit = told.unit;
        if (told?.whole === true) return;
        // "Taco tuesday - 3 beef tacos": the heading named it before.
        if (
          join === null &&
          before !== undefined &&
          before.unit.match?.how === 'reduced' &&
          before.unit.amount === null &&
          before.unit.match.foods[0]!.index === match.foods[0]!.index
        )
          drafts.pop();
        // "Ham sandwich, white bread", "tomato sandwich, mayo, white bread"
        const loaf = join === null && kindOfBread.test(phrase) ? breadHolder(phrase) : undefined;
        if (loaf !== undefined) {
          loaf.unit = {
            ...loaf.unit,
            phrase: joined(loaf.unit.phrase, join, phrase),
            grain: match.foods[0]!.index,
          };
          return;
        }
        // "Burrito with chicken, rice and salsa": the list goes on behind a comma.
        if (join === null && !goesOn) host = null;
        const tied = join !== null && ties.has(join);
        const within = tied ? (host?.chunk === chunkAt ? host : beside) : host;
        if (within !== null && removals.length > 0 && isAspect(phrase)) {
          within.unit = { ...within.unit, phrase: joined(within.unit.phrase, join, phrase) };
          within.removals.push(...removals);
          return;
        }
        const exchanged = removals.some(({ keys }) => keys.includes('dairy'));
        if (within !== null && exchanged && insteadOfDairy.test(phrase))
          within.removals.push(insteadOf(phrase));
        const takesBase = (course: Course): boolean =>
          course.unit.grain === null &&
          isBaseOf(takeNegations(phrase), course.unit.phrase) &&
          !keepsWheat(phrase, course.unit.phrase) &&
          !/patty/iu.test(tables.names[course.unit.match!.foods[0]!.index]!);
        // "Turkey sandwich with swiss, mustard on rye": the rye is that of the sandwich.
        const holder = !tied
          ? undefined
          : within !== null && takesBase(within)
            ? within
            : goesOn && (join === 'on' || join === 'in')
              ? drafts.findLast(takesBase)
              : undefined;
        if (holder !== undefined) {
          holder.unit = {
            ...holder.unit,
            phrase: joined(holder.unit.phrase, join, phrase),
            grain: match.foods[0]!.index,
          };
          holder.removals.push(...removals);
          return;
        }
        const course: Course = {
          unit,
          removals: [...removals],
          chunk: chunkAt,
          within:
            within ?? (listed || (isTrimming(phrase) && unit.amount === null) ? heading : null),
          tie: join ?? ',',
          told:
            within === null && !listed
              ? null
              : listed || listingWords.has(join ?? '') || (join !== 'with' && isListing)
                ? 'listed'
                : 'with',
        };
        if (tied) isListing = listingWords.has(join);
        if (tied) host = within;
        else if (join === null && tieInside.test(phrase)) host = course;
        if (!listed && !isTrimming(phrase)) heading = course;
        drafts.push(course);
        // Nothing that was typed goes without a word.
        unknown.push(...(match.unread ?? []));
      }
    };

    reader.speak(tongueOf(text), foreignLetters.test(typed));
    // "Fish from chippy": a name as it stands keeps its words.
    const isName = resolver.names.written.has(text.trim());
    const full = isName ? text : inFull(text);
    const asMeant = meantBy(full);
    const told = isName
      ? full
      : withAbsentApart(spellOut(withoutOccasion(withoutMakers(full), isNamed)), isNamed);
    for (const chunk of splitText(openBrackets(told, bracketWords))) {
      if (drafts.length + unknown.length >= mostItems) {
        notes.push(`More than ${mostItems} foods in one text: the rest was not read.`);
        break;
      }
      const { units, joins } = chunk;
      const isLong = units.length > mostUnits;
      if (isLong) {
        notes.push(`More than ${mostUnits} foods in a row: the rest of them was not read.`);
        unknown.push(asTyped(units.slice(mostUnits).join(', ')));
      }
      const part = isLong
        ? { units: units.slice(0, mostUnits), joins: joins.slice(0, mostUnits - 1) }
        : chunk;
      chunkAt += 1;
      for (const one of readChunk(part, reader, asMeant)) take(one, chunk);
    }
    if (drafts.length === 0) unknown.push(...idle);
    for (const draft of drafts) markUnsaid(draft, drafts);
    return { items: serveMeal(drafts, serve), unknown, notes };
  };
  const read = (typed: string): FoodReading => {
    const pictures = picturesInWords(typed);
    if (pictures === null) return readWords(typed);
    const { unknown, ...reading } = readWords(pictures.words);
    return { ...reading, unknown: [...unknown, ...pictures.unnamed] };
  };
  return { version: tables.version, read };
};
