import { UnusableInput } from '@zonula/diary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unaskedProfile } from './profile.ts';
import { readProfile } from './read-profile.ts';

const options = { file: 'me.json', today: '2026-03-31' };
const read = (value: unknown) => readProfile(JSON.stringify(value), options);

describe('reading a profile', () => {
  it('keeps what was not asked unknown', () => {
    expect(read({})).toEqual(unaskedProfile);
    for (const [field, value] of Object.entries(read({})))
      expect(value, field).toEqual(field === 'clinicianAgreements' ? [] : null);
    expect(read({ ageBand: null, foodAllergies: null, redFlags: null })).toEqual(unaskedProfile);
    expect(read({ foodAllergies: [] }).foodAllergies).toEqual([]);
  });

  it('reads a full one, also with a byte order mark', () => {
    const full = {
      country: 'GB',
      ageBand: '18-59',
      sex: 'female',
      pregnancy: 'no',
      eatingDisorder: 'never',
      weight: 'not-low',
      foodAllergies: ['peanut'],
      diabetesMedicine: 'no',
      coeliacTest: 'negative',
      conditions: ['acne', 'ibs'],
      medicines: ['ibuprofen'],
      clinicianAgreements: [{ food: 'milk', agreedOn: '2026-03-01' }],
      acneCare: { kind: 'shop', startedOn: '2026-02-01', change: 'same' },
      preferences: { eats: 'vegan', budget: 'low', goals: ['sleep'] },
      redFlags: { askedOn: '2026-03-31', answers: { anaphylaxis: 'no' } },
    };
    expect(readProfile(`\uFEFF${JSON.stringify(full)}`, options)).toEqual(full);
  });

  it.each([
    [{ ageBand: 17 }, 'ageBand: expected under-18, 18-59 or 60-or-over, found 17'],
    [{ ageBand: 'old' }, 'ageBand: expected under-18, 18-59 or 60-or-over, found "old"'],
    [
      { country: 'Germany' },
      'country: expected two capital letters such as GB, US or DE, found "Germany"',
    ],
    [{ eatingDisorder: false }, 'eatingDisorder: expected never, past or present, found false'],
    [
      { foodAllergies: 'none' },
      'foodAllergies: expected a list of names, [] for none, found "none"',
    ],
    [{ foodAllergies: ['egg', 3] }, 'foodAllergies[2]: expected a name, found 3'],
    [{ foodAllergies: [''] }, 'foodAllergies[1]: expected a name, found ""'],
    [
      { conditions: ['acne', 'boredom'] },
      'conditions[2]: expected acne, eczema, rosacea, psoriasis, coeliac-disease, ibs or ibd, found "boredom"',
    ],
    [
      { clinicianAgreements: [{ food: 'milk' }] },
      'clinicianAgreements[1].agreedOn: expected a day such as 2026-03-01, found nothing',
    ],
    [
      { acneCare: { kind: 'shop', startedOn: '2026-02-30' } },
      'acneCare.startedOn: expected a day such as 2026-03-01, found "2026-02-30"',
    ],
    [
      { acneCare: { kind: 'shop', startedOn: '2026-04-01' } },
      'acneCare.startedOn: expected a day that has come, at the latest 2026-03-31',
    ],
    [
      { redFlags: { askedOn: '2027-01-01', answers: {} } },
      'redFlags.askedOn: expected a day that has come',
    ],
    [
      { redFlags: { answers: {} } },
      'redFlags.askedOn: expected a day such as 2026-03-01, found nothing',
    ],
    [
      { redFlags: { askedOn: '2026-01-01', answers: { anaphylaxis: true } } },
      'redFlags.answers.anaphylaxis: expected yes or no, found true',
    ],
    [
      { redFlags: { askedOn: '2026-01-01', answers: { itch: 'no' } } },
      'redFlags.answers.itch: there is no such field',
    ],
    [{ agebnd: '18-59' }, 'agebnd: there is no such field; expected country, ageBand'],
    [[], 'expected a JSON object with country'],
    ['x', 'expected a JSON object with country'],
    [null, 'expected a JSON object with country'],
  ])('%j is refused with the field and what was expected', (value, message) => {
    expect(() => read(value)).toThrow(UnusableInput);
    expect(() => read(value)).toThrow(`me.json: ${message}`);
  });

  it('refuses what is no JSON, and names that are no fields of ours', () => {
    expect(() => readProfile('{', options)).toThrow('me.json: expected JSON, such as');
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(() => readProfile(`{"${name}": {"ageBand": "18-59"}}`, options)).toThrow(
        'there is no such field',
      );
    expect(() =>
      readProfile('{"redFlags":{"askedOn":"2026-01-01","answers":{"__proto__":"no"}}}', options),
    ).toThrow('there is no such field');
  });

  it('answers any JSON with a profile or with one line', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readProfile(text, options);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableInput);
          expect((error as Error).message).toMatch(/^me\.json: [^\n]+$/u);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
