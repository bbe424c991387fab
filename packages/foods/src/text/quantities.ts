import { sizes, wordNumber } from './numbers.ts';
import { unitAt, unitNamed } from './units.ts';

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
  String.raw`[\s(]+(${numeral})\s*(g|gr|gram|grams|gramm|kg|mg|mcg|ug|iu|ml|cl|dl|l|oz|fl oz|lb|lbs)\)?$`,
  'u',
);
const unitLast = new RegExp(String.raw`[\s(]+(${numeral})\s*([a-z]+)\)?$`, 'u');
/** "Apple juice, small glass", "coke large". */
const sizeLast =
  /\s(small|little|lil|wee|medium|large|big|regular|tall|grande|venti|mini|huge)(?:\s(glass|cup|mug|can|bottle|carton|bag|bowl|pot|plate|slice|pint|packet|tub|tin|box|bar|portion|serving|piece|handful|scoop)e?s?)?$/u;
const linkWords = /^(?:(?:of|de|du|des|von|the|del)(?:\s+|$)|d')/u;
/** "Margherita pizza 10 inch", "12 inch pizza": how wide it is, and no number of pizzas. */
const width = /(?:^|\s)\(?(\d{1,2})[ -]?(?:inch(?:es)?|in(?=\s+pizza|\)?$))\)?(?=\s|$)/u;
/** Grams of a pizza ten inches wide; others by their area. */
const tenInchPizza = 330;

/** "Large glass sauvignon": after a size these need no "of". */
const drunkFrom: ReadonlySet<string> = new Set([
  'glass',
  'mug',
  'cupful',
  'bowl',
  'bottle',
  'plate',
  'can',
]);

const numberOf = (text: string): number => Number(text.replace(',', '.'));

/** "Wine gums half a bag", "quiche lorraine une part": a number word and a unit behind the food. */
const amountBehind = (text: string): Measured | null => {
  const words = text.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 1; count -= 1) {
    const number = wordNumber(words.slice(-count).join(' '));
    const unit = number === null ? undefined : unitNamed(number.rest);
    if (unit === undefined) continue;
    const inner = takeAmount(words.slice(0, -count).join(' '));
    if (inner.amount !== null || inner.rest === '') return null;
    return { amount: { count: number!.value, unit }, rest: inner.rest };
  }
  return null;
};

/** Nobody types so long a phrase; amounts are taken off one by one. */
const longest = 1000;

/**
 * Takes the quantity off folded text: "2 slices of toast", "half a pizza", "a splash of milk",
 * "200 ml milk", "1/2 cup oats", "eggs x2", "0,5 l Bier". What remains may be empty.
 */
export const takeAmount = (text: string): Measured => {
  let rest = text.trim();
  if (rest.length > longest) return { amount: null, rest };
  let count: number | null = null;
  let size = 1;
  let name: string | null = null;

  rest = rest.replace(/\s*\(?\b\d{1,3}(?:[.,]\d+)?\s?%\)?$/u, (share, at: number) =>
    at > 0 ? '' : share,
  );
  const wide = width.exec(rest);
  if (wide !== null) {
    const inner = takeAmount(
      `${rest.slice(0, wide.index)} ${rest.slice(wide.index + wide[0].length)}`,
    );
    if (inner.rest !== '') {
      if (!/\bpizzas?\b/u.test(inner.rest) || (inner.amount?.unit ?? null) !== null) return inner;
      const grams = tenInchPizza * (Number(wide[1]) / 10) ** 2;
      return { amount: { count: (inner.amount?.count ?? 1) * grams, unit: 'g' }, rest: inner.rest };
    }
  }
  const behind = amountBehind(rest);
  if (behind !== null) return behind;
  const counted = unitLast.exec(rest);
  const mass =
    massLast.exec(rest) ??
    (counted !== null && unitNamed(counted[2]!) !== undefined ? counted : null);
  if (mass !== null && mass.index > 0) {
    count = numberOf(mass[1]!);
    name = unitNamed(mass[2]!) ?? mass[2]!;
    rest = rest.slice(0, mass.index).trim();
    const inner = takeAmount(rest);
    return { amount: { count, unit: name }, rest: inner.rest === '' ? rest : inner.rest };
  }
  const sized = sizeLast.exec(rest);
  if (sized !== null) {
    const inner = takeAmount(rest.slice(0, sized.index));
    const factor = sizes.get(sized[1]!) ?? 1;
    const unit = sized[2] ?? null;
    if (inner.rest !== '')
      return {
        amount: {
          count: factor * (inner.amount?.count ?? 1),
          unit: inner.amount?.unit ?? unit,
        },
        rest: inner.rest,
      };
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
  const before = rest;
  for (let round = 0; round < 2; round += 1) {
    const [word = ''] = rest.split(' ');
    const factor = sizes.get(word);
    if (factor === undefined || rest === word) break;
    size *= factor;
    rest = rest.slice(word.length).trim();
  }
  const isSized = size !== 1 || rest !== before;
  const found = unitAt(rest);
  if (found !== null && found.rest !== '') {
    const after = found.rest.replace(linkWords, '').trim();
    const linked = after !== found.rest.trim();
    // "bar soap" and "can beans" are rare; "cup cake" and "stick beans" are names: a bare unit needs a number or "of".
    if (after !== '' && (count !== null || linked || (isSized && drunkFrom.has(found.name)))) {
      name = found.name;
      rest = after;
    }
  }
  if (count === null && name === null && size === 1) return { amount: null, rest };
  const total = Math.min(100_000, (count ?? 1) * size);
  return { amount: { count: total > 0 ? total : 1, unit: name }, rest };
};
