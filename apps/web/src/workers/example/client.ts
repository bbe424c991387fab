import { createAsked } from '../ask.ts';
import workerUrl from './example.worker.ts?worker&url';
import type { ExampleQuestions } from './questions.ts';

export const createExampleMaker = () => createAsked<ExampleQuestions>(workerUrl);
