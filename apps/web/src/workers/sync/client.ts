import { createAsked } from '../ask.ts';
import type { SyncProgress, SyncQuestions } from './questions.ts';
import workerUrl from './sync.worker.ts?worker&url';

export const syncer = createAsked<SyncQuestions, SyncProgress>(workerUrl);
