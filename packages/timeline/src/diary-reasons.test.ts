import { describe, expect, it } from 'vitest';
import { noise, sketchDiary } from './diary-sketch.ts';
import { diaryReasons, toTimeline } from './index.ts';

type Rows = Parameters<typeof sketchDiary>[0]['rows'];

const itch = (day: number): number => Math.floor(noise(day, 99) * 5);
/** With food written down every day, so that a day without is known. */
const bread = () => 1;
const sometimes = (stream: number) => (day: number) => (noise(day, stream) < 0.3 ? 1 : null);

const reasonsOf = (days: number, rows: Rows, outcome: string | null = null) =>
  diaryReasons(
    toTimeline(sketchDiary({ days, rows }), outcome === null ? {} : { outcome }),
    outcome,
  );
const codesOf = (days: number, rows: Rows) => reasonsOf(days, rows).map((reason) => reason.code);

describe('diaryReasons', () => {
  it('has nothing to say about a diary that can be analysed', () => {
    expect(
      reasonsOf(60, { 'skin/itch': itch, 'food/milk': sometimes(1), 'food/egg': sometimes(2) }),
    ).toEqual([]);
  });

  it('empty-diary', () => {
    expect(codesOf(0, {})).toEqual(['empty-diary']);
    expect(codesOf(10, { 'weather/temperature': (day) => day })).toEqual(['empty-diary']);
  });

  it('five days: too-few-days, with how many more', () => {
    const reasons = reasonsOf(5, {
      'skin/itch': itch,
      'food/milk': () => 1,
      'food/egg': sometimes(1),
    });
    expect(reasons).toEqual([
      {
        code: 'too-few-days',
        text: 'You have 5 days with an itch score. At least 28 are needed: 23 more.',
      },
    ]);
  });

  it('counts days with the score, not days of the diary', () => {
    expect(
      codesOf(300, {
        'skin/itch': (day) => (day % 20 === 0 ? itch(day) : null),
        'food/milk': sometimes(1),
        'food/bread': bread,
      }),
    ).toEqual(['too-few-days']);
    expect(
      codesOf(28, { 'skin/itch': itch, 'food/milk': sometimes(1), 'food/bread': bread }),
    ).toEqual([]);
    expect(
      codesOf(27, { 'skin/itch': itch, 'food/milk': sometimes(1), 'food/bread': bread }),
    ).toEqual(['too-few-days']);
  });

  it('one level for 581 days: constant-outcome', () => {
    const reasons = reasonsOf(581, {
      'skin/severity': () => 4,
      'food/milk': sometimes(1),
      'food/bread': bread,
    });
    expect(reasons).toEqual([
      {
        code: 'constant-outcome',
        text: 'Your severity score is 4 on all 581 days. A score that never changes cannot be explained.',
      },
    ]);
  });

  it('hardly any change is no change', () => {
    const level = (changes: number) => (day: number) =>
      day % 100 === 7 && day < changes * 100 ? 3 : 4;
    expect(
      codesOf(581, { 'skin/severity': level(4), 'food/milk': sometimes(1), 'food/bread': bread }),
    ).toEqual(['constant-outcome']);
    expect(
      codesOf(581, { 'skin/severity': level(5), 'food/milk': sometimes(1), 'food/bread': bread }),
    ).toEqual([]);
  });

  it('no score: no-outcome, with what there is instead', () => {
    const reasons = reasonsOf(60, {
      'gut/bloating': itch,
      'food/milk': sometimes(1),
      'food/bread': bread,
    });
    expect(reasons).toEqual([
      { code: 'no-outcome', text: 'Your diary has no skin score. It has gut/bloating.' },
    ]);
    expect(codesOf(60, { 'food/milk': sometimes(1), 'food/bread': bread })).toEqual(['no-outcome']);
  });

  it('a score that was asked for and is not there: no-outcome', () => {
    const reasons = reasonsOf(60, { 'skin/itch': itch, 'food/milk': sometimes(1) }, 'skin/redness');
    expect(reasons[0]).toEqual({
      code: 'no-outcome',
      text: 'Your diary has no score called skin/redness. It has skin/itch.',
    });
  });

  it('no-exposures', () => {
    expect(codesOf(60, { 'skin/itch': itch, 'sleep/hours': () => 7 })).toEqual(['no-exposures']);
  });

  it('a constant food: exposures-never-vary', () => {
    expect(codesOf(60, { 'skin/itch': itch, 'food/milk': () => 1 })).toEqual([
      'exposures-never-vary',
    ]);
  });

  it('one food on the days it was eaten only: exposures-never-vary, with a way out', () => {
    const reasons = reasonsOf(60, { 'skin/itch': itch, 'food/milk': sometimes(1) });
    expect(reasons.map((reason) => reason.code)).toEqual(['exposures-never-vary']);
    expect(reasons[0]!.text).toContain('Mark a day as complete');
  });

  it('an arm of zeros: exposures-never-vary', () => {
    expect(codesOf(60, { 'skin/itch': itch, 'medication/a': () => 0 })).toEqual([
      'exposures-never-vary',
    ]);
  });

  it('duplicate foods: exposures-identical', () => {
    const reasons = reasonsOf(60, {
      'skin/itch': itch,
      'food/milk': sometimes(1),
      'food/cereal': sometimes(1),
      'day/complete': () => 1,
    });
    expect(reasons).toEqual([
      {
        code: 'exposures-identical',
        text: 'You wrote down cereal and milk on exactly the same days. They cannot be told apart.',
      },
    ]);
  });

  it('exposures-mostly-unknown', () => {
    expect(codesOf(60, { 'skin/itch': itch, 'food/milk': (day) => (day < 3 ? 1 : null) })).toEqual([
      'exposures-mostly-unknown',
    ]);
  });

  it('different reasons for different things: no-identifiable-exposure', () => {
    expect(
      codesOf(60, {
        'skin/itch': itch,
        'food/milk': () => 1,
        'food/egg': (day) => (day === 3 ? 1 : null),
      }),
    ).toEqual(['no-identifiable-exposure']);
  });

  it('10,000 distinct one-off foods: all-one-off-foods, in no time', () => {
    const diary = sketchDiary({ days: 400, rows: { 'skin/itch': itch } });
    const foods = Array.from({ length: 10_000 }, (_, k) => ({
      ...diary.observations[k % 400]!,
      category: 'food' as const,
      name: `dish number ${k}`,
      value: 1,
    }));
    const start = performance.now();
    const timeline = toTimeline({ ...diary, observations: [...diary.observations, ...foods] });
    const reasons = diaryReasons(timeline, null);
    // Takes 0.2 s; the bound is for slow and busy machines.
    expect(performance.now() - start).toBeLessThan(6000);
    expect(timeline.exposures).toHaveLength(10_000);
    expect(reasons.map((reason) => reason.code)).toEqual(['all-one-off-foods']);
  });

  it('speaks plainly', () => {
    const texts = [
      ...reasonsOf(5, { 'skin/itch': itch }),
      ...reasonsOf(60, { 'skin/itch': () => 4, 'food/milk': () => 1 }),
    ].map((reason) => reason.text);
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z].*\.$/u);
      expect(text).not.toMatch(/heal|treat|diagnos|avoid|eliminat|covariate|exposure|NaN/iu);
    }
  });
});
