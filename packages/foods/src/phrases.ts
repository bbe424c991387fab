import { foodsApart, piecesOf } from './apart.ts';
import type { Corrections } from './corrections.ts';
import { certainty, leastConfidence } from './find/certainty.ts';
import { indexOfCode } from './find/common-names.ts';
import type { Match, Resolver } from './find/resolve.ts';
import { isNamedForFilling, takesPlace } from './find/slots.ts';
import {
  another,
  beside,
  container,
  countLast,
  filled,
  fillings,
  flavoured,
  flavourInFront,
  holdsAllergen,
  isFilledDish,
  listing,
  pastaShape,
  plainWords,
  productOf,
  taste,
} from './phrase-forms.ts';
import { createPlantReader } from './plant-unit.ts';
import type { FoodTables } from './tables.ts';
import type { Tongue } from './text/language.ts';
import { isNegation, takeModifiers, takeNegations } from './text/modifiers.ts';
import { sizes } from './text/numbers.ts';
import { type Amount, takeAmount } from './text/quantities.ts';
import { unitAt } from './text/units.ts';
import { brands, praise } from './text/vocabulary.ts';
import { isJoin, keyOf, stemsOf, wordsOf } from './text/words.ts';
import type { PhraseReader, Unit } from './unit.ts';

/** Codes of the survey have eight digits, those of our own foods six. */
const firstSurveyCode = 10_000_000;
/** Per cent of the main ingredient of a plain food. */
const mostlyOne = 80;
const smallUnits: ReadonlySet<string> = new Set(
  'splash dash drop drizzle dollop pinch knob sprinkle squeeze touch glug teaspoon tablespoon spoon square scoop shot sip ml cl g handful'.split(
    ' ',
  ),
);
const mostRemembered = 20_000;
/** They take the place of meat, and nobody leaves out the sea food for them. */
const pulses = /^(?:lentils?|chickpeas?)$/u;
/** Unless nothing else is said to be in it they are beside its meat and fish. */
const vegetables = /^(?:\p{L}+ )?(?:mushrooms?|cauliflower|vegetables?|veg)(?: \p{L}+)?$/u;

const isNamed = (match: Match | null): boolean =>
  match !== null && (match.how === 'correction' || match.how === 'name');

/** "nandos 1/4 chicken": the amount stands behind the maker. */
const withoutMaker = (phrase: string): string => {
  const [first = '', ...rest] = phrase.split(' ');
  const behind = rest.join(' ');
  const measured = /^\d|^(?:half|quarter)\b/u.test(behind) || sizes.has(rest[0] ?? '');
  // "Indomie 2 packs": the maker is the food.
  const isAmount = takeAmount(`${behind} zzz`).rest === 'zzz';
  return brands.has(first) && measured && !isAmount ? behind : phrase;
};

/** Reads single phrases with the tables; remembers what it has looked up. */
export const createPhraseReader = (
  tables: FoodTables,
  resolver: Resolver,
  corrections: Corrections | undefined,
): PhraseReader => {
  const corrected = (text: string): Match | null => {
    if (corrections === undefined || corrections.size === 0) return null;
    const code = corrections.get(keyOf(stemsOf(wordsOf(text))));
    const index = code === undefined ? -1 : indexOfCode(tables.codes, code);
    if (index < 0) return null;
    return {
      foods: [{ index, share: 1 }],
      grams: resolver.names.gramsAt.get(index) ?? 100,
      piece: false,
      confidence: 1,
      how: 'correction',
      preparations: [],
      instead: null,
    };
  };

  /** By language: the same word may be another food. */
  const remembered = new Map<string, Map<string, Match | null>>();
  let matches = new Map<string, Match | null>();
  const speak = (tongue: Tongue | null, isForeign = false): void => {
    resolver.speak(tongue, isForeign);
    const key = `${tongue} ${isForeign}`;
    matches = remembered.get(key) ?? new Map();
    remembered.set(key, matches);
  };
  speak(null);
  const lookUp = (text: string): Match | null => {
    let match = matches.get(text);
    if (match === undefined) {
      match = corrected(text) ?? resolver.resolve(text);
      if (matches.size > mostRemembered) matches.clear();
      matches.set(text, match);
    }
    return match;
  };
  const named = (text: string): Match | null => corrected(text) ?? resolver.compound(text);

  const { holdsMilk, plantUnit, plantDrink } = createPlantReader(tables, lookUp);

  /** "Handful almonds", "Glas Wein", "scrambled eggs 2": an amount without "of", or behind a food that is surely named. */
  const looseAmount = (
    phrase: string,
  ): { readonly match: Match; readonly amount: Amount } | null => {
    const { food = '', count = '' } = countLast.exec(phrase)?.groups ?? {};
    const held = unitAt(phrase);
    const [rest, amount] =
      food !== ''
        ? [food, { count: Number(count), unit: null }]
        : [held?.rest ?? '', { count: 1, unit: held?.name ?? null }];
    const match = rest === '' || amount.count === 0 ? null : lookUp(rest);
    const isSure = isNamed(match) || (food !== '' && match?.how === 'reduced');
    return match !== null && isSure ? { match, amount } : null;
  };

  const readUnit = (phrase: string): Unit => {
    const whole = lookUp(phrase);
    const { rest: bare, removals } = takeModifiers(phrase);
    const settled = (match: Match | null, amount: Amount | null): Unit => ({
      phrase,
      amount,
      match,
      removals,
      plant: null,
      grain: null,
    });
    if (isNamed(whole)) return settled(whole, null);
    const unmade = takeAmount(withoutMaker(phrase));
    const { amount, rest } = lookUp(unmade.rest) === null ? takeAmount(phrase) : unmade;
    const known = rest === '' ? null : amount === null ? whole : lookUp(rest);
    if (isNamed(known)) return settled(known, amount);
    // "vegan burger no bun": the name may hold the first modifier and not the second.
    const partly = removals.length > 1 ? takeAmount(takeNegations(phrase)) : null;
    const half = partly === null || partly.rest === '' ? null : lookUp(partly.rest);
    if (half !== null && half.how === 'name') return settled(half, partly!.amount);
    // "Big Mac without cheese", "Schär gluten-free bread".
    if (removals.length > 0) {
      const unbranded = phrase
        .split(' ')
        .filter((word) => !brands.has(word))
        .join(' ');
      const unsaid = bare
        .split(' ')
        .filter((word) => !brands.has(word))
        .join(' ');
      for (const text of [unbranded, bare, unsaid]) {
        const match = text === '' || text === phrase ? null : named(text);
        if (isNamed(match)) return settled(match, null);
      }
    }
    const unpacked = takeAmount(bare.replace(container, '')).rest;
    const content = unpacked === '' || unpacked === rest ? null : lookUp(unpacked);
    if (isNamed(content) || content?.how === 'reduced') return settled(content, amount);
    const inner = removals.length === 0 ? { amount, rest } : takeAmount(withoutMaker(bare));
    if (inner.rest === '') return settled(null, amount);
    const straight = lookUp(inner.rest);
    if (isNamed(straight)) return settled(straight, inner.amount);
    const plant = plantUnit(phrase, inner.rest, inner.amount, removals);
    if (plant !== null) return plant;
    const product = productOf(inner.rest);
    const made = product === null ? null : named(product);
    if (isNamed(made)) return settled({ ...made!, how: 'reduced' }, inner.amount);
    const isSure = straight !== null && straight.how === 'survey';
    const loose = isSure ? null : looseAmount(inner.rest);
    if (loose !== null) {
      const amount = { ...loose.amount, count: loose.amount.count * (inner.amount?.count ?? 1) };
      return settled(loose.match, amount);
    }
    const { plainFood = '', flavour = '' } = flavoured.exec(inner.rest)?.groups ?? {};
    for (const text of plainFood === '' ? [] : [`${flavour} ${plainFood}`, plainFood]) {
      const match = named(text);
      if (isNamed(match)) return settled({ ...match!, how: 'reduced' }, inner.amount);
    }
    const { taste: told = '', tasting = '' } = flavourInFront.exec(inner.rest)?.groups ?? {};
    const tasted = [`${told} ${tasting}`, ...(holdsAllergen.test(told) ? [] : [tasting])];
    for (const text of tasting === '' ? [] : tasted) {
      const match = lookUp(text);
      if (
        match !== null &&
        (isNamed(match) || match.how === 'spelling') &&
        match.foods.length === 1
      )
        return settled({ ...match, how: 'reduced' }, inner.amount);
    }
    // The survey may know the food with its modifier: "bread, gluten free".
    if (removals.length > 0 && known !== null && known.how === 'survey')
      return settled(known, amount);
    return settled(straight, inner.amount);
  };

  const codeOf = (match: Match): number => tables.codes[match.foods[0]!.index]!;
  const isSimple = (match: Match): boolean =>
    codeOf(match) < firstSurveyCode &&
    (tables.partsAt(match.foods[0]!.index)[0]?.percent ?? 0) > mostlyOne;
  const apart = (typed: string, { match, removals, plant }: Unit): readonly Unit[] | null => {
    const phrase = removals.length === 0 ? typed : takeNegations(typed);
    // "Chicken karahi 1 roti": a number begins another food.
    const counted = match?.how !== 'name' && /\p{L} \d+ \p{L}/u.test(typed);
    const guessed = counted || match === null || match.how === 'search' || match.how === 'sum';
    // "Chips garlic sauce no salad"
    const isOnlyWithout = removals.every(({ words, name }) => name !== null && isNegation(words));
    if (!guessed || !isOnlyWithout || plant !== null) return null;
    const names = { named, codeOf, isSimple };
    if (isFilledDish(phrase)) return null;
    const inFull = resolver.inEverydayWords(phrase);
    const parts =
      foodsApart(phrase, names) ?? (inFull === phrase ? null : foodsApart(inFull, names));
    if (parts === null && (match === null || match.confidence < leastConfidence))
      return removals.length === 0 ? partly(phrase) : null;
    return (
      parts?.map((part, i) => {
        const unit = readUnit(part.phrase);
        const least = Math.min(certainty.reduced, part.match.confidence) - 0.02 * parts.length;
        return {
          ...unit,
          removals: i === parts.length - 1 ? removals : unit.removals,
          match: unit.match === null ? null : { ...unit.match, how: 'reduced', confidence: least },
        };
      }) ?? null
    );
  };

  /** "Mayo cotija chile": two and more names beside words that nobody knows; null where fewer are known. */
  const partly = (phrase: string): readonly Unit[] | null => {
    const pieces = piecesOf(phrase, (text) => isNamed(named(text)));
    return (
      pieces?.map(({ text, isKnown }) => {
        const unit = readUnit(text);
        if (!isKnown) return { ...unit, match: null };
        const confidence = Math.min(certainty.openRecipe, unit.match?.confidence ?? 0);
        return { ...unit, match: { ...unit.match!, how: 'reduced', confidence } };
      }) ?? null
    );
  };

  const readSpan = (text: string): Unit | null => {
    const { rest: bare, removals } = takeModifiers(text);
    if (removals.length === 0 && /\b(?:without|no|ohne|sans|sin)\b/u.test(text)) return null;
    if (another.test(text)) return null;
    const make = (match: Match, amount: Amount | null): Unit => ({
      phrase: text,
      amount,
      match,
      removals,
      plant: null,
      grain: null,
    });
    const straight = named(text);
    if (straight !== null && straight.how !== 'reordered') return make(straight, null);
    const { amount, rest } = takeAmount(bare);
    if (rest === '' || isJoin(rest.split(' ')[0]!)) return null;
    // "Big Mac with salad": its first word is no size.
    const [, front = ''] = beside.exec(text) ?? [];
    if (
      amount !== null &&
      /^\p{L}/u.test(front) &&
      isNamed(named(front)) &&
      !rest.startsWith(front)
    ) {
      const [unsized, sized] = [takeAmount(front).rest, front].map((one) =>
        named(one)?.foods.at(0),
      );
      if (unsized?.index !== sized?.index) return null;
    }
    const match = named(rest);
    // "6 chicken nuggets and chips": six of what stands first, and one portion of chips.
    const counted = amount !== null && amount.unit === null && amount.count >= 2;
    if (match !== null && counted && !match.piece) {
      const [, first = '', join = ''] = beside.exec(rest) ?? [];
      if (first !== '' && isNamed(named(first)))
        return /^(?:and|&|n|'n'|und|et|y)$/u.test(join) ? null : make(match, null);
    }
    // "a splash of milk in my tea": the amount is that of the milk.
    if (match !== null)
      return make(
        match,
        match.how === 'reordered' && smallUnits.has(amount?.unit ?? '') ? null : amount,
      );
    // "arroz con leche casero"
    const words = rest.split(' ');
    const plain = words
      .filter(
        (word, i) =>
          // "Crumpets with lurpak": a maker that is a food by itself.
          (!brands.has(word) ||
            isNamed(named(word)) ||
            isNamed(named(`${word} ${words[i + 1] ?? ''}`))) &&
          // "Kraft dinner": a maker and a meal that are a food together.
          (!praise.has(word) ||
            isNamed(named(`${word} ${words[i + 1] ?? ''}`.trim())) ||
            isNamed(named(`${words[i - 1] ?? ''} ${word}`.trim()))),
      )
      .join(' ');
    // "Full english with salmon": no side of the join may fall away as a whole.
    const [first = '', last = ''] = [plain.split(' ')[0], plain.split(' ').at(-1)];
    const praised = plain === rest || isJoin(first) || isJoin(last) ? null : named(plain);
    if (praised !== null && praised.how !== 'reordered')
      return make({ ...praised, how: 'reduced' }, amount);
    const plant = plantUnit(text, rest, amount, removals);
    if (plant !== null) return plant;
    const whole = lookUp(rest);
    if (whole !== null && (whole.how === 'survey' || whole.how === 'spelling'))
      return make(whole, amount);
    // "Rigatoni with white clam sauce"
    for (const one of pastaShape.test(rest) ? ['spaghetti', 'pasta'] : []) {
      const other = lookUp(rest.replace(pastaShape, one));
      if (other !== null && (other.how === 'name' || other.how === 'survey'))
        return make({ ...other, how: 'reduced' }, amount);
    }
    return null;
  };

  const turned = (phrase: string, before: Unit): Unit | null => {
    const { amount, rest } = takeAmount(before.phrase);
    // "Clif bar, chocolate chip"
    if (taste.test(phrase) && productOf(`${rest} ${phrase}`) !== null)
      return { ...before, phrase: `${before.phrase}, ${phrase}` };
    const guess = lookUp(phrase);
    if (isNamed(guess) && !(fillings.test(phrase) && filled.test(rest))) return null;
    if (guess !== null && !isNamed(guess) && !plainWords.test(phrase)) return null;
    const match = resolver.compound(`${phrase} ${rest}`);
    if (match !== null) return { ...before, phrase: `${before.phrase}, ${phrase}`, match, amount };
    return plainWords.test(phrase) ? before : null;
  };

  const indexOfWord = (word: string): number | null => named(word)?.foods.at(0)?.index ?? null;
  const filledWith = (typed: string, dish: Unit): { unit: Unit; whole: boolean } | null => {
    const phrase = typed.replace(/^(?:just|only|nur|seulement|solo) /u, '');
    const { amount, rest } = takeAmount(dish.phrase);
    if (dish.match === null) return null;
    const emptied: Unit = {
      ...dish,
      match: {
        ...dish.match,
        instead: 'meat',
        emptied: !pulses.test(phrase),
        confidence: Math.min(dish.match.confidence, certainty.regional),
      },
    };
    if (!fillings.test(phrase) || !filled.test(rest)) {
      const part = lookUp(phrase);
      const stands =
        part !== null &&
        part.foods.length === 1 &&
        dish.match.how !== 'sum' &&
        takesPlace(
          tables,
          { index: part.foods[0]!.index, phrase },
          { index: dish.match.foods[0]!.index, phrase: rest },
          indexOfWord,
          filled.test(rest),
        );
      return stands ? { unit: emptied, whole: false } : null;
    }
    // "Beef curry with potatoes", "fish tacos with prawns": what it is named for stays.
    if (
      rest.split(' ').some((word) => fillings.test(word)) ||
      isNamedForFilling(tables, rest.replace(filled, ''), indexOfWord)
    )
      return null;
    const told = `${dish.phrase} with ${phrase}`;
    const match = resolver.compound(`${phrase} ${rest}`);
    if (match !== null) return { unit: { ...dish, phrase: told, match, amount }, whole: true };
    const isBeside = vegetables.test(phrase) && phrase === typed;
    if (dish.match.how === 'sum' || isBeside) return null;
    return { unit: emptied, whole: false };
  };

  const listed = (heading: Unit, first: Unit): { unit: Unit; whole: boolean } | null => {
    const head = takeAmount(heading.phrase).rest.split(' ').at(-1)!;
    if (!listing.has(head)) return null;
    const phrase = `${heading.phrase}: ${first.phrase}`;
    const base = named(`${head} base`);
    if (base !== null) return { unit: { ...heading, match: base }, whole: false };
    const whole = named(`${takeAmount(first.phrase).rest} ${head}`);
    return whole === null ? null : { unit: { ...heading, phrase, match: whole }, whole: true };
  };

  return {
    speak,
    lookUp,
    named,
    readUnit,
    apart,
    readSpan,
    turned,
    filledWith,
    listed,
    plantDrink,
    holdsMilk,
  };
};
