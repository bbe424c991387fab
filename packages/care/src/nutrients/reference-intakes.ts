import type { NutrientKey } from '@zonula/foods';
import type { Profile } from '@zonula/safety';
import { z } from 'zod';
import table from './reference-intakes.json' with { type: 'json' };

/** Groups of adults for whom reference intakes differ. Below 18 none is held: nothing is judged there. */
export const lifeStages = [
  'male-19-30',
  'male-31-50',
  'male-51-70',
  'male-over-70',
  'female-19-30',
  'female-31-50',
  'female-51-70',
  'female-over-70',
  'pregnant-19-30',
  'pregnant-31-50',
  'breastfeeding-19-30',
  'breastfeeding-31-50',
] as const;
export type LifeStage = (typeof lifeStages)[number];

/** Nutrients with a reference intake, in the order in which they are told. */
export const referenceNutrients = [
  'protein_g',
  'fibre_g',
  'linolenic_acid_g',
  'calcium_mg',
  'iron_mg',
  'magnesium_mg',
  'potassium_mg',
  'zinc_mg',
  'selenium_ug',
  'vitamin_a_ug',
  'thiamin_mg',
  'riboflavin_mg',
  'niacin_mg',
  'vitamin_b6_mg',
  'folate_ug',
  'vitamin_b12_ug',
  'vitamin_c_mg',
  'vitamin_d_ug',
  'vitamin_e_mg',
] as const satisfies readonly NutrientKey[];
export type ReferenceNutrient = (typeof referenceNutrients)[number];

/** Amounts a day, in the unit that the nutrient's key ends with. */
export interface Reference {
  /** Estimated average requirement: enough for half of the people. */
  readonly average: number | null;
  /** Recommended dietary allowance: enough for 97 to 98 of 100. */
  readonly recommended: number | null;
  /** Adequate intake: what seems enough, where the requirement is not known. */
  readonly adequate: number | null;
}

const row = z.array(z.number().positive()).length(lifeStages.length).readonly();
const rowsSchema = z
  .strictObject({ average: row.optional(), recommended: row.optional(), adequate: row.optional() })
  .refine(
    ({ average, recommended, adequate }) =>
      (recommended === undefined) !== (adequate === undefined) &&
      (average?.every((amount, k) => recommended !== undefined && amount < recommended[k]!) ??
        true),
    { message: 'a recommended or an adequate intake, above the average requirement' },
  );
const tableSchema = z.strictObject({
  source: z.strictObject({
    system: z.string(),
    publisher: z.string(),
    edition: z.string(),
    tables: z.strictObject({
      average: z.string(),
      recommended: z.string(),
      adequate: z.string(),
    }),
    url: z.url(),
  }),
  stages: z.tuple(lifeStages.map((stage) => z.literal(stage)) as [z.ZodLiteral, ...z.ZodLiteral[]]),
  nutrients: z.record(z.enum(referenceNutrients), rowsSchema),
});
const { source, nutrients } = tableSchema.parse(table);

/** Where the values come from: edition and tables. */
export const referenceSource: Readonly<typeof source> = source;

/** What a life stage needs of a nutrient a day; null where the tables hold no such value. */
export const referenceOf = (nutrient: ReferenceNutrient, stage: LifeStage): Reference => {
  const place = lifeStages.indexOf(stage);
  const { average, recommended, adequate } = nutrients[nutrient];
  return {
    average: average?.[place] ?? null,
    recommended: recommended?.[place] ?? null,
    adequate: adequate?.[place] ?? null,
  };
};

const agesOf: Readonly<Record<NonNullable<Profile['ageBand']>, readonly string[]>> = {
  'under-18': [],
  '18-59': ['19-30', '31-50', '51-70'],
  '60-or-over': ['51-70', 'over-70'],
};

/**
 * Every life stage that a person may belong to. What was not asked narrows nothing down; empty below 18. A pregnancy that
 * is only possible counts as both. Age 18 is judged as 19, as the published bands begin there.
 */
export const lifeStagesOf = ({
  ageBand,
  sex,
  pregnancy,
}: Pick<Profile, 'ageBand' | 'sex' | 'pregnancy'>): readonly LifeStage[] => {
  const ages = ageBand === null ? [...new Set(Object.values(agesOf).flat())] : agesOf[ageBand];
  const groups = {
    no: sex === null ? ['male', 'female'] : [sex],
    unsure: ['female', 'pregnant'],
    pregnant: ['pregnant'],
    breastfeeding: ['breastfeeding'],
  }[pregnancy ?? 'no'];
  const possible =
    pregnancy === null && sex !== 'male' ? [...groups, 'pregnant', 'breastfeeding'] : groups;
  return lifeStages.filter((stage) => {
    const [, group, age] = /^([a-z]+)-(.+)$/u.exec(stage)!;
    return possible.includes(group!) && ages.includes(age!);
  });
};
