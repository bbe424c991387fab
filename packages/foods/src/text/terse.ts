/** How people write in haste: short forms that mean a food only beside certain words, and what stands for nothing. */

const start = String.raw`(?<![\p{L}\p{N}'-])`;
const end = String.raw`(?![\p{L}\p{N}'-])`;
const word = (short: string): RegExp => new RegExp(`${start}(?:${short})${end}`, 'gu');

const join = String.raw`(?:\+|&|and|n|with|w\/?|,)`;
const fill =
  'ham|cheese|cheddar|tomato(?:es)?|egg|mayo|tuna|chicken|turkey|bacon|lettuce|salad|cucumber|pickle|onions?|hummus|avocado|salami|beef|peanut butter|jam|sweetcorn|mustard|brie|mozzarella|prawns?|salmon|cream cheese|coleslaw|spinach|pesto|rocket';

type Told = (all: string, ...parts: string[]) => string;

const forms: readonly (readonly [RegExp, string | Told])[] = [
  [/\b(?:chi(?:c|k|ck)[- ]?fil[- ]?a|cfa)(?!\p{L})/gu, 'chick-fil-a'],
  [/\bchick-fil-a (?:chicken )?(?:sandwich|sandy|sando)\b/gu, 'fried chicken sandwich'],
  [/(?<!apple )\bcider (?=do(?:ugh)?nuts?\b)/gu, 'apple cider '],
  // "Trim flat white"
  [
    /\b(?:skim|trim|skinny) (flat white|macchiato|cortado|piccolo|chai latte|chai)\b(?! with)/gu,
    '$1 with skimmed milk',
  ],
  [/(^|\n|[,;] ?)meal prep(?:ped)? (?=\p{L})/gu, '$1'],
  [/(?<=^|[,;\n] ?)add(?:ed)? (?=\p{L}{3})/gu, ''],
  [/\bjacket (?=sweet potato)/gu, 'baked '],
  [
    /(?= over )(?<=\p{L}{3})(?<!\b(?:chicken|lamb)(?= over rice)) over (?=(?:\p{L}+ )?(?:rice|noodles|pasta|linguine|spaghetti|mash|grits|toast|greens|couscous|quinoa|polenta|potatoes)\b)/gu,
    ' with ',
  ],
  [/(?= u )(?<=\bmit \p{L}+) u (?=\p{L}{3})/gu, ' und '],
  [/\byaourt((?: \p{L}+){0,3}) nature\b/gu, 'yaourt$1'],
  [/\b(?:a |the |my |half a |whole )?tubes? of (?=[^,;\n]*pringles)/gu, ''],
  [
    /\b(salt (?:and|n|&) vinegar|sour cream (?:and|n|&) (?:onion|chive)|cheese (?:and|n|&) onion|texas barbecue|bbq|prawn cocktail|paprika|original|ready salted) (?:walkers|lays|tayto|kettle chips)\b/gu,
    '$1 crisps',
  ],
  [/(?=[- ])(?<=\p{L}{3})[- ]infused (?=\p{L})/gu, ' '],
  [
    /\b(?:salt (?:and|n|&) vinegar|cheese (?:and|n|&) onion|texas barbecue|bbq|prawn cocktail|paprika|original|ready salted|hot (?:and|n|&) spicy) pringles\b/gu,
    'pringles',
  ],
  [
    /(?= )(?<=\p{L}{3}) (?:on|along) (?:the |my )?way (?:home|back) (?=(?!and\b|with\b)\p{L})/gu,
    ', ',
  ],
  // "Light n sweet" behind coffee
  [/\b(coffee|iced coffee|cold brew),? light (?:and|n|&) sweet\b/gu, '$1 with milk and sugar'],
  [/\s(?:tossed|smothered|slathered|drenched|doused) (?:in|with) (?=\p{L})/gu, ' with '],
  [/(?= )(?<=\p{L}{3}) (?:from )?frozen(?=\s*(?:$|[,;.)+\n]))/gu, ''],
  [
    /(?= )(?<=\p{L}{3}) (?<!cold cut |burger |mac |whopper |pounder |mcchicken |fish |cheeseburger |nuggets? |sandwich )combo(?=\s*(?:$|[,;.)+\n]))/gu,
    '',
  ],
  [
    /\b((?:bubble|milk|fruit|boba|thai|taro) tea[^,;\n+]{0,30}?) (?:with|w\/?|and|\+) (?:extra |the )?(?:(?:popping|tapioca|black|boba) )*(?:pearls|boba|bubbles)(?=\s*(?:$|[,;.)+\n]))/gu,
    '$1',
  ],
  [/\s(?:with )?everything but (?:the )?(?=\p{L})(?! (?:bagel|seasoning))/gu, ' no '],
  [
    /\b(black pudding|white pudding|haggis|smoked sausage|king rib|steak pie|scotch pie|pizza crunch) supper\b/gu,
    '$1 and chips',
  ],
  [
    /(^|[,;\n] ?)((?:\p{L}+ )?(?:oat|soya?|almond|coconut|koko|oatly) milk) in (?:my |the |a )?(tea|coffee|porridge|latte|cereal|cappuccino|brew)\b/gu,
    '$1$3 with $2',
  ],
  // The bread; in French it is how something was made.
  [
    /(^|[,;\n] ?)(\d+ )?rotis? (?=(?:and |with |n )?(?:curry|channa?|dh?aa?l|sab[jz]i|keema|chicken curry|goat|aloo|saag|paneer|bhindi)\b)/gu,
    '$1$2roti, ',
  ],
  [
    /(?<=\b(?:dh?aa?l|sab[jz]i|curry|keema|channa?|saag|karahi|tadka|masala|gobi) )(\d+ )?rotis?(?=\s*(?:$|[,;.)+\n]))/gu,
    ', $1roti',
  ],
  [
    /\b((?:lentil|quorn|veggie|mushroom|vegan) bolognese) (?:\p{L}+ )?(?:spaghetti|pasta)\b/gu,
    '$1',
  ],
  [/\bnomo (?:\p{L}+ ){0,2}(?:choc(?:olate)?)(?: bar)?\b/gu, 'nomo'],
  [/\bbanh mi (pork|chicken|tofu|beef) roll\b/gu, 'banh mi $1'],
  [
    /\b(bec|sec|(?:bacon|sausage|taylor ham|pork roll),? egg (?:and|n|&) cheese) on (?:an? )?(?:hard|kaiser|poppy ?seed|long) roll\b/gu,
    '$1 on a roll',
  ],
  [/\bbec on (?:an? )?roll\b/gu, 'bec,'],
  // The bread holds it.
  [
    /\s(?:on )?italian herbs? (?:n|and|&) cheese(?: bread)?(?=\s*(?:$|[,;.)+\n]|with\b|no\b))/gu,
    ' with cheese',
  ],
  [
    /\b(?:double|extra|dbl|x2) (?=(?:chicken|chkn|meat|steak)\b(?! (?:burger|sandwich|cheeseburger|noodle)))/gu,
    '',
  ],
  [/\bwings,? (?:\p{L}+ )?lemon pepper(?: wet)?\b/gu, 'wings'],
  [/,? (?:dipped|wet)(?=\s*(?:$|[,;.)+\n]))/gu, ''],
  [/\bfajita veg(?:gies|etables|s)?\b(?! (?:wrap|taco|burrito|bowl))/gu, 'peppers, onions'],
  [/\bpoutine (?:with|w\/?) gravy (?:n|and|&) (?:cheese )?curds\b/gu, 'poutine'],
  [/ \(the (?:drink|cocktail)\)/gu, ' cocktail'],
  // Scots
  [word('fae|frae'), 'from'],
  [word("wi'"), 'with'],
  [word('nae'), 'no'],
  // "2 gin and slimline"
  [/(?<=\b(?:and|&|n|with|\+) ?)slimline(?! tonic)(?=\s*(?:$|[,;.)+\n]))/gu, 'slimline tonic'],
  // "Boiled egg and bread and butter soldiers"
  [/\b(bread and butter) soldiers\b/gu, '$1'],
  [
    /\b(turnips?|neeps|carrots?|parsnips?|broccoli|pumpkin|peas?|(?:carrot|swede|turnip|parsnip) (?:and|&|n) (?:carrot|swede|turnip|parsnip)) mash\b/gu,
    'mashed $1',
  ],
  [
    /\b(barbecue|bbq|sweet (?:and|n|&) sour|sweet chilli|curry|honey mustard|peri peri) dips?(?! sauce)\b/gu,
    '$1 sauce',
  ],
  [
    /\b(ready salted|lightly salted|sour cream (?:and|n|&) (?:chives?|onions?)|cheese (?:and|n|&) onion|prawn cocktail) chips\b/gu,
    '$1 crisps',
  ],
  [/(?<![\p{L}])(?:ein |eine |a )?viertele(?= \p{L})/gu, 'ein glas'],
  [/\b(pintes?|demis?) de (?:blonde|brune|rousse|blanche|ambree)\b/gu, '$1 de biere'],
  [
    /\b(?:salade|ensalada) de (tomates?|concombres?|betteraves?|carottes? rapees|pepinos?|endives?|zanahorias?)(?! (?:y|et) )(?=\s*(?:$|[,;.)+\n]|con\b|avec\b))/gu,
    '$1',
  ],
  [/(^|[,;+\n] ?|\bun )(descafeinado)\b(?! (?:de|soluble))/gu, '$1cafe descafeinado'],
  // "Tuna mayo piece"
  [
    new RegExp(
      String.raw`(?<=^|[,;+\n] ?|\ba |\bmy )((?:${fill}|sausage|corned beef|meat paste|marmite|paste|egg mayo|tuna mayo)(?:(?: (?:and|n|&))? (?:${fill}|sausage))+|tuna|egg|sausage|corned beef|marmite|jam|cheese|ham) piece(?=\s*(?:$|[,;+\n]|and\b))`,
      'gu',
    ),
    '$1 sandwich',
  ],
  // "Cereal w/ skim", "cheerios with 2%"
  [
    /(?<=\s(?:with|w\/?) ?)(?:skim|skimmed|skinny)(?=\s*(?:$|[,;+\n]|and\b|n\b|&))/gu,
    'skimmed milk',
  ],
  [
    /(?<=\s(?:with|w\/?) ?)(?:2 ?%|1 ?%|semi|semi[- ]skimmed)(?=\s*(?:$|[,;+\n]|and\b|n\b|&))/gu,
    'semi-skimmed milk',
  ],
  // Rice and chips, beside what is eaten with them; alone it is the cream. What stands there is looked at before what stands behind it: it is rarer.
  [
    /(?= half (?:and|n|&|'n') half)(?<=\b(?:curry|masala|korma|madras|chow mein|foo yung|chilli|chicken|beef|ribs|sweet and sour|salt and pepper|satay|chinese|szechuan|black bean|sauce)\b[^,;\n]{0,30})(?<!(?:^|[,;\n] ?)curry(?: chips| sauce)?)(?<!\b(?:with|w|and|of|in|some|using|cream|soup|coffee|tea|&|\+)) half (?:and|n|&|'n') half(?! (?:cream|milk|creamer))/gu,
    ' with rice and chips',
  ],
  [
    /(?= ?(?:,|with|and|&|\+|w) half )(?<=\b(?:chow mein|foo yung|sweet and sour|salt and pepper|satay|chinese|szechuan|black bean)\b[^,;\n]{0,30}) ?(?:,|with|and|&|\+|w) half (?:and|n|&|'n') half(?! (?:cream|milk|creamer))/gu,
    ', boiled rice, chips',
  ],
  [
    /\bhalf (?:and|n|&|'n') half (?=from (?:the )?(?:chinese|chippy|chipper|take ?away|takeout))/gu,
    'boiled rice, chips ',
  ],
  [
    /\barby'?s? (?:classic |regular |large |double |medium )?roast beef(?! (?:and cheddar|gyro))(?: sandwich)?/gu,
    'roast beef sandwich',
  ],
  [/\bhershey'?s? syrup\b/gu, 'chocolate syrup'],
  [/\bsweet potato toasts?\b/gu, 'baked sweet potato'],
  [
    /\bhalo top (?!ice cream|bar|pint)(\p{L}+(?: \p{L}+)?)(?: ice cream)?(?=\s*(?:$|[,;.)+\n]))/gu,
    '$1 ice cream',
  ],
  [/(?<=(?:glass(?:es)?|bottle|carafe)(?: of)? )cab(?: sauv)?(?!\p{L})/gu, 'cabernet'],
  [/(?<![\p{L}\d])(\d(?:\.\d)?|\d\/\d|\u00bd) ?c (?=(?!of the)\p{L}{3})/gu, '$1 cup '],
  [
    /\b(skim|skinny|soya?|oat|almond|full cream) (?:cap|capp)(?=\s*(?:$|[,;.)+\n]|and\b|with\b))/gu,
    '$1 cappuccino',
  ],
  [/\b(?:skim|trim) (?=(?:cappuccino|latte|flat white|mocha|macchiato|cortado)\b)/gu, 'skinny '],
  [/(?<=slices? (?:of )?)(?:tomato|cheese|plain|white|grandma|upside down) pie\b/gu, 'pizza'],
  // "Crisps, tangy cheese": the flavour stands behind.
  [
    /\b(crisps|chips|walkers|tayto)(?:(?:,| -|:)(?= (?!beef|roast|(?:mature |mild )?cheese(?! (?:and|n|&)))))? \(?((?:tangy |mature |mild )?cheese(?: (?:and|n|&) onion)?|salt (?:and|n|&) vinegar|prawn cocktail|ready salted|smokey bacon|smoky bacon|roast chicken|beef|sweet chilli|sour cream (?:and|n|&) (?:onion|chive)|bbq|barbecue|salt and pepper|pickled onion|flame grilled steak|worcester sauce|paprika)( flavou?r)?\)?(?=\s*(?:$|[,;.)+\n]))/gu,
    (_all, crisps: string, flavour: string) =>
      `${flavour} ${crisps === 'chips' ? 'chips' : 'crisps'}`,
  ],
  [/\bgt'?s (?=kombucha)|(?<=kombucha )gt'?s\b/gu, ''],
  [
    /\bwingstop (\d+) ?(?:pc|pcs|piece) (\p{L}+(?: \p{L}+)?)(?=\s*(?:$|[,;.)+\n]))/gu,
    '$1 $2 wings',
  ],
  // "Chicken parm hero"
  [
    /(?<=\p{L}{3} \p{L}{3,} )(?:hero|hoagie|grinder)(?: roll| sandwich)?(?=\s*(?:$|[,;.)+\n]|with\b|no\b|and\b))/gu,
    'sub',
  ],
  // "Free from cornflakes": the shelf of a supermarket.
  [
    /(?<=^|[,;\n+] ?|\b(?:tesco|asda|sainsburys?|sainsbury's|morrisons|aldi|lidl|waitrose|ms|coop|co-op|a|an|some|the|my|\d) )free[- ]from (?=(?:choc(?:olate)?(?! (?:digestives?|biscuits?|cookies?|cake|brownies?|muffins?|chip|wafers?|hoops|fingers?))|cheese|milk choc(?:olate)?|butter|spread|ice cream|yogh?urt|custard|cream)\b)/gu,
    'dairy-free ',
  ],
  [
    /(?<=^|[,;\n+] ?|\b(?:tesco|asda|sainsburys?|sainsbury's|morrisons|aldi|lidl|waitrose|ms|coop|co-op|a|an|some|the|my|\d) )free[- ]from (?=(?!gluten|dairy|milk|wheat|barley|rye|oats|nuts?|peanuts?|tree nuts?|almonds?|hazelnuts?|walnuts?|cashews?|pecans?|pistachios?|eggs?|soya?|lactose|sugar|shellfish|seafood|crustaceans?|molluscs?|prawns?|shrimps?|crab|lobster|celery|sesame|mustard|lupin|sulph?ites?|sulfites?|meat|pork|alcohol|caffeine|onions?|garlic|additives|preservatives|palm|all|any|the|everything|fish\b(?! (?:fingers|cakes?)))\p{L}{3})/gu,
    'gluten-free ',
  ],
  [
    /(?<=^|[,;\n+] ?)(tagine|biryani|karahi|bhuna|korma|madras|risotto|stir fry|shawarma) (lamb|chicken|beef|prawns?|vegetables?|veg|tofu|paneer|mushroom)(?=\s|$)/gu,
    '$2 $1',
  ],
  // "Whey cookies and cream": a flavour.
  [
    /(?= ?cookie)(?<=\b(?:protein|whey|grenade|carb killa|quest|huel)\b(?:(?!\b(?:and|n|plus|then|with)\b)[^,;\n+&]){0,20}) ?cookies? (?:and|&|n|'n') cream\b(?! ice)/gu,
    '',
  ],
  // "Protein shake (pea protein, oat milk, banana)": all that is in it is listed.
  [
    /\b(?:protein )?shake ?(?:\(|: ?|- )(?=[^()\n]*\b(?:protein|whey|casein|powder|huel|collagen)\b)([^()\n]*,[^()\n]*)\)?/gu,
    '$1',
  ],
  [
    /(?<!(?:lentil|quorn|veggie|turkey|mushroom|soya|vegan) )\bbolognese ((?:wholewheat|wholemeal|whole wheat|gf|gluten[- ]free|brown|white) )?spaghetti\b/gu,
    'spaghetti bolognese',
  ],
  [
    /\balpro (?:(?:greek|greek style|plain|vanilla|big pot|natural|strawberry|blueberry|simply plain|no sugars?|high protein) )*(yog(?:h?urts?)?)\b/gu,
    'soya yoghurt',
  ],
  // "Flat white, oat": its milk
  [
    /\b(flat white|latte|cappuccino|cortado|macchiato|mocha|hot chocolate|americano|coffee|tea|chai|cold brew), ?(oat|soya?|almond|coconut|cashew|hazelnut)(?=\s*(?:$|[,;.)\n]))/gu,
    '$1 with $2 milk',
  ],
  [/\b(iced? tea\b[^,;\n]*), ?unsweet(?:ened)?(?=\s*(?:$|[,;.)\n]))/gu, 'unsweetened $1'],
  [
    /\balpro (?:dark )?choc(?:olate)? (?:puddings?|desserts?)(?: pots?)?\b/gu,
    'soya chocolate dessert',
  ],
  [
    /\b(?:salt (?:and |n |& )?pepper (?:and |n |& )?ketchup|spk)\b/gu,
    'salt, black pepper, ketchup',
  ],
  [/\bbeer[- ]battered (?=\p{L})/gu, 'battered '],
  [/(?<=\p{L}) (?:like|about|maybe|around|roughly|bout) (\d{1,2})(?=\s*(?:$|[,;.)+\n]))/gu, ' x$1'],
  [/\btangy cheese (?=doritos\b)/gu, ''],
  [/\btaco tuesday ?[-:]?/gu, ' '],
  [/\bkfc ?[-:] /gu, 'kfc '],
  [/\bm ?(?:&|and|n) ?m'?s?(?![\p{L}\d])/gu, 'm-and-ms'],
  [/\s(?:off|from) (?:\p{L}+(?:'?s)? ){1,2}plate\b/gu, ''],
  [
    /\b(gin|vodka|rum|whisk(?:e?)y|jack|malibu|bourbon|brandy) ?\+ ?(?=(?:diet |slimline )?(?:tonic|coke|lemonade|ginger|soda|cola|orange|cranberry))/gu,
    '$1 and ',
  ],
  // "Bacon, egg, cheese bagel"
  [
    /(^|\n)((?:bacon|egg|ham|sausage|cheese|chicken|tuna|turkey|tomato|avocado)), ((?:bacon|egg|ham|sausage|cheese|tomato|lettuce|avocado|mayo)),? ((?:and |n |& )?)(cheese|egg|bacon|tomato|lettuce|avocado|mayo|salad|sausage) (?=(?:bagel|sandwich|sarnie|roll|bap|wrap|toastie|baguette|panini|muffin|croissant|biscuit|burrito)\b)/gu,
    '$1$2, $3 and $5 ',
  ],
  // "BLT, salt n vinegar, coke": beside a sandwich the flavour is that of crisps.
  [
    /(?<=\b(?:meal deal|sandwich|wrap|sarnie|blt|baguette|roll|sub)[^\n]{0,60}, ?)(salt (?:n|and|&) vinegar|cheese (?:n|and|&) onion|ready salted)(?=\s*(?:,|$))/gu,
    '$1 crisps',
  ],
  [word(String.raw`s\/w(?:ich)?(?:es)?|s'?wich|sndwch|sandw`), 'sandwich'],
  [word(String.raw`s\/corn|s\/c(?= )|swcorn|swt ?corn|swt?c`), 'sweetcorn'],
  [word(String.raw`h\/f(?: of)?`), 'handful of'],
  [word(String.raw`w\/out|wo(?= \p{L})`), 'without'],
  [word('h(?:2|20)o|h20'), 'water'],
  [word('v ?(?:&|and|n) ?ts?'), 'vodka and tonic'],
  // "Chicken + rice + broccoli 200g/150g/100g"
  [/\s(?:\d+ ?(?:g|ml|oz)\/)+\d+ ?(?:g|ml|oz)(?![\p{L}\d])/gu, ' '],
  [word(String.raw`chick(?= (?!peas?(?!\p{L})|fil)\p{L})`), 'chicken'],
  [
    word(
      String.raw`(?:sweet|swt|sw)[ -]?pots?(?= (?:fries|wedges|mash|chips|curry|soup)|$|[,;+\n])`,
    ),
    'sweet potato',
  ],
  [word('(?<=(?:jacket|jkt|jckt|baked|bkd) )pots?|pot(?= salad)'), 'potato'],
  [
    new RegExp(
      String.raw`(?<=(?:^|[,;+\n]|${end} ))(?<!(?:yogh?urt|yog|yogh|fruit|porridge|noodle|two|three|four|few|some|\d|of|small|little|mini|custard|rice|jelly|pudding|protein|salad|the|in|my|egg|coffee|tea|hot) ?)pots(?=\s*(?:$|[,;+\n]|and |n |& |with |w ))`,
      'gu',
    ),
    'potatoes',
  ],
  [word('cott(?= (?:chee?se?|chz|chs|pie))'), 'cottage'],
  [word('sheph?(?:erds?)?(?= pie)'), "shepherd's"],
  [
    word(
      `tom(?= (?:soup|sauce|salad|pasta|puree|ketchup|sarnie|sandwich|toastie|rice|juice))|(?<=(?:cheese|mozz|mozzarella|ham|bacon|basil|chs|chz|tuna|cheddar|lettuce|egg) (?:${join} )?)tom`,
    ),
    'tomato',
  ],
  [word('vic(?= sponge)'), 'victoria'],
  [word('calif?(?= rolls?)'), 'california'],
  [word('so+s+(?:y|idge|age)?(?= (?:rolls?|sarnie|sandwich|butty|bap|egg))'), 'sausage'],
  [word('cinn?(?:a|am|amm?)?(?= (?:rolls?|buns?|swirls?|toast|bagels?|raisin|whirl))'), 'cinnamon'],
  [word('hot ?x(?=[ -]?buns?)|hotx(?= ?buns?)'), 'hot cross'],
  [word('(?:spag(?:hetti)?|pasta) carb|carb(?= pasta)'), 'spaghetti carbonara'],
  [word('marg(?:h|arita|erita)?(?= pizza)|(?<=pizza )marg(?:arita|erita)?'), 'margherita'],
  [word('pepp?(?:i|er)?(?= pizza)|(?<=pizza )pepp?'), 'pepperoni'],
  [word('fal(?= (?:wraps?|salad|pitta))'), 'falafel'],
  [word('humm?'), 'hummus'],
  [
    word(
      `straw(?= (?:milkshake|mshake|shake|jam|yogh?(?:urt)?s?|ice|smoothie|cheesecake|${join} cream))`,
    ),
    'strawberry',
  ],
  [word('van(?= (?:ice|latte|yogh?(?:urt)?|shake|milkshake|icecream))'), 'vanilla'],
  [word('philly(?! (?:cheese|steak|roll|cheesesteak|cs))'), 'cream cheese'],
  [word(String.raw`(?<=bagels? (?:${join} )?)c\/?c`), 'cream cheese'],
  [word('eggs? ben(?:n?y|n?ie|edict)?'), 'eggs benedict'],
  [word('eng(?:lish)? muff(?:in)?'), 'english muffin'],
  [/(?<![\p{L}])((?:\d+|two|three|a) )?eggs? scram\p{L}*(?!\p{L})/gu, '$1scrambled eggs'],
  [word('scram(?:b|bl|ble|bld|bd)?(?= eggs?)'), 'scrambled'],
  [word(String.raw`s\/?s milk|semi(?:[ -]skim)? milk`), 'semi-skimmed milk'],
  [word('(?:sk|skm|skd) milk'), 'skimmed milk'],
  [word('g(?:arl)?(?= (?:bread|mayo|naan))'), 'garlic'],
  [
    /(?<=\b(?:rice|sushi|sashimi|noodles?|edamame|salmon|tofu|dumplings|gyoza)\b[^,;\n]{0,20} )soy(?=\s*(?:$|[,;+\n]))/gu,
    'soy sauce',
  ],
  [word(String.raw`btls?(?: of)?(?= \p{L})`), 'bottle of'],
  [word(String.raw`glss?(?: of)?(?= \p{L})`), 'glass of'],
  [
    word(
      `gran(?= ?${join} (?:yog|berr|milk|blueb|greek|strawb|rasp|ban)| bars?\\b)|(?<=(?:yog|yogh|yoghurt|yogurt|milk) ${join} )gran`,
    ),
    'granola',
  ],
  [word(`app(?= ${join} )`), 'apple'],
  [word('choc dig(?:gie|gy|est)?s?'), 'chocolate digestives'],
  [word('fish fings?'), 'fish fingers'],
  [word('salt vinegar(?= crisps)'), 'salt and vinegar'],
  [word('cheese onion(?= (?:crisps|pasty|sandwich|toastie))'), 'cheese and onion'],
  // "Sandwich ham cheese tomato": what is in it stands behind.
  [
    new RegExp(
      String.raw`(^|[,;+\n] ?)(sandwi?t?c?h|toastie|wrap|bap|baguette) ((?:${fill})(?:[ ,]+(?:${fill}))*)(?=\s*(?:$|[;+\n]))`,
      'gu',
    ),
    '$1$3 $2',
  ],
  // "Tuna sandwich brown"
  [
    /(?<=\p{L} )(sandwich|toastie) (brown|white|wholemeal|granary|rye|seeded|sourdough)(?: bread)?(?=\s*(?:$|[,;+\n]))/gu,
    '$1 on $2',
  ],
  [
    /(^|[,;+\n] ?)stir[- ]?fry (\p{L}+(?: (?!with|and|in|on|w|n)\p{L}+){1,4})(?=\s*(?:$|[;+\n]))/gu,
    '$1$2 stir fry',
  ],
  [/\bpizza(?: hut)? buffet\b/gu, 'pizza'],
  // "Rhubarb and custards" are sweets, the pudding is told in the singular.
  [/\brhubarb (?:and|&|n) custards\b/gu, 'rhubarb and custard sweets'],
  // "Subway tuna 6 inch"
  [
    /\b(?:subway )((?:(?!\d|cookie)\p{L}+ ){1,3}?)(6|12|six|twelve)[- ]?(?:inch|in|")?(?= on\b|\s*(?:$|[,;+\n]))/gu,
    'subway $2 inch $1',
  ],
  [/\bsubway ((?:\p{L}+ ){1,3}?)foot[- ]?long\b/gu, 'subway footlong $1'],
  [/\bprotein style(?: burger)?\b/gu, 'no bun with lettuce'],
  // "Haagen dazs salted caramel": what they make is ice cream.
  [
    /\b(?:haagen[- ]?dazs|breyers|blue bell|talenti) (?!ice cream|bar)(\p{L}+(?: (?:and |& )?(?!ice)\p{L}+){0,3})(?: ice cream)?(?=\s*(?:$|[,;+\n]))/gu,
    '$1 ice cream',
  ],
  // The beer; the fish is a sole.
  [word('sol(?! (?:beer|cerveza|lager))'), 'sol beer'],
  [/\b(bottles?|pints?|cans?)( of)? corona\b/gu, '$1 of corona beer'],
  // What became of it, how it was poured.
  [
    /\s(?:cut up|chopped up|cut in|all chopped)(?: (?:in|into|on) (?:it|them|bits))?(?=\s*(?:$|[,;.)+\n]|and\b|with\b|in\b))/gu,
    '',
  ],
  [
    /,?\s(?:on the rocks|straight up|neat|with (?:a )?twist)(?=\s*(?:$|[,;.)+\n&]|and\b|then\b))/gu,
    '',
  ],
  // "Then later 2 more with jam"
  [
    /(?:(?:and |then |,|later) ?){1,3}(?:\d|an?other|one|two|three|a few|a couple|some) more(?= with\b| w\b|\s*(?:$|[,;.+\n]|and\b|then\b))/gu,
    ' ',
  ],
  // "Veg traybake" is baked in a tray; a cake of that name is told alone.
  [
    /\b((?:halloumi|chicken|sausage|salmon|veg(?:gie|etables?)?|feta|cod|fish|pork|chorizo|gnocchi|tofu|prawn|potato)\b[^,;:\n]{0,40}?) tray ?bakes?\b/gu,
    '$1',
  ],
  // "Smoothie - banana, spinach", "fruit salad (melon, grapes)": what is in it is listed.
  [
    /(^|\n|[;+] ?|\bwith (?:a )?|, )(?:an? )?(?:(?:green|fruit|berry|mixed|tropical|breakfast|morning|lunch|homemade|fresh|large|small|big|healthy|my|the) ){0,2}(?:smoothies?|fruit salad|fruit bowl|fruit platter|fruit plate|bowl of fruit|mixed fruit) ?\(([^()\n]*[,+&][^()\n]*|[^()\n]* and [^()\n]*)\)/gu,
    '$1$2',
  ],
  [
    /(^|\n)(?:an? )?(?:(?:green|fruit|berry|mixed|tropical|breakfast|morning|lunch|homemade|fresh|large|small|big|healthy|my|the) ){0,2}(?:smoothies?|fruit salad|fruit bowl|fruit platter|bowl of fruit) ?(?:-|:|of|made (?:of|from|with)) (?=[^\n]*(?:,|\+| and |&))/gu,
    '$1',
  ],
];

/** Folded text with the short forms of haste in full. */
export const inPlainWords = (text: string): string =>
  forms.reduce(
    (told, [form, full]) =>
      typeof full === 'string' ? told.replace(form, full) : told.replace(form, full),
    text,
  );
