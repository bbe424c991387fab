import { createAsked } from '../ask.ts';
import workerUrl from './files.worker.ts?worker&url';
import type { FileQuestions } from './questions.ts';

export const fileReader = createAsked<FileQuestions>(workerUrl);
