/// <reference types="fhir/r4" />
import { UnusableInput } from '@zonula/diary';
import fc from 'fast-check';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { describe, expect, it } from 'vitest';
import poemFile from '../../questionnaires/poem.json' with { type: 'json' };
import { structuralProblems } from '../fhir/fixtures/structural-problems.ts';
import { instrumentOf, scoreAnswers } from '../instruments/score.ts';
import { dailyItems, dailyQuestionnaire } from './daily.ts';
import { questionnaires } from './files.ts';
import { readQuestionnaire } from './questionnaire.ts';
import { type FhirPath, scoreResponse } from './score-response.ts';
import { showQuestionnaire } from './show.ts';

const evaluate: FhirPath = (resource, expression, variables) =>
  fhirpath.evaluate(resource, expression, { ...variables }, r4) as readonly unknown[];
const poem = readQuestionnaire(poemFile, 'poem.json');
const nobody = new Map<string, { id: string; until: string | null }>();
const today = '2026-03-31';

const respond = (answers: readonly (readonly [string, unknown])[]): fhir4.QuestionnaireResponse =>
  ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: answers.map(([linkId, valueInteger]) => ({ linkId, answer: [{ valueInteger }] })),
  }) as fhir4.QuestionnaireResponse;
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the block of rights', () => {
  it('keeps licensed questions from being shown without a licence id', () => {
    for (const one of questionnaires().filter(({ rights }) => rights.status === 'licensed')) {
      expect(refusal(() => showQuestionnaire(one, nobody, today))).toContain('needs a licence id');
      const blank = new Map([[one.id, { id: ' ', until: null }]]);
      expect(refusal(() => showQuestionnaire(one, blank, today))).toContain('needs a licence id');
      const over = new Map([[one.id, { id: 'L-1', until: '2026-03-30' }]]);
      expect(refusal(() => showQuestionnaire(one, over, today))).toContain('ended on 2026-03-30');
      const valid = new Map([[one.id, { id: 'L-1', until: today }]]);
      expect(refusal(() => showQuestionnaire(one, valid, today))).toContain(
        'without its questions',
      );
      expect(one.questions.every(({ text }) => text === null)).toBe(true);
    }
  });

  it('shows the questions of a licence holder', () => {
    const own = {
      ...poemFile,
      item: poemFile.item.map((item) => ({ ...item, text: `question ${item.linkId}` })),
    };
    const shown = showQuestionnaire(
      readQuestionnaire(own, 'own.json'),
      new Map([['poem', { id: 'L-1', until: null }]]),
      today,
    );
    expect(shown.questions.map(({ text }) => text)).toHaveLength(7);
  });

  it('must be there', () => {
    const { extension: _, ...without } = poemFile;
    expect(refusal(() => readQuestionnaire(without, 'x.json'))).toContain('urn:zonula:rights');
    expect(refusal(() => readQuestionnaire({}, 'x.json'))).toContain(
      'x.json: resourceType: expected Questionnaire',
    );
    expect(refusal(() => readQuestionnaire(null, 'x.json'))).toContain(
      'x.json: expected a JSON object',
    );
  });

  it('lets our own daily set be shown to everybody', () => {
    const daily = questionnaires().find(({ id }) => id === 'daily')!;
    const { questions } = showQuestionnaire(daily, nobody, today);
    expect(questions.map(({ text }) => text)).toEqual(dailyItems.map(({ question }) => question));
    expect(new Set(questions.map(({ linkId }) => linkId)).size).toBe(dailyItems.length);
  });
});

describe('scoring by FHIRPath', () => {
  it('sums any answers in range to the total that the calculator takes', () => {
    for (const one of questionnaires().filter(({ total }) => total !== null))
      fc.assert(
        fc.property(
          fc.tuple(...one.questions.map(({ min, max }) => fc.integer({ min, max }))),
          (values) => {
            const total = scoreResponse(
              one,
              respond(values.map((value, k) => [String(k + 1), value])),
              evaluate,
              'r.json',
            );
            expect(total).toBe(values.reduce((sum, value) => sum + value, 0));
            expect(scoreAnswers(one.id, { total }, 'r.json').total).toBe(total);
          },
        ),
        { seed: 1, numRuns: 20 },
      );
  });

  it('reaches the ends of the published range and no further', () => {
    for (const one of questionnaires().filter(({ total }) => total !== null)) {
      const { min, max } = instrumentOf(one.id)!;
      const all = (end: 'min' | 'max') =>
        scoreResponse(
          one,
          respond(one.questions.map((question) => [question.linkId, question[end]])),
          evaluate,
          'r.json',
        );
      expect([all('min'), all('max')]).toEqual([min, max]);
    }
  });

  it('refuses and names the item that is out of range, missing, unknown or given twice', () => {
    const good = poem.questions.map(({ linkId }) => [linkId, 1] as const);
    const line = (answers: readonly (readonly [string, unknown])[]) =>
      refusal(() => scoreResponse(poem, respond(answers), evaluate, 'r.json'));
    expect(line(good)).toBe('accepted');
    expect(line([['1', 5], ...good.slice(1)])).toBe(
      'r.json: item 1: expected a whole number from 0 to 4, found 5',
    );
    expect(line([['1', 0.5], ...good.slice(1)])).toContain('item 1: expected a whole number');
    expect(line(good.slice(0, 6))).toBe(
      'r.json: item 7: expected a whole number from 0 to 4, found nothing',
    );
    expect(line([...good, ['9', 1]])).toContain('item 9: there is no such item');
    expect(line([...good, ['1', 1]])).toContain('item 1: is answered twice');
  });
});

it('fits the structure of FHIR R4', () => {
  // The validator does not hold LOINC, from which questionnaires take their codes.
  const loinc = /ValueSet\/questionnaire-questions" could not be found/u;
  for (const resource of [dailyQuestionnaire(), poemFile as unknown as fhir4.Questionnaire])
    expect(structuralProblems(resource).filter((problem) => !loinc.test(problem))).toEqual([]);
});
