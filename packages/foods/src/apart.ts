/** Foods that stand side by side without a comma: "chicken rice broccoli", "oats 50 g whey 30 g". */
import type { Match } from './find/resolve.ts';
import { takeAmount } from './text/quantities.ts';
import { unitAt } from './text/units.ts';
import { brands, praise, preparationWords, vague } from './text/vocabulary.ts';
import { isFiller, stemOf, wordsOf } from './text/words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(stemOf));

/** With one of these at the end, what stands before it is in it. */
const dishes = setOf(
  `sandwich wrap panini toastie baguette bagel roll sub bap butty ciabatta focaccia pitta toast pizza pasta spaghetti
  penne linguine tagliatelle salad soup omelette omelet frittata quiche smoothie shake milkshake curry risotto burrito
  taco quesadilla fajita burger porridge pancake crepe waffle ramen gnocchi ravioli tortellini casserole stew pie sushi
  juice sauce dip jam spread butter oil paste bites bake medley mix powder drink water tea sausage meatball mince kebab
  kofta nugget goujon strips jerky fillet steak ham bacon cake bread stock broth stuffing dumpling chip crisp pate
  puree dressing flakes cracker noodle bowl melt skewer parcel wurst brot kuchen salat suppe patty mash fries bhaji
  pakora samosa cheese pickle chutney relish roast bean satay dog fritter cutlet cutlets`,
);
/** Named last they are eaten beside what stands before them, whatever it is. */
const sides = setOf(
  'puree fries frites pommes rice riz reis arroz peas chips mash naan slaw coleslaw gravy chutney raita',
);
/** Foods named side by side weigh at least so many grams; less is a seasoning. */
const leastGrams = 20;
const mostWords = 16;
/** Beside a drink a biscuit counts, and a spoon of sugar does not. */
const leastBeside = 10;
/** A sandwich, a bowl or a plate weighs at least so many grams. */
const leastMeal = 100;
/** With at least so many grams it is a dish, that may be dipped or have a salad beside it. */
const leastDish = 50;
/** Each of three and more foods of a plate weighs at least so many grams. */
const leastPart = 60;
/** So much of a dish fills a plate. */
const leastPlate = 200;
const dips = setOf('chutney gravy raita ranch ketchup salsa');
/** Drunk beside what is eaten: "coffee croissant", "sandwich crisps coke". */
const drinks = setOf(
  'coffee tea latte cappuccino espresso americano cuppa coke cola lemonade beer wine squash lager cider juice mocha prosecco guinness pint pepsi sprite water milkshake',
);
/** Beside two and more foods; what stands before them alone may be their flavour. */
const softDrinks = setOf(
  'ribena vimto lilt fanta tango lucozade oasis bru gatorade powerade kombucha smoothie frappuccino',
);
/** First they may be the flavour of what follows. */
const flavouredByDrink = setOf(
  'cake donut doughnut fritter cream yoghurt yogurt mousse bean liqueur cheesecake jelly icing chocolate loaf bread batter walnut sauce gravy vinegar ice lolly braised chicken beef ham casserole stew punch spritzer spritz',
);
/** Told of fruit and herbs it is a drink of them: "lemon water", "ginger tea". */
const infused = /^[67]/u;
const infusions = setOf('tea water');
/** Eaten with what is put on them. */
const bowls = setOf(
  'oat porridge oatmeal yoghurt yogurt skyr granola cereal muesli weetabix quark',
);
const onBowls = /^(?:6[1-3]|42|43|91|112|111|114)\d+$/u;
/** Beside a dish, though bread and salad are named by what is in them elsewhere. */
const besidePlate =
  /^(?:(?:side |green |mixed )?salad|garlic bread|naan(?: bread)?|coleslaw|green beans|baked beans|(?:garden |mushy )?peas|broccoli|carrots)$/u;
const breads = setOf(
  'sandwich wrap panini toastie baguette bagel roll sub bap burger cheeseburger',
);
/** Named last they hold what stands before them, however they are called: "chicken caesar salad wrap". */
const wraps = setOf(
  'wrap sandwich roll baguette panini toastie bap sub pie pasty pizza bake bowl pot',
);
const besideBread = setOf('crisp chip fries salad apple banana');
/** French and Spanish name the salad beside a dish last; in English it would be a salad of it. */
const besideInRomance: ReadonlySet<string> = new Set(['salade', 'ensalada']);

/** Food codes of the survey that are eaten as they are: meat, fish, eggs, pulses, grains, vegetables, fruit, cheese, nuts. */
const plain = /^(?:1410|114|2[0-6]|28|31|32|41|42|56|61|62|63|7[1-6])\d+$/u;
/** "Pizza 4 fromages". */
const kindsOfCheese = /^[345] (?:fromages?|cheeses?|quesos|formaggi|kase)/u;
const meat = /^2[0-6]\d{6}$/u;

export interface ApartFood {
  readonly phrase: string;
  readonly match: Match;
}

export interface FoodNames {
  readonly named: (text: string) => Match | null;
  readonly codeOf: (match: Match) => number;
  /** Whether a food of our own is little else than one ingredient. */
  readonly isSimple: (match: Match) => boolean;
}

const kitchens: ReadonlySet<string> = new Set(
  'chinese indian thai mexican italian greek japanese turkish lebanese'.split(' '),
);

/** Names nothing by itself; "roti", French for roasted, is the bread. */
const isContext = (word: string): boolean =>
  (word !== 'roti' && preparationWords.has(word)) ||
  kitchens.has(word) ||
  word === 'sweet' ||
  praise.has(word) ||
  brands.has(word) ||
  isFiller(word);

/** With this many names behind it a bowl is told by what is in it: no sum may make most of them disappear. */
const manyInBowl = 4;
const bowlInFront = /^(?:\p{L}+ ){1,2}(?:bowl|plate|platter) /u;
const bowl =
  /\b(?:bowl|plate|platter|salad bowl|breakfast (?:roll|bap|wrap|sandwich|plate)|fry ?up|full (?:english|irish|scottish)(?: breakfast)?)$/u;

/** "Chipotle bowl chicken white rice black beans sour cream": a dish, and what is in it. */
export const isBowlOfMany = (parts: readonly { readonly phrase: string }[]): boolean =>
  parts.length > manyInBowl && bowl.test(parts[0]!.phrase);

/** A weight or "x3" belongs to what stands before it, a bare number to what follows. */
const awkward = /^(?:x ?\d|\d+(?:[.,]\d+)? ?(?:g|kg|ml|cl|oz)\b)|^\D+ \d+$/u;

const countBehind = /^(\D+) \d{1,2}$/u;
/** A bare number counts pieces: "weetabix 2 semi skimmed" are two biscuits and one portion of milk. */
const costOfNumber = (text: string, piece: boolean): number => {
  if (countBehind.test(text)) return piece ? 0.1 : 0.3;
  if (awkward.test(text)) return 0.1;
  return /^\d+ \p{L}/u.test(text) && !piece && !unitAt(text.replace(/^\d+ /u, '')) ? 0.15 : 0;
};

/** "2 whole eggs": behind an amount. */
const withoutPraise = (text: string): string => {
  const words = text.split(' ');
  const from = words.findIndex((word) => !praise.has(word));
  return from <= 0 ? text : words.slice(from).join(' ');
};

/** Parts of a phrase that are each a hand-kept name with or without an amount; null unless they are all of its words. */
export const partsOf = (phrase: string, { named }: FoodNames): readonly ApartFood[] | null => {
  const words = phrase.split(' ');
  if (words.length < 2 || words.length > mostWords) return null;
  const startsWithNumber = /^\d/u.test(phrase);
  const best: ({ readonly cost: number; readonly parts: readonly ApartFood[] } | null)[] = [
    { cost: 0, parts: [] },
  ];
  for (let to = 1; to <= words.length; to += 1) {
    let chosen: (typeof best)[number] = null;
    for (let from = Math.max(0, to - 6); from < to; from += 1) {
      const before = best[from];
      if (before == null) continue;
      const text = words.slice(from, to).join(' ');
      if (to - from === 1 && isContext(text)) {
        const cost = before.cost + 0.4;
        if (chosen === null || cost < chosen.cost) chosen = { cost, parts: before.parts };
        continue;
      }
      const rest = countBehind.exec(text)?.[1] ?? takeAmount(text).rest;
      // "Big Mac large fries": its first word is no size.
      const whole = rest === text ? null : named(text);
      const plain = rest === text ? rest : withoutPraise(rest);
      const match =
        whole?.how === 'name'
          ? whole
          : rest === '' || /^\d+$/u.test(rest)
            ? null
            : (named(rest) ?? (plain === rest || plain === '' ? null : named(plain)));
      // "1 breast chicken": only an amount tells that its words are one food.
      const turned = match?.how === 'reordered' && rest !== text && rest.split(' ').length === 2;
      if (match === null || (match.how !== 'name' && !turned)) continue;
      if ((text.replace(/\b\d\/\d\b/gu, '1').match(/\d+/gu) ?? []).length > 1) continue;
      const cost =
        before.cost +
        1 +
        (turned ? 0.2 : 0) +
        (startsWithNumber ? 0 : costOfNumber(text, match.piece));
      if (chosen === null || cost < chosen.cost)
        chosen = { cost, parts: [...before.parts, { phrase: text, match }] };
    }
    best.push(chosen);
  }
  return best.at(-1)?.parts ?? null;
};

const mostUnknown = 2;
const leastKnown = 2;
const shortestUnknown = 3;

export interface Piece {
  readonly text: string;
  readonly isKnown: boolean;
}

/** With one of these a phrase is a sentence. */
const tellsOfOthers = /^(?:from|by|like|called|which|who|brought|or|if|so|but|than|as|because)$/u;

const joinedUnknown = (pieces: readonly Piece[]): readonly Piece[] => {
  const told: Piece[] = [];
  for (const piece of pieces) {
    const last = told.at(-1);
    if (last === undefined || last.isKnown || piece.isKnown) told.push(piece);
    else told[told.length - 1] = { text: `${last.text} ${piece.text}`, isKnown: false };
  }
  return told;
};

/**
 * The names of a phrase and the words between them that nobody knows; null where fewer than two foods are named, or
 * where what stands before the last may tell its kind.
 */
export const piecesOf = (
  phrase: string,
  isName: (text: string) => boolean,
): readonly Piece[] | null => {
  const words = phrase.split(' ');
  if (words.length < leastKnown + 1 || words.length > mostWords) return null;
  if (words.some((word) => vague.has(word) || isFiller(word) || tellsOfOthers.test(word)))
    return null;
  const best: ({ readonly cost: number; readonly pieces: readonly Piece[] } | null)[] = [
    { cost: 0, pieces: [] },
  ];
  for (let to = 1; to <= words.length; to += 1) {
    let chosen: (typeof best)[number] = null;
    for (let from = Math.max(0, to - 4); from < to; from += 1) {
      const before = best[from];
      if (before == null) continue;
      const text = words.slice(from, to).join(' ');
      const single = to - from === 1;
      const isIdle = single && isContext(text);
      const isKnown = !isIdle && isName(text);
      if (!single && !isKnown) continue;
      const cost = before.cost + (isIdle ? 0.4 : isKnown ? 1 : 3);
      const pieces = isIdle ? before.pieces : [...before.pieces, { text, isKnown }];
      if (chosen === null || cost < chosen.cost) chosen = { cost, pieces };
    }
    best.push(chosen);
  }
  const pieces = joinedUnknown(best.at(-1)?.pieces ?? []);
  const known = pieces.filter(({ isKnown }) => isKnown);
  const unknown = pieces.filter(({ isKnown }) => !isKnown);
  const last = pieces.at(-1);
  if (
    known.length < leastKnown ||
    unknown.length === 0 ||
    unknown.length > mostUnknown ||
    unknown.some(({ text }) => text.length < shortestUnknown || /\d/u.test(text)) ||
    (last?.isKnown === true && dishes.has(stemOf(wordsOf(last.text).at(-1)!)))
  )
    return null;
  return pieces;
};

const ofWhat = /^\p{L}{4,} (?:de|aux?|al|con) (?:la |los |las )?\p{L}{4,}$/u;

/** "Electrolytes lmnt", "pot noodle bombay bad boy": one food under two names is one. */
const withoutRepeats = (parts: readonly ApartFood[], names: FoodNames): readonly ApartFood[] =>
  parts.filter(
    (part, i) =>
      i === 0 ||
      /\d/u.test(part.phrase) ||
      names.codeOf(part.match) !== names.codeOf(parts[i - 1]!.match),
  );

/**
 * The foods of a phrase that was no single name, where they are eaten side by side: all with amounts, three and more
 * plain foods, or a plain food behind a plain food. Null where the words before the last may tell its kind.
 */
export const foodsApart = (phrase: string, names: FoodNames): readonly ApartFood[] | null => {
  // "Paella de verduras": of what it is, and not beside it.
  if (ofWhat.test(phrase)) return null;
  const named = partsOf(phrase, names);
  if (named === null || named.length < 2) return null;
  const parts = withoutRepeats(named, names);
  if (parts.length === 1) return parts;
  // "Chicken and bacon pasta salad": two in one.
  const [front] = parts;
  if (
    parts.length === 2 &&
    front!.phrase.includes('-and-') &&
    !/ sauce$/u.test(phrase) &&
    (dishes.has(stemOf(wordsOf(parts[1]!.phrase).at(-1)!)) ||
      wraps.has(stemOf(wordsOf(parts[1]!.phrase).at(-1)!)))
  )
    return null;
  const measured = parts
    .slice(1)
    .some(
      (part, i) =>
        !kindsOfCheese.test(part.phrase) &&
        (/^\d/u.test(part.phrase) || /\d\S*$/u.test(parts[i]!.phrase)),
    );
  if (measured) return parts;
  if (parts.length >= manyInBowl && bowlInFront.test(phrase)) return parts;
  const last = parts.at(-1)!;
  const lastWord = wordsOf(last.phrase).at(-1)!;
  const lastStem = stemOf(lastWord);
  const codes = parts.map(({ match }) => String(names.codeOf(match)));
  const firstWord = stemOf(wordsOf(parts[0]!.phrase).at(-1)!);
  const isDrink = ({ phrase }: ApartFood): boolean => drinks.has(stemOf(wordsOf(phrase).at(-1)!));
  const drinkFirst = isDrink(parts[0]!) && !flavouredByDrink.has(lastStem);
  const drinkLast =
    (isDrink(last) || (parts.length > 2 && softDrinks.has(lastStem))) &&
    (parts.length > 2 || !infusions.has(lastStem) || !infused.test(codes[0]!));
  if ((drinkFirst || drinkLast) && parts.every(({ match }) => match.grams >= leastBeside))
    return parts;
  if (
    bowls.has(firstWord) &&
    codes.slice(1).every((code, i) => onBowls.test(code) || names.isSimple(parts[i + 1]!.match))
  )
    return parts;
  // "Chips peppercorn sauce": a sauce with a name of its own, behind what it is poured on.
  const countsPieces = /^\d/u.test(phrase) && parts[0]!.match.grams >= leastDish;
  if (/ sauce$/u.test(last.phrase) && (countsPieces || parts[0]!.match.grams >= leastMeal))
    return parts;
  if (besidePlate.test(last.phrase) && parts[0]!.match.grams >= leastPlate) return parts;
  if (breads.has(firstWord) && besideBread.has(lastStem) && parts[0]!.phrase.includes(' '))
    return parts;
  // "Burrito chips guac", "ham sandwich yogurt banana": a dish, and what is no kind of it.
  const isDish =
    /^(?:1\d{5}|2[78]\d{6}|58\d{6})$/u.test(codes[0]!) && parts[0]!.match.grams >= leastMeal;
  const isKind =
    wraps.has(lastStem) ||
    (!last.phrase.includes(' ') && (dishes.has(lastStem) || last.match.grams >= leastPlate));
  if (isDish && !isKind && parts.every(({ match }) => match.grams >= leastBeside)) return parts;
  // "Idli sambar chutney", "chips gravy": a dish and what it is dipped in.
  const dipped = dips.has(lastStem) && parts[0]!.match.grams >= leastDish;
  // "Salmon potatoes broccoli lemon": a slice of it is no dish.
  const isSlice = (i: number): boolean =>
    /^611[136]/u.test(codes[i]!) && parts[i]!.match.grams <= 20;
  const isSauce = (i: number): boolean => i > 0 && / sauce$/u.test(parts[i]!.phrase);
  const unsliced = parts.length > 2 ? parts.filter((_, i) => !isSlice(i) && !isSauce(i)) : parts;
  const weighed = dipped ? parts.slice(0, -1) : unsliced;
  // "Oats blueberries whey almond butter": what is spread is no dish of the others.
  const spreadLast =
    parts.length > 2 &&
    !dishes.has(firstWord) &&
    last.match.grams < leastGrams &&
    (last.phrase.includes(' ') || !dishes.has(lastStem)) &&
    parts.slice(0, -1).every(({ match }) => match.grams >= leastGrams);
  if (spreadLast) return parts;
  if (weighed.some(({ match }) => match.grams < leastGrams)) return null;
  if (dipped && parts.length > 1) return parts;
  // "Bran flakes skim milk", "quiche lorraine salade".
  if (parts.length === 2 && /^57/u.test(codes[0]!) && /^11[12]/u.test(codes[1]!)) return parts;
  if (besideInRomance.has(lastWord) && parts[0]!.match.grams >= leastDish) return parts;
  const isMain = (i: number): boolean => /^(?:2|3[12]|1\d{5}$)/u.test(codes[i]!);
  const isStirFry = last.phrase.endsWith('fry');
  if (sides.has(lastStem) && !isStirFry) return isMain(0) || parts.length > 2 ? parts : null;
  if (dishes.has(lastStem) || isStirFry) return null;
  const firstStem = stemOf(wordsOf(parts[0]!.phrase).at(-1)!);
  if (dishes.has(firstStem) && parts.length < 3) return null;
  const mains =
    (parts.length > 2 || parts[0]!.phrase.split(' ').length > 2) &&
    isMain(0) &&
    unsliced.every(({ match }) => match.grams >= leastPart);
  // "Lamb hotpot red cabbage": a dish, and what is eaten beside it.
  const besideDish =
    parts.length === 2 &&
    parts[0]!.match.grams >= leastPlate &&
    isMain(0) &&
    parts[0]!.phrase.split(' ').length > 1 &&
    plain.test(codes[1]!);
  if (
    !mains &&
    !besideDish &&
    !parts.every(({ match }, i) => plain.test(codes[i]!) || names.isSimple(match))
  )
    return null;
  // "Turkey bacon", "chicken steak": the first names the animal.
  return parts.length === 2 && meat.test(codes[0]!) && meat.test(codes[1]!) ? null : parts;
};
