import {
  type Corrections,
  correct,
  createFoods,
  type Foods,
  type FoodTables,
  noCorrections,
  type ResolvedFood,
  readFoodTables,
} from '@zonula/foods';
import type { FoodResolution } from '@zonula/journal';
import { answerAll } from '../answer.ts';
import { loadText } from '../load-text.ts';
import { otherFoods } from './other-foods.ts';
import type { FoodQuestions } from './questions.ts';

/** From here on nine of ten such answers have all allergens right. */
const sureFrom = 0.8;

const load = async (): Promise<FoodTables> =>
  readFoodTables(
    await loadText(new URL('../../../../../packages/foods/assets/foods.json', import.meta.url)),
  );

let tables: Promise<FoodTables> | null = null;
let foods: Foods | null = null;
let corrections: Corrections = noCorrections;
let language: 'en-GB' | 'en-US' | 'de' = 'en-GB';

const loaded = (): Promise<FoodTables> =>
  (tables ??= load().catch((error: unknown) => {
    tables = null;
    throw error;
  }));
const ready = async (): Promise<Foods> =>
  (foods ??= createFoods(await loaded(), { corrections, language }));

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
      items: items.map((item) => ({
        resolution: resolutionOf(item),
        sure: item.confidence >= sureFrom,
      })),
      unknown,
      notes,
    };
  },
  others: async (typed) => otherFoods(await loaded(), typed),
  corrections: (list) => {
    corrections = list.reduce(
      (known, { phrase, code }) => correct(known, phrase, code),
      noCorrections,
    );
    foods = null;
    return null;
  },
  language: (wanted) => {
    language = wanted === 'de' || wanted === 'en-US' ? wanted : 'en-GB';
    foods = null;
    return null;
  },
});
