import { createAsked } from '../ask.ts';
import workerUrl from './care.worker.ts?worker&url';
import type { CareProgress, CareQuestions } from './questions.ts';

export const createCare = () => createAsked<CareQuestions, CareProgress>(workerUrl);
