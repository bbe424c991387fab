import { allergenKeys, type ClassKey, classKeys } from '../classes.ts';
import type { ClassDose } from '../compose.ts';
import { isPresent } from '../presence.ts';
import type { ClassShare, FoodTables } from '../tables.ts';
import { keyOf, stemOf, wordsOf } from '../text/words.ts';
import { createCompounds } from './compounds.ts';
import { foldedName, type LabelEntry, readList } from './list.ts';
import { isTalk } from './talk.ts';

export interface LabelIngredient {
  readonly name: string;
  /** Share of the product, 0 to 100: declared, or estimated from the descending order. */
  readonly percent: number;
  readonly declared: boolean;
  readonly emphasised: boolean;
  /** Whether every word of it is known. */
  readonly known: boolean;
}

/** What an ingredient list says. */
export interface LabelReading {
  /** In the printed order, which is descending by weight. */
  readonly ingredients: readonly LabelIngredient[];
  readonly classes: ReadonlyMap<ClassKey, ClassDose>;
  /** Classes of words that are printed in capitals, bold or italics, or that "contains" names. */
  readonly emphasised: readonly ClassKey[];
  /** Classes behind "may contain", which the product is not made of. */
  readonly mayContain: readonly ClassKey[];
  readonly unknown: readonly string[];
  /** Mean of the share of the entries and the share of the weight that is known, 0 to 1. */
  readonly confidence: number;
}

/** `listed`: what the words stand for is told in brackets behind them, and no recipe is asked. */
export type LabelLookup = (
  words: readonly string[],
  listed?: boolean,
) => readonly ClassShare[] | undefined;

/** "(dairy)", "(shellfish)": an allergen under the name of its class. */
const ofAllergen = (word: string): readonly ClassShare[] | undefined => {
  const key = classKeys.find((one) => one === word && allergenKeys.has(one));
  return key === undefined ? undefined : [{ key, share: 1, probability: 1 }];
};

/** Index of the label vocabulary; `more` knows foods by their everyday names. */
export const createLabelLookup = (tables: FoodTables, more: LabelLookup): LabelLookup => {
  const words = new Map<string, readonly ClassShare[]>();
  for (const { name, classes } of tables.labelWords) {
    const key = keyOf(wordsOf(name).map(stemOf));
    const other = words.get(key);
    // One word in two languages ("lupin", "paprika"): both meanings count.
    words.set(
      key,
      other === undefined
        ? classes
        : [...other, ...classes.filter(({ key: k }) => !other.some((one) => one.key === k))],
    );
  }
  const inCompound = createCompounds(tables.labelWords);
  // German plurals and datives: "Haselnüssen" is "Haselnüsse".
  return (name, listed = false) =>
    words.get(keyOf(name.map(stemOf))) ??
    (listed ? more(name)?.slice(0, 0) : more(name)) ??
    (name.length === 1 && /.{4}e?n$/u.test(name[0]!)
      ? (words.get(stemOf(name[0]!.replace(/n$/u, ''))) ??
        words.get(stemOf(name[0]!.replace(/en$/u, ''))))
      : undefined) ??
    (name.length === 1 ? (inCompound(name[0]!) ?? ofAllergen(name[0]!)) : undefined);
};

const skipped = new Set(
  'and or of with from in the a und oder aus mit von et ou de du des d l y o e con al la le para for as contains an im organic bio biologique ecologico fairtrade fresh dried cooked ground whole powder concentrate concentrated extract raw roasted toasted chopped minced sliced natural pure free range puree paste flakes pieces juice fortified enriched refined unrefined cold pressed pasteurised pasteurized frozen added vitamin dry eu non origin from outside less than following 2 1 product products preparation mix blend content minimum made gemahlen getrocknet getrocknete pulver stucke entier entiere poudre en polvo seco seca acid acids acide saure acido sodium potassium calcium magnesium ammonium natrium kalium kalzium sodio potasio calcio phosphate phosphates diphosphates triphosphates polyphosphates carbonate carbonates bicarbonate citrate citrates sorbate benzoate chloride acetate ascorbate lactate sulphate sulfate nitrate nitrite propionate gluconate stearate oxide hydroxide silicate edta disodium dipotassium tricalcium monosodium glutamate extract extracts concentrates seasoning seasonings flavoured colouring color colors colour colours wax gums glazing agent agents regulator regulators rehydrated pasteurised pasteurized cultured fermented salted smoked cured hulled shelled unsalted roasted wholegrain reconstituted freeze defatted deodorised source naturally nature identical non gmo certified rainforest alliance sustainable sustainably sourced responsibly farmed wild caught free-range barn eggs-from british uk irish scottish italian french spanish german american european jodiertes aus kontrolliertem anbau eigener herstellung processed alkali alkalised alkalized unbleached bleached hydrochloride pantothenate erythorbate monocalcium pyrophosphate aluminum celtic liquid spirulina safflower hibiscus hops hopfen houblon lupulo basilic saffron smoke sumac sunflower rapeseed glucuronolactone carnitine creatine theanine niacinamide iodide palmitate mononitrate silicon packaging nitrogen reverse osmosis quinine distilled zinc ferrous acacia shea oleic high coagulans bacillus autolyzed autolysed colouring yolk yolks isolate isolates hydrolysed hydrolyzed issu agriculture biologica ecologica virgen virgin extra vierge datem monoglycerides diglycerides monoglyceride diglyceride nonfat inosinate guanylate dinatriuminosinat dinatriumguanylat cottonseed protein proteins alpha tocopherol tocopherols part skim cow cows solids raps sonnenblumen trinkwasser saitling naturdarm buchenholzrauch rauch kreuzkummel vegan vegane vegetarisch natriumascorbat natriumisoascorbat basilikum liebstockel gellan carrageen carraghenanes carragenato guarkernmehl johannisbrotkernmehl xanthan saureregulator saurungsmittel sauerungsmittel stabilisator geschmacksverstarker antioxidationsmittel konservierungsstoff backtriebmittel verdickungsmittel geliermittel festigungsmittel monokaliumphosphat dikaliumphosphat frais fraiche fraiches porc os plantes aromatiques fume fumee fumes fumees laurier muscade concassees concassee precuites precuit cuites alto oleico amonico sodico ni colorantes conservantes conservante colorante claro tostada tostado dehydrated green drained artificial ammonia pulp fats addition min filtered modified starch starches flavor flavors flavour flavours modifie transforme modificado modifizierte gluten-free solution casing casings filled husk husks humectant sweetener sweeteners thickener thickeners stabiliser stabilisers stabilizer stabilizers emulsifier emulsifiers preservative preservatives origine proportions varying variable poitrine disulfite metabisulfite bicarbonato bicarbonate meat fillet fillets jodiertes entrahmter entrahmte entrahmt fettarme fettarmer teilentrahmte pasteurisierte natur france espagne italie espana deutschland tbhq freshness red green bell mixed cracked unhulled un brown fiber fibre naturliches naturliche vanillearoma vanillaroma vollkorn'.split(
    ' ',
  ),
);
/** What stands before one of these tells its kind, and is no other ingredient: "romano cheese". */
const kinds: ReadonlySet<string> = new Set(
  'cheese oil sugar salt vinegar syrup pepper herb herbs spice spices extract extracts cultures kase zucker salz essig gewurz fromage huile sel vinaigre queso aceite sal vinagre'.split(
    ' ',
  ),
);
const longest = 6;

/** So many entries in brackets tell what something is made of. */
const toldInBrackets = 2;

/** How likely an allergen of the usual recipe is there, where a short list does not tell it. */
const stillPossible = 0.5;
const isFlavoured = /^(?:seasoning|flavou?r(?:ing)?|gewurzmischung|assaisonnement)$/u;

interface Found {
  readonly classes: readonly ClassShare[];
  readonly known: boolean;
}

const without: ReadonlySet<string> = new Set(['without', 'ohne', 'sans', 'sin']);

/** "Glutenfrei", "laktosefreie". */
const freeOf = /^(.{3,}?)frei(?:e[mnrs]?)?$/u;

/** Words from here on that say what is not in it: "gluten free", "free from milk", "ohne Laktose", "glutenfrei"; 0 for none. */
const absentWords = (words: readonly string[], at: number): number => {
  const [word = '', next, third] = words.slice(at, at + 3);
  if (word === 'free' && next === 'from') return words.length - at;
  // "No added sugar", "suitable for vegans": said of the product, and no ingredient.
  if (at === 0 && next !== undefined && (word === 'no' || (word === 'suitable' && next === 'for')))
    return words.length;
  if (next === 'free' && third !== 'range') return 2;
  if (without.has(word)) return next === undefined ? 1 : 2;
  return freeOf.test(word) ? 1 : 0;
};

/** What those words name: of "gluten free" and "ohne Gluten" the gluten. */
const absentThing = (words: readonly string[]): string | undefined =>
  freeOf.exec(words[0]!)?.[1] ?? words.find((word) => word !== 'free' && !without.has(word));

/** Whether its brackets name what it is made of; "bread (sliced, toasted)" says how it is. */
const tellsContents = ({ parts }: LabelEntry, find: LabelLookup): boolean =>
  parts.filter((part) => find(wordsOf(foldedName(part))) !== undefined).length >= toldInBrackets;

const lookUp = (entry: LabelEntry, find: LabelLookup): Found => {
  const words = wordsOf(foldedName(entry));
  const isTold = entry.parts.length >= toldInBrackets && tellsContents(entry, find);
  const classes: ClassShare[] = [];
  const last = words.at(-1) ?? '';
  const absent = new Set<ClassKey>();
  let unknown = 0;
  for (let at = 0; at < words.length; ) {
    let used = absentWords(words, at);
    if (used > 0) {
      const thing = absentThing(words.slice(at, at + used));
      for (const { key } of (thing && find([thing])) || [])
        if (!/^la[ck]tos/u.test(thing!) || key === 'lactose') absent.add(key);
      at += used;
      continue;
    }
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const name = words.slice(at, at + length);
      // "En polvo": how it was made, and no octopus.
      const isMaking = name.every((word) => skipped.has(word));
      const found = find(name, isMaking || isTold);
      if (found === undefined) continue;
      classes.push(...found);
      used = length;
      break;
    }
    if (used === 0) {
      const word = words[at]!;
      if (
        !skipped.has(word) &&
        !(at < words.length - 1 && kinds.has(last)) &&
        !/^(?:\d|[a-z]\d{0,2}$|e\d{3,4}[a-z]?$|vitamin[a-k]?\d{0,2}$)/u.test(word)
      )
        unknown += 1;
      used = 1;
    }
    at += used;
  }
  // "Pesto (basil, oil)": two words may not be all of it.
  if (isTold && entry.parts.length === toldInBrackets) {
    const told = new Set(
      entry.parts.flatMap((part) => lookUp(part, find).classes.map(({ key }) => key)),
    );
    for (const one of find(words) ?? [])
      if (allergenKeys.has(one.key) && !told.has(one.key) && !isFlavoured.test(last))
        classes.push({ ...one, probability: stillPossible * one.probability });
  }
  // "Prawn cocktail seasoning [sugar, dried yeast]": a flavour.
  const isFlavour = isTold && isFlavoured.test(last) && !words.includes('sauce');
  const present = classes.filter(
    ({ key }) => !absent.has(key) && !(isFlavour && (key === 'fish' || key === 'shellfish')),
  );
  return { classes: present, known: unknown === 0 && (words.length > 0 || entry.parts.length > 0) };
};

/** What is printed in an entry and its brackets. */
const wholeOf = ({ printed, parts }: LabelEntry): string =>
  [printed, ...parts.map(wholeOf)].join(' ');

/** Shares of siblings: declared ones as printed, the others from what is left, each at most its predecessor. */
const sharesOf = (entries: readonly LabelEntry[], whole: number): number[] => {
  const declared = entries.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  const open = entries.filter(({ percent }) => percent === null).length;
  const left = Math.max(open > 0 ? whole * 0.02 : 0, whole - declared);
  const weights = entries.map((_, i) => 0.55 ** i);
  const total = entries.reduce(
    (sum, { percent }, i) => sum + (percent === null ? weights[i]! : 0),
    0,
  );
  let most = whole;
  return entries.map(({ percent }, i) => {
    most = percent ?? Math.min(most, (left * weights[i]!) / total);
    return most;
  });
};

const meats: ReadonlySet<ClassKey> = new Set(['red-meat', 'processed-meat']);

interface Tally {
  readonly ingredients: LabelIngredient[];
  readonly doses: Map<ClassKey, { percent: number; without: number }>;
  readonly emphasised: Set<ClassKey>;
  readonly unknown: string[];
  entries: number;
  recognised: number;
  /** Per cent of the product in entries that are not known. */
  unreadPercent: number;
}

/** Adds the entries to the tally; returns the classes that they hold. */
const count = (
  entries: readonly LabelEntry[],
  whole: number,
  find: LabelLookup,
  tally: Tally,
  depth: number,
): ReadonlySet<ClassKey> => {
  const held = new Set<ClassKey>();
  const shares = sharesOf(entries, whole);
  entries.forEach((entry, i) => {
    const percent = Math.min(whole, shares[i]!);
    const { classes, known } = lookUp(entry, find);
    if (isTalk(entry.printed, entry.parts.map(wholeOf).join(' '))) return;
    // A name that is not known is told by what stands in its brackets.
    const told = known || (entry.parts.length > 0 && depth < 1);
    tally.entries += 1;
    if (told) tally.recognised += 1;
    else {
      tally.unreadPercent += percent;
      if (entry.printed !== '') tally.unknown.push(entry.printed);
    }
    const before = new Map([...tally.doses].map(([key, dose]) => [key, dose.percent]));
    const within =
      entry.parts.length > 0 ? count(entry.parts, percent, find, tally, depth + 1) : held;
    for (const { key, share, probability } of classes) {
      const dose = tally.doses.get(key) ?? { percent: 0, without: 1 };
      // What stands in brackets is counted there; bacon is meat whatever its brackets begin with.
      const own = (before.get(key) ?? 0) + percent * share * probability;
      const isKept = entry.parts.length > 0 && within.has(key) && dose.percent >= own;
      const isPart = entry.parts.length > 0 && within.has(key) && !meats.has(key);
      dose.percent = isKept || isPart ? dose.percent : own;
      dose.without = Math.min(dose.without, 1 - probability);
      tally.doses.set(key, dose);
      if (entry.emphasised && probability >= 0.5) tally.emphasised.add(key);
    }
    for (const { key } of classes) held.add(key);
    if (entry.parts.length > 0) for (const key of within) held.add(key);
    if (depth === 0 && entry.printed !== '')
      tally.ingredients.push({
        name: entry.printed,
        percent,
        declared: entry.percent !== null,
        emphasised: entry.emphasised,
        known,
      });
  });
  return held;
};

/** Classes that a package holds from an amount; powders, cultures and additives count from a trace. */
const byAmount: ReadonlySet<ClassKey> = new Set([
  'lactose',
  'added-sugar',
  'refined-grain',
  'high-glycaemic',
  'alcohol',
  'caffeine',
  'nightshade',
  'processed-meat',
  'red-meat',
  'fibre',
  'omega-3',
  'cocoa',
  'coconut',
  'citrus',
]);

const classesIn = (entries: readonly LabelEntry[], find: LabelLookup): ClassKey[] => {
  const keys = new Set<ClassKey>();
  const visit = (entry: LabelEntry): void => {
    for (const { key, probability } of lookUp(entry, find).classes)
      if (allergenKeys.has(key) && probability >= 0.5) keys.add(key);
    entry.parts.forEach(visit);
  };
  entries.forEach(visit);
  return classKeys.filter((key) => keys.has(key));
};

const densityOfAlcohol = 0.79;
/** Per cent by volume; what holds less is brewed, with few exceptions. */
const leastDistilled = 14;

/** Reads the ingredient list of a packed food. `grams`: the portion, for the doses. */
export const readLabel = (text: string, find: LabelLookup, grams: number): LabelReading => {
  const { entries, mayContain, contains, alcohol } = readList(text);
  const tally: Tally = {
    ingredients: [],
    doses: new Map(),
    emphasised: new Set(),
    unknown: [],
    entries: 0,
    recognised: 0,
    unreadPercent: 0,
  };
  count(entries, 100, find, tally, 0);
  const declared = classesIn(contains, find);
  for (const key of declared) {
    tally.emphasised.add(key);
    if (!tally.doses.has(key)) tally.doses.set(key, { percent: 0, without: 0 });
  }
  if (alcohol !== null && alcohol > 0) {
    tally.doses.set('alcohol', { percent: alcohol * densityOfAlcohol, without: 0 });
    if (alcohol < leastDistilled) tally.doses.set('fermented', { percent: 100, without: 0.1 });
  }
  const classes = new Map<ClassKey, ClassDose>();
  for (const key of classKeys) {
    const dose = tally.doses.get(key);
    if (dose === undefined) continue;
    const percent = Math.min(100, dose.percent);
    if (byAmount.has(key) && !isPresent(key, (percent * grams) / 100)) continue;
    classes.set(key, { percent, grams: (percent * grams) / 100, probability: 1 - dose.without });
  }
  return {
    ingredients: tally.ingredients,
    classes,
    emphasised: classKeys.filter((key) => tally.emphasised.has(key) && allergenKeys.has(key)),
    mayContain: classesIn(mayContain, find),
    unknown: tally.unknown,
    confidence:
      tally.entries === 0
        ? 0
        : (tally.recognised / tally.entries + 1 - Math.min(100, tally.unreadPercent) / 100) / 2,
  };
};
