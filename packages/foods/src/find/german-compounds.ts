/** German compounds: "Kartoffelsuppe" is Suppe with Kartoffel. */
import { foldLetters } from '../text/normalise.ts';
import { keyOf, stemOf, stemsOf, wordsOf } from '../text/words.ts';
import type { CommonNames, NamedFood } from './common-names.ts';

/** What is in front and is no name by itself, or not in this form. */
const fronts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    roggen: 'rye bread',
    dinkel: 'spelt bread',
    vollkorn: 'wholemeal bread',
    mohn: 'poppy seeds',
    schoko: 'chocolate',
    rahm: 'cream',
    sahne: 'cream',
    creme: 'cream',
    rind: 'beef',
    rinder: 'beef',
    rinds: 'beef',
    schwein: 'pork',
    schweine: 'pork',
    schweins: 'pork',
    pute: 'turkey',
    puten: 'turkey',
    hahnchen: 'chicken',
    huhn: 'chicken',
    huhner: 'chicken',
    poulet: 'chicken',
    hendl: 'chicken',
    kalb: 'veal',
    kalbs: 'veal',
    lamm: 'lamb',
    ente: 'duck',
    enten: 'duck',
    pilz: 'mushrooms',
    pilze: 'mushrooms',
    champignon: 'mushrooms',
    pfifferling: 'mushrooms',
    bohnen: 'green beans',
    rhabarber: 'rhubarb',
    himbeer: 'raspberries',
    erdbeer: 'strawberries',
    heidelbeer: 'blueberries',
    blaubeer: 'blueberries',
    brombeer: 'blackberries',
    kirsch: 'cherries',
    pflaumen: 'plum',
    zwetschgen: 'plum',
    zwetschken: 'plum',
    aprikosen: 'apricot',
    marillen: 'apricot',
    nuss: 'mixed nuts',
    topfen: 'quark',
    speck: 'bacon',
    zwiebel: 'onion',
    knoblauch: 'garlic',
    gemuse: 'mixed vegetables',
    auberginen: 'aubergine',
    zucchini: 'courgette',
    mohren: 'carrots',
    karotten: 'carrots',
    rosinen: 'raisins',
    krabben: 'prawns',
    garnelen: 'prawns',
    fisch: 'fish',
    matjes: 'pickled herring',
    honig: 'honey',
    hack: 'beef mince',
    hackfleisch: 'beef mince',
    tofu: 'tofu',
    ei: 'egg',
    eier: 'egg',
  }),
);
/** Behind these a front may stand as well: "Pilzrahm-sauce". */
const inner = ['rahm', 'sahne', 'creme'];
/** Cuts of what stands in front, and nothing else. */
const cuts: ReadonlySet<string> = new Set(
  'filet brust keule steak spiess spiesse streifen medaillon medaillons lende rucken wurfel fleisch stucke'.split(
    ' ',
  ),
);
/** Dishes of what stands in front, with what else is in them. */
const dishes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    geschnetzeltes: ['gravy', 'cream'],
    ragout: ['gravy'],
    frikassee: ['gravy', 'cream'],
    pfanne: ['mixed vegetables'],
    gemuse: ['mixed vegetables'],
  }),
);
/** What a head is called elsewhere. */
const heads: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sosse: 'gravy',
    sauce: 'gravy',
    schorle: 'apfelschorle',
    brotchen: 'bread roll',
    semmel: 'bread roll',
    weckerl: 'bread roll',
    suppe: 'vegetable soup',
    schnitzel: 'schnitzel',
    salat: 'mixed salad',
  }),
);
const shortest = { word: 8, head: 4, front: 2 };

export interface Compound {
  readonly head: NamedFood;
  readonly others: readonly NamedFood[];
}

/** Takes a German compound apart; null where either side is not known. */
export const compoundOf = (word: string, names: CommonNames): Compound | null => {
  if (word.length < shortest.word) return null;
  const named = (english: string): NamedFood | undefined =>
    names.byKey.get(keyOf(stemsOf(wordsOf(foldLetters(english)))));
  const frontOf = (start: string): readonly NamedFood[] => {
    const told = fronts.get(start);
    const known = told === undefined ? undefined : named(told);
    if (known !== undefined) return [known];
    for (const form of [
      start,
      start.replace(/(?:en|n|s)$/u, ''),
      `${start}e`,
      `${start}en`,
      `${start}n`,
    ]) {
      const part = form.length < 3 ? undefined : names.byKey.get(stemOf(form));
      if (part !== undefined && part.stems.length === 1) return [part];
    }
    const tail = inner.find((one) => start.endsWith(one) && start.length > one.length + 2);
    if (tail === undefined) return [];
    const first = frontOf(start.slice(0, -tail.length));
    const cream = named(fronts.get(tail)!);
    return first.length === 0 || cream === undefined ? [] : [...first, cream];
  };
  for (let at = word.length - shortest.head; at >= shortest.front; at -= 1) {
    const end = word.slice(at);
    const beside = dishes.get(end)?.map(named);
    const isCut = cuts.has(end);
    const told = heads.get(end);
    const head = told === undefined ? names.byKey.get(stemOf(end)) : named(told);
    if (
      beside === undefined &&
      !isCut &&
      (head === undefined || (told === undefined && head.stems.length !== 1))
    )
      continue;
    const parts = frontOf(word.slice(0, at));
    const [first] = parts;
    if (first === undefined) continue;
    if (beside !== undefined)
      return { head: first, others: beside.filter((food) => food !== undefined) };
    return isCut ? { head: first, others: parts.slice(1) } : { head: head!, others: parts };
  }
  return null;
};
