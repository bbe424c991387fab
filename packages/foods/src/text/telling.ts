/** How a meal is told: the words around it, what comes with a menu, what it weighs dry. */

/** "Um so I had like a bowl of": how it is told, before what was eaten. */
const told =
  /(^|[.;\n]\s*|,\s*)(?:(?:um+|uh+|erm*|so|well(?! done)|ok|okay|oh|just|only|basically|literally|honestly|actually|today|like|probably|maybe|also|yeah|then)[ ,]+)*(?:(?:i|ive|i've|i have|we|we've) (?:(?:just|only|also|then|basically|ended up|think i) )*)?(?:(?:had|have|ate|eaten|having|drank|grabbed|got|made(?! (?:with|from|in|of))|munched|munching|scoffed|demolished|devoured|finished off|polished off|wolfed down|picked at|nibbled (?:on|at)|snacked on|went for|treated myself to|necked|downed) )?(?:(?:like|just|only|the rest of|most of) )*(?=(?:an?|the|some|two|three|half|my|\d|\p{L}{3}))/gu;
/** "Pasta 75 g dry", "75 g dry rice": what it weighs when cooked. */
const boiled =
  '(pasta|spaghetti|penne|fusilli|macaroni|rice|noodles|couscous|quinoa|lentils|bulgur)';
const dry = '(?:dry|dried|uncooked|raw)(?: weight)?';
const cookedOfDry = 2.3;
const dryBehind = new RegExp(String.raw`\b${boiled} \(?(\d{2,3}) ?g\)?,? \(?${dry}\b\)?`, 'gu');
const dryBefore = new RegExp(String.raw`\b(\d{2,3}) ?g (?:of )?${dry} ${boiled}\b`, 'gu');
const dryLast = new RegExp(String.raw`\b(\d{2,3}) ?g (?:of )?${boiled},? \(?${dry}\b\)?`, 'gu');
const swollen = (grams: string, food: string): string =>
  `${Math.round(Number(grams) * cookedOfDry)}g ${food}`;
/** What is said of a drink or of how it was called, and names no food. */
const idle =
  /,? ?\b(?:no ice(?! cream)|no cone|(?:no|without) crusts|extra ice|light ice|or whatever (?:its|it's|it is|they're|theyre) called|or something(?: like that)?|or so|i think|(?:the way|like|as|how) (?:(?:my|our) )?(?:mum|mom|mam|mammy|nan|nana|gran|granny|grandma|dad|i|we|she|he) (?:does|do|makes?|made|likes?|used to make|always makes?) (?:it|them)|thingy?(?=\s*(?:$|[,;.)+\n]|with\b|from\b|w\b))|(?<=\S,? )(?:and )?(?:took|taken) (?:my|the) (?:tablets?|pills?|meds?|medication|medicine)|(?:corn|grass)[- ]fed|outdoor[- ](?:bred|reared))(?!\p{L})/gu;
/** "S&V", "C&O": flavours of crisps. */
const crispLetters: ReadonlyMap<string, string> = new Map([
  ['s', 'salt and vinegar crisps'],
  ['c', 'cheese and onion crisps'],
]);

/** "Whopper meal with large coke": what comes with it. */
const drinkNamed =
  '(?:(?:large|medium|small|lg|med|sm|lrg|a|diet|regular|of) )*(?:coke|cola|diet coke|coke zero|sprite|fanta|pepsi|water|milkshake|shake|tea|coffee|lemonade|dr pepper|juice|orange juice|milk|root beer|7up)';
const comboOf = (behind: string): RegExp =>
  new RegExp(
    String.raw`\b((?:big mac|whopper(?: jr)?|(?:double )?quarter pounder(?: with cheese)?|mcchicken(?: sandwich)?|fil[eil]t[- ]o[- ]fish|(?:bacon )?(?:double )?cheeseburger|(?:chicken )?(?:mc)?nuggets?|mccrispy|zinger(?: burger)?|zinger tower(?: burger)?|chicken sandwich|fillet burger|hamburger|chicken royale|(?:bacon )?burger|chicken legend)(?: sandwich)?) (?:(?:extra value|value|large|medium|happy) )?(?:meal|combo)s?\b${behind}`,
    'gu',
  );
const comboWithDrink = comboOf(String.raw`,?(?: with| and| &| \+|,)? ?(?=${drinkNamed})`);
const combo = comboOf('(?! deal)');
const happyMeal = /\bhappy meal (cheeseburger|nuggets?|hamburger|chicken nuggets)\b/gu;
/** "Bag salt n vinegar". */
const bagOfFlavour =
  /\b(bag|packet|pkt|pk|pack) (?:of )?(salt|cheese|sour cream) (?:&|n|and) (vinegar|onion)\b(?! crisps| chips)/gu;

/** Folded text without the telling, with menus and flavours told in full. */
export const toldPlainly = (text: string): string =>
  text
    .replace(told, '$1')
    .replace(idle, ' ')
    .replace(happyMeal, '$1 meal')
    .replace(/\b(nugget) (?=meal|combo|happy)/gu, '$1s ')
    .replace(comboWithDrink, '$1 and fries and ')
    .replace(combo, '$1 and fries')
    .replace(
      /\b(?:crisps|chips) (cheese|salt|sour cream) (?:&|n|and) (onion|vinegar)\b/gu,
      '$1 and $2 crisps',
    )
    .replace(bagOfFlavour, '$1 of $2 and $3 crisps')
    .replace(dryBehind, (_all, food: string, grams: string) => swollen(grams, food))
    .replace(dryBefore, (_all, grams: string, food: string) => swollen(grams, food))
    .replace(dryLast, (_all, grams: string, food: string) => swollen(grams, food))
    .replace(
      /(?:\b(?:walkers|lays|kettle|mccoys|pringles) )?\b(?:(s) ?(?:&|n|and) ?v|(c) ?(?:&|n|and) ?o)\b(?: crisps| chips)?/gu,
      (_all, salt?: string, cheese?: string) => crispLetters.get(salt ?? cheese ?? '') ?? ' ',
    )
    .replace(
      /\b(with|and|no|extra|w\/|plus|\+) whip(?=\s*(?:$|[,;.)+\n]|and\b|with\b))/gu,
      '$1 whipped cream',
    );
