import { addDays, type Category, type Diary, type Observation } from '@zonula/diary';
import { type Person, pillars, type Triage } from '@zonula/safety';
import { z } from 'zod';
import type { NutrientsAtRisk } from '../nutrients/nutrients-at-risk.ts';

const fixed = [
  'acne',
  'eczema',
  'rosacea',
  'psoriasis',
  'coeliac-disease',
  'ibs',
  'ibd',
  'under-18',
  '60-or-over',
  'female',
  'pregnant',
  'maybe-pregnant',
  'breastfeeding',
  'eating-disorder',
  'low-weight',
  'food-allergy',
  'diabetes-medicine',
  'coeliac-not-tested',
  'coeliac-positive',
  'vegan',
  'vegetarian',
  'low-budget',
  'isotretinoin',
  'light-sensitive-medicine',
  'pregnancy-risk-medicine',
  'weak-defence-medicine',
  'acne-care-running',
  'clock:see-someone',
  'clock:review',
  'red-flag',
  'urgent',
  'questions',
  'foods-hidden',
  'oral-aloe',
  'short-sleep',
  'sleeps-enough',
  'high-stress',
  'logs-stress',
  'logs-cycle',
  'gut-symptoms',
  'diary-incomplete',
  'little-fibre',
  'nutrient-low',
  'nutrient-sources',
  'may-test',
  'may-test-other',
  'suspect-gluten',
] as const;
const asked = [
  'ageBand',
  'pregnancy',
  'eatingDisorder',
  'weight',
  'foodAllergies',
  'diabetesMedicine',
] as const;
const names = [
  ...fixed,
  ...pillars.map((pillar) => `goal:${pillar}` as const),
  ...asked.map((field) => `not-asked:${field}` as const),
] as const;

/** Something that holds for a person. What is not known holds nothing, and says so by `not-asked:`. */
export const factSchema = z.enum(names);
export type Fact = z.infer<typeof factSchema>;
export type Facts = ReadonlySet<Fact>;

const recentDays = 28;
const leastDays = 5;

const isotretinoin = /\b(?:iso-?tretinoin|roaccutane|accutane|absorica|claravis)\b/iu;
const retinoid =
  /\b(?:retinoids?|tretinoin|adapalene|tazarotene|trifarotene|differin|epiduo|acitretin|alitretinoin)\b/iu;
const tetracycline =
  /\b(?:tetracyclines?|doxycycline|lymecycline|minocycline|oxytetracycline|sarecycline)\b/iu;
const weakDefence =
  /\b(?:methotrexate|ciclosporin|cyclosporine?|azathioprine|prednisolone|prednisone|mycophenolate|chemotherapy|tacrolimus (?:tablets?|capsules?)|\w+mab|\w+citinib)\b/iu;

/** How much of each of these is true must not depend on our clock: `today` is handed in. */
const recent = (
  diary: Pick<Diary, 'observations'> | null,
  today: string,
  days: number,
  categories: readonly Category[],
): readonly Observation[] =>
  (diary?.observations ?? []).filter(
    ({ date, category }) =>
      date > addDays(today, -days) && date <= today && categories.includes(category),
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const daysOf = (observations: readonly Observation[]): number =>
  new Set(observations.map(({ date }) => date)).size;

const sleepFacts = (diary: Person['diary'], today: string, teenager: boolean): readonly Fact[] => {
  const hours = recent(diary, today, recentDays, ['sleep'])
    .filter(
      ({ name, unit, value }) =>
        value !== null &&
        value > 0 &&
        value < 24 &&
        (unit === 'h' || /hours|duration|asleep/iu.test(name)),
    )
    .map(({ value }) => value!);
  if (hours.length < leastDays) return [];
  return mean(hours) < (teenager ? 8 : 7) ? ['short-sleep'] : ['sleeps-enough'];
};

/** Above this share of its scale, stress is high. Our own judgement. */
const highStress = 0.6;
const stressFacts = (diary: Person['diary'], today: string): readonly Fact[] => {
  const scores = recent(diary, today, recentDays, ['stress']).filter(({ value }) => value !== null);
  if (daysOf(scores) < leastDays) return [];
  const shares = scores.map(({ name, value }) => {
    const scale = diary!.scales.get(`stress/${name.trim().toLowerCase()}`);
    const [min, max] = scale ? [scale.min, scale.max] : [0, 10];
    return (value! - min) / (max - min);
  });
  return [
    ...(mean(shares) >= highStress ? (['high-stress'] as const) : []),
    ...(daysOf(scores) >= 10 ? (['logs-stress'] as const) : []),
  ];
};

/** On a third of the days or more. Our own judgement. */
const gutFacts = (diary: Person['diary'], today: string): readonly Fact[] => {
  const scores = recent(diary, today, recentDays, ['gut']).filter(
    ({ name, value }) => value !== null && !/stool|bristol|form|count|movement/iu.test(name),
  );
  const days = daysOf(scores);
  if (days < leastDays) return [];
  return daysOf(scores.filter(({ value }) => value! > 0)) * 3 >= days ? ['gut-symptoms'] : [];
};

const profileFacts = ({ profile }: Person): readonly Fact[] => {
  const { conditions, ageBand, sex, pregnancy, preferences } = profile;
  const some = (holds: boolean, fact: Fact): readonly Fact[] => (holds ? [fact] : []);
  return [
    ...(conditions ?? []),
    ...some(ageBand === 'under-18', 'under-18'),
    ...some(ageBand === '60-or-over', '60-or-over'),
    ...some(sex === 'female', 'female'),
    ...some(pregnancy === 'pregnant', 'pregnant'),
    ...some(pregnancy === 'unsure', 'maybe-pregnant'),
    ...some(pregnancy === 'breastfeeding', 'breastfeeding'),
    ...some(
      profile.eatingDisorder === 'past' || profile.eatingDisorder === 'present',
      'eating-disorder',
    ),
    ...some(profile.weight === 'low', 'low-weight'),
    ...some((profile.foodAllergies?.length ?? 0) > 0, 'food-allergy'),
    ...some(profile.diabetesMedicine === 'yes', 'diabetes-medicine'),
    ...some(
      profile.coeliacTest !== 'negative' && profile.coeliacTest !== 'positive',
      'coeliac-not-tested',
    ),
    ...some(profile.coeliacTest === 'positive', 'coeliac-positive'),
    ...some(preferences?.eats === 'vegan', 'vegan'),
    ...some(preferences?.eats === 'vegetarian', 'vegetarian'),
    ...some(preferences?.budget === 'low', 'low-budget'),
    ...(preferences?.goals ?? []).map((goal) => `goal:${goal}` as const),
    ...asked.flatMap((field) => (profile[field] === null ? [`not-asked:${field}` as const] : [])),
  ];
};

const medicineFacts = ({ profile, diary, today }: Person): readonly Fact[] => {
  const taken = [
    ...(profile.medicines ?? []),
    ...recent(diary, today, 56, ['medication', 'skincare'])
      .filter(({ value }) => value !== 0)
      .map(({ name }) => name),
  ];
  const takes = (pattern: RegExp): boolean => taken.some((name) => pattern.test(name));
  const strong = takes(isotretinoin) || takes(retinoid) || takes(tetracycline);
  return [
    ...(takes(isotretinoin) ? (['isotretinoin'] as const) : []),
    ...(strong ? (['light-sensitive-medicine', 'pregnancy-risk-medicine'] as const) : []),
    ...(takes(weakDefence) ? (['weak-defence-medicine'] as const) : []),
  ];
};

const urgent = new Set(['emergency-now', 'same-day']);

const triageFacts = ({ profile }: Person, triage: Triage): readonly Fact[] => {
  const rings = (name: string): boolean =>
    triage.clocks.some((clock) => clock.name === name && clock.state === 'now');
  const doctor = rings('see-someone') || rings('review');
  return [
    ...(triage.redFlags.length > 0 ? (['red-flag'] as const) : []),
    ...(triage.questions.length > 0 ? (['questions'] as const) : []),
    ...(triage.redFlags.some(({ urgency }) => urgent.has(urgency)) ||
    triage.questions.some(
      ({ urgency, because }) => urgent.has(urgency) && because.some(({ code }) => code === 'entry'),
    )
      ? (['urgent'] as const)
      : []),
    ...(triage.hidden.foods ? (['foods-hidden'] as const) : []),
    ...(triage.notices.some(({ id }) => id === 'oral-aloe') ? (['oral-aloe'] as const) : []),
    ...(rings('see-someone') ? (['clock:see-someone'] as const) : []),
    ...(rings('review') ? (['clock:review'] as const) : []),
    ...(triage.clocks.length > 0 && !doctor && profile.acneCare?.change !== 'worse'
      ? (['acne-care-running'] as const)
      : []),
  ];
};

const nutrientFacts = ({ status, nutrients, own, common }: NutrientsAtRisk): readonly Fact[] => {
  if (status === 'hidden') return [];
  if (status === 'cannot-tell') return ['diary-incomplete'];
  const fibre = nutrients.find(({ nutrient }) => nutrient === 'fibre_g');
  return [
    ...(nutrients.some(({ standing }) => standing === 'low') ? (['nutrient-low'] as const) : []),
    ...(own.length + common.length > 0 ? (['nutrient-sources'] as const) : []),
    ...(fibre?.intake && fibre.adequate && fibre.intake.high < fibre.adequate.low
      ? (['little-fibre'] as const)
      : []),
  ];
};

/** All that holds for a person, from answers, diary, triage and nutrients. What suspects add is added by the plan. */
export const factsOf = (person: Person, triage: Triage, nutrients: NutrientsAtRisk): Facts => {
  const { profile, diary, today } = person;
  return new Set([
    ...profileFacts(person),
    ...medicineFacts(person),
    ...triageFacts(person, triage),
    ...nutrientFacts(nutrients),
    ...sleepFacts(diary, today, profile.ageBand === 'under-18'),
    ...stressFacts(diary, today),
    ...gutFacts(diary, today),
    ...(recent(diary, today, 60, ['cycle']).length > 0 ? (['logs-cycle'] as const) : []),
  ]);
};
