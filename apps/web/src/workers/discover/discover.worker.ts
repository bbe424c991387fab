import { accuracySchema } from '@zonula/care';
import { composeServing } from '@zonula/foods';
import { answerAll } from '../answer.ts';
import { wakeChains } from '../chain/start-chains.ts';
import { loadFoods, loadTables } from '../foods/load-foods.ts';
import { loadText } from '../load-text.ts';
import { withDiary } from '../stored-diary.ts';
import { discoverIn } from './discover-in.ts';
import type { DiscoverProgress, DiscoverQuestions } from './questions.ts';

const readAccuracy = async () => {
  const text = await loadText(new URL('../../../../../docs/validation.json', import.meta.url));
  const published = JSON.parse(text);
  return 'nulls' in published ? accuracySchema.parse(published) : null;
};

const load = async () => {
  const [accuracy, chains] = await Promise.all([readAccuracy(), wakeChains(), loadTables()]);
  return { accuracy, chains };
};
let loading: ReturnType<typeof load> | null = null;
const loaded = (): ReturnType<typeof load> =>
  (loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  }));

/** Told in steps that can be seen. */
const inSteps = (tell: (progress: DiscoverProgress) => void) => {
  let last = -1;
  return (progress: DiscoverProgress): void => {
    const step = Math.round(progress.share * 100);
    if (step === last) return;
    last = step;
    tell(progress);
  };
};

answerAll<DiscoverQuestions, DiscoverProgress>({
  prepare: async () => {
    await loaded();
    return null;
  },
  discover: async (ask, onProgress) => {
    onProgress({ step: 'diary', share: 0 });
    const started = performance.now();
    const { accuracy, chains } = await loaded();
    const foods = await loadFoods(ask.corrections);
    const view = await discoverIn(await withDiary(ask), {
      foods,
      compose: composeServing(foods),
      accuracy,
      chains,
      onProgress: inSteps(onProgress),
    });
    return { ...view, milliseconds: performance.now() - started };
  },
});
