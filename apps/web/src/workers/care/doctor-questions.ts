import type { Plan } from '@zonula/care';
import type { DoctorQuestion } from './questions.ts';

const helped: ReadonlySet<string> = new Set([
  'food-allergy',
  'diabetes-medicine',
  'pregnant-or-breastfeeding',
  'low-weight',
]);
const mostNames = 3;

/** What a plan cannot answer and somebody who sees the person can. */
export const doctorQuestions = (
  { facts, suspects, nutrients, hidden }: Plan,
  nameOfNutrient: (nutrient: Plan['nutrients']['nutrients'][number]['nutrient']) => string,
): readonly DoctorQuestion[] => {
  const has = (fact: Plan['facts'][number]): boolean => facts.includes(fact);
  const questions: DoctorQuestion[] = [];
  const low = nutrients.nutrients.filter(({ standing }) => standing === 'low');
  const blocked = suspects.filter(({ blockedBy }) => blockedBy.some((code) => helped.has(code)));
  const medicine = suspects.filter(({ blockedBy }) => blockedBy.includes('medicine'));
  if (has('clock:review') || has('clock:see-someone'))
    questions.push({ code: 'acne-review', names: [] });
  if (!hidden.foods && has('coeliac-not-tested') && has('suspect-gluten'))
    questions.push({ code: 'coeliac-test', names: [] });
  if (medicine.length > 0)
    questions.push({ code: 'medicine-suspect', names: medicine.map(({ name }) => name) });
  if (blocked.length > 0)
    questions.push({
      code: 'test-with-help',
      names: blocked.slice(0, mostNames).map(({ name }) => name),
    });
  if (low.length > 0)
    questions.push({
      code: 'nutrients',
      names: low.slice(0, mostNames).map(({ nutrient }) => nameOfNutrient(nutrient)),
    });
  if (has('oral-aloe') && !hidden.foods) questions.push({ code: 'aloe', names: [] });
  if (questions.length === 0) questions.push({ code: 'stubborn', names: [] });
  return questions;
};
