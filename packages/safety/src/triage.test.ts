import { addDays } from '@zonula/diary';
import { createEvidence } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { allClear, askedProfile, diaryOf, person, today } from './fixtures/people.ts';
import { noticeRules } from './notices.ts';
import { unaskedProfile } from './profile.ts';
import { urgencies } from './red-flag.ts';
import { triage } from './triage.ts';
import { triageSchema } from './triage-schema.ts';

const { claim } = createEvidence();
const of = (...given: Parameters<typeof person>) => triage(person(...given), '1');

describe('triage', () => {
  it('has nothing to say of somebody to whom nothing applies', () => {
    expect(of()).toMatchObject({
      version: '1',
      country: 'UK',
      urgency: null,
      redFlags: [],
      questions: [],
      notAsked: [],
      clocks: [],
      notices: [],
      hidden: { foods: false, energy: false, weight: false, because: [] },
      allowed: true,
      blockedBy: [],
    });
  });

  it('puts the most urgent first, in flags and in questions', () => {
    const answers = {
      ...allClear,
      'severe-acne': 'yes',
      'eczema-herpeticum': 'yes',
      anaphylaxis: 'yes',
    } as const;
    const { urgency, redFlags, allowed } = of({
      conditions: ['acne', 'eczema'],
      redFlags: { askedOn: today, answers },
    });
    expect(redFlags.map(({ id }) => id)).toEqual([
      'anaphylaxis',
      'eczema-herpeticum',
      'severe-acne',
    ]);
    expect([urgency, allowed]).toEqual(['emergency-now', false]);
    const { questions } = triage({ profile: unaskedProfile, diary: null, today }, '1');
    const ranks = questions.map((one) => urgencies.indexOf(one.urgency));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(questions[0]).toMatchObject({
      id: 'anaphylaxis',
      ifYes: expect.stringContaining('Call your local emergency number'),
    });
  });

  it('blocks with not-asked what was not asked, and lists the questions', () => {
    const { blockedBy, notAsked, allowed, gates } = triage(
      { profile: unaskedProfile, diary: null, today },
      '1',
    );
    expect(allowed).toBe(false);
    expect(notAsked.map(({ field }) => field)).toEqual([
      'ageBand',
      'pregnancy',
      'eatingDisorder',
      'weight',
      'foodAllergies',
      'diabetesMedicine',
      'coeliacTest',
      'conditions',
    ]);
    for (const { field } of notAsked)
      expect(gates.flatMap((gate) => gate.blockedBy)).toContain(`not-asked:${field}`);
    for (const code of blockedBy) expect(code).toMatch(/^not-asked:/u);
  });

  it('shows gluten and the seven foods as gates of their own', () => {
    const { gates } = of({ coeliacTest: 'not-tested', conditions: ['eczema'] });
    expect(gates.map(({ action, food, blockedBy }) => [action, food, ...blockedBy])).toEqual([
      ['eliminate', 'any'],
      ['eliminate', 'gluten', 'coeliac-test'],
      ['reintroduce', 'any'],
      ...['milk', 'egg', 'peanut', 'nuts', 'fish', 'shellfish', 'wheat'].map((food) => [
        'reintroduce',
        food,
        `clinician-agreement:${food}`,
      ]),
    ]);
  });

  it('names no food where foods are hidden', () => {
    const { gates, hidden } = of({ eatingDisorder: 'past' });
    expect(hidden.foods).toBe(true);
    expect(gates.map(({ food }) => food)).toEqual(['any', 'any']);
  });

  it('does not speak of weight where weight is hidden, and every gate stays shut', () => {
    for (const weight of [null, 'low', 'not-low'] as const)
      for (const hiding of [{ eatingDisorder: 'present' }, { ageBand: 'under-18' }] as const) {
        const document = of({ ...hiding, weight });
        const { notAsked, gates } = document;
        expect(gates.map(({ allowed }) => allowed)).toEqual([false, false]);
        expect(gates.every(({ blockedBy }) => blockedBy.length > 0)).toBe(true);
        expect(JSON.stringify({ notAsked, gates })).not.toContain('weight');
        expect(triageSchema.parse(document)).toEqual(document);
      }
    expect(JSON.stringify(of({ weight: null }).notAsked)).toContain('weight');
  });

  it('is plain data', () => {
    const document = of({
      ...askedProfile,
      conditions: ['acne'],
      acneCare: { kind: 'shop', startedOn: '2026-01-01', change: null },
    });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('notices', () => {
  const ids = (rows: Parameters<typeof diaryOf>[0], medicines: readonly string[] = []) =>
    of({ medicines }, diaryOf(rows)).notices.map(({ id }) => id);

  it.each([
    ['food', 'aloe vera juice', ['oral-aloe']],
    ['supplement', 'Aloe', ['oral-aloe']],
    ['skincare', 'aloe gel', []],
    ['supplement', 'high-dose zinc', ['high-dose-supplement']],
    ['supplement', 'vitamin D 50,000 IU', ['high-dose-supplement']],
    ['supplement', 'zinc', []],
    ['medication', 'Ibuprofen 400', ['nsaid']],
    ['medication', 'doxycycline', ['antibiotic']],
    ['medication', 'Antibiotikum', ['antibiotic']],
    ['food', 'ibuprofen-free soup', []],
  ] as const)('%s/%s: %j', (category, name, expected) => {
    expect(ids([[today, category, name]])).toEqual(expected);
    expect(ids([[addDays(today, -29), category, name]])).toEqual([]);
    expect(ids([[today, category, name, 0]])).toEqual([]);
  });

  it('come from the list of medicines as well', () => {
    expect(ids([], ['naproxen'])).toEqual(['nsaid']);
  });

  it('rest on claims that exist', () => {
    for (const { evidence } of noticeRules)
      for (const id of evidence) expect(claim(id)).not.toBeNull();
  });
});
