import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageBands,
  coeliacTests,
  conditions,
  eatingDisorders,
  pregnancies,
  weights,
  yesOrNo,
} from './answers.ts';
import { type Profile, unaskedProfile } from './profile.ts';
import { redFlagIds } from './red-flag-ids.ts';
import { triage } from './triage.ts';
import { triageSchema } from './triage-schema.ts';

const today = '2026-03-31';
const asked = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);

const profiles = fc
  .record({
    country: asked(['GB', 'US', 'FR', 'JP']),
    ageBand: asked(ageBands),
    pregnancy: asked(pregnancies),
    eatingDisorder: asked(eatingDisorders),
    weight: asked(weights),
    foodAllergies: asked([[], ['kiwi']]),
    diabetesMedicine: asked(yesOrNo),
    coeliacTest: asked(coeliacTests),
    conditions: fc.option(fc.subarray([...conditions])),
    medicines: asked([[], ['isotretinoin']]),
    acneCare: asked([{ kind: 'shop', startedOn: '2026-01-01', change: null }]),
    redFlags: fc.option(
      fc.record({
        askedOn: fc.constant('2026-03-20'),
        answers: fc.dictionary(fc.constantFrom(...redFlagIds), fc.constantFrom(...yesOrNo)),
      }),
    ),
  })
  .map((answers) => ({ ...unaskedProfile, ...answers }) as Profile);

const diary = {
  observations: Array.from({ length: 20 }, (_, k) => ({
    date: `2026-03-${k + 12}`,
    category: 'skin' as const,
    name: 'itch',
    value: k < 19 ? 1 : 10,
    note: 'lips swelled, ibuprofen',
  })),
  scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
};

describe('the schema of the triage document', () => {
  it('holds for every person, with and without a diary', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(null, diary), (profile, written) => {
        const document = triage({ profile, diary: written, today }, '1');
        expect(triageSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  const good = triage({ profile: unaskedProfile, diary, today }, '1');
  it.each([
    ['a field that is none', { mood: 'good' }],
    ['an urgency without a flag', { urgency: 'same-day' }],
    ['leave where the first gate is shut', { allowed: true }],
    ['a gate that is open and blocked', { gates: [{ ...good.gates[0]!, allowed: true }] }],
    ['a code without its reason', { gates: [{ ...good.gates[0]!, reasons: [] }] }],
    ['a question nobody knows', { questions: [{ ...good.questions[0]!, id: 'horoscope' }] }],
  ])('refuses %s', (_, change) => {
    expect(triageSchema.safeParse(good).success).toBe(true);
    expect(triageSchema.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
