/** Short ways of naming a dish, told in full. */

const end = String.raw`(?=\s+(?:with|and|on|in|no|without|w|&)\b|\s*[,;:+(\n]|\s*$)`;

const sub = new RegExp(
  String.raw`\b(?:subway\s+)?(?:(?:6|12|six|twelve)[- ]?(?:inch|in)\b|foot[- ]?long)\s*([^,;:+(\n]*?)${end}`,
  'gu',
);
const subway = new RegExp(String.raw`\bsubway\s+((?!cookie)[^,;:+(\n]+?)${end}`, 'gu');
/** How or by whom it was made, in two words. */
const cookers =
  /\b(?:sheet pan|instant pot|slow[- ]?cook(?:er|ed)|air[- ]?fry(?:er|ed)|air[- ]?fried|one[- ]pot|microwaved?|hello ?fresh|gousto|mindful chef|charlie bigham'?s?|oven[- ]baked|pressure cooker|tray ?bake (?:of|with))(?=\s+\p{L})/gu;
const whole = /\b(?:subs?|sandwich|wrap|salad|roll|melt|pizza|baguette|cookies?|bun|sausage)\b/u;
const asSub = (all: string, name: string): string =>
  name.trim() !== ''
    ? whole.test(name)
      ? name
      : `${name.trim()} sub`
    : all.startsWith('subway')
      ? 'sub sandwich'
      : ' ';

const stirFried = new RegExp(
  String.raw`\bstir[- ]?fried ((?!noodle|rice|udon|ramen|veg|greens|cabbage|spinach|kale|pak|bok|broccoli|mushrooms)\p{L}+(?: (?!noodle|rice|with\b|and\b|in\b|on\b)\p{L}+)?)${end}`,
  'gu',
);

/** "Papa John's pepperoni". */
const pizzeria = new RegExp(
  String.raw`\b(?:domino'?s|dominoes|papa john'?s?|pizza hut|pizza express|pizzaexpress)\s+((?:(?!pizza|wedges|garlic|dough|cookies?|chicken|salad|potato|wings|cheesecake|brownie)[\p{L}'-]+ ?){1,3}?)${end}(?! *pizza)`,
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

/** Folded text with "grilled cheese", "subway 6 inch turkey", "stir fried tofu" and "chilli made with quorn" told in full. */
export const inFull = (text: string): string =>
  inFront(inFront(text, madeWith), madeWithMore)
    .replace(
      /\bgrilled cheese(?:s|\b(?! (?:sandwich|toastie|on|omelette|burger|wrap|and ham (?:sandwich|toastie))))/gu,
      'grilled cheese sandwich',
    )
    .replace(cookers, ' ')
    .replace(sub, asSub)
    .replace(subway, asSub)
    .replace(stirFried, '$1 stir fry')
    .replace(/\bporridge oats (?=with|and|made|in)/gu, 'porridge ')
    .replace(/(^|[,;:+\n] ?|\d ?g |bowl of )oats (?=(?:with|and|in|made) )/gu, '$1porridge ')
    .replace(/\b((?:beef|ham)?burgers?) in (?:an? )?(?:bun|roll|bap)s?\b/gu, '$1')
    .replace(/\bg ?\+ ?t\b/gu, 'gin and tonic')
    .replace(pizzeria, '$1 pizza')
    .replace(nandos, '$1peri peri ')
    .replace(
      /\b(burgers?|cheeseburgers?|hot ?dogs?)\s+(?:with|in) (?:a )?lettuce (?:wrap|bun|cups?)\b/gu,
      '$1 no bun with lettuce',
    )
    .replace(weighed, '$1$3 $2 ')
    .replace(/,?\s*\binstead of (?!milk|cow)(?=\p{L})/gu, ' no ')
    .replace(
      /\bsweet (?:and|n|&) salty popcorn\b|\bpopcorn[, ]+sweet (?:and|n|&) salty\b/gu,
      'sweet popcorn',
    )
    .replace(/\b(?:mit|avec|con|with) (?:allem|scharf|tout|todo|everything|the works)\b/gu, ' ');
