import { placeFactor } from '@zonula/diary';

const words =
  /\b(?:weigh\w*|bmi|body (?:mass|fat)|calori\w*|kcal|kj|kilojoules?|energy|eat(?:s|ing|en)?|ate|overeat\w*|overate|binge\w*|purg\w*|meals?|breakfast|lunch|dinner|supper|snack\w*|foods?|diet\w*|fast(?:ed|ing)|hung(?:er|ry)|appetite|craving\w*|fullness|satiety|restaurant|homemade|gluten\w*|dairy\w*|sugar\w*|fodmaps?|keto\w*|paleo|vegan\w*|vegetarian\w*|whole ?30|aip|carnivore|histamine|hydration|carbs?|detox\w*|takeaway|takeout|cook\w*|grocer\w*|laxative\w*|poids|manger|peso|comer|calor[ií]as)\b/iu;
/** `\b` knows no umlauts: here a word begins after what is no letter. */
const germanWords =
  /(?<!\p{L})(?:gewicht\p{L}*|gewogen|wiegen|waage|(?:kilo)?kalorien\p{L}*|k[öo]rperfett\p{L}*|energie\p{L}*|abnehmen|abgenommen|\p{L}*essen|gegessen|isst|mahlzeit\p{L}*|\p{L}*fr[üu]hst[üu]ck\p{L}*|abendbrot|imbiss|zwischendurch|lebensmittel\p{L}*|nahrung\p{L}*|ern[äa]hrung\p{L}*|di[äa]t\p{L}*|\p{L}*fasten|gefastet|(?:hei(?:ß|ss))?hunger|hungrig|appetit\p{L}*|ges[äa]ttigt|satt|s[äa]ttigung\p{L}*|kochen|gekocht|einkaufen|lieferdienst|zucker\p{L}*|s[üu](?:ß|ss)\p{L}*|milchfrei|la[ck]tose\p{L}*|weizen\p{L}*|kohlenhydrat\p{L}*|fress\p{L}*|abf[üu]hr\p{L}*|entgift\p{L}*|rohkost|vegetarisch\p{L}*)(?!\p{L})/iu;

/** As the patterns expect it: some devices write ä as a and two dots. */
const spaced = (name: string): string => name.normalize('NFC').replaceAll(/[_-]/gu, ' ');

/** Whether a name speaks of eating, energy or weight. */
export const speaksOfEating = (name: string): boolean =>
  words.test(spaced(name)) || germanWords.test(spaced(name));

const diets =
  /\b(?:intermittent|fast(?:ed|ing)|time restricted|keto\w*|paleo\w*|vegan\w*|vegetarian\w*|pescatarian\w*|carnivore|whole ?30|aip|fodmaps?|detox\w*|cleans(?:e|ing)|diet(?:s|ing)?|low (?:carb|fat|histamine|sugar|calorie|sodium)\w*|purg\w*|laxative\w*)\b/iu;
const germanDiets =
  /(?<!\p{L})(?:\p{L}*fasten(?:tag\p{L}*)?|gefastet|\p{L}*di[äa]t(?:en|tag\p{L}*)?|vegetarisch\p{L}*|ketogen\p{L}*|rohkost\p{L}*|trennkost|saftkur|entgift\p{L}*|entschlack\p{L}*|abf[üu]hr\p{L}*|(?:gluten|weizen|milch|la[ck]tose|zucker|fett|fleisch|histamin|kohlenhydrat)(?:frei|arm)\p{L}*)(?!\p{L})/iu;
const germanWithout =
  /(?<!\p{L})(?:ohne|keine?n?|nichts?|weggelassen|ausgelassen|ausgefallen\p{L}*|verzicht\p{L}*|gestrichen)(?!\p{L})/iu;
const without = /\b(?:no|without|zero|skip\w*|miss(?:ed|ing)?|off|free|cut\w*|quit\w*)\b/iu;
/** Diets that are their own name, so that a vegan burger stays a food. */
const bare =
  /^(?:(?:intermittent )?fasting|(?:keto(?:genic)?|paleo|vegan|vegetarian|carnivore|aip|whole ?30|low (?:carb|fat|fodmap|histamine))(?: (?:day|diet))?|(?:gluten|dairy|sugar) free(?: (?:day|diet))?)$/iu;
const germanBare =
  /^(?:\p{L}*fasten|(?:gluten|milch|la[ck]tose|zucker)frei|\p{L}*di[äa]t|(?:vegan|vegetarisch|ketogen|gluten|milch|la[ck]tose|zucker)(?:frei)?e?r? (?:tag|ern[äa]hrung|di[äa]t)|vegetarisch|ketogen)$/iu;

const isDiet = (name: string): boolean => diets.test(name) || germanDiets.test(name);
const isBareDiet = (name: string): boolean => bare.test(name) || germanBare.test(name);
const isWithout = (name: string): boolean => without.test(name) || germanWithout.test(name);

/** `habit/no bread` as category and name. */
export const splitExposure = (exposure: string): readonly [category: string, name: string] => {
  const slash = exposure.indexOf('/');
  return [exposure.slice(0, Math.max(0, slash)), exposure.slice(slash + 1)];
};

/**
 * Whether an exposure is a way of eating and not one food: fasting, a diet, a missed meal, "gluten free". Such a thing takes many
 * foods away at once, whatever it is logged as.
 */
export const isWayOfEating = (exposure: string): boolean => {
  const [category, raw] = splitExposure(exposure);
  const name = spaced(raw).trim();
  if (category === 'food' || category === 'ingredient') return isBareDiet(name);
  if (category !== 'habit' && category !== 'supplement') return false;
  return isDiet(name) || (isWithout(name) && speaksOfEating(name));
};

const harmful =
  /\b(?:smok\w*|cigarettes?|vap(?:e|ed|ing)|nicotine|cannabis|weed|marijuana|thc|drugs?|drunk|hangover|binge\w*|overeat\w*|overate|purg\w*|laxative\w*|sun ?burn\w*|sun ?bath\w*|sun ?beds?|tanning|pick\w*|scratch\w*|self harm\w*|all nighter|no sleep)\b/iu;

const germanHarmful =
  /(?<!\p{L})(?:rauch(?:en|er\p{L}*|te)?|geraucht|zigarett\p{L}*|nikotin\p{L}*|gekifft|kiffen|drogen|betrunken|kater|fress(?:attacken?|anf[äa]lle?|anfall)|[üu]berfressen|abf[üu]hr\p{L}*|sonnenbr[äa]nd\p{L}*|sonnenbrand|sonnenbad\p{L}*|solarium|(?:auf|zer)?kratzen|(?:auf|zer)?gekratzt|knibbeln|geknibbelt|ausdr[üu]cken|ausgedr[üu]ckt|selbstverletz\p{L}*|durchgemacht|kein schlaf)(?!\p{L})/iu;

/** Whether days with it would do harm by themselves, so that nobody may be asked to have some. */
export const isHarmful = (exposure: string): boolean => {
  const [category, name] = splitExposure(exposure);
  return category === 'habit' && (harmful.test(spaced(name)) || germanHarmful.test(spaced(name)));
};

/** Whether a habit that our own table does not know says that something is left out: "no bread". */
export const leavesSomethingOut = (habit: string): boolean => {
  const { category, known } = placeFactor(habit);
  return !(known && category === 'habit') && isWithout(spaced(habit));
};
