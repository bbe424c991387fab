import { context } from '../text/context.ts';
import { brands, praise, preparationWords, saysBehind, saysWith } from '../text/vocabulary.ts';
import { isFiller, isJoin, keyOf, stemOf } from '../text/words.ts';
import { certainty } from './certainty.ts';
import type { CommonNames, NamedFood } from './common-names.ts';
import { compoundOf } from './german-compounds.ts';
import type { Match } from './resolve.ts';

interface Segment {
  readonly food: NamedFood | null;
  /** Stems from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  readonly stems: readonly string[];
}

/** The food of a few stems: a hand-kept name, or what the survey calls exactly so. */
export type NameOf = (stems: readonly string[]) => NamedFood | undefined;

const tied = / (?:and|&|n|with) /u;
/** What the head keeps of the weight, where one or more foods name what it is made with. */
const headShare = 0.7;
/** A head of fewer letters decides nothing; of more unknown words before it nobody knows what they add. */
const leastHead = 4;
const mostStrangers = 2;
/** Fewer letters are no word of a food. */
const leastUnread = 3;
/** What stands before one of these makes it another food: "alm milk", "teff flour", "casein pudding". */
const openHeads = new Set(
  'milk butter cream flour oil pudding bar bite mix drink powder supplement spread dip sauce shake ball tablet capsule'
    .split(' ')
    .map(stemOf),
);
/** At most so much is lost by unknown words before a known head. */
const lossInFront = 0.15;
/** Grams of one filling of a sandwich or wrap, at most. */
const mostFilling = 80;

const plants = new Set(
  'oat soy soya almond coconut cashew rice hazelnut pea hemp peanut nut macadamia walnut pistachio hafer soja mandel kokos avoine amand coco avena almendra'
    .split(' ')
    .map(stemOf),
);
const milkNouns = new Set(
  'yogurt yoghurt chees cream butter milk kefir custard ghee joghurt kas yaourt queso fromag'
    .split(' ')
    .map(stemOf),
);
const grains = new Set(
  'rice corn buckwheat chickpea lentil quinoa almond coconut bean pea millet tapioca potato polenta sorghum'
    .split(' ')
    .map(stemOf),
);
const wheatNouns = new Set(
  'flour pasta noodle cracker vermicelli penne spaghetti fusilli tortilla crispbread'
    .split(' ')
    .map(stemOf),
);

const breads = new Set(
  'sandwich wrap panini toastie baguette bagel roll sub bap butty ciabatta focaccia pitta sarnie cob barm pita tortilla'
    .split(' ')
    .map(stemOf),
);
/** What other foods are put in or on; named first, they are the head all the same. */
const vessels = new Set(
  'sandwich wrap panini toastie baguette bagel roll sub bap butty ciabatta focaccia pitta toast pizza pasta spaghetti penne linguine tagliatelle salad soup omelette omelet frittata quiche smoothie shake milkshake curry risotto burrito taco quesadilla fajita burger porridge granola muesli pancake crepe waffle ramen noodle gnocchi ravioli tortellini casserole stew pie sushi'
    .split(' ')
    .map(stemOf),
);
const leaf = stemOf('lettuce');
/** Filled with fish or prawns unless something else is named: "chicken rice paper rolls". */
const filledWithFish = new Set(['poke', 'sushi', 'maki', 'summer', 'paper'].map(stemOf));
/** Of these what is named is all that is in it. */
const blended = new Set(['smoothie'].map(stemOf));
/** Named last they are on what stands before them. */
const dressings = new Set(
  'vinaigrette mayonnaise mayo mayonesa moutarde ketchup confiture'.split(' ').map(stemOf),
);
/** Products that are named by their maker; what follows is a flavour. */
const products = new Set(
  'activia actimel muller doritos pringles walkers kettle philadelphia boursin lurpak oatly magnum cornetto viennetta soreen huel lindt milka fanta ribena robinsons lucozade powerade gatorade monster relentless nakd'
    .split(' ')
    .map(stemOf),
);

/** Dishes that are named with meat unless something else is named. */
const meatDishes = new Set(
  'bolognese carbonara vindaloo korma madras balti jalfrezi bhuna dopiaza dhansak pasanda saag josh karahi pathia rendang adobo chow mein satay teriyaki katsu biryani stroganoff paella bolognais shish souvlaki gyro jambalaya gumbo hotpot fajita noodle curry burger taco bolognes bolognais chilli chili stew pie wrap burrito fajita kebab casserol ragu lasagn lasagna lasagne meatball sausag shawarma enchilada pasty ramen biryani korma masala tagine goulash'
    .split(' ')
    .map(stemOf),
);
const inPlaceOfMeat = new Set(
  'venison rabbit pheasant mutton goat seafood crab lobster gammon quorn tofu tempeh seitan jackfruit lentil bean chickpea mushroom vegetable veg veggie halloumi paneer egg prawn shrimp fish salmon tuna cod chicken turkey lamb beef pork duck quorn cauliflower aubergine spinach potato pea soya tvp bean'
    .split(' ')
    .map(stemOf),
);

const segmentsOf = (
  stems: readonly string[],
  longest: number,
  nameOf: NameOf,
  making: ReadonlySet<string>,
  /** Places before which "and" stands. */
  joined: ReadonlySet<number>,
): readonly Segment[] => {
  const best: { readonly value: number; readonly segment: Segment | null }[] = [
    { value: 0, segment: null },
  ];
  for (let to = 1; to <= stems.length; to += 1) {
    let chosen: { value: number; segment: Segment } | null = null;
    for (let from = Math.max(0, to - longest); from < to; from += 1) {
      const part = stems.slice(from, to);
      const idle = part.length === 1 && making.has(part[0]!);
      const named = idle ? null : (nameOf(part) ?? null);
      // "Chicken-and-bacon pasta salad": no chicken in bacon.
      const isCut = joined.size > 0 && part.some((_, i) => i > 0 && joined.has(from + i));
      const food = isCut && named !== null && !tied.test(named.name) ? null : named;
      if (food === null && part.length > 1) continue;
      // Long names first: each further segment costs, each unknown word costs more.
      const value = best[from]!.value + (idle ? 0 : food === null ? -1 : part.length - 0.4);
      if (chosen === null || value > chosen.value) {
        chosen = { value, segment: { food, from, to, stems: part } };
      }
    }
    best.push(chosen!);
  }
  const segments: Segment[] = [];
  for (let at = stems.length; at > 0; ) {
    const { segment } = best[at]!;
    segments.unshift(segment!);
    at = segment!.from;
  }
  return segments;
};

const sandwich = stemOf('sandwich');
const subs = new Set('sub hoagie'.split(' ').map(stemOf));
/** "Chicken sandwich" is bread with chicken: the filling of a sandwich of which no more is said falls away. */
const baseOf = ({ food, stems }: Segment, filled: boolean, nameOf: NameOf): NamedFood =>
  (filled
    ? nameOf([...(stems.length === 1 && subs.has(stems[0]!) ? [sandwich] : stems), 'bas'])
    : undefined) ?? food!;

/**
 * Takes a phrase apart into names: "mushroom risotto" is risotto with mushrooms. The last named food is
 * the head, as in English and German; before "de", "a la" and the like it is the first.
 */
export const decompose = (
  words: readonly string[],
  names: CommonNames,
  nameOf: NameOf,
  known: (stem: string) => boolean,
  slips: number,
  /** Whether the first is a kind of the second: pepperoni pizza of pizza. */
  isKind: (food: NamedFood, head: NamedFood) => boolean = () => false,
  /** Whether the first is a flavour of the second: cherry of a jelly. */
  isFlavour: (food: NamedFood, head: NamedFood) => boolean = () => false,
  /** Whether the first takes the place of what the second is filled with: lentils in a moussaka. */
  takesPlace: (food: NamedFood, head: NamedFood) => boolean = () => false,
  /** Whether a food is one in bread already. */
  hasBread: (food: NamedFood) => boolean = () => false,
): Match | null => {
  // "Baileys hot chocolate": praise elsewhere, part of a name here.
  const isInName = (word: string, next: string | undefined): boolean =>
    next !== undefined && names.byKey.has(keyOf([stemOf(word), stemOf(next)]));
  const meaningful = words.filter(
    (word, i) =>
      !isFiller(word) &&
      !isJoin(word) &&
      !brands.has(word) &&
      // "Green papaya salad": a colour, and no leaves.
      (word !== 'green' || words.length === 1 || isInName(word, words[i + 1])) &&
      (!praise.has(word) || (!context.has(word) && isInName(word, words[i + 1]))),
  );
  /** Told of by the preparations; "fried egg" is a name all the same. */
  const making = new Set<string>();
  // In "beef stir fry" it is the dish.
  for (const [i, word] of words.entries())
    if (preparationWords.has(word) && !(word === 'stir' && words[i + 1] === 'fry'))
      making.add(stemOf(word));
  // "Spicy sweet crisps": a taste, and no candy.
  const sweet = words.indexOf('sweet');
  if (words.length > 1 && sweet >= 0 && !isInName('sweet', words[sweet + 1])) making.add('sweet');
  const stems = meaningful
    .flatMap((word, i) => {
      const added =
        i < meaningful.length - 1 || (i > 0 && saysBehind.has(word))
          ? saysWith.get(word)
          : undefined;
      return added === undefined ? [word] : added.split(' ');
    })
    .map(stemOf);
  const told = stems.filter((stem) => !making.has(stem));
  if (told.length === 0 || told.length > 10) return null;
  // "Ham salad baguette": ham with leaves in a baguette, no plate of ham salad.
  const bread = breads.has(stems.at(-1)!);
  for (const [i, stem] of stems.entries())
    if (bread && i > 0 && stem === 'salad') stems[i] = stemOf('lettuce');
  // "Ham cheese lettuce wrap": three in a wrap; a chicken lettuce wrap is a leaf with chicken.
  if (bread && stems.length > 3 && stems.at(-2) === leaf) stems.unshift(...stems.splice(-2, 1));
  const [only] = meaningful.filter((word) => !making.has(stemOf(word)));
  const compound = told.length === 1 && only !== undefined ? compoundOf(only, names) : null;
  if (compound !== null) return sumOf(compound.head, compound.others, 0, 0.05 + 0.05 * slips);
  const joined = new Set<number>();
  if (words.includes('and'))
    for (const [i, word] of words.entries()) {
      const next = word === 'and' ? words[i + 1] : undefined;
      const at = next === undefined ? -1 : stems.indexOf(stemOf(next));
      if (at > 0) joined.add(at);
    }
  const segments = segmentsOf(stems, names.longest, nameOf, making, joined);
  const found = segments.filter(({ food }) => food !== null);
  if (found.length === 0) return null;
  const romance =
    words.some((word) => /^(?:de|du|des|au|aux|a|al|con|avec|y|et)$/u.test(word)) &&
    words.some(
      (word) =>
        word === 'de' ||
        word === 'du' ||
        word === 'au' ||
        word === 'aux' ||
        word === 'con' ||
        word === 'al' ||
        word === 'avec',
    );
  // "Panini mozzarella tomato", "betteraves vinaigrette": what it is comes first.
  const last = found.at(-1)!.stems.at(-1)!;
  const vesselFirst =
    (vessels.has(found[0]!.stems.at(-1)!) && !vessels.has(last)) || dressings.has(last);
  const product = found.find(({ stems: [stem] }) => products.has(stem!));
  const plainHead = product ?? (romance || vesselFirst ? found[0]! : found.at(-1)!);
  // "Pepperoni passion pizza": the one name says what the other is of.
  const head =
    found.find((segment) => segment !== plainHead && isKind(segment.food!, plainHead.food!)) ??
    plainHead;
  // "Pot noodle bombay bad boy": one food under two names.
  const others = found.filter(
    (segment) =>
      segment !== head && segment !== plainHead && segment.food!.index !== head.food!.index,
  );
  const strangers = segments.filter(
    ({ food, stems: [stem] }) => food === null && !making.has(stem!),
  );
  // "Chicken enchiladas verdes": words that no table knows tell of a dish what kind it is.
  const isDish = found.some(
    ({ stems: named }) =>
      named.length > 1 || meatDishes.has(named.at(-1)!) || vessels.has(named.at(-1)!),
  );
  const missing = strangers.reduce(
    (sum, { stems: [stem] }) => sum + (known(stem!) ? 1 : isDish ? 0.5 : 0.8),
    0,
  );
  // A word after the head is the true head, and it is not known.
  const tail =
    !romance && strangers.length > 0 && strangers.at(-1) === segments.at(-1)
      ? isDish && !known(strangers.at(-1)!.stems[0]!)
        ? 0.05
        : 0.2
      : 0;
  // "Shin black ramen", "minted gravy": the last word says what it is, the words before it which.
  const isInFront =
    !romance &&
    tail === 0 &&
    head === plainHead &&
    head.stems.join('').length >= leastHead &&
    !openHeads.has(head.stems.at(-1)!) &&
    strangers.length <= mostStrangers &&
    strangers.every(({ to, stems: [stem] }) => to <= head.from && stem!.length > 2);
  const spoken = (missing / told.length) * 0.7 + tail;
  const loss = isInFront ? Math.min(spoken, lossInFront) : spoken;
  const base = baseOf(head, others.length > 0, nameOf);
  const unread = (isInFront ? [] : strangers)
    .map(({ stems: [stem] }) => words.find((word) => stemOf(word) === stem) ?? stem!)
    .filter((word) => word.length >= leastUnread && !/\d/u.test(word) && !context.has(word));
  const sum = sumOf(
    base,
    // "Cherry jelly": how it tastes.
    others.filter(({ food }) => !isFlavour(food!, base)).map(({ food }) => food!),
    loss,
    0.02 * Math.max(0, others.length - 1) + 0.05 * slips,
    base !== head.food,
  );
  const match: Match = unread.length === 0 ? sum : { ...sum, unread };
  const headStem = head.stems.at(-1)!;
  // "Jambon beurre baguette", "gyros pitta": the bread is in it.
  const inBread = breads.has(headStem) ? others.find(({ food }) => hasBread(food!)) : undefined;
  if (inBread !== undefined)
    return sumOf(
      inBread.food!,
      others.filter((other) => other !== inBread).map(({ food }) => food!),
      loss,
      0.05 * slips,
    );
  if (blended.has(headStem) && head.stems.length === 1 && match.foods.length > 2)
    return {
      ...match,
      foods: match.foods
        .slice(1)
        .map(({ index }) => ({ index, share: 1 / (match.foods.length - 1) })),
    };
  const modifiers = stems.slice(0, head.from);
  if (milkNouns.has(headStem) && modifiers.some((stem) => plants.has(stem)))
    return { ...match, instead: 'dairy', confidence: match.confidence - 0.05 };
  if (wheatNouns.has(headStem) && modifiers.some((stem) => grains.has(stem)))
    return { ...match, instead: 'gluten', confidence: match.confidence - 0.05 };
  // "Tofu poke bowl": no salmon beside it.
  if (
    head.stems.some((stem) => filledWithFish.has(stem)) &&
    modifiers.some((stem) => inPlaceOfMeat.has(stem))
  )
    return { ...match, instead: 'meat', emptied: true };
  if (meatDishes.has(headStem) && modifiers.some((stem) => inPlaceOfMeat.has(stem)))
    return { ...match, instead: 'meat' };
  // "Paella de verduras": what stands behind names the kind.
  if (
    romance &&
    head === found[0] &&
    meatDishes.has(headStem) &&
    others.length > 0 &&
    others.every(({ food }) => takesPlace(food!, base) || inPlaceOfMeat.has(food!.stems.at(-1)!))
  )
    return { ...match, instead: 'meat', emptied: true };
  const isFront = others.every(({ to }) => to <= head.from);
  if (base === head.food && isFront && others.some(({ food }) => takesPlace(food!, base)))
    return { ...match, instead: 'meat', emptied: true };
  return match;
};

const sumOf = (
  head: NamedFood,
  others: readonly NamedFood[],
  loss: number,
  penalty: number,
  /** The head is what the others are put in, and they weigh what they usually do. */
  isFilled = false,
): Match => {
  const grams = isFilled
    ? head.grams + others.reduce((sum, other) => sum + Math.min(mostFilling, other.grams), 0)
    : head.grams;
  const ofHead = others.length === 0 ? 1 : isFilled ? head.grams / grams : headShare;
  const ofOther = (other: NamedFood): number =>
    isFilled ? Math.min(mostFilling, other.grams) / grams : (1 - headShare) / others.length;
  return {
    foods: [
      { index: head.index, share: ofHead },
      ...others.map((other) => ({ index: other.index, share: ofOther(other) })),
    ],
    grams,
    piece: head.piece,
    confidence: Math.max(0, certainty.sum - loss - penalty),
    how: 'sum',
    preparations: [],
    instead: null,
  };
};
