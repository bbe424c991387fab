import { allergenKeys, type ClassKey, type FoodReading, type ResolvedFood } from '@zonula/foods';
import type { Profile } from '@zonula/safety';

type Constraints = Pick<
  Profile,
  'foodAllergies' | 'preferences' | 'conditions' | 'coeliacTest' | 'pregnancy'
>;
type Read = (name: string) => Pick<FoodReading, 'items' | 'unknown'>;

/** Words that name several groups, or that a food of the same name does not tell. */
const groups: readonly (readonly [RegExp, readonly ClassKey[]])[] = [
  [/\bnuts?\b/iu, ['tree-nut', 'peanut']],
  [/\b(?:milk|dairy|lactose|whey|casein)\b/iu, ['dairy']],
  [/\b(?:gluten|coeliac|celiac)\b/iu, ['gluten', 'wheat']],
  [/\b(?:shellfish|seafood|crustaceans?|molluscs?|prawns?|shrimps?)\b/iu, ['shellfish', 'fish']],
  [/\beggs?\b/iu, ['egg']],
  [/\bsoya?\b/iu, ['soy']],
];
const animal: readonly ClassKey[] = [
  'fish',
  'shellfish',
  'red-meat',
  'processed-meat',
  'collagen',
  'bone-broth',
];
const meat =
  /\b(?:chicken|turkey|duck|goose|poultry|beef|pork|lamb|veal|venison|rabbit|meat|bacon|ham|sausage|gelatin\w*|lard|suet)\b/iu;
const honey = /\bhoney\b/iu;
/** Upper level of vitamin A in pregnancy, µg a day (same reference intakes); a portion of liver holds more. */
const mostVitaminA = 3000;

/** What a person can be offered. It narrows suggestions down; it is never an allergy check. */
export interface Acceptance {
  /** Whether a food that was understood fits; what may hold a thing counts as holding it. */
  readonly fits: (
    food: Pick<ResolvedFood, 'classes' | 'ingredients' | 'food' | 'nutrients' | 'preparations'>,
  ) => boolean;
  /** Whether words name something that does not fit. */
  readonly names: (text: string) => boolean;
  /** Classes that are kept out. */
  readonly without: ReadonlySet<ClassKey>;
  /** Allergies were asked; until then foods are offered only from the person's own. */
  readonly asked: boolean;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** From the answers of a profile; `also` are classes that are left out at present. */
export const acceptanceOf = (
  { foodAllergies, preferences, conditions, coeliacTest, pregnancy }: Constraints,
  read: Read,
  also: readonly ClassKey[] = [],
): Acceptance => {
  const without = new Set<ClassKey>(also);
  const words: RegExp[] = [];
  for (const allergy of foodAllergies ?? []) {
    for (const [pattern, keys] of groups)
      if (pattern.test(allergy)) for (const key of keys) without.add(key);
    for (const { classes } of read(allergy).items)
      for (const key of classes.keys()) if (allergenKeys.has(key)) without.add(key);
    const stem = allergy
      .trim()
      .toLowerCase()
      .replace(/(?:es|s)$/u, '');
    if (stem.length > 2) words.push(new RegExp(`\\b${escaped(stem)}`, 'iu'));
  }
  const eats = preferences?.eats ?? null;
  if (eats === 'vegan' || eats === 'vegetarian') for (const key of animal) without.add(key);
  if (eats === 'vegan') for (const key of ['dairy', 'egg'] as const) without.add(key);
  if (conditions?.includes('coeliac-disease') || coeliacTest === 'positive')
    for (const key of ['gluten', 'wheat'] as const) without.add(key);
  if (eats === 'vegan' || eats === 'vegetarian') words.push(meat);
  if (eats === 'vegan') words.push(honey);
  const carrying = pregnancy !== 'no' && pregnancy !== 'breastfeeding';
  return {
    without,
    asked: foodAllergies !== null,
    names: (text) => words.some((word) => word.test(text)),
    fits: ({ classes, ingredients, food, nutrients, preparations }) => {
      if ([...without].some((key) => classes.has(key))) return false;
      const names = [food, ...ingredients.map(({ name }) => name)];
      if (words.some((word) => names.some((name) => word.test(name)))) return false;
      if (classes.has('alcohol') || classes.has('aloe')) return false;
      if (!carrying) return true;
      const raw =
        preparations.includes('raw') &&
        ['fish', 'shellfish', 'egg', 'dairy', 'red-meat'].some((key) =>
          classes.has(key as ClassKey),
        );
      return !raw && (nutrients?.get('vitamin_a_ug') ?? 0) < mostVitaminA;
    },
  };
};
