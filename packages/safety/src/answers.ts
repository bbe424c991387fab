/** What the questions of a profile can be answered with. */
export const ageBands = ['under-18', '18-59', '60-or-over'] as const;
export type AgeBand = (typeof ageBands)[number];
export const pregnancies = ['no', 'unsure', 'pregnant', 'breastfeeding'] as const;
export const eatingDisorders = ['never', 'past', 'present'] as const;
export const weights = ['low', 'not-low'] as const;
export const coeliacTests = ['not-tested', 'waiting', 'negative', 'positive'] as const;
export const sexes = ['female', 'male'] as const;
export const eatingPatterns = ['everything', 'vegetarian', 'vegan'] as const;
export const budgets = ['low', 'any'] as const;
/** The parts of a plan. */
export const pillars = ['gut', 'stress', 'skin', 'sleep', 'professional'] as const;
export const yesOrNo = ['yes', 'no'] as const;
export const conditions = [
  'acne',
  'eczema',
  'rosacea',
  'psoriasis',
  'coeliac-disease',
  'ibs',
  'ibd',
] as const;
export type Condition = (typeof conditions)[number];

/** What may not come back at home in eczema before a clinician has agreed. */
export const agreedFoods = ['milk', 'egg', 'peanut', 'nuts', 'fish', 'shellfish', 'wheat'] as const;
export type AgreedFood = (typeof agreedFoods)[number];
