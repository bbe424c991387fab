/** What tells an ingredient list from a meal: each printed entry speaks for a package, for a plate or for neither. */
import { foldLetters } from '../text/normalise.ts';
import { cut, isHeaded } from './list.ts';

const alone = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'u');
const anywhere = (words: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}])(?:${words})(?!\p{L})`, 'u');

/** What a folded entry says, the strongest first. */
const signs: readonly (readonly [RegExp, number])[] = [
  // What a factory adds, and nobody writes into a diary.
  [
    anywhere(
      'emulsifiers?|emulsifying salts?|stabili[sz]ers?|preservatives?|acidity regulators?|firming agents?|antioxidants?|flavou?rings?|natural flavou?rs?|raising agents?|leavening|thickeners?|gelling agents?|anti-?caking agents?|colou?rs?|colou?rings?|lecithins?|modified (?:\\p{L}+ )?(?:starch|flour)|maltodextrin|dextrose|glucose(?:[ -]fructose)? syrup|(?:high fructose )?corn syrup|cocoa (?:mass|butter|solids)|e-?\\d{3}[a-z]?|(?:citric|ascorbic|lactic|malic|phosphoric) acid|(?:live|lactic|starter|cheese) cultures?|(?:bacterial )?cultures|rennet|malted (?:barley|wheat)|barley malt|malt extract|hops|milk ?(?:powder|solids|protein)|whey (?:powder|protein concentrate)|niacin|thiamine?|riboflavin|folic acid|(?:calcium|potassium|sodium|magnesium) \\p{L}+ates?|(?:calcium|magnesium) chloride|enriched flour|isolates?|in varying proportions|per 100 ?g|emulgator\\p{L}*|stabilisator\\p{L}*|verdickungsmittel|geliermittel|konservierungsstoff\\p{L}*|antioxidationsmittel|saureregulator\\p{L}*|aromen|naturliches aroma|arome|emulsifiants?|conservateurs?|epaississants?|amidon (?:modifie|transforme)|ferments lactiques|poudre a lever|emulgente|conservador|antioxidante|almidon modificado|\\p{L}+extrakt|\\p{L}*vollmilchpulver|magermilchpulver|molkenpulver|modifizierte starke|sauerungsmittel|aroma|\\p{L}+konzentrat|entrahmter milch|geschmacksverstarker|backtriebmittel|emulgentes|gasificantes?|estabilizantes?|conservadores|aromas?|acidifiants?|gelifiants?|colorants?|aroma natural|jarabe de glucosa|sirop de glucose|glukosesirup|suero de leche|lait ecreme en poudre|\\p{L}*sauerteig',
    ),
    2,
  ],
  [
    alone(
      '(?:\\p{L}+ ){0,2}flours?(?: \\p{L}+)?|(?:\\p{L}+ ){0,2}starch|\\p{L}*(?:weizen|roggen|dinkel|reis|mais|vollkorn)\\p{L}*mehl|\\p{L}*starke|farine d.*|harina d.*|amidon.*|almidon.*|durum .*|\\p{L}*weizen\\p{L}*griess',
    ),
    2,
  ],
  [
    anywhere(
      '^(?:sunflower|rapeseed|canola|palm)$|(?:sunflower|vegetable|palm|rapeseed|canola|cottonseed|soya?|soybean|corn) (?:oils?|fat)|sonnenblumenol|rapsol|palmol|palmfett|pflanzenol|huile de (?:tournesol|colza|palme)|aceite de (?:girasol|palma|colza)|pasteuri[sz]ed .*|distilled vinegar|spirit vinegar|(?:onion|garlic|tomato|milk|cocoa) powder|from concentrate|vanilla (?:extract|bean)|\\p{L}+ extracts?',
    ),
    1.5,
  ],
  [
    alone(
      'soy ?beans|soya beans|wheat|barley|(?:sea |table |rock )?salt|speisesalz|salz|meersalz|sel|sal|(?:brewers )?yeasts?|hefe|levure|levadura|spices?|gewurze|epices|especias|eigelb|egg yolks?|jaunes? d.oeufs?|yeast extract|lime juice|white pepper',
    ),
    1,
  ],
  [
    alone(
      'water|wasser|eau|agua|carbonated water|sugar|(?:brown|cane|icing) sugar|zucker|sucre|azucar|olive oil|huile d.olive|aceite de oliva|olivenol|(?:\\p{L}+ )?vinegar|(?:\\p{L}+ )?puree|garlic|knoblauch|ail|ajo|poivre|pepper',
    ),
    0.5,
  ],
];
/** Words of meals, of amounts and of kitchens: no entry of a list. */
const plate =
  /\b(?:with|toast|sandwich|wrap|coffee|latte|cappuccino|pint|lunch|dinner|breakfast|supper|snack|bowl|plate|cups?|mug|glass|slices?|handful|tbsp|tsp|tablespoons?|teaspoons?|leftover|homemade|grilled|fried|baked|boiled|steamed|poached|mit|avec|con|salad|soup|stew|pasta|curry|my|had|ate|bar|tin|tablets?)\b|^\d+ \p{L}|^\d+ ?(?:g|ml|oz|x)\b|\bx ?\d|\d ?(?:g|ml|oz)$/u;
const mostFat =
  /\b(?:milk|yogh?urt|skyr|quark|cheese|cream|chocolate|choc|cocoa|cacao|beer|lager|ale|wine|fat|juice|mince|beef|turkey|strength|charge|milch|joghurt|sahne|schokolade|lait|chocolat|leche|dark|greek)\b/u;

/** Allergens printed in capitals within a list in small letters. */
const capitals =
  /(?<![\p{L}])(?:WHEAT|MILK|SOYA?|EGGS?|PEANUTS?|FISH|CRUSTACEANS|MOLLUSCS|SESAME|MUSTARD|CELERY|LUPIN|SULPHITES?|SULPHUR DIOXIDE|METABISULPHITE|BARLEY|RYE|OATS?|GLUTEN|ALMONDS?|HAZELNUTS?|CASHEWS?|WALNUTS?|PISTACHIOS?|PECANS?|TREE NUTS|NUTS|WEIZEN|GERSTE|ROGGEN|HAFER|MILCH|SOJA|EI|SENF|SELLERIE|ERDN[UÜ]SSE|HASELN[UÜ]SSE|MANDELN|KREBSTIERE|FISCH|SESAM|BLE|BLÉ|LAIT|OEUFS?|ŒUFS?|SOJA|MOUTARDE|TRIGO|LECHE|HUEVO|SÉSAME|SÉSAMO)(?![\p{L}])/gu;
/** "(milk)" behind the name of what holds it, or one in bold. */
const told =
  /\((?:from |contains |enth[aä]lt )?(?:milk|wheat|soya?|eggs?|fish|crustaceans?|molluscs?|sesame|mustard|celery|peanuts?|(?:tree )?nuts?|sulphites?|gluten|milch|weizen|soja|fisch|eier?|lait|bl[eé]|poisson|[oœ]e?ufs?|leche|trigo|pescado|huevos?|sulfit(?:e[sn]?|os)|moutarde|mostaza|senf|sellerie)\)|\*\*\p{L}+\*\*|<(?:b|strong)>/giu;
const warned =
  /\b(?:may (?:also )?contain|(?:contains?|allergens?|enth[aä]lt|contient|contiene) ?:|kann spuren|spuren von|peut contenir|puede contener|allergy advice|alc\.? ?\d)/iu;
const contentsFirst = /^\s*(?:contains?|enth[aä]lt|contient|contiene)\s*:/iu;
/** "... salt. CONTAINS: MILK" */
const contentsLast =
  /[.,;)]\s*(?:allergens?:|contains:?)\s+(?:wheat|milk|soya?|eggs?|peanuts?|tree nuts?|fish|shellfish|sesame|gluten|nuts|sulphites?)\b/iu;
/** "Mayonnaise: oil, egg", and no meal before the colon. */
const heading = /^\s*[\p{L}][\p{L}' -]{1,50}?(?::| - )\s*(?=[^:\n]*,[^:\n]*,)/u;
const mealHeading =
  /^\s*(?:breakfast|brunch|lunch|dinner|tea|supper|snacks?|tapas|today|dessert|starter|main|fruhstuck|mittag\p{L}*|abend\p{L}*|petit dejeuner|dejeuner|cena|desayuno|comida)\b/u;

/** Enough of both: of all there is, and of what an entry tells. */
const enough = 3;
const enoughOfEach = 0.4;
const leastEntries = 3;
const pointsOfPercent = { plain: 2.5, fat: 0.25 };

/** A share in brackets, which nobody types, is marked. */
const bracketed = /\((?:min\.? ?)?(\d{1,3}(?:[.,]\d+)?) ?%\)/gu;
const percentage = /(=?)(?<![\d.,])\d{1,3}(?:[.,]\d+)? ?%/u;

const pointsOf = (entry: string): number => {
  const share = percentage.exec(entry);
  const bare = entry
    .replace(percentage, ' ')
    .replace(/[^\p{L}\p{N}'\- ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const said = signs.find(([sign]) => sign.test(bare))?.[1] ?? 0;
  if (share === null || entry.startsWith(share[0])) return said;
  const points = mostFat.test(bare) ? pointsOfPercent.fat : pointsOfPercent.plain;
  return said + points + (share[1] === '' || points === pointsOfPercent.plain ? 0 : 1);
};

/** In a text that is all in capitals they mark nothing. */
const isShouted = (text: string): boolean =>
  (text.match(/\p{Ll}/gu)?.length ?? 0) < (text.match(/\p{Lu}/gu)?.length ?? 0) / 2;

/** Whether the text is an ingredient list and no meal. */
export const isLabelText = (text: string): boolean => {
  const head = text.slice(0, 2000);
  if (isHeaded(head) || contentsFirst.test(head)) return true;
  const folded = foldLetters(head);
  if (mealHeading.test(folded)) return false;
  const body = folded.replace(heading, ' ');
  // What stands in brackets is an entry as well.
  const entries = cut(body.replace(bracketed, ' =$1% ').replace(/[()[\]{}:]/gu, ', ')).map(
    (entry) => entry.trim(),
  );
  if (entries.length < leastEntries) return false;
  const plates = entries.filter((entry) => plate.test(entry)).length;
  const points =
    entries.reduce((sum, entry) => sum + pointsOf(entry), 0) +
    (isShouted(head) ? 0 : 1.5 * (head.match(capitals)?.length ?? 0)) +
    2 * (head.match(told)?.length ?? 0) +
    (warned.test(head) ? 1 : 0) +
    (body === folded ? 0 : 0.5) +
    (contentsLast.test(head) ? enough : 0) -
    2 * plates;
  return points >= enough && points >= enoughOfEach * entries.length;
};
