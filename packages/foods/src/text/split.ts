/** A run of text between hard separators, with the joining words kept between its units. */
export interface Chunk {
  /** Units and the joins between them: units.length = joins.length + 1. */
  readonly units: readonly string[];
  readonly joins: readonly string[];
  /** It lists what is in the food before a colon: "full English: eggs, bacon". */
  readonly listed: boolean;
  /** It follows a comma, and may go on with a list: "wrap with chicken, lettuce". */
  readonly goesOn: boolean;
}

const hard =
  /\n|;|\||\s-\s|,(?!\d)|(?<!\d),|\.(?=\s|$)|\+|\bplus\b|\bfollowed by\b|\bwashed down with\b|\b(?:and )?then\b|\bfor (?:pudding|afters|dessert|starters?|mains?)\b|\bfinished with\b|\bsowie\b|\bdazu\b|\bdann\b|\bpuis\b|\bluego\b|\s\/\s|(?<=[a-z])\/(?=[a-z]{2})|!|\?|:/u;
const separated = new RegExp(`(${hard.source})`, 'u');
const soft =
  /\s+(and|with|&|n|'n'|und|mit|et|avec|y|con|com|z|ze|og|och|e|on|auf|sur|im|in(?: der| dem| einem)?|alongside|including|containing)\s+/gu;

/** Flavours that are one: the word that joins them joins no foods. */
const flavours = new RegExp(
  String.raw`\b(?:${[
    ['salt', '(?:vinegar|pepper|black pepper|balsamic vinegar|lime|chilli)'],
    ['(?:cheese|cheddar)', '(?:onions?|chives?|ham|tomato|potato|bacon|leek)'],
    ['sour cream', '(?:onions?|chives?)'],
    ['sweet', 'sour'],
    ['cream', '(?:onions?|chives?)'],
    ['sage', 'onions?'],
    ['garlic', '(?:herbs?|ginger|onions?|chilli|black pepper)'],
    ['lemon', '(?:lime|ginger|herbs?|pepper|black pepper|garlic|basil)'],
    ['lime', '(?:chilli|ginger|basil)'],
    ['rum', 'raisin'],
    ['cookies', 'cream'],
    ['bubble', 'squeak'],
    ['half', 'half'],
    ['mint', '(?:lime|cheese)'],
    ['honey', '(?:mustard|ginger|lime)'],
    ['oil', '(?:vinegar|vinaigrette)'],
    ['chilli', '(?:lime|cheese|ginger|basil)'],
    ['ham', '(?:cheese|leek|mushroom|tomato|mustard)'],
    ['bacon', '(?:cheese|leek|onions?|tomato|mushroom)'],
    ['tomato', '(?:basil|cheese|onions?|herbs?|chilli|mustard|mushroom|black pepper|ricotta)'],
    ['leek', '(?:potato|cheese|onions?)'],
    ['spinach', '(?:ricotta|cheese|potato)'],
    ['mushroom', '(?:leek|onions?|cheese|tomato|ale)'],
    ['steak', '(?:kidney|ale|mushroom|onions?|cheese)'],
    ['chicken', '(?:leek|mushroom|basil|ham|cheese|onions?|tomato)'],
    ['apple', '(?:ginger|raisin|onions?|potato)'],
    ['(?:strawberries|peaches)', 'cream'],
    ['sea salt', '(?:vinegar|pepper|black pepper|balsamic vinegar|lime|chilli)'],
  ]
    .map(([one, other]) => `${one} (?:and|&|n|'n'|y|und|et) ${other}`)
    .join('|')})(?= [\p{L}])(?! (?:and|with|on|in|&|mit|und|et|avec|y|con|for|from|at)\b)`,
  'gu',
);

const filling =
  'mince|cheese|cheddar|brie|mozzarella|halloumi|feta|ham|bacon|egg|chicken|turkey|beef|pastrami|salami|tuna|salmon|prawn|sausage|falafel|hummus|avocado|tomato|cucumber|lettuce|cress|salad|pickle|onion|mushroom|spinach|mayo|mayonnaise|peanut butter|pb|jam|jelly|j|banana|honey|marmite|butter|cream cheese|pesto|chorizo|leek|peppers?|prosciutto|rocket|pineapple|sweetcorn|ricotta|goats? cheese|stilton|blue cheese|beetroot|walnut|lentil|chickpea|crayfish|crab|duck|pork|lamb|steak|kidney|stuffing|cranberry|coleslaw|sweet chilli|hoisin|broccoli|courgette|aubergine|squash|carrot|coriander|sweet potato|bean|rice|lime|coconut|ginger|nduja|brie|camembert|gruyere|mackerel|crispy duck|vegetables?|veg|prawns?|branston(?: pickle)?|potato|pea|black bean|refried bean|cauliflower|kale|asparagus|shrimp|cod|haddock|venison|red pepper|roasted pepper|sundried tomato|artichoke|olive|pear|apple|date|fig|strawberry|blueberry|raspberry|blackberry|peach|mango|pecan|rhubarb|cherry|plum|gooseberry|orange|lemon|carrot|parsnip|courgette|tomato';
const container =
  'mcmuffin|muffin|mcgriddle|croissant|biscuit|sandwich|sandwiches|sarnie|sarnies|toastie|toasties|wrap|wraps|baguette|panini|bap|butty|roll|rolls|bagel|pasty|pie|quiche|omelette|omelet|tart|melt|sub|pizza|soup|stir[- ]fry|curry|risotto|burger|quesadilla|frittata|flatbread|focaccia|ciabatta|ramen|burrito|jacket|noodles|toast|gumbo|jambalaya|pasta|casserole|stew|bake|traybake|paella|hotpot|parcels?|slice|chowder|enchiladas?|tacos?|empanadas?|lasagn[ea]|skewers?|fritters?|crumble|loaf|smoothie|cheesecake|cake|sorbet|(?:caesar |pasta |rice |potato )?salad';
/** "Cheese and pickle toastie" is one thing with two in it. */
const filled = new RegExp(
  `\\b(${filling}) (?:and|&|n|'n') (${filling}) (?=(?:${container})\\b)`,
  'gu',
);

/** "Ham/cheese toastie". */
const slashed = new RegExp(`\\b(${filling})\\/(${filling}) (?=(?:${container})\\b)`, 'gu');
/** "Mozzarella, tomato and pesto panini", "egg, cheese and bacon bap". */
const filledThrice = new RegExp(
  `\\b(${filling}), (${filling}),? (?:and|&|n|'n') (${filling}) (?=(?:${container})\\b)`,
  'gu',
);

/** "Chilli made with beans, peppers and tomatoes": all that is in it. */
const madeOfParts =
  /(?<=\b(?:curry|chilli|chili|stew|soup|stir[- ]fry|casserole|lasagn[ea]|pizza|salad|wrap|sandwich|burrito|tacos?|omelett?e|bowl|bolognese|pie) )made (?:up )?(?:with|of|from)\b(?=[^;\n.]*(?:,| and | & ))/gu;
/** What is in these is what is listed, and their usual recipe is a guess. */
const drunk = /\b(?:smoothies?|juice|shakes?)\s*$/u;

/** Folded text to chunks. "w/" is with, "w/o" is without; decimal commas and fractions stay whole. */
export const splitText = (text: string): readonly Chunk[] => {
  const plain = text
    .replace(/\bw\/o\b\.?/gu, ' without ')
    .replace(/\bw\/\s*|\bw(?=\s+[\p{L}\d])/gu, ' with ')
    .replace(madeOfParts, ' containing ')
    .replace(
      /\b(?:topped|served|drizzled|sprinkled|filled|stuffed|spread|loaded|made|together|along) with\b/gu,
      ' with ',
    )
    .replace(/\b(?:on|in) (?:a |the )?(?:side|bed)\b(?: of)?/gu, ' ')
    .replace(/\s*&\s*/gu, ' & ')
    .replace(slashed, ' $1 and $2 ')
    .replace(flavours, (flavour) => flavour.replace(/ (?:and|&|n|'n'|y|und|et) /u, '-and-'))
    .replace(filledThrice, '$1-and-$2-and-$3 ')
    .replace(filled, '$1-and-$2 ')
    .replace(/[()[\]{}]/gu, (bracket) => (/[([{]/u.test(bracket) ? ' (' : ') '))
    .replace(/[*_#<>=^~"]+/gu, ' ');
  const chunks: Chunk[] = [];
  let listed = false;
  let first = true;
  let goesOn = false;
  const parts = plain.split(separated);
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) {
      goesOn = part === ',';
      const dash = /^\s-\s$/u.test(part) && !drunk.test(parts[i - 1]!);
      if (part === ':' || dash) listed = !first;
      else if (part === '\n' || part === ';' || part.startsWith('.')) {
        listed = false;
        first = true;
      }
      continue;
    }
    const line = part
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^(?:and|with|und|mit|et|avec|y|con|&)\s+/u, '')
      .replace(/\s+(?:and|with|und|mit|et|avec|y|con|&)$/u, '');
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const units: string[] = [];
    const joins: string[] = [];
    let from = 0;
    for (const match of line.matchAll(soft)) {
      const unit = line.slice(from, match.index).trim();
      if (unit === '') continue;
      units.push(unit);
      joins.push(match[1]!);
      from = match.index + match[0].length;
    }
    const last = line.slice(from).trim();
    if (last !== '') units.push(last);
    else joins.pop();
    if (units.length === 0) continue;
    chunks.push({ units, joins, listed, goesOn });
    first = false;
  }
  return chunks;
};
