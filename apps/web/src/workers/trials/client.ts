import { createAsked } from '../ask.ts';
import type { TrialsProgress, TrialsQuestions } from './questions.ts';
import workerUrl from './trials.worker.ts?worker&url';

export const createTrials = () => createAsked<TrialsQuestions, TrialsProgress>(workerUrl);
