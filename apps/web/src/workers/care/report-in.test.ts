import { english } from '@zonula/care';
import type { Diary } from '@zonula/diary';
import { unaskedProfile } from '@zonula/safety';
import { describe, expect, test } from 'vitest';
import type { ReportAsk } from './questions.ts';
import { analysisKey, chosenRows, inPeriod, needsAnalysis, reportIn } from './report-in.ts';

const row = (date: string, category: string, name: string, note?: string) =>
  ({ date, category, name, value: 1, ...(note === undefined ? {} : { note }) }) as never;
const diary: Diary = {
  observations: [
    row('2026-02-28', 'skin', 'itch'),
    row('2026-03-01', 'skin', 'itch', 'a secret'),
    row('2026-03-01', 'gut', 'bloating'),
    row('2026-03-02', 'food', 'pizza'),
    row('2026-03-02', 'medication', 'cetirizine'),
    row('2026-03-03', 'skincare', 'lotion'),
    row('2026-03-04', 'note', 'a hard day', 'a hard day'),
  ],
  scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
  warnings: [],
};
const ask: ReportAsk = {
  diary,
  profile: { ...unaskedProfile, ageBand: '18-59', eatingDisorder: 'never' },
  corrections: [],
  today: '2026-03-10',
  language: 'en',
  found: [],
  name: '',
  period: { from: '2026-03-01', to: '2026-03-10' },
  parts: [],
  withoutScores: [],
  withoutSuspects: [],
  questions: [],
  trials: [],
  photos: [],
};
const namesOf = (parts: ReportAsk['parts'], withoutScores: readonly string[] = []) =>
  chosenRows(inPeriod(diary, ask.period), { parts, withoutScores }).observations.map(
    ({ name }) => name,
  );

describe('the table', () => {
  test.each([
    [[], []],
    [['scores'], ['itch', 'bloating']],
    [['foods'], ['pizza']],
    [['medicines'], ['cetirizine']],
    [['life'], ['lotion']],
    [['notes'], ['a hard day']],
  ] as const)('holds of %j only %j', (parts, names) => {
    expect(namesOf(parts)).toEqual(names);
  });

  test('leaves out single scores, days before, and notes that were not chosen', () => {
    expect(namesOf(['scores'], ['gut/bloating'])).toEqual(['itch']);
    const { csv } = reportIn({ ...ask, parts: ['scores'] }, null, null, english);
    expect(csv).toContain('itch');
    expect(csv).not.toMatch(/2026-02-28|secret|pizza/u);
    const { csv: noted } = reportIn({ ...ask, parts: ['scores', 'notes'] }, null, null, english);
    expect(noted).toContain('a secret');
    expect(reportIn({ ...ask, parts: ['who'] }, null, null, english).csv).toBeNull();
  });

  test('holds no food where foods are hidden, whatever was chosen', () => {
    const young = { ...ask, profile: { ...ask.profile, ageBand: 'under-18' as const } };
    const { csv, html, fhir } = reportIn(
      { ...young, parts: ['scores', 'foods', 'notes', 'medicines'] },
      null,
      null,
      english,
    );
    expect(csv).toContain('itch');
    for (const file of [csv, html, fhir]) expect(file).not.toMatch(/pizza|secret|hard day/u);
  });
});

test('a finished trial stands on the page as the journal kept it', () => {
  const result = {
    exposure: 'food/chocolate',
    outcome: 'skin/itch',
    from: '2026-01-01',
    to: '2026-02-01',
    hash: 'abc',
    verdict: 'worsens',
    effect: { mean: 1.2, interval: [0.4, 2], level: 0.95 },
    randomisationP: 0.01,
    belief: null,
  };
  const { html, fhir, trials } = reportIn(
    { ...ask, parts: ['trials'], trials: [result] },
    null,
    null,
    english,
  );
  expect(trials).toBe(1);
  expect(html).toContain('chocolate');
  expect(html).toContain('makes it worse');
  expect(JSON.parse(fhir).entry.length).toBeGreaterThan(2);
});

test('the model is asked anew for another diary of as many rows, and not for another choice', () => {
  const changed = {
    ...diary,
    observations: diary.observations.map((one, k) => (k === 2 ? { ...one, value: 2 } : one)),
  };
  expect(analysisKey({ ...ask, diary: changed })).not.toBe(analysisKey(ask));
  expect(analysisKey({ ...ask, corrections: [{ phrase: 'pizza', code: 1 }] })).not.toBe(
    analysisKey(ask),
  );
  expect(analysisKey({ ...ask, parts: ['scores'], name: 'Robin' })).toBe(analysisKey(ask));
});

test('the model is asked only for what needs it', () => {
  expect(needsAnalysis({ parts: ['scores', 'who', 'foods'] })).toBe(false);
  expect(needsAnalysis({ parts: ['suspects'] })).toBe(true);
  expect(needsAnalysis({ parts: ['plan'] })).toBe(true);
});
