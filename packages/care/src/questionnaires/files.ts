import dlqi from '../../questionnaires/dlqi.json' with { type: 'json' };
import ibsSss from '../../questionnaires/ibs-sss.json' with { type: 'json' };
import poem from '../../questionnaires/poem.json' with { type: 'json' };
import { dailyQuestionnaire } from './daily.ts';
import { type Questionnaire, readQuestionnaire } from './questionnaire.ts';

const files = (): readonly (readonly [string, unknown])[] => [
  ['daily', dailyQuestionnaire()],
  ['poem.json', poem],
  ['dlqi.json', dlqi],
  ['ibs-sss.json', ibsSss],
];

/** The questionnaires that come with Zonula; licensed ones without their questions. */
export const questionnaires = (): readonly Questionnaire[] =>
  files().map(([file, value]) => readQuestionnaire(value, file));
