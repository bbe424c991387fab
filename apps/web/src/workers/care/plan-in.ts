import { makePlan, nameOfNutrient, nutrientLines, type Plan, type Wording } from '@zonula/care';
import { createEvidence, type Evidence } from '@zonula/evidence';
import type { Foods } from '@zonula/foods';
import { quoted } from '../../engine-words/claims.ts';
import { version } from '../../version.ts';
import { digestOf } from '../digest.ts';
import { everyClassOf } from '../discover/classes-held.ts';
import { seed } from '../found.ts';
import type { Analysis } from './analyse-in.ts';
import { doctorQuestions } from './doctor-questions.ts';
import type { Asker, Ground, PlanView } from './questions.ts';

const groundsOf = (
  { actions, options, neverSuggested }: Plan,
  evidence: Evidence,
  { say, language }: Wording,
): readonly Ground[] => {
  const ids = [...actions, ...options, ...neverSuggested].flatMap(({ evidence: on }) =>
    on.map(({ id }) => id),
  );
  return [...new Set(ids)].flatMap((id) => {
    const claim = evidence.claim(id);
    if (claim === null) return [];
    const { verdict, certainty, summary } = claim;
    return [
      {
        id,
        claim: quoted(say(claim.claim), language),
        verdict,
        certainty,
        summary: say(summary),
      },
    ];
  });
};

/** The plan as `zonula plan` makes it. */
export const planIn = (
  { diary, profile, today }: Asker,
  foods: Foods,
  analysis: Analysis | null,
  wording: Wording,
): { readonly plan: Plan; readonly evidence: Evidence } => {
  const evidence = createEvidence();
  const plan = makePlan(
    { profile, diary: diary.observations.length === 0 ? null : diary, today },
    {
      version,
      seed,
      evidence,
      read: foods.read,
      classesOf: (exposure) => everyClassOf(foods, exposure),
      without: [],
      wording,
      suspects: analysis?.found.suspects.suspects ?? [],
    },
  );
  return { plan, evidence };
};

/** The plan with what it rests on, in words. */
export const planViewIn = (
  asker: Asker,
  foods: Foods,
  analysis: Analysis | null,
  wording: Wording,
): Omit<PlanView, 'milliseconds' | 'found'> => {
  const { plan, evidence } = planIn(asker, foods, analysis, wording);
  return {
    plan,
    id: digestOf([asker.profile, plan.actions]).slice(0, 32),
    grounds: groundsOf(plan, evidence, wording),
    nutrients: nutrientLines(plan.nutrients, wording),
    questions: doctorQuestions(plan, (nutrient) => wording.say(nameOfNutrient(nutrient))),
  };
};
