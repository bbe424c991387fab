import type { Observation } from '@zonula/diary';
import { unaskedProfile } from '@zonula/safety';
import { describe, expect, test } from 'vitest';
import { adviceFor, answered, raisedIn } from './raised.ts';

const today = '2026-03-10';
const asked = {
  ...unaskedProfile,
  country: 'GB',
  redFlags: { askedOn: '2026-03-01', answers: { anaphylaxis: 'no', 'bowel-alarm': 'no' } },
} as const;
const diary = (...observations: readonly Partial<Observation>[]) => ({
  observations: observations.map((one) => ({
    date: '2026-03-09',
    category: 'note' as const,
    name: 'note',
    value: null,
    ...one,
  })),
  scales: new Map(),
});

describe('questions that the diary raises', () => {
  test('come from a note, and what cannot wait is said at once', () => {
    const raised = raisedIn(asked, diary({ note: 'my lips were swollen after lunch' }), today);
    expect(raised.map(({ id }) => id)).toEqual(['anaphylaxis']);
    expect(raised[0]!.now).toContain('999');
  });

  test('come from what is tapped, and not from its "no"', () => {
    const blood = (value: number) => diary({ category: 'gut', name: 'blood in stool', value });
    expect(raisedIn(asked, blood(1), today).map(({ id }) => id)).toContain('bowel-alarm');
    expect(raisedIn(asked, blood(0), today)).toEqual([]);
  });

  test('are none where nothing raises one, though much was never asked', () => {
    expect(raisedIn(unaskedProfile, diary({ note: 'a quiet day' }), today)).toEqual([]);
  });

  test('are kept with their answers, and the others stay', () => {
    const raised = raisedIn(asked, diary({ note: 'blood in my stool' }), today);
    const marked = new Set(['bowel-alarm']);
    const after = answered(asked, raised, marked, today);
    expect(after.redFlags).toEqual({
      askedOn: today,
      answers: { anaphylaxis: 'no', 'bowel-alarm': 'yes' },
    });
    expect(adviceFor(after, marked, today)).toHaveLength(1);
    expect(adviceFor(after, new Set(), today)).toEqual([]);
  });
});
