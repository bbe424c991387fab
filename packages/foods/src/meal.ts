/** How the foods of one text belong together: "with mayo", "on rye", "(no soy)". */
import { allergenKeys } from './classes.ts';
import type { ResolvedFood } from './resolved-food.ts';
import type { Draft, Served } from './serving.ts';
import { isNegation } from './text/modifiers.ts';
import { foldLetters } from './text/normalise.ts';
import { stemOf, wordsOf } from './text/words.ts';

export interface Course extends Draft {
  /** Place of the chunk in the text. */
  readonly chunk: number;
  /** The food that it is said to be in or on; null for a food of its own. */
  readonly within: Course | null;
  /** How it is tied to that food: "with", "on"; a comma for a list. */
  readonly tie: string;
  /** It is a part that the person told: in a list behind a colon or in brackets, or behind "with". */
  readonly told: 'listed' | 'with' | null;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What is exchanged for each other: the head named, and the foods it is the base of. */
const bases: readonly {
  readonly base: ReadonlySet<string>;
  readonly dishes: ReadonlySet<string>;
}[] = [
  {
    base: setOf(
      'bread toast roll bun bagel baguette ciabatta sourdough rye focaccia pitta pita bap wrap tortilla flatbread brioche naan pumpernickel loaf brot toastbrot brotchen pain pan',
    ),
    dishes: setOf(
      'sandwich sandwiches toastie melt blt toast burger cheeseburger hamburger panini baguette wrap sub club butty bap roll sarnie dog reuben rarebit fajita quesadilla enchilada burrito taco',
    ),
  },
  {
    base: setOf(
      'pasta spaghetti penne fusilli linguine tagliatelle macaroni noodle lasagne courgetti zoodle shirataki',
    ),
    dishes: setOf(
      'pasta spaghetti bolognese carbonara lasagne lasagna macaroni mac penne linguine tagliatelle arrabbiata',
    ),
  },
];

const lastStem = (phrase: string): string => stemOf(wordsOf(phrase).at(-1) ?? '');

/** Whether `phrase` names the bread or pasta of a dish, which then stands in place of the usual one. */
export const isBaseOf = (phrase: string, dish: string): boolean =>
  bases.some(
    ({ base, dishes }) =>
      base.has(lastStem(phrase)) && wordsOf(dish).some((word) => dishes.has(stemOf(word))),
  );

/** What is eaten in or on a dish and not by itself: "chicken roll, lettuce and mayo". */
const trimming =
  /^(?:(?:some|extra|the|a|spicy|light|duke's|hellmann'?s|kewpie) )*(?:lettuce|salad leaves|mayo|mayonnaise|ketchup|mustard|soy sauce|onions?|gherkins?|pickles|peppers|hummus|houmous)$/u;

export const isTrimming = (phrase: string): boolean => trimming.test(phrase);

/** Parts that are no food of their own: "pizza (gluten-free base)". */
const aspects = setOf(
  'base crust dough batter coating breadcrumbs breadcrumb crumb pastry topping filling case shell',
);

export const isAspect = (phrase: string): boolean => aspects.has(lastStem(phrase));

/** Dishes of many parts, of which one is often named again. */
const composed = setOf(
  'mash toad kiev cottage shepherd hotpot ploughman sandwich toastie wrap baguette panini melt sub bagel burger cheeseburger hamburger whopper mac salad soup broth ramen stew curry fry rice biryani pasta spaghetti lasagne carbonara pizza smoothie shake breakfast english dinner roast plate burrito taco fajita nacho quesadilla bowl noodle mein paella risotto chilli chili tagine kebab shawarma gyro platter board omelette frittata kedgeree pie bake casserole thai roll bun dog sushi bibimbap trifle sundae split parfait muesli oats porridge lunch frappuccino frappe milkshake skewers satay hash masala korma kha yum pho laksa pavlova borek burek spanakopita quiche moussaka calzone stromboli crepe empanada pasty samosa galette lasagna',
);

/** So much of a part must be in a dish, in per cent of the dish, to be a part of its recipe. */
const leastPart = 0.3;
/** A part of less than this, in per cent of what is named, says nothing of it. */
const telling = 10;
/** The recipe holds at least this part of what is named again. */
const enough = 0.3;
/** Of lettuce or mayonnaise a recipe holds a little, and the usual portion is what is eaten beside a meal. */
const enoughTrimming = 0.1;
/** A recipe has at least so many named ingredients. */
const leastFamilies = 2;
const byName: ReadonlySet<string> = new Set(['name', 'reordered', 'survey', 'reduced', 'spelling']);

const familiesOf = ({ ingredients }: ResolvedFood): ReadonlyMap<string, number> => {
  const percents = new Map<string, number>();
  for (const { family, percent } of ingredients)
    if (family !== null) percents.set(family, (percents.get(family) ?? 0) + percent);
  return percents;
};

/** "Doner kebab with salad": the leaves in a bread, of which there is no plate. */
const salad = /^(?:(?:a|some|mixed|side|fresh|extra) )*(?:salads?|salat|salade|ensalada)$/u;
const filledBread =
  /\b(?:wraps?|sandwich(?:es)?|kebabs?|gyros?|shawarma|pitt?a|baguette|rolls?|bap|burgers?|burrito|panini|sub|falafel|doner)\b/u;
const leaves: ReadonlySet<string> = new Set(['lettuce', 'tomato', 'cucumber', 'cabbage']);

/** Whether what is named beside a dish is in its recipe: "chicken wrap with lettuce and mayo". */
export const isPartOf = (part: ResolvedFood, dish: ResolvedFood): boolean => {
  if (!byName.has(part.how) || dish.label !== null) return false;
  const words = [...wordsOf(dish.phrase), ...wordsOf(foldLetters(dish.food))];
  if (!words.some((word) => composed.has(stemOf(word)))) return false;
  if (part.code === dish.code && part.with.length === 0) return true;
  const held = familiesOf(dish);
  if (held.size < leastFamilies) return false;
  if (salad.test(part.phrase) && filledBread.test(dish.phrase))
    return [...held].some(([family, percent]) => leaves.has(family) && percent >= leastPart);
  const least = isTrimming(part.phrase) ? enoughTrimming : enough;
  const asked = [...familiesOf(part)].filter(([, percent]) => percent >= telling);
  return (
    asked.length > 0 &&
    asked.every(([family, percent]) => {
      const own = held.get(family) ?? 0;
      return own >= leastPart && own * dish.grams >= least * percent * part.grams;
    }) &&
    [...part.classes].every(
      ([key, { probability }]) =>
        probability <= 0.5 ||
        !allergenKeys.has(key) ||
        (dish.classes.get(key)?.probability ?? 0) > 0.5,
    )
  );
};

/** Tofu of which "no soy" is said is meant without soy sauce. */
const isItself = ({ ingredients }: ResolvedFood): boolean => (ingredients[0]?.percent ?? 0) > 90;

/** "Kebab, garlic sauce no salad": behind a comma only these are meant of another food. "Pad thai, rolls no peanuts" is not. */
const saladWords = /^(?:salad|lettuce|tomato(?:es)?|cucumber|leaves|salat|salade|ensalada)$/u;

/** "Stir fry with noodles (no soy)": what is not in the last food is taken out of those before it. */
const carryBack = (courses: readonly Course[], serve: (draft: Draft) => Served): void => {
  for (const [i, course] of courses.entries()) {
    const said = course.removals.filter(({ words }) => isNegation(words));
    if (said.length === 0 || i === 0) continue;
    const { honoured } = serve(course);
    const earlier = courses.slice(0, i);
    const beside = earlier.filter((before) => before.chunk === course.chunk);
    for (const removal of said) {
      if (honoured.includes(removal.words)) continue;
      const isLeaves = removal.keys.length === 0 && saladWords.test(removal.name ?? '');
      for (const before of beside.length === 0 && isLeaves ? earlier : beside)
        if (
          !isItself(serve(before).item) &&
          !before.removals.some(({ words }) => words === removal.words)
        )
          before.removals.push(removal);
    }
  }
};

/** Courses to foods; what is in the recipe of the food it belongs to is told with it, and not again. */
export const serveMeal = (
  courses: readonly Course[],
  serve: (draft: Draft) => Served,
): readonly ResolvedFood[] => {
  carryBack(courses, serve);
  const items = new Map<Course, ResolvedFood>(courses.map((one) => [one, serve(one).item]));
  for (const course of courses) {
    const { within, tie } = course;
    const part = items.get(course)!;
    const dish = within === null ? undefined : items.get(within);
    if (within === null || dish === undefined || !isPartOf(part, dish)) continue;
    items.set(within, {
      ...dish,
      phrase: `${dish.phrase}${tie === ',' ? '' : ' '}${tie} ${part.phrase}`,
    });
    items.delete(course);
  }
  return [...items.values()];
};
