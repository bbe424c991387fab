import type { ClassKey } from '../classes.ts';

/** Something the person says is not in the food. */
export interface Removal {
  /** As typed: "dairy-free", "no egg". */
  readonly words: string;
  /** Classes that go; empty where only the name is known. */
  readonly keys: readonly ClassKey[];
  /** Name of what goes, when it is not a class: "onion". */
  readonly name: string | null;
}

const dairy: readonly ClassKey[] = [
  'dairy',
  'milk',
  'skim-milk',
  'whey',
  'cheese',
  'yogurt',
  'lactose',
];
const meat: readonly ClassKey[] = ['red-meat', 'processed-meat', 'bone-broth', 'collagen'];
const vegetarian: readonly ClassKey[] = [...meat, 'fish', 'shellfish'];

const classesOfWord = new Map<string, readonly ClassKey[]>();
const define = (keys: readonly ClassKey[], words: string): void => {
  for (const word of words.split(' ')) classesOfWord.set(word.replaceAll('_', ' '), keys);
};
define(dairy, 'dairy milk milch lait laitier leche lacteos milk_products cows_milk kuhmilch');
define(['lactose'], 'lactose laktose lactosa');
define([
  'cheese',
], 'cheese kase kaese fromage queso parmesan parmesan_cheese cheddar mozzarella feta');
define(['yogurt'], 'yogurt yoghurt joghurt yaourt yogur');
define(['gluten', 'wheat'], 'gluten');
define(['wheat'], 'wheat weizen ble trigo');
define(['gluten', 'wheat'], 'batter breading breadcrumbs breadcrumb croutons crouton');
define(['egg'], 'egg eggs ei eier oeuf oeufs huevo huevos');
define(['peanut'], 'peanut peanuts erdnuss erdnusse cacahuete cacahuetes');
define(['tree-nut', 'peanut'], 'nut nuts nuss nusse noix frutos_secos nueces');
define(['tree-nut'], 'almonds almond cashews cashew walnuts walnut hazelnuts hazelnut pecans');
define(['soy'], 'soy soya soja');
define(['fish'], 'fish fisch poisson pescado');
define(['shellfish'], 'shellfish prawns shrimp seafood crustaceans');
define(['sesame'], 'sesame sesam tahini');
define(['mustard'], 'mustard senf moutarde mostaza');
define(['celery'], 'celery sellerie celeri apio');
define(['sulphite'], 'sulphite sulphites sulfite sulfites sulfit');
define([
  'added-sugar',
], 'sugar sugars added_sugar added_sugars zucker sucre sucre_ajoute azucar azucar_anadido');
define(['caffeine'], 'caffeine koffein cafeine cafeina');
define(['alcohol'], 'alcohol alkohol alcool');
define(['spicy'], 'chilli chili chilies chillies spice spices');
define(['nightshade'], 'nightshade nightshades');
define(meat, 'meat fleisch viande carne');
define([
  'processed-meat',
], 'bacon ham sausage sausages salami pepperoni chorizo pancetta lardons lardon guanciale speck schinken jambon jamon tocino panceta');
define(['cocoa'], 'cocoa chocolate kakao schokolade chocolat');
define(['coconut'], 'coconut kokos coco');

interface Rule {
  readonly pattern: RegExp;
  readonly keys: readonly ClassKey[];
}

const vegan: readonly ClassKey[] = [...dairy, 'egg', ...vegetarian];
const rules: readonly Rule[] = [
  {
    pattern:
      /\b(?:vegan(?:e|er|es|en|o|a|os|as)?|vegetalien(?:ne)?s?|plant[- ]based|rein pflanzlich|pflanzlich(?:e[rsnm]?)?)\b/u,
    keys: vegan,
  },
  {
    pattern:
      /\b(?:vegetarian|veggie|vegetarisch(?:e[rsnm]?)?|vegetarien(?:ne)?s?|vegetarian[oa]s?|meat[- ]?free|meatless|fleischlos(?:e[rsnm]?)?)\b/u,
    keys: vegetarian,
  },
  { pattern: /\b(?:non[- ]?dairy|dairyless|milchfrei(?:e[rsnm]?)?)\b/u, keys: dairy },
  {
    pattern: /\b(?:laktosefrei(?:e[rsnm]?)?|delactosad[oa]|deslactosad[oa]|delactose|lactofree)\b/u,
    keys: ['lactose'],
  },
  { pattern: /\bglutenfrei(?:e[rsnm]?)?\b/u, keys: ['gluten', 'wheat'] },
  { pattern: /\b(?:eggless|eifrei(?:e[rsnm]?)?)\b/u, keys: ['egg'] },
  {
    pattern:
      /\b(?:unsweetened|sugarless|zuckerfrei(?:e[rsnm]?)?|ungesu(?:ss|sz)t(?:e[rsnm]?)?|no added sugars?|zero sugar|sugar zero|diet(?= \p{L})|slimline|(?<=\p{L} )zero(?! alcohol)|without added sugars?|sans sucres? ajoutes?|sin azucar(?:es)? anadidos?)\b/u,
    keys: ['added-sugar'],
  },
  {
    pattern:
      /\b(?:decaf(?:f?einated|f)?|koffeinfrei(?:e[rsnm]?)?|entkoffeiniert(?:e[rsnm]?)?|decafeine|descafeinad[oa])\b/u,
    keys: ['caffeine'],
  },
  {
    pattern: /\b(?:non[- ]?alcoholic|alcoholfree|alkoholfrei(?:e[rsnm]?)?|0[.,]0 ?%?)(?=\s|$)/u,
    keys: ['alcohol'],
  },
];

const freePattern = /\b((?:added )?[a-z]+)(?:[- ]| )?free\b(?! range)/u;
const fromPattern = /\bfree (?:from|of) ([a-z]+)\b/u;
const lackingPattern = /\b(bread|bun|noodle|cheese|bean|crouton|tortilla|pasta|rice)less\b/u;
/** "Onion-free curry": of what is no class; "bread free with the soup" costs nothing. */
const freeOf =
  /\b(onion|garlic|tomato|pepper|potato|bean|mushroom|pea|rice|corn|mayo|butter|cream|sauce|oil|salt|pasta|bread)s?(?:-free\b| free(?= (?!(?:range|with|at|on|in|from|of|for|to|as|because|cos|and|refill|samples?|today|tonight|meal|school|lunch)\b)\p{L}))/u;
const negation =
  /\b(?:no|without|hold the|minus the|minus|not any|ohne|sans|sin|kein|keine|keinen|pas de|senza|w\/o)\b/u;
const negated =
  /\b(?:no|without|hold the|minus the|minus|not any|ohne|sans|sin|kein|keine|keinen|pas de|senza)\s+(?:(?:any|the|le|la|les|el|added|extra)\s+|[dl]')*([\p{L}' -]+?)(?=\s*(?:$|[,;)]|\b(?:but|with|and|und|mit|avec|con|y|et|or|nor|oder|ou|o|aber|no|without|ohne|sans|sin|please|in|on|auf|im|sur|dans|en|aux?|al|alla)\b))(?:\s+(?:or|nor|oder|ou|o|(?:and|und|et|y)\s+(?:no|without|ohne|sans|sin|keine?))\s+(?:no\s+)?([\p{L}'-]+(?: [\p{L}'-]+)?)(?=\s*(?:$|[,;)])))?/u;

export interface Modified {
  /** The text without the modifiers, tidied. */
  readonly rest: string;
  readonly removals: readonly Removal[];
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,-]+|[\s,-]+$/gu, '')
    .trim();

/** Left out of a food, and never in front of another that is left out. */
const property =
  /^(?:gluten|lactose|lactosa|laktose|dairy|sugar|sucre|azucar|zucker)(?= (?!anadid|ajoute|added|zusatz|substitut|alcohol)\p{L})/u;

const ofPlants =
  /^(oat|soya?|almond|coconut|rice|cashew|hemp|pea|nut|hazelnut|plant|plant-based|vegan) (?:milk|cream|yogh?urt|cheese|butter|creamer)$/u;

const removalOf = (words: string, named: string): Removal => {
  const told = tidy(named);
  // "Sans gluten beurre de cacahuete": what follows is there.
  const name = property.exec(told)?.[0] ?? told;
  // "No oat milk" leaves the milk.
  const plant = ofPlants.exec(name)?.[1];
  if (plant !== undefined) return { words, keys: classesOfWord.get(plant) ?? [], name: null };
  const bare = classesOfWord.get(name) ?? classesOfWord.get(name.split(' ').at(-1)!);
  return { words, keys: bare ?? [], name };
};

/** Takes what is said not to be in the food out of folded text. */
export const takeModifiers = (text: string): Modified => {
  const removals: Removal[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Removal | null): void => {
    for (let round = 0; round < 8; round += 1) {
      const match = pattern.exec(rest);
      if (match === null) return;
      const removal = read(match);
      if (removal === null) return;
      removals.push(removal);
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  };
  for (const { pattern, keys } of rules) take(pattern, ([words]) => ({ words, keys, name: null }));
  take(fromPattern, ([words, name]) => (classesOfWord.has(name!) ? removalOf(words, name!) : null));
  // "Breadless sandwich", "bunless burger"
  take(lackingPattern, ([words, name]) => removalOf(words, name!));
  // "no egg omelette" is an omelette.
  const noFirst = /^(?:no|zero)[- ]([a-z]+)\s+(?=\p{L}{3,})(?!(?:and|or|with|but|please)\b)/u.exec(
    rest,
  );
  const firstKeys = noFirst === null ? undefined : classesOfWord.get(noFirst[1]!);
  if (noFirst !== null && firstKeys !== undefined) {
    removals.push({ words: noFirst[0].trim(), keys: firstKeys, name: null });
    rest = rest.slice(noFirst[0].length);
  }
  take(freePattern, ([words, name]) => {
    const keys = classesOfWord.get(name!);
    return keys === undefined ? null : { words, keys, name: null };
  });
  take(freeOf, ([words, name]) => removalOf(words, name!));
  if (negation.test(rest)) {
    const second: string[] = [];
    take(negated, ([words, name, other]) => {
      if (other !== undefined) second.push(other);
      return removalOf(words, name!);
    });
    for (const name of second) removals.push(removalOf(`no ${name}`, name));
  }
  return { rest: removals.length === 0 ? text : tidy(rest), removals };
};

/** The text without "no ...", "without ..."; adjectives such as "vegan" stay. */
export const takeNegations = (text: string): string => {
  let rest = text;
  for (let round = 0; round < 8; round += 1) {
    const match = negated.exec(rest);
    if (match === null) break;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  return tidy(rest);
};

const absentFirst =
  /(?=[nswo])(?<=\p{L}[ ,]{1,3})(no|without|sans|sin|ohne) (\p{L}+) ((?!(?:with|and|in|on|or|but|no|w|instead|for|at|from|mit|und|oder|et|ni|avec|y|con|o)\b)\p{L}[\p{L}-]*(?: \p{L}+){0,3})(?=\s*(?:$|[,;.)\n]|(?:and|with|on|in|no|et|y|und)\b))/gu;
const isProperty = /^(?:gluten|lactose|lactosa|laktose)$/u;
/** Of the food that the property is left out of. */
const ofTheSame =
  /^(?:(?:semi)?desnatad|entera|ecrem|demi|fettarm|bio|light|natur|free|frei|please|version|option|one)/u;

/** "Sub no cheese southwest sauce": the sauce is there. `isName` tells what is a food by itself. */
export const withAbsentApart = (text: string, isName: (phrase: string) => boolean): string =>
  text.replace(absentFirst, (all, no: string, gone: string, there: string) => {
    const isApart = isProperty.test(gone)
      ? !ofTheSame.test(there)
      : isName(gone) && isName(there) && !isName(`${gone} ${there}`);
    return isApart ? `${no} ${gone}, ${there.replace(/^gluten-free /u, '')}` : all;
  });

export const isNegation = (text: string): boolean =>
  /^(?:no|without|ohne|sans|sin|kein|keine|keinen|hold the|minus|pas de)\b/u.test(text);
