import { createAsked } from '../ask.ts';
import workerUrl from './discover.worker.ts?worker&url';
import type { DiscoverProgress, DiscoverQuestions } from './questions.ts';

export const createDiscoverer = () => createAsked<DiscoverQuestions, DiscoverProgress>(workerUrl);
