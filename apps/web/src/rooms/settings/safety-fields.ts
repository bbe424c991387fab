import type { Profile } from '@zonula/safety';

/** A question of the profile with its answers, as keys of the catalogue. */
export interface Field {
  readonly id:
    | 'ageBand'
    | 'sex'
    | 'pregnancy'
    | 'eatingDisorder'
    | 'weight'
    | 'foodAllergies'
    | 'diabetesMedicine'
    | 'coeliacTest'
    | 'medicines'
    | 'eats'
    | 'budget';
  /** Null: a list of names. */
  readonly answers: readonly string[] | null;
  /** Whether a gate asks it. */
  readonly gate: boolean;
}

export const fields: readonly Field[] = [
  { id: 'ageBand', answers: ['under-18', '18-59', '60-or-over'], gate: true },
  { id: 'pregnancy', answers: ['no', 'unsure', 'pregnant', 'breastfeeding'], gate: true },
  { id: 'eatingDisorder', answers: ['never', 'past', 'present'], gate: true },
  { id: 'weight', answers: ['not-low', 'low'], gate: true },
  { id: 'foodAllergies', answers: null, gate: true },
  { id: 'diabetesMedicine', answers: ['no', 'yes'], gate: true },
  {
    id: 'coeliacTest',
    answers: ['not-tested', 'waiting', 'negative', 'positive'],
    gate: true,
  },
  { id: 'medicines', answers: null, gate: false },
  { id: 'sex', answers: ['female', 'male'], gate: false },
  { id: 'eats', answers: ['everything', 'vegetarian', 'vegan'], gate: false },
  { id: 'budget', answers: ['any', 'low'], gate: false },
];

const nothing = { eats: null, budget: null, goals: null } as const;

export const answerOf = (profile: Profile, id: Field['id']): string | readonly string[] | null => {
  if (id === 'eats' || id === 'budget') return profile.preferences?.[id] ?? null;
  return profile[id];
};

/** The profile with another answer; null takes an answer back. */
export const withAnswer = (
  profile: Profile,
  { id, answers }: Field,
  answer: string | readonly string[] | null,
): Profile => {
  const known =
    typeof answer === 'string' ? (answers?.find((one) => one === answer) ?? null) : answer;
  if (id === 'eats' || id === 'budget')
    return {
      ...profile,
      preferences: { ...(profile.preferences ?? nothing), [id]: known },
    } as Profile;
  return { ...profile, [id]: known } as Profile;
};

/** Questions of gates without an answer, in their order; weight is not asked where it is hidden. */
export const openFields = (profile: Profile, hidden: { readonly weight: boolean }) =>
  fields.filter(
    ({ id, gate }) => gate && answerOf(profile, id) === null && !(hidden.weight && id === 'weight'),
  );
