/** Forms of single phrases: what names nothing on its own, and what stands behind a name. */

/** Foods that are told by what is in them. */
export const listing: ReadonlySet<string> = new Set(
  (
    'sandwich toastie panini baguette omelette omelet pasta curry soup stew ' +
    'burger pizza roast risotto burrito porridge quiche frittata chilli fry'
  ).split(' '),
);

/** Say how it was, and name nothing on their own: "cold brew, black". */
export const plainWords =
  /^(?:black|white|plain|dry|neat|straight|spicy|salted|unsalted|sweet|mild|hot|cold|toasted|grilled|fried|baked|thin crust|deep pan|thin base|medium|large|small|sliced|chopped|raw|cooked|red|green|brown|still|sparkling|tinned|canned|jarred|frozen|fresh|homemade|shop[- ]bought|store[- ]bought|microwaved?|reheated|warm|chilled|toasted|unsweetened|steamed|poached|boiled|roasted|mashed|smoked|crispy|crunchy|soft|decaf|instant|scharf|extra scharf|picante|piquant|fluffy|runny|medium rare|well done)$/u;
/** What a dish of many kinds is made of: "thai green curry, tofu". */
export const fillings =
  /^(?:(?:grilled|minced|shredded|pulled|roast|sliced) )?(?:chicken|beef|lamb|pork|prawns?|king prawns?|shrimps?|tofu|paneer|duck|salmon|tuna|turkey|steak|seafood|jackfruit|quorn|crab|halloumi|cauliflower|lentils?|chickpeas?|mushrooms?|mutton|goat|vegetables?|veg)(?: mince| strips| pieces)?$/u;
export const filled =
  /\b(?:curry|korma|masala|madras|jalfrezi|bhuna|balti|vindaloo|biryani|pad thai|chow mein|laksa|ramen|pho|burrito|tacos?|fajitas?|quesadilla|enchiladas?|katsu|stir fry|banh mi|poke bowl|caesar salad|massaman|pad see ew|fried rice|jambalaya|paella|udon|soba|risotto|quiche|tagine|stew|casserole|burrito bowl|drunken noodles|lo mein|singapore noodles|jollof(?: rice)?|rice bowl|summer rolls?|spring rolls?|gyoza|dumplings|samosas?|kebab|shawarma|gyros?|doner|souvlaki|stroganoff|tikka|lasagn[ea]|bolognese|moussaka|roast dinner|sunday (?:roast|lunch|dinner))$/u;
const inPlaceOfMeat =
  /^(?:quorn|tofu|tempeh|seitan|tvp|soya mince|veggie mince|vegan mince|jackfruit|lentil)(?: mince| pieces)? (?=\p{L}+(?: \p{L}+){0,2}$)/u;
/** "Quorn spaghetti bolognese": one dish, and no quorn beside it. */
export const isFilledDish = (phrase: string): boolean =>
  inPlaceOfMeat.test(phrase) && filled.test(phrase);

/** Shapes of pasta that go with each other's sauces. */
export const pastaShape =
  /\b(?:linguin[ei]|penne|rigatoni|fusilli|farfalle|tagliatelle|fettuc+ine|bucatini|orecchiette|conchiglie|pappardelle|angel hair|ziti|cavatappi|capellini|vermicelli|tagliolini|casarecce|mezzelune|bow ?ties?)\b/u;

/** What it came in, behind its name. */
export const container =
  /\s(?:packs?|packets?|pkts?|sachets?|cans?|tins?|bottles?|cartons?|tubs?|pots?|jars?|box|boxes|bags?|slices?|bars?|pieces?|portions?|servings?|pouch(?:es)?|handfuls?|bowls?|plates?|glass(?:es)?|cups?|mugs?|scoops?|multipacks?|pints?|half pints?)$/u;

/** "Scrambled eggs 2": how many stands behind, and nothing else. */
export const countLast = /^(?<food>.*\p{L}.*?) (?<count>\d{1,2})$/u;

/** "Instant noodles chicken flavour". */
export const flavoured =
  /^(?<plainFood>.+?) (?<flavour>\p{L}+(?: (?:and|&|n) \p{L}+)?) flavou?r(?:ed)?$/u;

/** "Curry flavour super noodles": what stands in front tells a taste. */
export const flavourInFront =
  /^(?<taste>\p{L}+(?: (?:and|&|n) \p{L}+)?) flavou?r(?:ed)? (?<tasting>\p{L}.+)$/u;
/** A taste that may be the food itself. */
export const holdsAllergen =
  /fish|tuna|salmon|anchov|crab|lobster|prawn|shrimp|oyster|egg|milk|cheese|butter|cream|nut|almond|pistachio|pecan|cashew|praline|sesame|tahini|soy|miso|mustard|celery|wheat|malt/u;

/** "Toast with butter and a coffee": what has an article or a number of its own is another food. */
export const another =
  /\s(?:and|&|n|'n'|und|et|y)\s+(?:an?|some|another|my|two|three|half|ein|eine|einen|une?|una|du|de la|\d+)\s(?!the\b)/u;
/** The first of two foods that are joined. */
export const beside = /^(.+?)\s+(and|&|n|'n'|und|et|y|on|auf|with|mit|avec|con)\s+\S/u;

/** A maker's food with its flavour behind: "quest bar choc chip cookie dough". Nuts and the like count as parts. */
const product =
  /^((?:quest|clif|kind|nature valley|grenade|fulfil|trek|nakd|protein|cereal|granola|larabar|rxbar|barebells) bars?|doritos|pringles|huel|pop[- ]?tarts?|barebells|muller (?:corner|light|rice)|activia|ensure|slimfast|gatorade|powerade|lucozade|haribo|pot noodle|super noodles|special k|alpen|magnum|kit ?kat|aero|skittles|starburst|monster|red bull|fanta)\s+(.+)$/u;
const countsAsPart =
  /\d|\b(?:with|and|in|on|peanuts?|almonds?|hazelnuts?|nuts?|cashews?|pistachio|eggs?|cheese|milk|no|without|sugar|diet|zero|beef|prawn|chicken|fruit)\b/u;
/** Of these meat is a flavour too. */
const noodles =
  /^((?:batchelors )?super noodles|pot noodles?|cup noodles?|instant noodles|instant ramen|top ramen|maruchan(?: ramen)?|indomie|mug ?shot(?: pasta| noodles)?)\s+(?!(?:with|and|w|n|\+) )(?:(?:bbq|barbecue|spicy|hot|roast|sticky|sweet|creamy|bombay|original) )?(?:chicken|beef|pork|bacon|curry|tomato|mushroom|bad boy|rib|piri piri|teriyaki|mi goreng)(?: (?:and|n|&) (?:mushroom|tomato|onion|vegetable|herb|garlic|chilli|spice|sweetcorn|bacon|ham|rib))?(?: flavou?r)?$/u;
export const productOf = (phrase: string): string | null => {
  const [, packet] = noodles.exec(phrase) ?? [];
  if (packet !== undefined) return packet;
  const [, food = '', flavour = ''] = product.exec(phrase) ?? [];
  return food === '' || countsAsPart.test(flavour) ? null : food;
};

/** Behind a comma it is how a maker's food tastes; what is eaten by itself is not meant. */
export const taste =
  /^(?:(?:double |triple |dark |white |milk |salted |mint |peppermint )?(?:choc(?:olate)?|caramel|cookie|toffee|fudge|brownie) (?:chip|chunk|dough|fudge|crunch|brownie|orange|mint|sea salt|caramel)s?|(?:salted |dark )caramel|vanilla(?: bean)?|birthday cake|cool (?:ranch|original)|chilli heatwave|tangy cheese|sea salt|salt and vinegar|ready salted|\p{L}+(?: \p{L}+)? flavou?r(?:ed)?)$/u;
