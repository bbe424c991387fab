import { forbiddenWord } from '@zonula/evidence';
import { type Person, redFlags, triage, unaskedProfile } from '@zonula/safety';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOf } from './text.ts';

const today = '2026-03-31';
const ids = redFlags.filter(({ question }) => question !== null).map(({ id }) => id);

const people = fc
  .record({
    country: fc.constantFrom(null, 'GB', 'US', 'FR'),
    ageBand: fc.constantFrom(null, 'under-18', '18-59', '60-or-over'),
    pregnancy: fc.constantFrom(null, 'no', 'unsure', 'pregnant'),
    eatingDisorder: fc.constantFrom(null, 'never', 'past'),
    weight: fc.constantFrom(null, 'low', 'not-low'),
    foodAllergies: fc.constantFrom(null, [], ['kiwi']),
    diabetesMedicine: fc.constantFrom(null, 'yes', 'no'),
    coeliacTest: fc.constantFrom(null, 'not-tested', 'negative', 'positive'),
    conditions: fc.option(fc.subarray(['acne', 'eczema', 'psoriasis'])),
    acneCare: fc.constantFrom(
      null,
      { kind: 'shop', startedOn: '2026-01-01', change: null },
      { kind: 'prescribed', startedOn: '2025-12-01', change: 'same' },
    ),
    redFlags: fc.option(
      fc.record({
        askedOn: fc.constant('2026-03-30'),
        answers: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('yes', 'no')),
      }),
    ),
  })
  .map((answers) => ({ ...unaskedProfile, ...answers }) as Person['profile']);

const score = 'itch\u001b[31m \u202e\n“x”';
const diary: Person['diary'] = {
  observations: Array.from({ length: 20 }, (_, k) => ({
    date: `2026-03-${k + 12}`,
    category: 'skin',
    name: score,
    value: k < 19 ? 1 + (k % 2) : 10,
    note: 'lips swelled, ibuprofen',
  })),
  scales: new Map([[`skin/${score}`, { min: 0, max: 10, inferred: false }]]),
};

it('is fixed words, at most 80 columns wide, and lets no control character through', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(null, diary), (profile, written) => {
      const document = triage({ profile, diary: written, today }, '1');
      const text = textOf(document);
      expect(text).not.toMatch(/undefined|null|\[object|[{}]/u);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
      const flat = text.replace(/\s+/gu, ' ');
      const own = [
        ...document.redFlags.map((flag) => flag.text),
        ...document.questions.flatMap(({ question, ifYes }) => [question, ifYes]),
        ...document.gates.flatMap(({ reasons }) => reasons.map(({ wayOut }) => wayOut)),
      ].reduce((rest, fixed) => rest.replaceAll(fixed.replace(/\s+/gu, ' '), ''), flat);
      expect(forbiddenWord(own)).toBeNull();
      for (const flag of document.redFlags) expect(flat).toContain(flag.text);
      for (const { question } of document.questions) expect(flat).toContain(question);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('does not say that all is well while nobody was asked', () => {
  const nobody = textOf(triage({ profile: unaskedProfile, diary: null, today }, '1'));
  expect(nobody).toMatch(/^We do not know yet whether anything is urgent/u);
  expect(nobody).not.toContain('No red flag is open');
});
