import { planCalendar, reminderCalendar, toCarePlan } from '@zonula/care';
import type { Foods } from '@zonula/foods';
import { wordingIn } from '../../engine-words/wording.ts';
import { answerAll } from '../answer.ts';
import { loadFoodsWithNutrients } from '../foods/load-foods.ts';
import { withDiary } from '../stored-diary.ts';
import { type Analysis, analyseIn } from './analyse-in.ts';
import { planViewIn } from './plan-in.ts';
import type { CareProgress, CareQuestions } from './questions.ts';
import { analysisKey, inPeriod, needsAnalysis, reportIn } from './report-in.ts';

/** A choice on the page changes nothing of what the model found in the same days. */
let analysed: {
  readonly key: string;
  readonly foods: Foods;
  readonly analysis: Analysis | null;
} | null = null;

answerAll<CareQuestions, CareProgress>({
  plan: async (sent, onProgress) => {
    onProgress({ step: 'foods', share: 0.02 });
    const asker = await withDiary(sent);
    const foods = await loadFoodsWithNutrients(asker.corrections);
    const started = performance.now();
    const analysis = analyseIn(asker, foods, (share) =>
      onProgress({ step: 'model', share: 0.1 + 0.8 * share }),
    );
    onProgress({ step: 'words', share: 0.95 });
    const view = planViewIn(asker, foods, analysis, await wordingIn(asker.language));
    return { ...view, found: analysis?.found ?? null, milliseconds: performance.now() - started };
  },
  calendar: async ({ plan, id, language }) =>
    planCalendar(plan, {
      id,
      stamp: Date.parse(`${plan.today}T00:00:00Z`),
      wording: await wordingIn(language),
    }),
  carePlan: async ({ plan, id, language }) => {
    const created = `${plan.today}T00:00:00Z`;
    const carePlan = toCarePlan(plan, { id, created, wording: await wordingIn(language) });
    return `${JSON.stringify(carePlan, null, 2)}\n`;
  },
  reminder: async ({ time, today, language }) =>
    reminderCalendar({
      id: 'zonula-reminder',
      from: today,
      time,
      stamp: Date.parse(`${today}T00:00:00Z`),
      wording: await wordingIn(language),
    }),
  report: async (sent, onProgress) => {
    const ask = await withDiary(sent);
    const wording = await wordingIn(ask.language);
    if (!needsAnalysis(ask)) return reportIn(ask, null, null, wording);
    onProgress({ step: 'foods', share: 0.02 });
    const key = analysisKey(ask);
    if (analysed?.key !== key) {
      const foods = await loadFoodsWithNutrients(ask.corrections);
      const diary = inPeriod(ask.diary, ask.period);
      const analysis = analyseIn({ ...ask, diary }, foods, (share) =>
        onProgress({ step: 'model', share: 0.1 + 0.8 * share }),
      );
      analysed = { key, foods, analysis };
    }
    onProgress({ step: 'words', share: 0.95 });
    return reportIn(ask, analysed.foods, analysed.analysis, wording);
  },
});
