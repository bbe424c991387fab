import { accuracySchema } from '@zonula/care';
import { composeServing } from '@zonula/foods';
import { answerAll } from '../answer.ts';
import { loadFoods } from '../foods/load-foods.ts';
import { loadText } from '../load-text.ts';
import { discoverIn } from './discover-in.ts';
import type { DiscoverProgress, DiscoverQuestions } from './questions.ts';

const accuracy = async () => {
  const text = await loadText(new URL('../../../../../docs/validation.json', import.meta.url));
  const published = JSON.parse(text);
  return 'nulls' in published ? accuracySchema.parse(published) : null;
};

answerAll<DiscoverQuestions, DiscoverProgress>({
  discover: async (ask, onProgress) => {
    onProgress({ step: 'diary', share: 0 });
    const foods = await loadFoods(ask.corrections);
    const started = performance.now();
    const view = discoverIn(ask, {
      foods,
      compose: composeServing(foods),
      accuracy: await accuracy(),
      onProgress,
    });
    return { ...view, milliseconds: performance.now() - started };
  },
});
