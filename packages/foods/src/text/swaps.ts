/** "X in place of Y", "skip the Y", "swap Y for X" of four languages: told as what is left out and what is there. */

const food = String.raw`\p{L}[\p{L}'-]*(?: (?!(?:and|with|in|on|for|no|but|of|to|instead|und|mit|et|avec|y|con|ohne|sans|sin|statt|please|today|this|that|the|my)\b)\p{L}[\p{L}'-]*){0,2}`;
const end = String.raw`(?=\s*(?:$|[,;.)\n!]|(?:and|with|but|on|in|und|mit|et|avec|y|con|please|today|this time)\b))`;
const article = '(?:the |a |an |any |my |our |its |usual |normal |regular )*';
const begins = String.raw`(^|[,;.\n(+] ?)`;

/** Not a food left out, but a meal or a drink of it, and what "skip the dishes" delivers. */
const meal =
  '(?!(?:breakfast|brunch|lunch|dinner|tea|supper|pudding|dessert|snacks?|meals?|dishes|it|them|that|this|first|work|school|gym|anything|much|enough|time|to|mittag|mittagessen|abendessen|fruhstuck|dejeuner|diner|gouter|cena|cenar|comer|desayunar|desayuno|almuerzo|merienda|merendar)\\b)';

const anyMilk = /(?:milk|milch|lait|leche|dairy|skimmed|whole)(?: de \p{L}+)?$|^(?:lait|leche) /u;
const ofPlants =
  /(?:oat|soya?|almond|coconut|rice|cashew|hemp|pea|nut|plant|vegan)\b|^(?:hafer|soja|mandel|reis|kokos)|(?:avoine|soja|amande|avena|almendra|coco|riz|arroz)$/u;
const ofMilk =
  /(?:milk|cream|yogh?urt|butter|cheese|milch|sahne|joghurt|kase|lait|creme|yaourt|beurre|fromage|leche|nata|yogur|mantequilla|queso)(?: de (?:vache|vaca))?$|^(?:lait|leche|cows?|cow's|dairy|normal|regular|real|whole|semi|skimmed|kuhmilch)\b/u;

/** "No milk" would take the cream in its place too, and "no oat milk" the milk. */
const isKept = (gone: string, there: string): boolean =>
  anyMilk.test(gone) && !ofPlants.test(there) && (ofPlants.test(gone) || ofMilk.test(there));

type Told = (all: string, ...parts: string[]) => string;

const exchanged = (gone: string, there: string, without = 'no', and = 'with'): string => {
  const absent = isKept(gone, there) ? '' : ` ${without} ${gone}`;
  return `${absent} ${and} ${there.replace(/ de (?:vaca|vache)$/u, '')}`;
};

const swaps: readonly (readonly [RegExp, string | Told])[] = [
  // "Oat milk instead of cow's milk in my latte"
  [
    new RegExp(
      `${begins}(${food}) (?:instead of|in place of|in lieu of|rather than) ${article}(${food}) (?:in|on|for|with) (?:my |the |a |an |our )(${food})${end}`,
      'gu',
    ),
    (_all, before = '', there = '', gone = '', dish = '') =>
      `${before}${dish}${exchanged(gone, there)}`,
  ],
  // "Swapped the chips for salad with my burger"
  [
    new RegExp(
      `${begins}(?:i )?(?:swap(?:ped|ping)?|switch(?:ed)?|replac(?:e|ed)|exchanged|traded) (?:out )?${article}(${food}) (?:for|with|by|to) (?:some |a |an |extra )*(${food}) (?:in|on|with) (?:my |the |a |an |our )(${food})${end}`,
      'gu',
    ),
    (_all, before = '', gone = '', there = '', dish = '') =>
      `${before}${dish}${exchanged(gone, there)}`,
  ],
  [
    new RegExp(
      String.raw`,? \(?(?:and |but |i ){0,3}(?:swap(?:ped|ping)?|switch(?:ed)?|replac(?:e|ed)|exchanged|traded) (?:out )?${article}(${food}) (?:for|with|by|to) (?:some |an? |extra )*(${food})\)?${end}`,
      'gu',
    ),
    (_all, gone = '', there = '') => exchanged(gone, there),
  ],
  // "Subbed oat milk", "burger, sub salad for chips"; a "tuna sub" is a sandwich.
  [
    new RegExp(
      String.raw`,? \(?(?:and |but |i ){0,3}(?:sub(?:bed|stituted?)(?: in)?|(?=sub )(?<=[,;(\n] ?(?:(?:and|but|i) ){0,2})sub(?=(?: in)? (?:${food}) for )(?: in)?) (?:some |an? )?(${food})(?: for ${article}${meal}(${food}))?\)?${end}`,
      'gu',
    ),
    (_all, there?: string, gone?: string) =>
      gone === undefined ? ` with ${there}` : exchanged(gone, there!),
  ],
  [
    new RegExp(` with ${article}(${food}) instead of ${article}(${food})${end}`, 'gu'),
    (all, there = '', gone = '') => (isKept(gone, there) ? exchanged(gone, there) : all),
  ],
  [
    new RegExp(
      String.raw`,? (?:but )?(?:with|w\/?|using|made with) ${article}(${food}) (?:in place of|rather than|in lieu of) ${article}(${food})${end}`,
      'gu',
    ),
    (_all, there = '', gone = '') => exchanged(gone, there),
  ],
  [
    new RegExp(`,? (?:in place of|in lieu of|rather than) ${article}${meal}(?=${food})`, 'gu'),
    ' no ',
  ],
  // "Chicken curry (oil not ghee)", "latte (oat not dairy)", "latte (dairy not oat)"
  [
    new RegExp(
      String.raw` ?\((?:dairy|cow'?s|normal|regular|real|proper|usual),? not ${article}(?:${food})\)`,
      'gu',
    ),
    '',
  ],
  [
    new RegExp(
      String.raw`\((${food}),? not (?:the )?(?:dairy|milk|cow'?s?|cow'?s milk|semi|skimmed|whole|gf|gluten[- ]free|df|dairy[- ]free|lactose[- ]free|vegan)\)`,
      'gu',
    ),
    '($1)',
  ],
  [
    new RegExp(String.raw`\((${food}),? not ${article}(${food})\)`, 'gu'),
    (_all, there = '', gone = '') => exchanged(gone, there),
  ],
  // "Skip the croutons", "left out the cheese", "didn't have butter"; what was picked out or forgotten may have been eaten.
  [
    new RegExp(
      String.raw`(?:,? (?:but |and )?|(?<=[,;(\n]))(?:i )?(?:skip(?:ped|ping)?|leav(?:e|ing) (?:out|off)|left (?:out|off)|took off|picked off|(?:took|picked) out (?=the )|ditch(?:ed|ing)?|lose|hold|held|omit(?:ted)?|minus|(?:did ?n'?t|did not) (?:have|eat|add|use|put)|couldn'?t have) ${article}${meal}(${food})${end}`,
      'gu',
    ),
    ' no $1',
  ],
  // "Chilli but with turkey", "pizza but gluten-free base"
  [/ but (?:made )?(?:with|using) (?=\p{L})/gu, ' with '],
  [/ using (?!(?:an?|the|my|up|air|slow)\b)(?=\p{L})/gu, ' with '],
  // German, French and Spanish
  [
    new RegExp(
      `,? mit (${food}) (?:statt|anstatt|anstelle von|anstelle) (?:der |die |das |dem |den |normaler |normalen |normalem )?(${food})${end}`,
      'gu',
    ),
    (_all, there = '', gone = '') => exchanged(gone, there, 'ohne', 'mit'),
  ],
  [new RegExp(String.raw`,? (?:statt|anstatt|anstelle von) ${meal}(?=\p{L})`, 'gu'), ' ohne '],
  [
    new RegExp(
      `,? (avec|a|au|aux) (l[' ])?((?:du |de la |des |de l'|la |le )?${food}) (?:au lieu|a la place) (?:du |des |de la |de l'|de |d')(${food})${end}`,
      'gu',
    ),
    (_all, how = '', le = '', there = '', gone = '') =>
      isKept(gone, there)
        ? ` ${how} ${le}${there.replace(/ de vache$/u, '')}`
        : exchanged(gone, there, 'sans', 'avec'),
  ],
  [
    new RegExp(
      String.raw`,? (?:au lieu|a la place) (?:du |des |de la |de l'|de |d')${meal}(?=\p{L})`,
      'gu',
    ),
    ' sans ',
  ],
  [
    new RegExp(
      `,? con (${food}) (?:en vez de|en lugar de) (?:el |la |los |las )?(${food})${end}`,
      'gu',
    ),
    (_all, there = '', gone = '') => exchanged(gone, there, 'sin', 'con'),
  ],
  [
    new RegExp(
      String.raw`,? (?:en vez de|en lugar de) (?:el |la |los |las )?${meal}(?=\p{L})`,
      'gu',
    ),
    ' sin ',
  ],
];

const mentions =
  /\b(?:instead|in place|rather than|in lieu|swap|swapped|swapping|switch|switched|replaced?|exchanged|traded|sub|subbed|substituted?|not|skip|skipped|skipping|leave|leaving|left|took|picked|ditch|ditched|ditching|lose|hold|held|omit|omitted|minus|did ?n'?t|did not|couldn'?t|but|using|statt|anstatt|anstelle|au lieu|en vez|en lugar|a la place)\b/u;

/** Folded text in which everything that was exchanged is told with "no" and "with". */
export const withoutSwaps = (text: string): string =>
  mentions.test(text)
    ? swaps.reduce(
        (told, [swap, plain]) =>
          typeof plain === 'string' ? told.replace(swap, plain) : told.replace(swap, plain),
        text,
      )
    : text;
