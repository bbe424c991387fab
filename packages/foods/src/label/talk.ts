/** What is printed beside a list and is no ingredient: how to cook and keep it, what is praised, where the allergens stand. */
import { foldLetters } from '../text/normalise.ts';

const starts = [
  // English
  'cook|bake|heat|reheat|microwave(?= ?(?:\\d|for|on|until|from|in|$))|preheat|pre heat|grill|boil|simmer|fry|defrost|thaw|stir|shake|serve|serving|enjoy|add|pour|remove|pierce|store|keep|refrigerate|freeze|consume|eat within|use by|use within|once opened|after opening|do not|not suitable for children|best before|best served|best enjoyed|produced in|product of|made in|made to an?|packed in|packaged in|imported|distributed|manufactured for|for best|for full|this product|please|warning|caution|recycle|recyclable|drained weight|net weight|net wt|nutrition|calories|energy|protein per|high in|low in|source of|rich in|good source|allergen(?:s| information)?$|in bold|ingredients in bold|see (?:back|side|lid|pack)',
  // German
  'vor dem|nach dem|backofen|ofen|mikrowelle|pfanne|im kuhlschrank|kuhl|gekuhlt|trocken|bei max|bei raumtemperatur|mindestens haltbar|zu verbrauchen|haltbar|siehe|lagern|aufbewahren|zubereitung|von natur aus|unter schutzatmosphare|abtropfgewicht|nettofullmenge|fullmenge|nettogewicht|hergestellt in|kann bei|serviervorschlag|ungeoffnet|schutteln',
  // French
  'a conserver|conserver|conservation|a consommer|consommer|rechauffer|a rechauffer|cuire|cuisson|faire|agiter|bien agiter|servir|ouvrir|apres ouverture|poids net|poids egoutte|fabrique en|origine|elabore|conditionne sous|au four|sans conservateurs?|sans colorants?',
  // Spanish
  'conservar|mantener|consumir|consumo|una vez|freir|calentar|hornear|cocinar|agitar|servir|peso neto|peso escurrido|fabricado en|elaborado en|producto de|en el horno|sin conservantes|sin colorantes|envasado en',
].join('|');
const anywhere =
  'home freezing|room temperature|airtight|cool dry place|until piping hot|varying proportions|variable proportions|in addition to cocoa butter|see ingredients|artificial (?:colou?rs|flavou?rs|flavou?rings|preservatives)|per serving|a day|vegans|vegetarians|coeliacs|durcherhitzen|vorheizen|endroit (?:sec|frais)|micro ondes|lugar (?:fresco|seco)|microondas';
const measured = String.raw`\d+ ?(?:mins?|minutes?|minuten|minutos|secs?|seconds?|sekunden|hours?|days?|tagen?|jours|dias)|\d+ ?\u00b0(?: ?[cf])?|\d+ ?(?:c|f) (?:\d|fan|gas)`;

const opening = new RegExp(
  String.raw`^(?:\d+ )?(?:${starts})(?!\p{L})|^(?:${measured})(?!\p{L})`,
  'u',
);
const within = new RegExp(
  String.raw`(?<!\p{L})(?:${anywhere})(?!\p{L})|(?<![\p{L}\d])(?:${measured})(?!\p{L})`,
  'u',
);
/** What names one of these is an ingredient, whatever else it says. */
const allergen =
  /milk|milch|lait|leche|lact|lakt|whey|molke|cheese|kase|fromage|queso|butter|beurre|mantequilla|cream|sahne|rahm|creme|nata|yog|jog|egg|(?<!\p{L})ei(?:er|gelb|weiss)?(?!\p{L})|oeuf|huevo|mayo|wheat|weizen|trigo|(?<!\p{L})ble(?!\p{L})|gluten|barley|gerste|orge|cebada|(?<!\p{L})rye(?!\p{L})|roggen|seigle|centeno|oats?(?!\p{L})|hafer|avoine|avena|flour|mehl|farine|harina|bread|(?<!\p{L})pain(?!\p{L})|(?<!\p{L})pan(?!\p{L})|pasta|soy|soja|(?<!mi)nut|nuss|noix|noisette|almond|mandel|amande|almendra|cashew|pistach|pecan|cacahue|arachide|fish|fisch|poisson|pescado|salmon|saumon|lachs|tuna|thunfisch|thon|atun|anch|sardel|sardin|mackerel|makrel|maquer|cod(?!\p{L})|squid|calamar|oyster|mussel|lobster|langoust|surimi|spelt|dinkel|malt(?!o)|semolina|griess|couscous|bulgur|biscuit|cake|noodle|ghee|paneer|tofu|miso(?!\p{L})|choco|schoko|prawn|shrimp|crab|crust|krebs|mollus|weich|sesam|tahin|mustard|senf|moutarde|mostaza|celer|sellerie|apio|sulphite|sulfit|dioxide|lupin/u;

const folded = (printed: string): string =>
  foldLetters(printed)
    .replace(/[^\p{L}\p{N}\u00b0' ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whether a printed entry speaks of the product and names no ingredient; one with brackets only by how it begins. */
export const isTalk = (printed: string, inBrackets: string): boolean => {
  const said = folded(printed);
  return (
    (opening.test(said) || (inBrackets === '' && within.test(said))) &&
    !allergen.test(`${said} ${folded(inBrackets)}`)
  );
};
