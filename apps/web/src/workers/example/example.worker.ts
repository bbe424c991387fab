import { answerAll } from '../answer.ts';
import { invent } from './invent.ts';
import type { ExampleQuestions } from './questions.ts';

answerAll<ExampleQuestions>({ invent: ({ today, language }) => invent(today, language) });
