import { adjectives } from './adjectives.ts';
import { context } from './context.ts';
import { foldLetters } from './normalise.ts';
import { places, shops } from './places.ts';
import { stemOf } from './words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(foldLetters));

/** Words that tell how good, fresh or whose it was: nothing about what it is. */
export const praise: ReadonlySet<string> = new Set([
  ...context,
  ...adjectives,
  ...places,
  ...setOf(`homemade fresh freshly organic delicious nice tasty leftover leftovers hot cold
  warm iced chilled lovely yummy good great favourite favorite usual typical traditional classic proper
  local seasonal quick simple easy healthy light side more bit little lunch dinner breakfast brunch supper
  snack today yesterday morning evening night ate had eaten drank having just really very about selbstgemacht
  hausgemacht frisch frische frischer frisches bio warme kalte lecker maison frais fraiche chaud froid casero
  casera fresco fresca caliente frio style thick thin chunky crunchy creamy soft crispy crusty extra store bought
  shop own brand luxury premium artisan artisanal rustic authentic topped served dressed drizzled sprinkled
  mixed assorted additional optional finely roughly i we me you it is was were be been again also too then
  takeaway takeout piece pieces bits portion serving glass cup bowl plate slice slices whole free range
  ripe unripe underripe overripe seedless jumbo baby new season british scottish english irish german french italian spanish greek
  american european sized tasting sticks stick chunks cubes wedges wedge cloves florets spears halves segments batons box platter selection meal deal made same half strip strips bar bars fillet fillets filet filets loin joint
  nothing but only till until before after during while gym later midnight tonight plus drink dish plain reduced fat low lower
  free lean lite skinny value finest taste difference everyday essential size sized individual multipack frozen chilled
  tin can jar tub pot packet ready made cooked micro sharing share grab dirty loaded proper massive huge decent
  recipe recipes snacks lunches dinners drinks meals starter main mains afters
  naturally sourced wild caught line farmed fed grass outdoor pcs pc approx about sort kind type one two three
  some few lots loads couple another stuff nearly almost mostly roughly maybe probably think homemade followed including added extra barista steel cut rolled pinhead jumbo rare hand thick triple double-cooked
  boneless skinless unsmoked streaky back farmhouse stone stonebaked apparently
  smooth flavoured flavored vanilla tangy kit dry tk heirloom darne darnes weak strong vacuum drained rinsed heaped generous unlimited bottomless`),
]);

/** Words that name no food, however they are put together: what is meant cannot be told. */
export const empty =
  setOf(`something anything everything nothing stuff things thing food foods meal meals special usual same
  canteen cafeteria office work school desk leftovers out whatever idk dunno none random bits nibbles buffet party
  takeaway takeaways takeout nan nans mum mums mom moms dad dads gran grans granny grandma friend friends boyfriend
  girlfriend husband wife kids tom guests restaurant cafe pub hotel plane train car airport hospital event wedding
  bbq barbecue picnic potluck feast treat treats goodies delights surprise mystery unknown various selection
  etwas irgendwas essen reste kantine quelque chose restes algo comida sobras meeting conference tasting menu
  skipped missed fasting fasted forgot ordered shared finished tried free sample samples odds ends fridge cupboard pantry freezer picky tea-time bits bobs nibbled nibbles all day catered idea`);

/** With one of these nobody knows what else is meant. */
export const vague = setOf(
  'something sth anything whatever somewhat irgendwas etwas quelquechose algo idk dunno',
);

/** How it was made. The food is the same food; what counts of it is kept as a tag. */
export const preparationWords: ReadonlyMap<
  string,
  'fried' | 'raw' | 'fermented' | 'cured' | 'aged' | null
> = new Map([
  ...[...setOf('fried deepfried panfried gebraten gebratene gebratenes frittiert frito frita')].map(
    (w) => [w, 'fried'] as const,
  ),
  ...[...setOf('raw roh rohe rohes cru crue crudo cruda sashimi')].map((w) => [w, 'raw'] as const),
  ...[...setOf('fermented fermentiert fermente fermentado lactofermented')].map(
    (w) => [w, 'fermented'] as const,
  ),
  ...[...setOf('cured smoked gerauchert geraucherter fume fumee ahumado ahumada')].map(
    (w) => [w, 'cured'] as const,
  ),
  ...[...setOf('aged matured mature gereift affine curado')].map((w) => [w, 'aged'] as const),
  ...[
    ...setOf(`grilled baked roasted roast boiled steamed poached toasted cooked sauteed stewed braised barbecued bbq
    charred blanched mashed chopped sliced diced grated shredded melted scrambled scramble bake microwaved reheated defrosted frozen
    tinned canned jarred dried peeled minced pulled stuffed glazed marinated seasoned salted unsalted shallow deep pan
    oven air stir slow gekocht gekochte gekochtes gekochten gekochter gebacken gebackener gebackene rapee presse pressee mijote exprimido natural rallado rallada gebratener gegrillte gegrillter gegrilltes gedunstete gedunsteter geschmort geschmorte gegrillt gedunstet geroestet grille cuit cuite bouilli roti
    cocido cocida asado asada hervido plancha horno al la vapor`),
  ].map((w) => [w, null] as const),
]);

/** Names of makers; the food beside them is what counts. Alone they are left as typed. */
export const brands =
  setOf(`${shops.join(' ')} siete heinz kelloggs kellogg nestle cadbury cadburys hersheys hershey tesco sainsburys asda aldi
  lidl waitrose morrisons coop marks spencer ms walmart costco target kroger trader joes alpro oatly innocent tropicana
  muller yoplait danone activia chobani fage warburtons hovis kingsmill mcvities mcvitie walkers lays pringles doritos
  birds eye findus iglo captain linda mccartney philadelphia daiya kerrygold lurpak flora anchor arla yeo valley
  starbucks costa nero greggs pret manger mcdonalds mcdonald burger_king kfc subway dominos domino pizza_hut wagamama
  nandos ben jerrys haagen dazs magnum walls barilla de_cecco napolina dolmio uncle bens tilda knorr maggi campbells
  campbell baxters pepsico schweppes nescafe lavazza twinings pg tetley yorkshire lindt milka ritter haribo dr oetker
  rewe edeka rugenwalder bonne maman lu carrefour mercadona hacendado jordans quaker alpen dorset sharwoods pataks patak
  blue_diamond silk califia rude_health beyond impossible hellmanns hellmann kraft land olakes tyson jimmy dean stouffers
  ocado iceland spar boots itsu leon chipotle wendys popeyes chickfila panera dunkin krispy kreme tim hortons
  arbys sonic johns pizzaexpress zizzi franco manca wasabi bills harvester toby carvery wetherspoons spoons
  wimpy gbk byron zizzis strada prezzo bella italia carluccios tgi fridays nisa booths amy amys ella hipp nairns
  nairn jacobs carrs fox foxs bahlsen lotus fererro ferrero goodfellas ristorante youngs aunt bessies bessie
  cathedral city pilgrims choice seriously president galbani bertolli buitoni lloyd grossman loyd sacla amoy
  kikkoman lee kum kee nongshim nissin maruchan samyang indomie supernoodles batchelors kettle tyrrells mccoys
  sensations pipers popchips propercorn metcalfes kp planters meridian pipnut manilife biona clearspring
  tideford crosse blackwell ambrosia mr kipling mcdougalls allinson burgen schar genius warburton roberts
  jacksons vogel vogels ezekiel daves pepperidge sara lee thomas oroweat progresso annies cuisine marie
  callender banquet swanson digiorno totinos kirkland organix freddie graze deliciously ella bounce trek
  eatnatural larabar rxbar quest myprotein optimum nutrition bulk vega orgain vital proteins ancient holland
  barrett solgar centrum wellwoman bounty viridian
  fever tree fevertree fentimans belvoir bottlegreen pellegrino evian volvic buxton mcdo hatco shack nando dominoes papajohns papa
  quaker evans cuisine digiorno popeyes wendy arby ihop applebees chilis outback costco
  cauldron rustlers heck wicked tofoo vivera birdseye bighams charlie bigham
  deliveroo ubereats eats justeat
  maccies maccas mcds brennans barrys lyons punjana supermacs bojangles whataburger culvers zaxbys jamba wingstop
  woolworths woolies coles dunnes supervalu centra londis sanitarium arnotts britannia amul herdez bimbo higgidy
  pieminister pukka hollands ginsters dishoom billa hofer herta leclerc monoprix picard tarradellas campofrio
  bundaberg carmans coopers hortons chowking haldirams jollibee bk mcd mcds sbux starbux macdonalds macdonald maccys
  starbux starbs qdoba nespresso tassimo huels ocados farmfoods heron budgens wholefoods publix safeway wegmans albertsons heb`);

/** Words of British or other use with the words of the American survey, by stems. */
const pairs: readonly (readonly [string, string])[] = [
  ['aubergine', 'eggplant'],
  ['courgette', 'zucchini'],
  ['rocket', 'arugula'],
  ['coriander', 'cilantro'],
  ['prawn', 'shrimp'],
  ['prawns', 'shrimp'],
  ['mince', 'ground beef'],
  ['minced', 'ground'],
  ['crisps', 'potato chips'],
  ['swede', 'rutabaga'],
  ['beetroot', 'beet'],
  ['gherkin', 'pickle'],
  ['gherkins', 'pickles'],
  ['sultanas', 'raisins'],
  ['satsuma', 'tangerine'],
  ['clementine', 'tangerine'],
  ['mangetout', 'snow peas'],
  ['porridge', 'oatmeal'],
  ['treacle', 'molasses'],
  ['sweetcorn', 'corn'],
  ['maize', 'corn'],
  ['yoghurt', 'yogurt'],
  ['doughnut', 'doughnut'],
  ['donut', 'doughnut'],
  ['omelet', 'omelet'],
  ['omelette', 'omelet'],
  ['soya', 'soy'],
  ['soybean', 'soy'],
  ['lasagne', 'lasagna'],
  ['ketchup', 'catsup'],
  ['chilli', 'chili'],
  ['chillies', 'chili'],
  ['wholemeal', 'whole wheat'],
  ['wholewheat', 'whole wheat'],
  ['wholegrain', 'whole grain'],
  ['brioche', 'brioche'],
  ['lolly', 'popsicle'],
  ['jelly', 'gelatin'],
  ['candyfloss', 'cotton candy'],
  ['sweets', 'candy'],
  ['biscuits', 'cookies'],
  ['biscuit', 'cookie'],
  ['fizzy', 'carbonated'],
  ['squash', 'squash'],
  ['haricot', 'navy'],
  ['stir-fry', 'stir fry'],
  ['cornflour', 'cornstarch'],
  ['icing', 'frosting'],
  ['muesli', 'muesli'],
  ['fishfingers', 'fish sticks'],
  ['pepperoni', 'pepperoni'],
  ['gammon', 'ham'],
  ['tuna', 'tuna'],
  ['spring onion', 'scallion'],
  ['passata', 'tomato puree'],
  ['bap', 'roll'],
  ['bun', 'roll'],
  ['paprika', 'paprika'],
  ['pulses', 'beans'],
  ['gnocchi', 'gnocchi'],
  ['langoustine', 'lobster'],
  ['tangerine', 'tangerine'],
  ['cantaloup', 'cantaloupe'],
  ['broad', 'fava'],
  ['linseed', 'flax'],
  ['groundnut', 'peanut'],
  ['groundnuts', 'peanuts'],
  ['wrap', 'wrap'],
  ['toastie', 'grilled sandwich'],
];

/** Stem of a word to the stems of the survey's words for it. */
export const american: ReadonlyMap<string, readonly string[]> = new Map(
  pairs
    .filter(([from, to]) => from !== to && !from.includes(' '))
    .map(([from, to]) => [stemOf(from), to.split(' ').map(stemOf)]),
);

/** What an adjective says is in it: "cheesy" is with cheese. */
export const saysWith: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cheesy: 'cheese',
    buttered: 'butter',
    buttery: 'butter',
    spicy: 'chilli flakes',
    chilli: 'chilli flakes',
    chili: 'chilli flakes',
    curried: 'curry powder',
    garlicky: 'garlic',
    lemony: 'lemon',
    breaded: 'breadcrumbs',
    crumbed: 'breadcrumbs',
    paniert: 'breadcrumbs',
    empanado: 'breadcrumbs',
    empanados: 'breadcrumbs',
    rebozado: 'flour',
    rebozada: 'flour',
    rebozados: 'flour',
    panierte: 'breadcrumbs',
    battered: 'flour',
    chocolatey: 'chocolate',
    sugared: 'sugar',
    sweetened: 'sugar',
    honeyed: 'honey',
    minty: 'mint',
    nutty: 'mixed nuts',
    scharf: 'chilli flakes',
    scharfe: 'chilli flakes',
    picante: 'chilli flakes',
  }),
);

/** Said behind the food all the same: "pollo empanado". */
export const saysBehind: ReadonlySet<string> = new Set(
  'empanado empanados rebozado rebozada rebozados paniert'.split(' '),
);

/** Says which plant a milk is made of; undefined for milk of animals. */
export const plantMilk =
  /\b((?:oat|soya?|almond|coconut|rice|hazelnut|cashew|hemp|pea|macadamia|walnut|spelt|plant|vegan|koko|oatly)[- ]?(?:based )?(?:milk|drink|m[iy]lk|beverage|creamer|cream)|(?:hafer|soja|mandel|kokos|reis|haselnuss|cashew|erbsen)[- ]?(?:milch|drink|sahne)|(?:lait|boisson) (?:d[' ])?(?:de |a l'|au )?(?:avoine|soja|amande|coco|riz|noisette)|(?<=\b(?:with|in|mit|con|using|of) |a l[' ])(?:hot |cold |warm )?(?:water|wasser|eau|agua)|(?:leche|bebida) de (?:avena|soja|almendras?|coco|arroz|avellanas?))\b/u;

/** "oat latte" means oat milk. */
export const plantBeforeDrink =
  /^(oat|soya?|almond|coconut|hafer|soja|mandel)[- ]?(?=(?:milk )?(?:(?:iced|flat|vanilla|chai|matcha|caramel|mocha|decaf|large|small) )*(?:latte|cappuccino|flat white|mocha|macchiato|cortado|hot chocolate|chai|matcha|porridge|milkshake)\b)/u;

/** Drinks and bowls that are made with a milk, and mostly say which. */
export const milky =
  /\b(?:smoothie|shake|milkshake|porridge|oats|oatmeal|cereal|muesli|musli|granola|latte|cappuccino|chai|matcha|hot chocolate|kakao|haferbrei|flat white|mocha|macchiato|cortado|coffee|kaffee|cafe|tea|pancakes?|crepes?|custard|rice pudding)\b/u;

/** Words that are a dish alone and an ingredient after "with": "linguine with garlic and chilli". */
export const asIngredient: ReadonlyMap<string, string> = new Map([
  ['chilli', 'fresh chilli'],
  ['chillies', 'fresh chilli'],
  ['chili', 'fresh chilli'],
  ['curry', 'curry sauce'],
  ['mint', 'fresh mint'],
  ['roll', 'bread roll'],
  ['a roll', 'bread roll'],
  ['bun', 'burger bun'],
  ['a bun', 'burger bun'],
  ['alfredo', 'alfredo sauce'],
  ['bolognese', 'bolognese sauce'],
  ['satay', 'satay sauce'],
  ['tartare', 'tartare sauce'],
  ['tartar', 'tartare sauce'],
  ['teriyaki', 'teriyaki sauce'],
  ['marinara', 'marinara sauce'],
]);

/** Makers that are written in several words or with signs. */
export const makers =
  /(?:\b(?:from|at|by) )?\b(?:green ?(?:&|and|n) ?black'?s?|m ?& ?s|marks (?:and|&) spencers?|five guys|5 guys|pizza (?:express|hut)|papa john'?s|olive garden(?! breadsticks?)|chick-?fil-?a(?! sauce)|in[ -]n[ -]out|shake shack|taco bell|burger king|tim hortons|krispy kreme|jack in the box|panda express|texas roadhouse|cracker barrel|the cheesecake factory|cheesecake factory|red lobster|old el paso|lloyd grossman|uncle ben'?s|aunt bessie'?s|birds eye|blue dragon|mr kipling|pip (?:&|and) nut|dunkin'? donuts|whole foods|trader joe'?s|la famiglia rana|covent garden|new covent garden|yeo valley|the collective|little chef|toby carvery|hungry horse|bella italia|las iguanas|wahaca|yo! ?sushi|yo sushi|franco manca|gourmet burger kitchen|cafe rouge|harry ramsden'?s|gail'?s|greggs'?|gregg'?s|itsu|leon(?=\s)|pret(?: a manger)?|nando'?s|wagamama'?s?|tgi ?fridays?|auntie anne'?s|waffle house|dairy queen|dq|baskin robbins|denny'?s|buffalo wild wings|bww|raising cane'?s|cane'?s|zaxby'?s|steak (?:'?n'?|and) shake|jersey mike'?s|jimmy john'?s|firehouse(?: subs)?|quizno'?s|pf chang'?s|white castle|potbelly'?s?|wawa|sheetz|7[- ]eleven|little caesar'?s|del taco|carl'?s jr|hardee'?s|el pollo loco|sweetgreen|swiss chalet|harvey'?s|chopstix|german doner kebab|gdk|slim chickens|taco john'?s|bob evans|red robin|wiltshire farm foods|john west|paxo|princes(?= \p{L})|rachel'?s(?= (?:yog|organic))|bachelors|gu(?= (?:pudding|mousse))|chicago town|rana|oscar mayer|market pantry|presidents? choice|president's choice|pita pit|dutch bros|st\.? hubert|farm boy|gut (?:&|und|and) gunstig|fleury michon|central lechera(?: asturiana)?|el ?pozo|brewers fayre|frankie (?:&|and) benny'?s|eddie rocket'?s|good (?:&|and) gather|simple truth|otis spunkmeyer|co-op(?= (?:meal|\p{L}))|mash direct|quorn foods)(?!\p{L})/gu;
