import { planCalendar, toCarePlan } from '@zonula/care';
import { answerAll } from '../answer.ts';
import { analyseIn } from './analyse-in.ts';
import { loadFoods } from './load.ts';
import { planViewIn } from './plan-in.ts';
import type { CareProgress, CareQuestions } from './questions.ts';

answerAll<CareQuestions, CareProgress>({
  plan: async (asker, onProgress) => {
    onProgress({ step: 'foods', share: 0.02 });
    const foods = await loadFoods(asker);
    const started = performance.now();
    const analysis = analyseIn(asker, foods, (share) =>
      onProgress({ step: 'model', share: 0.1 + 0.8 * share }),
    );
    onProgress({ step: 'words', share: 0.95 });
    const view = planViewIn(asker, foods, analysis);
    return { ...view, milliseconds: performance.now() - started };
  },
  calendar: ({ plan, id }) =>
    planCalendar(plan, { id, stamp: Date.parse(`${plan.today}T00:00:00Z`) }),
  carePlan: ({ plan, id }) =>
    `${JSON.stringify(toCarePlan(plan, { id, created: `${plan.today}T00:00:00Z` }), null, 2)}\n`,
});
