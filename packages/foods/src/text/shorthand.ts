/** Short ways of naming a dish, told in full. */
import { withoutAsides } from './asides.ts';
import { longForms } from './long-forms.ts';
import { wordNumber } from './numbers.ts';
import { withoutSwaps } from './swaps.ts';
import { toldPlainly } from './telling.ts';
import { inPlainWords } from './terse.ts';

const end = String.raw`(?=\s+(?:with|and|on|in|no|without|w|&)\b|\s*[,;:+(\n]|\s*$)`;

const sub = new RegExp(
  String.raw`(?<!pizza |pizza \()\b(?:subway\s+)?(?:(?:6|12|six|twelve)[- ]?(?:inch|in)\b(?![^,;:+(\n]*\bpizza)|foot[- ]?long)\s*([^,;:+(\n]*?)${end}`,
  'gu',
);
const subway = new RegExp(String.raw`\bsubway\s+((?!cookie)[^,;:+(\n]+?)${end}`, 'gu');
/** How or by whom it was made, in two words. */
const cookers =
  /\b(?:sheet pan|instant pot|slow[- ]?cook(?:er|ed)|air[- ]?fry(?:er|ed)|air[- ]?fried|one[- ]pot|microwaved?|hello ?fresh|gousto|mindful chef|(?:charlie )?bigham'?s?|oven[- ]baked|pressure cooker|tray ?bake (?:of|with))(?=\s+\p{L})/gu;
const whole = /\b(?:subs?|sandwich|wrap|salad|roll|melt|pizza|baguette|cookies?|bun|sausage)\b/u;
const asSub = (all: string, name: string): string =>
  name.trim() !== ''
    ? whole.test(name)
      ? name
      : `${name.trim()} sub`
    : all.startsWith('subway') || all.startsWith('foot')
      ? 'sub sandwich'
      : ' ';

const stirFried = new RegExp(
  String.raw`\bstir[- ]?fried ((?!noodle|rice|udon|ramen|veg|greens|cabbage|spinach|kale|pak|bok|broccoli|mushrooms)\p{L}+(?: (?!noodle|rice|with\b|and\b|in\b|on\b)\p{L}+)?)${end}`,
  'gu',
);

/** "Papa John's pepperoni". */
const pizzeria = new RegExp(
  String.raw`\b(?:domino'?s|dominoes|papa john'?s?|pizza hut|pizza express|pizzaexpress)\s+(\d+ sl\w* (?:of )?)?(?:(?:small|medium|large|personal|half) )?((?:(?!pizza|wedges|dips?\b|sauce|buffet|twisted|sticks?|strippers|kickers|chips|fries|ice|cinn|breadsticks|soup|wrap|pasta|lasagn|coke|pepsi|mozzarella|onion rings|nachos|desserts?|coleslaw|half\b|garlic|dough|cookies?|chicken|salad|potato|wings|cheesecake|brownie)[\p{L}'-]+ ?){1,3}?)${end}(?! *pizza)`,
  'gu',
);
const nandos =
  /\bnando'?s (?=(?:\d\/\d |half |quarter |whole )?chicken\b)((?:\d\/\d |half |quarter |whole )?)/gu;
/** "Tofu 100 g fried". */
const weighed =
  /(^|[,;\n+] ?)(\p{L}+(?: \p{L}+){0,2}) (\d+(?:[.,]\d+)? ?(?:g|ml|oz)) (?=(?:fried|grilled|boiled|cooked|raw|baked|steamed|roasted|dry|dried|frozen)\b)/gu;

/** What takes the place of the meat in a dish that is named with meat. */
const meatless =
  '(?:vegan |veggie |vegetarian |meat[- ]?free )?(?:quorn(?: mince| pieces| chicken)?|soya mince|tvp|plant mince|veggie mince|vegan mince)';
const madeWith = new RegExp(
  String.raw`\s+(?:made\s+)?(?:with|using|from)\s+(?:some\s+)?(${meatless})(?![\p{L}])`,
  'u',
);
const madeWithMore = new RegExp(
  String.raw`\s+made\s+(?:with|using|from)\s+((?:minced )?(?:turkey|chicken|lentils?|tofu|jackfruit|mushrooms?|pork|lamb|venison|beef)(?: mince)?)${end}`,
  'u',
);
const mostMoved = 20;

/** "Chilli made with quorn" is quorn chilli. */
const inFront = (text: string, pattern: RegExp): string => {
  let rest = text;
  for (let round = 0; round < mostMoved; round += 1) {
    const match = pattern.exec(rest);
    if (match === null) return rest;
    const before = rest.slice(0, match.index);
    const [dish = ''] = /[^,;:+(\n]{0,80}$/u.exec(before) ?? [];
    const lead = before.slice(0, before.length - dish.length);
    rest = `${lead} ${match[1]} ${dish.trim()}${rest.slice(match.index + match[0].length)}`;
  }
  return rest;
};

/** "Americano splash of milk", "gyros extra tzatziki": a word that should join them is missing. */
const unjoined =
  /(?<=\p{L}{3} )(?<!\b(?:with|and|a|an|the|of|big|small|large|good|tiny|little|extra|mit|one|two|half|no|in|on|or|to|my) )(?=(?:a |an )?(?:(?:splash|dash|drop|sup|drizzle|dollop|knob|squeeze|sprinkling|sprinkle|handful|spoonful|pinch|side|slice|scoop|smear|dusting) of|extra (?!virgin|large|lean|mature|strong|dry|hot|firm|special|thick|crispy|crunchy))\b)/gu;
/** Pairs that are one food, whatever stands beside them. */
const pairs = new RegExp(
  String.raw`\b(?:${[
    ['mac(?:aroni)?', 'cheese'],
    ['(?:fish|sausage|chicken)', '(?:chips|mash|gravy)'],
    ['bangers', 'mash'],
    ['biscuits', 'gravy'],
    ['chicken', 'waffles'],
    ['shrimp', 'grits'],
    ['neeps', 'tatties'],
    ['bubble', 'squeak'],
    ['surf', 'turf'],
    ['half', 'half'],
    ['cookies', 'cream'],
    ['ben', "jerry'?s?"],
    ['pick', 'mix'],
    ['rice', '(?:peas|beans)'],
    ['sweet', 'sour'],
    ['gin', 'tonic'],
  ]
    .map(([one, other]) => `${one} (?:and|&|n|'n') ${other}`)
    .join('|')})\b`,
  'gu',
);
const amountInside =
  /(^|[,;\n+] ?)((?!\p{L}+ (?:with|and|n|plus|w|mit|in) )\p{L}+(?: \p{L}+)?) (\d+ (?:scoops?|tbsp|tsp|slices?|cups?|glass(?:es)?)) (?!of\b|with\b|and\b|in\b|on\b)(?=\p{L})/gu;
const cooked =
  /\s(?:cracked in|cracked into it|on top|on it|in it|over it|through it|stirred in|stirred through|mixed in|melted on top|on the go|medium[- ]rare|well[- ]done|(?:cooked )?rare|nothing else|animal style|blue box|short stack|thin crust|deep pan|stuffed crust(?= pizza)|stone ?baked|thick cut|hand cut|triple cooked|skin on|bone in)(?=\s*(?:$|[,;.)+]|and\b|with\b|w\b))/gu;
/** "Chai with soy". */
const barePlant =
  /\b((?:latte|matcha|chai|cappuccino|flat white|mocha|macchiato|cortado|coffee|tea|americano|hot chocolate|cereal|porridge|weetabix|cornflakes)(?: \p{L}+)? (?:with|w)\/?) (oat|soya?|almond|coconut|cashew)(?=\s*(?:$|[,;.)+]|and\b|&))/gu;
const plantBrand =
  /\b(?:beyond|impossible|linda mccartneys?|linda mccartney's|heura|vivera|richmond meat[- ]free|this isn'?t)(?: meat| foods)? (?=sausages?|mince|meatballs?|chicken|nuggets?|bacon|kebab|steak|patt(?:y|ies))/gu;

/** "Crisps and a pint". */
const barePints =
  /(^|\n|\+|&|\band|\bwith|\bthen)\s*((?:a|an|one|two|three|half a|\d|(?:a )?couple(?: of)?|(?:a )?few)) pints?(?=\s*(?:$|[,;.)+\n&]|and\b|with\b|after\b|at\b|in\b|before\b))/gu;
/** "Chai latte soya". */
const plantLast =
  /\b((?:latte|cappuccino|flat white|mocha|macchiato|cortado|americano|matcha|chai)(?: \p{L}+)?)(?<!with| and) (oat|soya?|almond|coconut)(?: iced)?(?=\s*(?:$|[,;.)+\n]))/gu;
/** Makers of crisps, with a flavour: "pringles sour cream". */
const crispMakers =
  /\b(?:pringles|walkers|lays|kettle|mccoys|tyrrells|sensations)\s+((?!crisps|chips|popcorn|corn\b|sensations|squares|quavers|wotsits|max|deep|baked|french|monster|doritos|sour cream (?:and|&|n) onion)[\p{L}&'-]+(?: (?!crisps|chips)[\p{L}&'-]+){0,3}?)(?: (?:crisps|chips|flavou?r))?(?=\s*(?:$|[,;.)+\n]))/gu;
/** "Almond flour brownie" holds no wheat. */
const grainFlour =
  /\b(almond|coconut|chickpea|gram|rice|buckwheat|cassava|tapioca) flour (brownies?|cakes?|cookies?|pancakes?|bread|muffins?|waffles?|biscuits?|tortillas?|pizza|crackers|crepes?|scones?|wraps?)\b/gu;

/** "Boba milk tea 50% sugar": how sweet or cold, of the drink's own sugar and ice. */
const teaSweetness =
  /\b((?:boba|bubble tea|milk tea)[^,;\n+]{0,30}?),? (?:\d{1,3} ?%|half|less|regular|normal) (?:sugar|sweet(?:ness)?|ice)\b/gu;

/** "Blue gatorade": a drink is known by its maker. */
const coloured =
  /\b(?:blue|red|orange|yellow|green|purple|white|pink|clear) (?=(?:gatorade|powerade|lucozade|vitamin ?water|slush(?:ie|y)?|slushees?)\b)/gu;

/** "Protein shake chocolate", "yoghurt strawberry": the flavour stands behind. */
const flavourLast =
  /(^|[,;\n+] ?)((?:(?!\p{L}*(?:sandwich|wrap|roll|crisps|salad|soup|toast|eggs?|coffee|tea)\b)\p{L}+ ){0,2}(?:shake|milkshake|yoghurt|yogurt|yog|protein powder|whey|ice cream|pudding|mousse|huel|ensure|frappe|frappuccino)) (choc(?:olate)?|vanilla|strawberr(?:y|ies)|banana|caramel|raspberry|coffee|mocha|peach|mango|cherry)(?=\s*(?:$|[,;.)+\n]|and\b|with\b|w\b|in\b|mixed\b|&))/gu;
/** "Flat white skim", "skinny cap": what milk it is made with. */
const milkLast =
  /\b((?:latte|cappuccino|capp?|flat white|mocha|macchiato|cortado|americano|coffee|tea|chai)),? (skim(?:med)?|trim|semi(?:[- ]skimmed)?|skinny|full cream|whole milk|full fat|lactose[- ]free)(?: milk)?(?=\s*(?:$|[,;.)+\n]|and\b|with\b|no\b|\d))/gu;
const milkNamed = new Map([
  ['skim', 'skimmed milk'],
  ['skimmed', 'skimmed milk'],
  ['skinny', 'skimmed milk'],
  ['trim', 'skimmed milk'],
  ['semi', 'semi-skimmed milk'],
  ['semi skimmed', 'semi-skimmed milk'],
  ['semi-skimmed', 'semi-skimmed milk'],
  ['full cream', 'whole milk'],
  ['full fat', 'whole milk'],
  ['whole milk', 'whole milk'],
  ['lactose free', 'lactose-free milk'],
  ['lactose-free', 'lactose-free milk'],
]);
/** "Tea 2 sugars semi skimmed": sugar and milk of a drink, each with its "with". */
const teaSugars =
  /\b(tea|coffee|brew|cuppa|americano|latte|nescafe)((?: (?:milk|white|black|strong|weak|no milk))?) (\d|one|two|three|half a?) (sugars?|sweeteners?)\b(?: (semi[- ]skimmed|skimmed|whole|milk)(?: milk)?)?/gu;

/** Short forms in full, where they stand as words of their own. */
export const spellOut = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}'-]|on the |corn )[a-z]{2,11}(?![\p{L}\p{N}'-])/gu,
    (word) => longForms.get(word) ?? word,
  );

/** Folded text with "grilled cheese", "subway 6 inch turkey", "stir fried tofu" and "chilli made with quorn" told in full. */
export const inFull = (text: string): string =>
  inFront(
    inFront(toldPlainly(inPlainWords(withoutAsides(withoutSwaps(text)))), madeWith),
    madeWithMore,
  )
    .replace(flavourLast, '$1$3 $2')
    .replace(
      milkLast,
      (_all, drink: string, milk: string) => `${drink} with ${milkNamed.get(milk) ?? milk}`,
    )
    .replace(
      teaSugars,
      (_all, drink: string, how: string, count: string, sweet: string, milk?: string) =>
        `${drink}${milk === undefined ? how : milk === 'milk' ? ' with milk' : ` with ${milk} milk`} with ${count} ${sweet}`,
    )
    .replace(/\s(?:a la mode|ala mode)(?!\p{L})/gu, ' with ice cream')
    .replace(
      /\b(?:fun|king|treat|snack|share|sharing|bite|family|mini|standard)[- ]sized?\b/gu,
      ' ',
    )
    .replace(/\bsalt (?:n|and|&|'n') sauce\b/gu, ' with brown sauce')
    .replace(/\bthis isn'?t (?=chicken|bacon|beef|pork|ham|steak)/gu, 'vegan ')
    .replace(/\bhonest (?=burgers?\b)/gu, '')
    .replace(
      /(^|[,;+\n] ?|\band |& |\bn )pint(?=\s*(?:$|[,;.)+\n&]|and\b|n\b|with\b))/gu,
      '$1a pint of beer',
    )
    .replace(/\b(toast|porridge|omelette|pancake) fingers\b/gu, '$1')
    .replace(
      /(^|[,;\n+] ?)pint (?=(?:semi|skimmed|whole|milk|lager|bitter|beer|cider|stout|guinness|water|squash|coke|ale)\b)/gu,
      '$1a pint of ',
    )
    .replace(
      /\b(\d+) ?(?:pc|pcs|piece|pieces|ct|count|pk|pack) (?=(?:nuggets?|wings?|mcnuggets?|tenders?|chicken|sushi|lemon)\b)/gu,
      '$1 ',
    )
    .replace(
      /\b(nuggets?|wings?|mcnuggets?|tenders?|selects|strips|bites|sushi|sashimi|nigiri|gyoza|timbits) (\d+) ?(?:pc|pcs|piece|pieces|ct|count|pk|pack)\b/gu,
      '$1 x$2',
    )
    .replace(
      /\bgrilled cheese(?:s|\b(?! (?:sandwich|toastie|on|omelette|burger|wrap|and ham (?:sandwich|toastie))))/gu,
      'grilled cheese sandwich',
    )
    .replace(/\bpb ?(?:&|and|n|\+)? ?j\b/gu, 'peanut butter and jelly sandwich')
    .replace(/\bg ?(?:&|and|n) ?ts?\b/gu, 'gin and tonic')
    .replace(
      /\b(cider|guinness|lager|snakebite) (?:and|n|&) black\b/gu,
      '$1 and blackcurrant squash',
    )
    .replace(
      /\b(new|boiled|baby|roast|mashed|mini|jacket|salad) (?:pots|potats|taties)\b/gu,
      '$1 potatoes',
    )
    .replace(/\b(?:dunked|dipped) in(?:to)?\b/gu, ' and ')
    .replace(
      /\(?\bcontains (nuts|peanuts|milk|egg|sesame|soya?|gluten|wheat|dairy)\b/gu,
      (all, key) => `${all.startsWith('(') ? '(' : ''}with ${key}`,
    )
    .replace(/(?<= )m\. (?=\p{L})/gu, 'mit ')
    .replace(/(?<= )u\. (?=\p{L})/gu, 'und ')
    .replace(/\b(\p{L}*burgers?) lettuce (?:wrap|bun)\b/gu, '$1 no bun with lettuce')
    .replace(barePlant, '$1 $2 milk')
    .replace(plantBrand, 'vegan ')
    .replace(unjoined, ' with ')
    .replace(pairs, (pair) => pair.replace(/ (?:and|&|n|'n') /u, '-and-'))
    .replace(amountInside, '$1$3 $2 ')
    .replace(cooked, ' ')
    .replace(cookers, ' ')
    .replace(sub, asSub)
    .replace(subway, asSub)
    .replace(stirFried, '$1 stir fry')
    .replace(/\bporridge oats (?=with|and|made|in)/gu, 'porridge ')
    .replace(/(^|[,;:+\n] ?|\d ?g |bowl of )oats (?=(?:with|and|in|made) )/gu, '$1porridge ')
    .replace(
      /((?:^|[,;:+\n] ?|\d |\ba |\bthe |\bbeef |\bcheese ?|\bham)burgers?) in (?:an? )?(?:bun|roll|bap)s?\b/gu,
      '$1',
    )
    .replace(/\bg ?\+ ?t\b/gu, 'gin and tonic')
    .replace(/(?<=\p{L}{3}),? buttered(?=\s*(?:$|[,;.)+\n]))/gu, ' with butter')
    .replace(coloured, '')
    .replace(teaSweetness, '$1')
    .replace(/\bhome[ -]made\b/gu, 'homemade')
    .replace(
      /\brashers?\b(?! (?:of|bacon|streaky|back|smoked|unsmoked|turkey|gammon|pancetta|grilled|crispy|lean)\b)/gu,
      '$& of bacon',
    )
    .replace(/\b(?:two|three|four|[2-5])[- ]eggs? (?=omelet|scramble)/gu, '')
    .replace(
      /(\b(?:omelett?e?|scramble|bhurji))[ ,(]+(?:two|three|four|[2-5]) eggs?\)?(?=\s*(?:$|[,;.)+\n]|and\b|with\b))/gu,
      '$1',
    )
    .replace(/\bbol (?=d[e'])/gu, 'bowl ')
    .replace(
      /\b(?:period|back|stomach|tummy|belly|joint|muscle|leg|neck|knee|chest|bad|some|in|of|no) pains?(?! (?:au|aux|de|d'|complet|perdu|grille|suisse))\b/gu,
      'ache',
    )
    .replace(/\bkids'? tea\b/gu, 'kids meal')
    .replace(barePints, '$1 $2 pints of beer')
    .replace(plantLast, '$1 with $2 milk')
    .replace(crispMakers, '$1 crisps')
    .replace(
      /(?<=\p{L})\.{2,}\s*(?:(?:ok|or|actually|well|no|make that)\s+)*(two|three|four|five|six|\d+)\b/gu,
      (_all, count: string) => ` x${wordNumber(`${count} x`)?.value ?? count}`,
    )
    // A maker of nothing else.
    .replace(
      /\b(?:schar|bfree|genius(?= (?:\p{L}+ ){0,2}(?:bread|loaf|toast|rolls?|bagels?|wraps?|pittas?|crumpets?|muffins?|croissants?|sandwich|slices?|teacakes?|naan|bap))|juvela|glutafin|prewett'?s)\b(?! (?:gluten|gf\b))/gu,
      'gluten-free',
    )
    .replace(grainFlour, 'gluten-free $2 and $1 flour')
    .replace(/(^|\n) ?(?:\p{L}+ ){0,2}smoothies?(?: with)? ?: */gu, '$1')
    .replace(
      /\bcrusts? (?:off|from) (?:of )?(?:(?:the|my|a|kids|kid's) )*(toast|bread|sandwich(?:es)?|pizza)\b/gu,
      '$1 crusts',
    )
    .replace(
      pizzeria,
      (_all, slices: string | undefined, kind: string) => `${slices ?? ''}${kind} pizza`,
    )
    .replace(nandos, '$1peri peri ')
    .replace(
      /\b(burgers?|cheeseburgers?|hot ?dogs?|(?<other>tacos?|fajitas?|wraps?|burritos?))\s+(?:with|in) (?:a )?lettuce (?:wraps?|bun|cups?|leaves)\b/gu,
      (_all, dish: string, other?: string) =>
        `${dish} no ${other === undefined ? 'bun' : 'tortilla'} with lettuce`,
    )
    .replace(weighed, '$1$3 $2 ')
    .replace(
      /\s(?:with|w\/?) ((?:\p{L}+ ){0,2}\p{L}+) instead of (?:the )?(?!milk|cow)((?:\p{L}+ )?\p{L}+)(?=\s*(?:$|[,;.)+\n]))/gu,
      ' no $2 with $1',
    )
    .replace(/,?\s*\binstead of (?!milk|cow)(?=\p{L})/gu, ' no ')
    .replace(
      /\bsweet (?:and|n|&) salty popcorn\b|\bpopcorn[, ]+sweet (?:and|n|&) salty\b/gu,
      'sweet popcorn',
    )
    .replace(
      /\b(?:mit|avec|con|with) (?:allem|alles|scharf|tout|todo|everything|the works)\b(?! (?:seasoning|bagel|but|else))/gu,
      ' ',
    );
