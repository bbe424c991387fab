/** "X in place of Y", "skip the Y", "swap Y for X" of four languages: told as what is left out and what is there. */

const food = String.raw`\p{L}[\p{L}'-]*(?: (?!(?:and|with|in|on|for|no|but|of|to|instead|und|mit|et|avec|y|con|ohne|sans|sin|statt|please|today|this|that|the|my)\b)\p{L}[\p{L}'-]*){0,2}`;
const end = String.raw`(?=\s*(?:$|[,;.)\n!]|(?:and|with|but|on|in|und|mit|et|avec|y|con|please|today|this time)\b))`;
const article = '(?:the |a |an |any |my |our |its |usual |normal |regular )*';
const begins = String.raw`(^|[,;.\n(+] ?)`;

/** Not a food left out, but a meal or a drink of it. */
const meal =
  '(?!(?:breakfast|brunch|lunch|dinner|tea|supper|pudding|dessert|snacks?|meals?|it|them|that|this|first|work|school|gym|anything|much|enough|time|to)\\b)';

type Told = (all: string, ...parts: string[]) => string;

const swaps: readonly (readonly [RegExp, string | Told])[] = [
  // "Oat milk instead of cow's milk in my latte"
  [
    new RegExp(
      `${begins}(${food}) (?:instead of|in place of|rather than) ${article}(${food}) (?:in|on|for|with) (?:my |the |a |an |our )(${food})${end}`,
      'gu',
    ),
    '$1$4 no $3 with $2',
  ],
  // "Swapped the chips for salad with my burger"
  [
    new RegExp(
      `${begins}(?:i )?(?:swap(?:ped|ping)?|switch(?:ed)?|replac(?:e|ed)|exchanged|traded) (?:out )?${article}(${food}) (?:for|with|by|to) (?:some |a |an |extra )*(${food}) (?:in|on|with) (?:my |the |a |an |our )(${food})${end}`,
      'gu',
    ),
    '$1$4 no $2 with $3',
  ],
  [
    new RegExp(
      String.raw`,? \(?(?:and |but |i )*(?:swap(?:ped|ping)?|switch(?:ed)?|replac(?:e|ed)|exchanged|traded) (?:out )?${article}(${food}) (?:for|with|by|to) (?:some |an? |extra )*(${food})\)?${end}`,
      'gu',
    ),
    ' no $1 with $2',
  ],
  // "Subbed oat milk", "sub tofu for chicken"
  [
    new RegExp(
      String.raw`,? \(?(?:and |but |i )*(?:sub(?:bed|stituted?)(?: in)?|sub(?=(?: in)? (?:${food}) for )(?: in)?) (?:some |an? )?(${food})(?: for ${article}(${food}))?\)?${end}`,
      'gu',
    ),
    (_all, there: string, gone?: string) =>
      gone === undefined ? ` with ${there}` : ` no ${gone} with ${there}`,
  ],
  [
    new RegExp(
      String.raw`,? (?:but )?(?:with|w\/?|using|made with) ${article}(${food}) (?:in place of|rather than|in lieu of) ${article}(${food})${end}`,
      'gu',
    ),
    ' no $2 with $1',
  ],
  [new RegExp(`,? (?:in place of|in lieu of|rather than) ${article}(?=${food})`, 'gu'), ' no '],
  // "Chicken curry (oil not ghee)", "latte (oat not dairy)"
  [
    new RegExp(
      String.raw`\((${food}),? not (?:the )?(?:dairy|milk|cow'?s?|cow'?s milk|semi|skimmed|whole)\)`,
      'gu',
    ),
    '($1)',
  ],
  [new RegExp(String.raw`\((${food}),? not ${article}(${food})\)`, 'gu'), ' no $2 with $1'],
  // "Skip the croutons", "left out the cheese", "didn't have butter"
  [
    new RegExp(
      String.raw`(?:,? (?:but |and )?|(?<=[,;(\n]))(?:i )?(?:skip(?:ped|ping)?|leav(?:e|ing) (?:out|off)|left (?:out|off)|took (?:out|off)|picked (?:out|off)|ditch(?:ed|ing)?|lose|hold|held|omit(?:ted)?|forgot|minus|(?:did ?n'?t|did not) (?:have|eat|add|use|put)|couldn'?t have) ${article}${meal}(${food})${end}`,
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
    ' ohne $2 mit $1',
  ],
  [/,? (?:statt|anstatt|anstelle von) (?=\p{L})/gu, ' ohne '],
  [
    new RegExp(
      `,? (avec|a|au|aux) (l[' ])?((?:du |de la |des |de l'|la |le )?${food}) (?:au lieu|a la place) (?:du |des |de la |de l'|de |d')(${food})${end}`,
      'gu',
    ),
    ' sans $4 avec $3',
  ],
  [/,? (?:au lieu|a la place) (?:du |des |de la |de l'|de |d')(?=\p{L})/gu, ' sans '],
  [
    new RegExp(
      `,? con (${food}) (?:en vez de|en lugar de) (?:el |la |los |las )?(${food})${end}`,
      'gu',
    ),
    ' sin $2 con $1',
  ],
  [/,? (?:en vez de|en lugar de) (?:el |la |los |las )?(?=\p{L})/gu, ' sin '],
];

const mentions =
  /\b(?:instead|in place|rather than|in lieu|swap|swapped|swapping|switch|switched|replaced?|exchanged|traded|sub|subbed|substituted?|not|skip|skipped|skipping|leave|leaving|left|took|picked|ditch|ditched|ditching|lose|hold|held|omit|omitted|forgot|minus|did ?n'?t|did not|couldn'?t|but|using|statt|anstatt|anstelle|au lieu|en vez|en lugar|a la place)\b/u;

/** Folded text in which everything that was exchanged is told with "no" and "with". */
export const withoutSwaps = (text: string): string =>
  mentions.test(text)
    ? swaps.reduce(
        (told, [swap, plain]) =>
          typeof plain === 'string' ? told.replace(swap, plain) : told.replace(swap, plain),
        text,
      )
    : text;
