import { createAsked } from '../ask.ts';
import workerUrl from './evidence.worker.ts?worker&url';
import type { EvidenceQuestions } from './questions.ts';

export const evidenceReader = createAsked<EvidenceQuestions>(workerUrl);
