/** How much was eaten, as far as the words say. */
export interface Amount {
  /** Number of units, or of usual portions where there is no unit. */
  readonly count: number;
  /** Canonical unit (`slice`, `cup`, `g`, `ml`); null for usual portions. */
  readonly unit: string | null;
}

export interface Measured {
  readonly amount: Amount | null;
  readonly rest: string;
}

const aliases = new Map<string, string>();
const unit = (name: string, words: string): void => {
  for (const word of [name, ...words.split(' ').filter(Boolean)])
    aliases.set(word.replaceAll('_', ' '), name);
};
unit('g', 'gr gm gms gram grams gramm gramme grammes gramo gramos grs');
unit('kg', 'kilo kilos kilogram kilograms kilogramm');
unit('mg', 'milligram milligrams');
unit('ml', 'milliliter millilitre milliliters millilitres mls');
unit('cl', 'centilitre centilitres');
unit('dl', 'deciliter decilitre');
unit('l', 'liter litre liters litres litro litros lt ltr');
unit('oz', 'ounce ounces onza onzas');
unit('fl oz', 'floz fluid_ounce fluid_ounces');
unit('lb', 'lbs pound pounds pfund livre');
unit('pint', 'pints pinte');
unit('half pint', 'half_pints');
unit('cup', 'cups');
unit(
  'tablespoon',
  'tablespoons tbsp tbsps tbs tablespoonful el essloffel cuillere_a_soupe cuilleres_a_soupe cs cucharada cucharadas',
);
unit(
  'teaspoon',
  'teaspoons tsp tsps teaspoonful tl teeloffel cuillere_a_cafe cuilleres_a_cafe cucharadita cucharaditas',
);
unit('spoon', 'spoons spoonful spoonfuls loffel cuillere cuilleres cuchara');
unit(
  'slice',
  'slices scheibe scheiben tranche tranches rebanada rebanadas rodaja rodajas loncha lonchas',
);
unit(
  'piece',
  'pieces pc pcs stuck stucke stuecke morceau morceaux trozo trozos pieza piezas part parts chunk chunks',
);
unit('bowl', 'bowls bowlful schussel schale bol bols tazon cuenco');
unit('plate', 'plates plateful teller assiette assiettes plato platos');
unit('glass', 'glasses glas glaser verre verres vaso vasos copa copas');
unit('mug', 'mugs becher');
unit('cupful', 'tasse tassen tasses taza tazas');
unit('can', 'cans dose dosen canette lata latas');
unit('tin', 'tins');
unit('bottle', 'bottles flasche flaschen bouteille bouteilles botella botellas');
unit('bar', 'bars riegel tafel barre tablette barra');
unit('packet', 'packets pack packs pkt pack_of packung packungen paquet paquets paquete');
unit('bag', 'bags tute tuete sachet sachets bolsa');
unit('handful', 'handfuls handvoll poignee poignees punado punados');
unit('scoop', 'scoops kugel kugeln boule boules bola bolas');
unit('splash', 'splashes schuss chorrito');
unit('dash', 'dashes spritzer');
unit('drop', 'drops tropfen goutte gouttes gotas');
unit('drizzle', '');
unit('dollop', 'dollops klecks');
unit('pinch', 'pinches prise pincee pizca');
unit('knob', 'noix');
unit('sprinkle', 'sprinkling sprinkles');
unit('serving', 'servings portion portions helping helpings porcion porciones portionen ration');
unit('rasher', 'rashers');
unit('clove', 'cloves zehe zehen gousse gousses diente dientes');
unit('stick', 'sticks');
unit('wedge', 'wedges');
unit('square', 'squares');
unit('shot', 'shots');
unit('jar', 'jars');
unit('tub', 'tubs pot pots');
unit('carton', 'cartons');
unit('fillet', 'fillets filet filets');
unit('spear', 'spears');
unit('strip', 'strips');
unit('ball', 'balls');
unit('capsule', 'capsules tablet tablets kapsel kapseln gelule');
unit('bunch', 'bunches');
unit('head', 'heads');
unit('floret', 'florets');
unit('leaf', 'leaves');
unit('bite', 'bites');
unit('sip', 'sips');

const numbers = new Map<string, number>(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    couple: 2,
    few: 3,
    several: 4,
    some: 1,
    half: 0.5,
    quarter: 0.25,
    third: 1 / 3,
    double: 2,
    triple: 3,
    another: 1,
    ein: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    eins: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    halbe: 0.5,
    halber: 0.5,
    halbes: 0.5,
    halben: 0.5,
    paar: 3,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    demi: 0.5,
    demie: 0.5,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    medio: 0.5,
    media: 0.5,
    unos: 3,
    unas: 3,
  }),
);
/** Number words that are also names or articles count only in front of more words. */
const sizes = new Map<string, number>(
  Object.entries({
    small: 0.7,
    little: 0.7,
    mini: 0.5,
    tiny: 0.5,
    medium: 1,
    regular: 1,
    large: 1.4,
    big: 1.4,
    huge: 1.7,
    giant: 1.7,
    generous: 1.3,
    heaped: 1.3,
    heaping: 1.3,
    level: 1,
    tall: 0.9,
    grande: 1.2,
    venti: 1.5,
    klein: 0.7,
    kleine: 0.7,
    kleiner: 0.7,
    kleines: 0.7,
    gross: 1.4,
    grosse: 1.4,
    grosser: 1.4,
    grosses: 1.4,
    petit: 0.7,
    petite: 0.7,
    grand: 1.4,
    pequeno: 0.7,
    pequena: 0.7,
  }),
);

const numeral = String.raw`\d{1,5}(?:[.,]\d{1,3})?`;
const leading =
  /^(?:(?:ca|approx|about|around|roughly|etwa|environ|unos)\.?\s+)?(?:(\d{1,3})\s+)?(\d{1,2})\/(\d{1,2})(?=\D|$)\s*/u;
const plain = new RegExp(
  String.raw`^(?:(?:ca|approx|about|around|roughly|etwa|environ)\.?\s+|~\s*)?(${numeral})(?:\s*-\s*(${numeral}))?\s*(?:[x×](?=\s|\d|$)\s*)?`,
  'u',
);
const timesFirst = new RegExp(String.raw`^[x×]\s*(${numeral})\s+`, 'u');
const timesLast = new RegExp(
  String.raw`\s*(?:[x×]\s*(${numeral})|(${numeral})\s*[x×]|\((${numeral})\s*[x×]?\)|\*\s*(${numeral}))$`,
  'u',
);
const massLast = new RegExp(
  String.raw`[\s(]+(${numeral})\s*(g|gr|gram|grams|gramm|kg|mg|ml|cl|dl|l|oz|fl oz|lb|lbs)\)?$`,
  'u',
);
const unitLast = new RegExp(String.raw`[\s(]+(${numeral})\s*([a-z]+)\)?$`, 'u');
const linkWords = /^(?:of|de|d'|du|des|von|the|del)\s*/u;

const numberOf = (text: string): number => Number(text.replace(',', '.'));

/** Longest unit at the start of the words: "fluid ounces" before "fluid". */
const unitAt = (text: string): { readonly name: string; readonly rest: string } | null => {
  const words = text.split(' ');
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const name = aliases.get(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[.)]+$/u, ''),
    );
    if (name !== undefined) return { name, rest: words.slice(count).join(' ') };
  }
  return null;
};

/** A number word such as "two"; "a" and "half" combine: "half a", "a half", "one and a half". */
const wordNumber = (text: string): { readonly value: number; readonly rest: string } | null => {
  const words = text.split(' ');
  const first = numbers.get(words[0] ?? '');
  if (first === undefined) return null;
  let used = 1;
  let value = first;
  const halfWords = /^(?:and a half|und eine? halbe|et demie?|y medi[oa])\b\s*/u.exec(
    words.slice(1).join(' '),
  );
  if (halfWords !== null) {
    return { value: first + 0.5, rest: words.slice(1).join(' ').slice(halfWords[0].length) };
  }
  for (; used < 3; used += 1) {
    const next = numbers.get(words[used] ?? '');
    if (next === undefined || words.length === used + 1) break;
    value *= next;
  }
  return { value, rest: words.slice(used).join(' ') };
};

/**
 * Takes the quantity off folded text: "2 slices of toast", "half a pizza", "a splash of milk",
 * "200 ml milk", "1/2 cup oats", "eggs x2", "0,5 l Bier". What remains may be empty.
 */
export const takeAmount = (text: string): Measured => {
  let rest = text.trim();
  let count: number | null = null;
  let size = 1;
  let name: string | null = null;

  rest = rest.replace(/\s*\(?\b\d{1,3}(?:[.,]\d+)?\s?%\)?$/u, (share, at: number) =>
    at > 0 ? '' : share,
  );
  const counted = unitLast.exec(rest);
  const mass =
    massLast.exec(rest) ?? (counted !== null && aliases.has(counted[2]!) ? counted : null);
  if (mass !== null && mass.index > 0) {
    count = numberOf(mass[1]!);
    name = aliases.get(mass[2]!) ?? mass[2]!;
    rest = rest.slice(0, mass.index).trim();
    const before = takeAmount(rest);
    return before.rest === ''
      ? { amount: { count, unit: name }, rest }
      : { amount: { count, unit: name }, rest: before.rest };
  }
  if (/\s(?:half|halves)$/u.test(rest)) {
    count = 0.5;
    rest = rest.replace(/\s\S+$/u, '');
  }
  const last = timesLast.exec(rest);
  if (last !== null && last.index > 0) {
    count = numberOf((last[1] ?? last[2] ?? last[3] ?? last[4])!);
    rest = rest.slice(0, last.index).trim();
  }
  const first = timesFirst.exec(rest);
  const fraction = leading.exec(rest);
  const number = plain.exec(rest);
  const sevenUp = /^(?:7[ -]?up|5 spice|five spice|7 grain)\b/u.test(rest);
  if (sevenUp) return { amount: count === null ? null : { count, unit: null }, rest };
  if (first !== null) {
    count = (count ?? 1) * numberOf(first[1]!);
    rest = rest.slice(first[0].length);
  } else if (fraction !== null && Number(fraction[3]) > 0) {
    count = (count ?? 1) * (Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]));
    rest = rest.slice(fraction[0].length);
  } else if (number !== null && !rest.slice(number[0].length).startsWith('%')) {
    const low = numberOf(number[1]!);
    const high = number[2] === undefined ? low : numberOf(number[2]);
    count = (count ?? 1) * (high >= low ? (low + high) / 2 : low);
    rest = rest.slice(number[0].length).replace(/^(?:and a half|1\/2)\s+/u, () => {
      count = count! + 0.5;
      return '';
    });
  } else {
    const word = wordNumber(rest);
    if (word !== null && word.rest !== '') {
      count = (count ?? 1) * word.value;
      rest = word.rest;
    }
  }
  rest = rest.replace(linkWords, (link) => (count === null ? link : '')).trim();
  const again = count === null ? null : wordNumber(rest);
  if (again !== null && again.rest !== '') {
    count = count! * again.value;
    rest = again.rest;
  }
  for (let round = 0; round < 2; round += 1) {
    const [word = ''] = rest.split(' ');
    const factor = sizes.get(word);
    if (factor === undefined || rest === word) break;
    size *= factor;
    rest = rest.slice(word.length).trim();
  }
  const found = unitAt(rest);
  if (found !== null && found.rest !== '') {
    const after = found.rest.replace(linkWords, '').trim();
    const linked = after !== found.rest.trim();
    // "bar soap" and "can beans" are rare; "cup cake" and "stick beans" are names: a bare unit needs a number or "of".
    if (after !== '' && (count !== null || linked)) {
      name = found.name;
      rest = after;
    }
  }
  if (count === null && name === null && size === 1) return { amount: null, rest };
  const total = Math.min(100_000, (count ?? 1) * size);
  return { amount: { count: total > 0 ? total : 1, unit: name }, rest };
};

const perUnit = new Map<string, number>(
  Object.entries({
    g: 1,
    kg: 1000,
    mg: 0.001,
    ml: 1,
    cl: 10,
    dl: 100,
    l: 1000,
    oz: 28.35,
    'fl oz': 29.57,
    lb: 453.6,
    pint: 568,
    'half pint': 284,
  }),
);

/** Grams of a unit of weight or volume (water's density); undefined for household units. */
export const gramsPerUnit = (name: string): number | undefined => perUnit.get(name);
