import type { Foods } from '@zonula/foods';
import { answerAll } from '../answer.ts';
import { loadFoods } from '../foods/load-foods.ts';
import { withDiary } from '../stored-diary.ts';
import { leaveFor, shut } from './leave-in.ts';
import { planIn, type Studied } from './plan-in.ts';
import type { Person, TrialsProgress, TrialsQuestions } from './questions.ts';
import { boxesIn, courseIn, exportIn, happenedIn, openIn, tellIn } from './running-in.ts';
import { thingsIn } from './things-in.ts';

/** Built once for the same corrections: it takes half a second. */
let built: { readonly key: string; readonly foods: Foods } | null = null;
let studied: Studied | null = null;

const foodsFor = async ({ corrections }: Pick<Person, 'corrections'>): Promise<Foods> => {
  const key = JSON.stringify(corrections);
  if (built?.key !== key) built = { key, foods: await loadFoods(corrections) };
  return built.foods;
};

answerAll<TrialsQuestions, TrialsProgress>({
  things: async (person) => thingsIn(await withDiary(person)),
  gate: async (ask) => {
    const whole = await withDiary(ask);
    const decision = leaveFor(whole, await foodsFor(ask));
    return decision.allowed ? { kind: 'open' } : shut(whole, decision.reasons);
  },
  plan: async (ask, onProgress) => {
    onProgress({ step: 'foods', share: 0.02 });
    const answer = planIn(await withDiary(ask), await foodsFor(ask), studied, onProgress);
    studied = answer.studied;
    return answer.proposal;
  },
  today: async (ask) => {
    const { trial, ...open } = openIn(await withDiary(ask), await foodsFor(ask));
    return open;
  },
  course: async (ask) => courseIn(await withDiary(ask), await foodsFor(ask)),
  happened: happenedIn,
  boxes: boxesIn,
  tell: async (ask, onProgress) => {
    onProgress({ step: 'result', share: 0.1 });
    return tellIn(await withDiary(ask), await foodsFor(ask));
  },
  export: async (ask) => exportIn(await withDiary(ask), await foodsFor(ask)),
});
