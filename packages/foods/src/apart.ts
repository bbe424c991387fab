/** Foods that stand side by side without a comma: "chicken rice broccoli", "oats 50 g whey 30 g". */
import type { Match } from './find/resolve.ts';
import { takeAmount } from './text/quantities.ts';
import { unitAt } from './text/units.ts';
import { brands, praise, preparationWords } from './text/vocabulary.ts';
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
/** With at least so many grams it is a dish, that may be dipped or have a salad beside it. */
const leastDish = 50;
/** Each of three and more foods of a plate weighs at least so many grams. */
const leastPart = 60;
/** So much of a dish fills a plate. */
const leastPlate = 200;
const dips = setOf('chutney gravy raita');
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

const isContext = (word: string): boolean =>
  praise.has(word) || brands.has(word) || isFiller(word) || preparationWords.has(word);

/** With this many names behind it a bowl is told by what is in it: no sum may make most of them disappear. */
const manyInBowl = 4;
const bowlInFront = /^(?:\p{L}+ ){1,2}(?:bowl|plate|platter) /u;
const bowl = /\b(?:bowl|plate|platter|salad bowl)$/u;

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
      const match = rest === '' || /^\d+$/u.test(rest) ? null : named(rest);
      if (match === null || match.how !== 'name') continue;
      if ((text.match(/\d+/gu) ?? []).length > 1) continue;
      const cost = before.cost + 1 + (startsWithNumber ? 0 : costOfNumber(text, match.piece));
      if (chosen === null || cost < chosen.cost)
        chosen = { cost, parts: [...before.parts, { phrase: text, match }] };
    }
    best.push(chosen);
  }
  return best.at(-1)?.parts ?? null;
};

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
  const named = partsOf(phrase, names);
  if (named === null || named.length < 2) return null;
  const parts = withoutRepeats(named, names);
  if (parts.length === 1) return parts;
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
  // "Idli sambar chutney", "chips gravy": a dish and what it is dipped in.
  const dipped = dips.has(lastStem) && parts[0]!.match.grams >= leastDish;
  const weighed = dipped ? parts.slice(0, -1) : parts;
  if (weighed.some(({ match }) => match.grams < leastGrams)) return null;
  if (dipped && parts.length > 1) return parts;
  // "Bran flakes skim milk", "quiche lorraine salade".
  if (parts.length === 2 && /^57/u.test(codes[0]!) && /^11[12]/u.test(codes[1]!)) return parts;
  if (besideInRomance.has(lastWord) && parts[0]!.match.grams >= leastDish) return parts;
  const isMain = (i: number): boolean => /^(?:2|31|1\d{5}$)/u.test(codes[i]!);
  const isStirFry = last.phrase.endsWith('fry');
  if (sides.has(lastStem) && !isStirFry) return isMain(0) || parts.length > 2 ? parts : null;
  if (dishes.has(lastStem) || isStirFry) return null;
  const firstStem = stemOf(wordsOf(parts[0]!.phrase).at(-1)!);
  if (dishes.has(firstStem) && parts.length < 3) return null;
  const mains =
    (parts.length > 2 || parts[0]!.phrase.split(' ').length > 2) &&
    isMain(0) &&
    parts.every(({ match }) => match.grams >= leastPart);
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
