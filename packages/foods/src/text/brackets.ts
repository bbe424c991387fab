import { takeModifiers } from './modifiers.ts';
import { takeAmount } from './quantities.ts';
import { brands, praise } from './vocabulary.ts';
import { isFiller, wordsOf } from './words.ts';

/** What the tables say of a phrase, as far as brackets need to know. */
export interface BracketWords {
  /** Whether it is a hand-kept name, or the same words in another order. */
  readonly isName: (phrase: string) => boolean;
  /** Whether it is understood at all. */
  readonly isFood: (phrase: string) => boolean;
  /** Whether both are foods of one kind, so that the second tells which the first is. */
  readonly isSameKind: (one: string, other: string) => boolean;
}

const inBrackets = /[([{]([^()[\]{}]*)[)\]}]/u;
const opensWithJoin = /^(?:with|w|mit|avec|con|and|no|without|ohne|sans|sin|in|on|plus)\b/u;
const separators = /[,;&+]|\band\b|\bund\b|\bet\b|\by\b/u;
const mostBrackets = 40;
const curries =
  /\b(?:masala|korma|curry|madras|balti|bhuna|jalfrezi|vindaloo|dopiaza|dhansak|rogan|dhal?|paneer|saag)\b/u;
const meats =
  /^(?:chicken|turkey|lamb|beef|pork|goat|mutton|prawns?|shrimp|fish|tofu|quorn|veggie|vegetable|veg|duck|venison|steak)$/u;
const filledDishes =
  /\b(?:curry|chow|tagine|biryani|karahi|shawarma|kebab|gyros|samosas?|tacos?|burritos?|fajitas?|meatballs?|stew|casserole|ramen|dumplings|gyoza|bao|enchiladas?|quesadillas?|pelmeni|pierogi|empanadas?|spring rolls?|summer rolls?|pad thai|stir[- ]fry|stroganoff|bolognese|lasagn[ea])$/u;
/** Names of kinds, which what is in brackets tells. */
const generic =
  /(?:^|\s)(?:cereals?|crisps|chocolate(?: bar)?|choc(?: bar)?|biscuits?|cookies?|sweets|candy|yogh?urts?|beers?|wine|fruits?|nuts|cheese|fish|meat|ice cream|tea|coffee|bread|snacks?|drinks?|fizzy drink|soft drink|juice|veg|veggies|vegetables?|berries|spirits?|spread|squash|plant milk|milk|protein|takeaway|dessert|pudding|obst|gemuse|kuchen|wurst|kase|fruits secs|verdura|fruta)$/u;

/**
 * Text without brackets: "latte (oat)" is an oat latte, "(M&S)" is a maker, "(no egg)" a modifier, "wrap
 * (chicken, salad)" a wrap with these, and what is in brackets and no food is left out where the food before it
 * is known. Amounts stay: "milk (200 ml)".
 */
export const openBrackets = (text: string, words: BracketWords): string => {
  let rest = text;
  for (let round = 0; round < mostBrackets; round += 1) {
    const match = inBrackets.exec(rest);
    if (match === null) return rest;
    const inner = match[1]!.trim();
    const before = rest.slice(0, match.index);
    const after = rest.slice(match.index + match[0].length);
    const [outer = ''] = /[^,;\n+]*$/u.exec(before) ?? [];
    rest = `${before.slice(0, before.length - outer.length)}${opened(outer, inner, words)}${after}`;
  }
  return rest;
};

const opened = (outer: string, inner: string, words: BracketWords): string => {
  const said = wordsOf(inner.replaceAll('&', ''));
  if (said.every((word) => brands.has(word) || praise.has(word) || isFiller(word)))
    return `${outer} `;
  const { amount, rest } = takeAmount(`${inner} x`);
  // "tacos (3) hard shell": the number belongs in front.
  const counted = takeAmount(outer.trim());
  if (/^\d+$/u.test(inner) && counted.amount === null && counted.rest !== '')
    return `${outer.slice(0, outer.length - outer.trimStart().length)} ${inner} ${counted.rest} `;
  if (amount !== null && rest === 'x') return `${outer.trimEnd()} ${inner} `;
  if (/^x ?\d+$|^\d+ ?x$/u.test(inner)) return `${outer.trimEnd()} ${inner} `;
  // "Pizza (the gluten free one)"
  const kind = inner.replace(/^the /u, '').replace(/ (?:ones?|kind|version|type)$/u, '');
  if (kind !== inner && takeModifiers(kind).rest === '') return `${outer} ${kind} `;
  if (takeModifiers(inner).rest === '' || opensWithJoin.test(inner)) return `${outer} ${inner} `;
  const bare = takeAmount(outer.trim()).rest;
  const { rest: unsaid, removals } = takeModifiers(bare);
  // "GF beer (Peroni)": a maker that is a name of its kind.
  if (removals.length > 0 && unsaid !== '' && words.isSameKind(unsaid, inner)) return `${outer} `;
  if (bare === '') return `${outer} ${inner} `;
  const single = !separators.test(inner);
  // "Crisps (cheese and onion)": two words of one flavour.
  if (
    (single || /^\p{L}+(?: \p{L}+)? (?:and|&) \p{L}+$/u.test(inner)) &&
    words.isName(`${inner} ${bare}`)
  )
    return `${outer.trimEnd().slice(0, outer.trimEnd().length - bare.length)}${inner} ${bare} `;
  // "Bunny chow (lamb)", "meatballs (turkey)"
  if (single && meats.test(inner) && filledDishes.test(bare)) {
    const lead = outer.trimEnd().slice(0, outer.trimEnd().length - bare.length);
    return `${lead}${inner} ${bare} `;
  }
  if (single && words.isName(`${bare} ${inner}`)) return `${outer.trimEnd()} ${inner} `;
  const plainBare = wordsOf(bare)
    .filter((word) => !praise.has(word))
    .at(-1);
  const lead = outer.trimEnd().slice(0, outer.trimEnd().length - bare.length);
  if (
    single &&
    plainBare !== undefined &&
    plainBare !== bare &&
    words.isName(`${inner} ${plainBare}`)
  )
    return `${lead}${inner} ${plainBare} `;
  // "Yoghurt (muller corner)", "cereal (bran flakes)": in brackets stands which.
  const isKind = generic.exec(bare)?.[0].trim() === bare || !words.isName(bare);
  if (
    words.isFood(inner) &&
    ((generic.test(bare) && isKind) || (single && words.isSameKind(bare, inner)))
  )
    return `${lead}${inner} `;
  if (/\bcurry$/u.test(bare) && separators.test(inner) && curries.test(inner))
    return `${lead}${inner} `;
  if (
    !single &&
    isKind &&
    generic.test(bare) &&
    inner.split(separators).every((part) => words.isFood(part.trim()))
  )
    return `${lead}${inner} `;
  if (!words.isFood(bare))
    return words.isFood(inner) || !single ? `${outer.trimEnd()}, ${inner} ` : `${outer} ${inner} `;
  if (single && !words.isFood(inner)) return `${outer} `;
  return `${outer.trimEnd()} ${single ? 'with' : 'containing'} ${inner.replace(/^and\s+/u, '')} `;
};
