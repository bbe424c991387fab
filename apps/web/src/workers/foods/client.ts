import { createAsked } from '../ask.ts';
import workerUrl from './foods.worker.ts?worker&url';
import type { FoodQuestions } from './questions.ts';

/** Understands what was eaten; one for the whole app, so that its tables are read once. */
export const foodReader = createAsked<FoodQuestions>(workerUrl);
