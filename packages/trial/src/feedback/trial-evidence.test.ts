import type { Observation } from '@zonula/diary';
import { toTimeline } from '@zonula/timeline';
import { expect, it } from 'vitest';
import { readEvidence, type TrialEvidence, trialOdds, withoutTrialDays } from './trial-evidence.ts';

const evidence: TrialEvidence = {
  exposure: 'food/milk',
  outcome: 'skin/itch',
  from: '2026-01-05',
  to: '2026-01-08',
  hash: 'a'.repeat(64),
  odds: 20,
};
const { odds, ...rest } = evidence;
const document = { ...rest, allowed: true, verdict: 'worsens', belief: { before: 0.5, odds } };

it('is read from the result of a trial', () => {
  expect(readEvidence(JSON.stringify(document), 'r.json')).toEqual(evidence);
});

it.each([
  ['{', 'expected JSON'],
  ['{}', 'exposure'],
  [JSON.stringify({ ...document, belief: null }), 'belief'],
  [JSON.stringify({ ...document, belief: { odds: -1 } }), 'belief.odds'],
  [JSON.stringify({ ...document, from: '2026-02-30' }), 'from'],
])('refuses %s', (text, field) => {
  expect(() => readEvidence(text, 'r.json')).toThrow(`r.json: ${field}`);
});

it('takes the scores of the trial out, and nothing else', () => {
  const observations = Array.from({ length: 12 }, (_, k): Observation[] => {
    const date = `2026-01-${String(k + 1).padStart(2, '0')}`;
    return [
      { date, category: 'skin', name: 'itch', value: k % 4 },
      { date, category: 'gut', name: 'gas', value: k % 3 },
      { date, category: 'food', name: 'milk', value: k % 2 },
    ];
  }).flat();
  const timeline = toTimeline({ observations, scales: new Map(), warnings: [] });
  const left = withoutTrialDays(timeline, [evidence]);
  const days = (id: string, of: typeof timeline) => of.outcomes.find((one) => one.id === id)!.days;
  expect(days('skin/itch', left)).toBe(8);
  expect(days('gut/gas', left)).toBe(12);
  expect(
    [...left.outcomes.find(({ id }) => id === 'skin/itch')!.values.keys()].filter((day) =>
      Number.isNaN(left.outcomes.find(({ id }) => id === 'skin/itch')!.values[day]!),
    ),
  ).toEqual([4, 5, 6, 7]);
  expect(left.exposures.map(({ dose }) => dose)).toEqual(
    timeline.exposures.map(({ dose }) => dose),
  );
  expect(withoutTrialDays(timeline, [])).toBe(timeline);
});

it('multiplies the odds of several trials of one thing', () => {
  const of = trialOdds(
    [evidence, { ...evidence, odds: 0.5 }, { ...evidence, outcome: 'gut/gas' }],
    'skin/itch',
  );
  expect(of('food/milk')).toBe(10);
  expect(of('food/egg')).toBe(1);
});
