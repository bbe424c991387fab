import type { Diary } from '@zonula/diary';
import type { Profile } from '@zonula/safety';
import type { FoodsEaten } from './foods-eaten.ts';
import { type ReferenceNutrient, referenceNutrients } from './reference-intakes.ts';

/** Names of what is taken that may hold a nutrient. */
const supplements: readonly (readonly [RegExp, readonly ReferenceNutrient[] | 'all'])[] = [
  [/\bmulti[- ]?(?:vit\w*|mineral\w*)|\bprenatal\b|\bpregnacare\b/iu, 'all'],
  [/\biron\b|\bferr\w+/iu, ['iron_mg']],
  [/\bcalcium\b/iu, ['calcium_mg']],
  [/\bmagnesium\b/iu, ['magnesium_mg']],
  [/\bpotassium\b/iu, ['potassium_mg']],
  [/\bzinc\b/iu, ['zinc_mg']],
  [/\bselenium\b/iu, ['selenium_ug']],
  [/\bvit(?:amin)?\.? ?a\b|\bcod liver\b|\bretinol\b/iu, ['vitamin_a_ug']],
  [/\bvit(?:amin)?\.? ?d\d?\b|\bcod liver\b|\bcholecalciferol\b/iu, ['vitamin_d_ug']],
  [/\bvit(?:amin)?\.? ?c\b|\bascorb\w+/iu, ['vitamin_c_mg']],
  [/\bvit(?:amin)?\.? ?e\b|\btocopherol\b/iu, ['vitamin_e_mg']],
  [/\bb ?-?12\b|\bcobalamin\b/iu, ['vitamin_b12_ug']],
  [/\bb ?-?6\b|\bpyridoxin\w*/iu, ['vitamin_b6_mg']],
  [/\bfol(?:ate|ic)\b|\bb ?-?9\b/iu, ['folate_ug']],
  [/\bniacin\w*|\bnicotinamide\b/iu, ['niacin_mg']],
  [
    /\bb[- ]?complex\b/iu,
    ['vitamin_b12_ug', 'vitamin_b6_mg', 'folate_ug', 'niacin_mg', 'riboflavin_mg', 'thiamin_mg'],
  ],
  [/\bfib(?:re|er)\b|\bpsyllium\b|\bphgg\b|\binulin\b/iu, ['fibre_g']],
  [/\bprotein\b|\bwhey\b|\bcollagen\b/iu, ['protein_g']],
  [/\bflax\w*|\blinseed\b|\bomega\b/iu, ['linolenic_acid_g']],
];

/** Nutrients that something on the list of medicines, or in the diary of these days, may bring; its amount is not known. */
export const supplemented = (
  diary: Pick<Diary, 'observations'>,
  { from, to }: FoodsEaten,
  profile: Profile,
): ReadonlySet<ReferenceNutrient> => {
  const names = [
    ...(profile.medicines ?? []),
    ...diary.observations
      .filter(
        ({ category, date, value }) =>
          (category === 'supplement' || category === 'medication') &&
          value !== 0 &&
          date >= from &&
          date <= to,
      )
      .map(({ name }) => name),
  ];
  return new Set(
    supplements.flatMap(([pattern, keys]) =>
      names.some((name) => pattern.test(name)) ? (keys === 'all' ? referenceNutrients : keys) : [],
    ),
  );
};
