/** What a diary says beside the foods: when, where and for which meal they were eaten. */
import { brands, empty, praise } from './vocabulary.ts';
import { isFiller, wordsOf } from './words.ts';

const meals = new Set(
  (
    'breakfast brunch lunch dinner tea supper snack snacks elevenses pudding dessert afters starter starters main ' +
    'mains side sides drink drinks meal deal order ordered delivery takeaway takeout take away out box food treat ' +
    'second first third morning midmorning mid afternoon evening night midnight bedtime am pm pre post workout ' +
    'coop meal deal pack up packup ru vesper brotzeit jause znuni zvieri prep whole30 keto aperitif aperitivo apero toddler me him her us hubby braai barbie cookout fika monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun weekend ' +
    'indian chinese thai italian japanese mexican turkish greek korean vietnamese lebanese polish caribbean ' +
    'moroccan american french spanish chippy deli bakery canteen buffet tapas mezze dim sum night film movie garden beer date girls game match day out bbq barbecue picnic feast party thanksgiving christmas easter plate ' +
    'fruhstuck mittagessen mittag abendessen abendbrot abend zwischenmahlzeit kaffeezeit ' +
    'petit dejeuner dejeuner diner gouter desayuno almuerzo cena merienda comida entrante postre'
  ).split(' '),
);

const isIdle = (word: string): boolean =>
  meals.has(word) ||
  brands.has(word) ||
  praise.has(word) ||
  empty.has(word) ||
  isFiller(word) ||
  /^\d+$/u.test(word);

const time =
  /(?<![\d/.,])\d{1,2}(?::\d{2}(?:\s?(?:am|pm|uhr|h))?|h\d{0,2}|\s?(?:am|pm|uhr)|[.]\d{2}\s?(?:am|pm|uhr))(?![\d\p{L}])\s*[-:]?/gu;

const heading = /^([^:\n]{2,50}?)\s*(?::|\s-)\s+(?=\S)/u;

const place =
  /(?<!\b(?:made|free|juice|far|away) )(?:\b(?:from|at|via|chez|vom|beim)|@)\s+(?:(?:the|a|an|my|our|some|le|la|dem|der)\s+)?((?:(?!(?:with|and|w|no|without|on|in|plus|then|mit|for|but|et|y|con|avec|ohne)\b)\p{L}[\p{L}'-]*)(?: (?!(?:with|and|w|no|without|on|in|plus|then|mit|for|but|et|y|con|avec|ohne|a|an)\b)\p{L}[\p{L}'-]*){0,3})/gu;

/** Where it was bought, though the word looks like a food. */
const sellers: ReadonlySet<string> = new Set(
  'chippy chippie chipper shop place van truck bakers butchers bakery deli takeaway takeout'.split(
    ' ',
  ),
);

/** "300 mg before bed", "soup for lunch". */
const tail =
  /\s+(?:(?:before|after|at|with|for|during|in the|on the) (?:my |the )?(?:bed|bedtime|breakfast|lunch|dinner|tea|tea ?time|supper|brunch|gym|workout|training|run|work|school|night|morning|afternoon|evening|way home|way to work|train|bus|road|go|weekend|kids?)|(?:on|along) (?:the |my )?way(?: (?:home|back|in|there|to (?:work|school|uni|town)))?|in (?:the|a|my) (?:cafe|pub|car|office|canteen|park|cinema|restaurant|bath|garden|staffroom|van|hotel|airport|break)|off the (?:ward|trolley|bbq|barbecue)|nach dem (?:essen|sport|training)|vor dem (?:schlafen|sport|training)|beim (?:sport|training|fernsehen)|im (?:buro|auto|zug|bus|kino)|in der (?:kantine|mensa|pause|schule|arbeit|bahn)|auf der (?:arbeit|party)|unterwegs|ce (?:midi|soir|matin)|au (?:boulot|bureau|travail|restaurant|resto|restau)|a la (?:cantine|maison|gare|plage)|en (?:casa|la oficina|el trabajo|el bar)|esta (?:manana|noche|tarde)|last night|this morning|today|yesterday|tonight|heute|gestern|hier soir|zum (?:fruhstuck|mittag|abendessen)|au (?:petit[- ]dejeuner|dejeuner|diner)|para (?:cenar|comer|desayunar|merendar|almorzar)|(?:antes|despues) de (?:correr|entrenar|dormir|comer|cenar|trabajar|nadar|clase|la clase|la cena|la comida))(?=\s*(?:$|[,;.)+&]|and\b|then\b|with\b))/gu;

const told = (text: string): boolean => /\p{L}{2}/u.test(text);

/**
 * Folded text without the time of day, headings such as "lunch:" or "chinese takeaway -", and where it was bought:
 * "latte from the station". `isFood` keeps what names a food: "flour from chickpeas".
 */
export const withoutOccasion = (text: string, isFood: (phrase: string) => boolean): string => {
  const lines = text.split('\n').map((line) => {
    const timed = line.replace(time, ' ').trim();
    const untimed = told(timed) ? timed : line;
    const match = heading.exec(untimed);
    const bare =
      match !== null && wordsOf(match[1]!).every(isIdle) ? untimed.slice(match[0].length) : untimed;
    const elsewhere = bare.replace(place, (all, where: string) => {
      const words = wordsOf(where);
      return !words.some((word) => brands.has(word) || sellers.has(word)) && isFood(where)
        ? all
        : ' ';
    });
    const bought = told(elsewhere) ? elsewhere : bare;
    const whole = bought.replace(tail, ' ');
    return told(whole) ? whole : bought;
  });
  return lines.join('\n');
};
