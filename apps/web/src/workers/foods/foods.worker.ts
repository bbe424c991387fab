import {
  type Corrections,
  createFoods,
  type Foods,
  noCorrections,
  type ResolvedFood,
} from '@zonula/foods';
import type { FoodResolution } from '@zonula/journal';
import { answerAll } from '../answer.ts';
import { correctionsOf, loadTables } from './load-foods.ts';
import { otherFoods } from './other-foods.ts';
import type { FoodQuestions } from './questions.ts';

let foods: Foods | null = null;
let corrections: Corrections = noCorrections;
let language: 'en-GB' | 'en-US' | 'de' = 'en-GB';

const ready = async (): Promise<Foods> =>
  (foods ??= createFoods(await loadTables(), { corrections, language }));

const resolutionOf = (item: ResolvedFood): FoodResolution => ({
  words: item.phrase.slice(0, 500),
  food: item.food.slice(0, 500),
  code: item.code,
  with: [...item.with],
  confidence: item.confidence,
  confirmed: item.how === 'correction',
  grams: item.grams,
  classes: [...item.classes].map(([key, { grams, probability }]) => ({
    class: key,
    grams,
    probability,
  })),
  preparations: [...item.preparations],
  without: [...item.without],
  dataVersion: item.dataVersion,
});

answerAll<FoodQuestions>({
  read: async (typed) => {
    const { items, unknown, notes } = (await ready()).read(typed);
    return {
      items: items.map((item) => ({ resolution: resolutionOf(item) })),
      unknown,
      notes,
    };
  },
  others: async (typed) => otherFoods(await loadTables(), typed),
  corrections: (list) => {
    corrections = correctionsOf(list);
    foods = null;
    return null;
  },
  language: (wanted) => {
    language = wanted === 'de' || wanted === 'en-US' ? wanted : 'en-GB';
    foods = null;
    return null;
  },
});
