/** Words that mean another food in what is around them. */

/** A phrase of these words and nothing else but an amount before and a "no mayo" behind. */
const alone = (words: string): RegExp =>
  new RegExp(`^((?:\\S+ )??)(?:${words})((?: (?:no|without|ohne|sans|sin) .+)?)$`, 'u');
const amount = /^(?:|\d+\S* |some |the |of |more |extra )$/u;

interface Meaning {
  readonly words: RegExp;
  /** Of the whole text. */
  readonly beside: RegExp;
  /** The word that joins it to what is before; null for any. */
  readonly join: RegExp | null;
  readonly means: string;
}

const fryUp =
  /\b(?:toast|chips|mash|fish fingers?|sausages?|bangers|bacon|hash browns?|jacket|spud|waffles?|fry ?up|eggs?|nuggets|full english|breakfast|kievs?|scampi|gammon|turkey dinosaurs?|kfc|fries)\b/u;
const pasta =
  /\b(?:pasta|spaghetti|penne|fusilli|linguine|tagliatelle|gnocchi|ravioli|tortellini|lasagn[ea]|macaroni|noodles|meatballs?|parmigiana|pizza|cod|haddock|courgetti|conchiglie|rigatoni|farfalle)\b/u;

const meanings: readonly Meaning[] = [
  {
    words: alone('double double'),
    beside:
      /\b(?:tim'?s|tims|timmies|hortons|timbits?|donuts?|doughnuts?|bagel|cruller|fritter|muffin|breakfast|coffee)\b/u,
    join: null,
    means: 'double double coffee',
  },
  {
    words: alone('(?:a )?puddings?'),
    beside:
      /^(?!.*\b(?:custard|cream|lunch|dinner|tea|roast|mash|gravy|chips)\b).*\b(?:rashers?|eggs?|bacon|full (?:irish|english|scottish)|fry)\b/su,
    join: null,
    means: 'black pudding',
  },
  {
    words: alone('a puddings?'),
    beside:
      /^(?!.*\b(?:custard|cream|then|after|roast|yorkshires?|mash|beef|lamb|chicken)\b).*\b(?:chips|chippy)\b/su,
    join: null,
    means: 'steak and kidney pudding',
  },
  {
    words: alone('waffles?'),
    beside:
      /^(?!.*\b(?:syrup|honey|cream|berries|strawberries|blueberries|banana|chocolate|nutella|sweet|belgian)\b).*\b(?:fish fingers?|nuggets|turkey dinosaurs?|beans|goujons)\b/su,
    join: null,
    means: 'potato waffles',
  },
  {
    words: alone('(?:grape |strawberry |raspberry )?jelly'),
    beside:
      /\b(?:toast|bagel|bread|biscuits?|english muffin|croissant|peanut butter|pb|crumpets?|pancakes?)\b/u,
    join: null,
    means: 'jam',
  },
  {
    words: alone('pickles?|achar|achaar'),
    beside:
      /\b(?:curd rice|paratha|parathas|roti|rotis|dal|daal|dhal|thepla|idli|dosa|chawal|chapati|thayir sadam|curry|naan|khichdi|poppadoms?|poppadums?|papad)\b/u,
    join: null,
    means: 'mango pickle',
  },
  {
    words: alone('chips'),
    beside:
      /\b(?:sloppy joes?|hoagie|lobster roll|po ?boy|grilled cheese sandwich|pbj|bologna|cheez its|capri sun|lunchables?|mountain dew|string cheese|ranch|jello)\b/u,
    join: null,
    means: 'crisps',
  },
  {
    words: alone('sauce blanche'),
    beside: /\b(?:kebab|frites|tacos|galette|sandwich grec)\b/u,
    join: null,
    means: 'garlic sauce',
  },
  {
    words: alone('chips'),
    beside: /\b(?:salsa|queso|guac|guacamole|pico de gallo)\b/u,
    join: null,
    means: 'tortilla chips',
  },
  {
    words: alone('filter coffee|filter kaapi|kaapi'),
    beside: /\b(?:dosa|idlis?|vada|pongal|upma|uttapam|poori|sambar)\b/u,
    join: null,
    means: 'south indian filter coffee',
  },
  {
    words: alone('(?:fried )?dumplings?|(?:fried )?dumpling'),
    beside: /\b(?:ackee|saltfish|callaloo|jerk|curry goat|plantain|rice and peas|oxtail)\b/u,
    join: null,
    means: 'caribbean fried dumpling',
  },
  {
    words: alone('(?:cut up |sliced |chopped |diced )?hot ?dogs?'),
    beside: /\b(?:kd|kraft dinner|mac (?:and|n|&) cheese|mac|macaroni|baked beans|beans)\b/u,
    join: /^(?:and|&|n|with|in)$/u,
    means: 'frankfurter',
  },
  {
    words: alone('pancakes?'),
    beside: /\b(?:bacon|syrup|hash ?browns?|oj|eggs|sausage links?|home fries|grits)\b/u,
    join: null,
    means: 'american pancakes',
  },
  {
    words: alone('(?:a )?biscuits?'),
    beside:
      /\b(?:sausage gravy|white gravy|country gravy|grits|collards?|collard greens|fried chicken|fried okra|apple butter)\b/u,
    join: null,
    means: 'buttermilk biscuit',
  },
  { words: alone('beans?'), beside: fryUp, join: null, means: 'baked beans' },
  {
    words: alone('shells?|hard shells?|soft shells?'),
    beside: /\btacos?\b/u,
    join: null,
    means: 'taco shells',
  },
  {
    words: alone('sauce'),
    beside:
      /\b(?:meat pies?|pie|sausage rolls?|snags?|sausage sandwich|pasty|snot block|party pies?)\b/u,
    join: /^(?:and|&|n|with)$/u,
    means: 'ketchup',
  },
  {
    words: alone('(?:red |pasta )?sauce'),
    beside:
      /\b(?:pasta|spaghetti|penne|fusilli|linguine|tagliatelle|gnocchi|ravioli|tortellini|macaroni|rigatoni|farfalle|(?<!swedish |ikea )meatballs?)\b/u,
    join: /^(?:and|&|n|with|in)$/u,
    means: 'tomato pasta sauce',
  },
  {
    words: alone('(?:a )?(?:hero|hoagie|grinder)(?: roll)?'),
    beside: /./u,
    join: /^on$/u,
    means: 'white roll',
  },
  {
    words: alone('hot ?pot'),
    beside:
      /\b(?:tofu|fish ?balls?|pak choi|bok choi|wontons?|glass noodles|enoki|napa|lotus|shabu|sichuan|szechuan|mala|haidilao|bok choy|udon)\b/u,
    join: null,
    means: 'chinese hot pot',
  },
  { words: alone('tomato sauce'), beside: pasta, join: null, means: 'tomato pasta sauce' },
  { words: alone('tomato sauce'), beside: /./u, join: /^in$/u, means: 'tomato pasta sauce' },
  {
    words: alone('soda'),
    beside: /\b(?:whisky|whiskey|vodka|gin|campari|lime|wine|scotch)\b/u,
    join: null,
    means: 'soda water',
  },
  { words: alone('queso'), beside: /\b(?:con|y|de|pan|jamon|sin)\b/u, join: null, means: 'cheese' },
  {
    words: alone('beef patty|patty'),
    beside: /\b(?:burger|bun|brioche)\b/u,
    join: null,
    means: 'burger patty',
  },
  {
    words: alone('muffins?|a muffin'),
    beside: /\beggs?\b/u,
    join: /^on$/u,
    means: 'english muffin',
  },
  {
    words: alone('pickles?'),
    beside:
      /\b(?:burgers?|cheeseburger|patty|bunless|hot ?dogs?|deli|pastrami|reuben|sub|brisket|bbq|ribs|fried chicken)\b/u,
    join: null,
    means: 'gherkins',
  },
  { words: alone('rye'), beside: /./u, join: /^on$/u, means: 'rye bread' },
  { words: alone('(?:toasted )?white'), beside: /./u, join: /^on$/u, means: 'white bread' },
  { words: alone('brown'), beside: /./u, join: /^on$/u, means: 'brown bread' },
  { words: alone('wheat'), beside: /./u, join: /^on$/u, means: 'brown bread' },
  {
    words: alone('granary|seeded|multigrain|wholegrain'),
    beside: /./u,
    join: /^on$/u,
    means: 'granary bread',
  },
  {
    words: alone('wholemeal|whole wheat|wholewheat'),
    beside: /./u,
    join: /^on$/u,
    means: 'wholemeal bread',
  },
  { words: alone('spelt'), beside: /./u, join: /^on$/u, means: 'spelt bread' },
  { words: alone('gluten[- ]free'), beside: /./u, join: /^on$/u, means: 'gluten-free bread' },
];

/** A phrase in the words of the tables: "beans" beside toast are baked beans. `text` is the whole, folded. */
export const meantBy = (text: string) => {
  const known = new Map<Meaning, boolean>();
  return (phrase: string, join: string | null): string => {
    for (const meaning of meanings) {
      const match = meaning.words.exec(phrase);
      if (match === null || !amount.test(match[1]!)) continue;
      if (meaning.join !== null && !(join !== null && meaning.join.test(join))) continue;
      let beside = known.get(meaning);
      if (beside === undefined) known.set(meaning, (beside = meaning.beside.test(text)));
      if (beside) return `${match[1]}${meaning.means}${match.at(-1) ?? ''}`;
    }
    return phrase;
  };
};
