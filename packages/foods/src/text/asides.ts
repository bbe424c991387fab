/** What is said beside a meal and names no food, and headings of which all is listed. */
const end = String.raw`(?=\s*(?:$|[,;.)\n]))`;
const people =
  "(?:co-?workers?|colleagues?|friends?|mates?|mums?|moms?|dads?|sisters?|brothers?|sons?|daughters?|kids?|nans?|grans?|grandmas?|grandads?|aunty?s?|aunties?|uncles?|cousins?|neighbou?rs?|bosse?s?|wife'?s|husbands?|partners?|boyfriends?|girlfriends?|nieces?|nephews?|in-?laws?|parents?|teachers?|babys?|someones?|somebodys?)";
const occasions =
  '(?:birthday|bday|b-day|leaving do|leaving party|retirement(?: do| party)?|wedding|party|baby shower|christening|bbq|barbecue|funeral|graduation|housewarming|engagement|house|place|desk|flat|recipe)';

const timeOfDay =
  "(?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|o'?clock|ish))?|(?:half|quarter) past \\p{L}+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|morning|(?:after)?noon|evening|night|tonight|day|(?:breakfast|lunch|dinner|tea|supper|bed)(?: ?time)?|after (?:work|school|training|the gym)|work|now|later?)";

const asides: readonly RegExp[] = [
  /\s(?:lol|lmao|rofl|haha+|tbh|ngl|smh|xx+|whoops|oops|woops)(?=\s*(?:$|[,;.)\n!]))/gu,
  // "Nothing til 3 then"
  new RegExp(
    String.raw`(?<=^|[,;.\n] ?)(?:had |ate )?(?:nothing|nowt|nout|naff all|didn'?t eat(?: anything)?|didn'?t have anything|skipped (?:breakfast|lunch)) (?:til|till|until|before|all) (?:(?:about|around|gone|like|nearly|late|the) )*${timeOfDay}(?:,| then\b)`,
    'gu',
  ),
  new RegExp(
    String.raw`\s(?:(?:eaten |ate it |all |whilst |while )?(?:standing(?: up| in the kitchen| at the counter)?|in bed|on the (?:sofa|couch|settee|floor)|at (?:my|the) (?:desk|computer|orchard|beach|lake|cabin|farm|market|fair|game|stadium|bus stop|station|zoo|museum|festival|pool|barn)|in front of the (?:tv|telly)|walking|driving|over the sink|out of the (?:pan|packet|tub|jar|fridge)|(?:straight )?(?:from|out of|outta|out) (?:the|its) (?:pan|packet|tub|jar|fridge|bag|box|tin|can|carton|container|bottle|freezer|oven|wrapper)))${end}`,
    'gu',
  ),
  // "Stone cold by the time I drank it"
  /,?\s*(?:(?:stone|freezing|ice) )?(?:cold )?by the time (?:(?!(?:and|then|with|plus|but|n)\b)[^,;.\n+&\s]+(?:\s+|(?=[,;.\n+&]|$)))*/gu,
  new RegExp(
    String.raw`,?\s*(?:(?:for|at|from|to celebrate|it'?s|was|its) )?(?:(?:a|the|my|our|his|her) )?(?<!\p{L})${people}'?s? ${occasions}${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\s(?:(?:and |with )?on top|on the top)(?: of (?:that|it|them|this|those|all that))?${end}`,
    'gu',
  ),
  // "The chippy does a gluten free night"
  new RegExp(
    String.raw`,\s*(?:the|my|our|this|that) (?:chippy|chipper|cafe|pub|restaurant|place|bakery|shop|canteen|hotel|bar|deli)(?: (?:does|do|has|had|did|have))? (?:an? )?(?:gluten[- ]free|gf|vegan|veggie|vegetarian|dairy[- ]free) (?:night|menu|options?|range|section|day|one|version|aisle)${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`,\s*(?:(?:it|they|that|this|everything|all|which) )?(?:was|were|is|tasted|came out|turned out|went) (?:a bit |so |very |really |too |quite |pretty |just |absolutely )*(?:good|great|nice|lovely|ok|okay|fine|delicious|yum|yummy|tasty|disgusting|rubbish|awful|amazing|horrible|gross|meh|bland|salty|greasy|dry|cold|burnt|huge|tiny|massive|filling|stale|off|perfect)${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\s(?:(?:out|from|out of|off) (?:the |a )?(?:vending )?(?:machine|fridge|freezer|cupboard|van|garage|petrol station|corner shop|trolley|tuck shop|biscuit tin|barbie|bbq|barbecue|grill))${end}`,
    'gu',
  ),
  // "Nuggets to share with my mate"
  new RegExp(
    String.raw`\s(?:(?:to |and )?shar(?:e|ed|ing) )?(?:with|w\/?|between) (?:(?:my|our|his|her) nan|(?:an? |my |the |his |her |some )?(?:mates?|friends?|colleagues?|coworkers?|mum|mom|dad|wife|husband|girls|boys|lads|kids|family|hubby|bf|partner|sister|brother|boss|team|gran|grandma|housemates?|flatmates?|roommates?))${end}`,
    'gu',
  ),
  // "Pancit my tita brought"
  new RegExp(
    String.raw`(?=\s)(?<=\p{L}{3})\s(?:that |which )?(?:my|our|his|her|the) \p{L}+ (?:brought|made|baked|cooked|sent|dropped off|gave (?:me|us))(?: (?:me|us|over|round|in|home|back|for (?:me|us)))*${end}`,
    'gu',
  ),
  // Where it was bought, behind it
  new RegExp(
    String.raw`(?=\s)(?<=\p{L}{3})\s(?:morley'?s|chicken cottage|dixy chicken|perfect fried chicken)${end}`,
    'gu',
  ),
  // "Pad thai, 2 stars": how hot it was
  /[,;]?\s*\(?(?:[1-5]|one|two|three|four|five)[- ]stars?(?: (?:spicy|hot|spice))?\)?(?=\s*(?:$|[,;.)\n]))/gu,
  new RegExp(
    String.raw`\s(?:(?:just |straight |right )?(?:before|after) (?:the |my |a |an )?(?:chapel|church|mass|mosque|temple|football|footie|match|choir|bingo|swim|swimming|yoga|class|practice|soccer|hockey|netball|rugby|pilates|school run|nap|walk|dog walk|shower|appointment|dentist|party|game|concert|show|film|gig|shift|night shift|nights|lecture|seminar|revision|exam)|on (?:the |my )?way (?:home|back|in|out|there))${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`\s(?:on|off) (?:the|my) (?:grill|smoker|blackstone|barbecue|bbq|griddle|stove|stovetop|george foreman|campfire)${end}`,
    'gu',
  ),
  // "Shared with the girlfriend"
  new RegExp(
    String.raw`,? (?:split|shared?|sharing)(?: (?:it|this|that))? (?:with|w\/?) (?:my |the )?(?:gf|bf|girlfriend|fiancee?|hubby|missus|other half|coworker)${end}`,
    'gu',
  ),
  // "Bounty, no the milk one actually"; "the soya one" is what was eaten.
  new RegExp(
    `,? (?:no|actually|i mean),? (?:the|a) (?:milk|dark|plain|white|red|blue|green|purple|orange|big|small|large|other|normal) (?:one|kind)(?: actually)?${end}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?=[ ,])(?<=\p{L}{3}),? (?:pre|post|before|after)[- ](?:workout|gym|run|training|lift|match|game|swim|ride|hike)${end}`,
    'gu',
  ),
  // "Rice krispies not gf so had cornflakes": not eaten
  /(?<=^|[,;.\n] ?)(?:the )?(?:\p{L}+ ){1,4}(?:not|wasn'?t|weren'?t|isn'?t|aren'?t) (?:gf|gluten[- ]free|df|dairy[- ]free|vegan|safe) so (?:i )?(?:had|got|used|have|went for) /gu,
  // Points of a slimming club
  /[,;]?\s*\(?(?<![\p{L}\d.])(?:\d+(?:\.\d+)? ?(?:syns?|smart ?points?|points)|(?:\d+ )?(?:hex|healthy extra) ?[ab])\)?(?=\s*(?:$|[,;.)\n]))/gu,
  /(?<![\p{L}])(?:oh no|no wait|no way|no joke|no kidding|no worries|no biggie|no thanks|no regrets|no shame|no judge?ment)(?![\p{L}])/gu,
  new RegExp(String.raw`(?<!bucket)\sfor (?:one|two|1|2|the family|everyone)${end}(?!\s*\))`, 'gu'),
  /\sfor (?:one|two) (?=\()/gu,
  // "93/7 ground beef": how lean it is.
  /(?<![\d/])[789]\d\/\d{1,2} (?=(?:extra |super )?(?:lean |fat )?(?:ground|beef|turkey|mince|chuck|burger))/gu,
  // "The rest of the", "what was left of"
  /(?<=^|[,;\n+] ?|\band |& )(?:the )?(?:rest|remains|remainder|last|end|what was left|leftovers) of (?:(?:yesterday|last night|the other day|saturday|sunday|monday|tuesday|wednesday|thursday|friday)'?s? )?(?:(?:the|my|that|our|a|his|her) )?(?=\p{L})/gu,
  // "A cheeky pint", "a sneaky biscuit"
  /\b(?:cheeky|sneaky|scrummy|gorgeous|banging|bangin|scrumptious|mouthwatering|yummy|delish|underwhelming|disappointing|overpriced|miserable|sorry-looking|questionable|suspicious|trusty|obligatory|mandatory|celebratory|medicinal) (?=\p{L})/gu,
];

const listedFoods =
  'chicken|tuna|egg|ham|salmon|prawn|shrimp|beef|turkey|tofu|halloumi|feta|cheese|bean|lentil|chickpea|quinoa|steak|mackerel|duck|bacon';
/** Kinds that tell the same. */
const cheeses =
  /cheddar|brie|camembert|stilton|feta|halloumi|mozzarella|parmesan|gouda|edam|manchego|gruyere|emmental|roquefort|gorgonzola|burrata|comte|wensleydale|red leicester|boursin|babybel/u;
const ownList = new RegExp(
  String.raw`(^|\n|[.;] )((?:(?:an?|the|my|our|big|large|small|huge|side|mixed|green|house|garden|leafy|simple|lunch|dinner|snack|buddha|grain|nourish|power|homemade|leftover|fresh|cold|warm|charcuterie|antipasti|grazing|kids|picky|veggie|vegan|deli|chinese) )*)((?:(?:${listedFoods}) )?)(salad|hot ?pot|platter|plate|board|bowl|bento(?: box)?|lunch ?box|snack ?box|packed lunch|picky bits|picky tea|mezze|meze|grazing table|nibbles)(?: (?:at|for|from) \p{L}+'?(?: \p{L}+'?){0,2})? ?(?::|\s-|\() ?(?=[^\n]*,[^\n]*,|[^\n,]*,[^\n,]* (?:and|&|\+) )`,
  'gu',
);
/** Without these the salad itself is not listed. */
const leaves =
  /lettuce|leaves|spinach|rocket|arugula|greens|kale|cabbage|tomato|cucumber|romaine|watercress|chicory|fruit|melon|grape|berr/u;
/** Nor a board of cold meats without one of these. */
const meats =
  /ham|salami|prosciutto|chorizo|meat|pepperoni|bresaola|mortadella|serrano|pastrami|coppa|speck/u;
const coldMeats = /charcuterie|antipasti|deli/u;
const food = new RegExp(`(?:${listedFoods})`, 'u');

/**
 * "Egg salad: boiled egg, lettuce, tomato, salad cream": what is listed is all there is. A food that names the dish and
 * is not in the list stands before it.
 */
const listedWhole = (text: string): string =>
  text.replace(ownList, (all, lead: string, praise, named: string, dish: string, at: number) => {
    const word = food.exec(named)?.[0];
    const line = text.slice(at + 1).split('\n')[0]!;
    const list = line.slice(
      Math.max(line.indexOf(':'), line.indexOf(' - '), line.indexOf('(')) + 1,
    );
    if (dish === 'salad' && !leaves.test(list)) return all;
    if (coldMeats.test(praise) && !meats.test(list)) return all;
    const isListed =
      word === undefined ||
      new RegExp(String.raw`(?<!\p{L})${word}(?:e?s)?(?!\p{L})`, 'u').test(list) ||
      (word === 'cheese' && cheeses.test(list));
    return isListed ? lead : `${lead}${/vegan/u.test(praise) ? 'vegan ' : ''}${word}, `;
  });

/** Folded text without asides; of a list under a heading that tells no recipe the list alone. */
export const withoutAsides = (text: string): string =>
  listedWhole(asides.reduce((rest, aside) => rest.replace(aside, ' '), text).trim() || text);
