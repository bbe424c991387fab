import { placeFactor } from '@zonula/diary';

const words =
  /\b(?:weigh\w*|bmi|body (?:mass|fat)|calori\w*|kcal|kj|kilojoules?|energy|eat(?:s|ing|en)?|ate|overeat\w*|overate|binge\w*|purg\w*|meals?|breakfast|lunch|dinner|supper|snack\w*|foods?|diet\w*|fast(?:ed|ing)|hung(?:er|ry)|appetite|craving\w*|fullness|satiety|restaurant|homemade|gluten\w*|dairy\w*|sugar\w*|fodmaps?|keto\w*|paleo|vegan\w*|vegetarian\w*|whole ?30|aip|carnivore|histamine|hydration|carbs?|detox\w*|takeaway|takeout|cook\w*|grocer\w*|laxative\w*|gewicht\w*|kalorien|abnehmen|essen|poids|manger|peso|comer|calor[ií]as)\b/iu;

const spaced = (name: string): string => name.replaceAll(/[_-]/gu, ' ');

/** Whether a name speaks of eating, energy or weight. */
export const speaksOfEating = (name: string): boolean => words.test(spaced(name));

const diets =
  /\b(?:intermittent|fast(?:ed|ing)|time restricted|keto\w*|paleo\w*|vegan\w*|vegetarian\w*|pescatarian\w*|carnivore|whole ?30|aip|fodmaps?|detox\w*|cleans(?:e|ing)|diet(?:s|ing)?|low (?:carb|fat|histamine|sugar|calorie|sodium)\w*|purg\w*|laxative\w*)\b/iu;
const without = /\b(?:no|without|zero|skip\w*|miss(?:ed|ing)?|off|free|cut\w*|quit\w*)\b/iu;
/** Diets that are their own name, so that a vegan burger stays a food. */
const bare =
  /^(?:(?:intermittent )?fasting|(?:keto(?:genic)?|paleo|vegan|vegetarian|carnivore|aip|whole ?30|low (?:carb|fat|fodmap|histamine))(?: (?:day|diet))?|(?:gluten|dairy|sugar) free(?: (?:day|diet))?)$/iu;

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
  if (category === 'food' || category === 'ingredient') return bare.test(name);
  if (category !== 'habit' && category !== 'supplement') return false;
  return diets.test(name) || (without.test(name) && words.test(name));
};

const harmful =
  /\b(?:smok\w*|cigarettes?|vap(?:e|ed|ing)|nicotine|cannabis|weed|marijuana|thc|drugs?|drunk|hangover|binge\w*|overeat\w*|overate|purg\w*|laxative\w*|sun ?burn\w*|sun ?bath\w*|sun ?beds?|tanning|pick\w*|scratch\w*|self harm\w*|all nighter|no sleep)\b/iu;

/** Whether days with it would do harm by themselves, so that nobody may be asked to have some. */
export const isHarmful = (exposure: string): boolean => {
  const [category, name] = splitExposure(exposure);
  return category === 'habit' && harmful.test(spaced(name));
};

/** Whether a habit that our own table does not know says that something is left out: "no bread". */
export const leavesSomethingOut = (habit: string): boolean => {
  const { category, known } = placeFactor(habit);
  return !(known && category === 'habit') && without.test(spaced(habit));
};
