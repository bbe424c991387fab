/// <reference types="fhir/r4" />
import { createHash } from 'node:crypto';
import { addDays, type Diary, UnusableInput } from '@zonula/diary';
import { type Profile, triage, unaskedProfile } from '@zonula/safety';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralProblems } from '../fhir/fixtures/structural-problems.ts';
import { fixture } from '../fixtures/scenes.ts';
import { scoreFromTotal } from '../instruments/score.ts';
import { optionsOf, personas, personOf } from '../plan/fixtures/people.ts';
import { makePlan } from '../plan/make-plan.ts';
import { toDocument } from './bundle.ts';
import { type ClinicianInput, makeClinicianPage } from './clinician-page.ts';
import { parseShare, type Share, type SharePart, shareParts } from './share.ts';
import { renderSheet } from './sheet.ts';
import { trendsOf } from './trend.ts';
import { readTrialDone, type TrialDone } from './trial-done.ts';

const today = '2026-03-31';
const evil = '<img src=x onerror=alert(1)>"\'&';
const uuid = (words: string): string => {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const days = Array.from({ length: 60 }, (_, k) => addDays(today, -k));
const scored = (name: string, from: number, to: number, site?: string): Diary['observations'] =>
  days.map((date, k) => ({
    date,
    category: 'skin',
    name,
    value: k < 28 ? to + (k % 2) : from + (k % 2),
    ...(site === undefined ? {} : { site }),
  }));
const diary: Diary = {
  observations: [
    ...scored('itch-marker', 6, 2),
    ...scored('redness-marker', 3, 3, 'elbow-marker'),
    ...days.slice(0, 10).map((date) => ({
      date,
      category: 'medication' as const,
      name: 'cream-marker',
      value: 1,
    })),
  ],
  scales: new Map([['skin/itch-marker', { min: 0, max: 10, inferred: false }]]),
  warnings: [],
};

const profile: Profile = {
  ...unaskedProfile,
  country: 'GB',
  ageBand: '60-or-over',
  sex: 'female',
  eatingDisorder: 'never',
  conditions: ['rosacea', 'psoriasis'],
  medicines: ['tablet-marker'],
  foodAllergies: ['kiwi-marker'],
  redFlags: { askedOn: today, answers: { 'skin-distress': 'yes' } },
};

const { suspects, timeline } = fixture('set');
const trials: readonly TrialDone[] = [
  {
    exposure: 'food/trial-marker',
    outcome: 'skin/outcome-marker',
    from: '2026-01-01',
    to: '2026-02-01',
    verdict: 'worsens',
    effect: { mean: 1, interval: [0.5, 1.5], level: 0.95 },
    randomisationP: 0.03,
  },
];
const plan = makePlan(personOf(personas[0]!), optionsOf(personas[0]!.suspects));

const input: ClinicianInput = {
  name: 'Name-Marker',
  today,
  version: '0.1.0',
  profile,
  diary,
  suspects,
  timeline,
  trials,
  scores: [
    { score: scoreFromTotal('poem', 20, 't'), date: '2026-01-05' },
    { score: scoreFromTotal('poem', 13, 't'), date: '2026-03-05' },
  ],
  triage: triage({ profile, diary, today }, '0.1.0'),
  plan,
  questions: ['Question-marker?'],
};

/** Words that only this part puts on a page. */
const markers: Readonly<Record<SharePart, readonly string[]>> = {
  who: ['Name-Marker', '60 or over', 'female'],
  conditions: ['rosacea', 'psoriasis'],
  flags: ['Warning signs', 'keep you from seeing people'],
  scores: ['itch-marker', 'redness-marker', 'elbow-marker', 'POEM'],
  suspects: ['cheddar', 'pizza', 'aloe gel'],
  trials: ['trial-marker', 'outcome-marker'],
  medicines: ['tablet-marker', 'cream-marker'],
  allergies: ['kiwi-marker'],
  plan: plan.actions.map(({ title }) => title),
  questions: ['Question-marker'],
};

/** The validator does not hold LOINC, the example codes of an Observation. */
const loinc = /ValueSet\/observation-codes" could not be found|\(http:\/\/loinc\.org\) not found/u;

/** Of the Bundle as a whole and of each resource; what a resource contains is known to itself alone. */
const problemsOf = (bundle: fhir4.Bundle): readonly string[] =>
  [
    ...structuralProblems(bundle).filter((problem) => !problem.endsWith('is not contained')),
    ...bundle.entry!.flatMap(({ resource }) => structuralProblems(resource as fhir4.FhirResource)),
  ].filter((problem) => !loinc.test(problem));

const everything: Share = new Map(shareParts.map((part) => [part, 'all' as const]));
const texts = (share: Share, from: ClinicianInput = input): readonly [string, fhir4.Bundle] => {
  const page = makeClinicianPage(from, share);
  return [
    renderSheet(page).replace(/<style>[\s\S]*?<\/style>/u, ''),
    toDocument(page, { written: `${today}T00:00:00Z`, uuid, plan: from.plan }),
  ];
};

describe('what the person chose', () => {
  it('is all there is, on the page and in the document', () => {
    fc.assert(
      fc.property(fc.subarray([...shareParts]), (parts) => {
        const [html, bundle] = texts(new Map(parts.map((part) => [part, 'all' as const])));
        const document = JSON.stringify(bundle);
        for (const part of shareParts) {
          const there = parts.includes(part);
          for (const marker of markers[part]) {
            expect(html.includes(marker), `${part}: ${marker} on the page`).toBe(there);
            expect(document.includes(marker), `${part}: ${marker} in the document`).toBe(there);
          }
        }
        expect(problemsOf(bundle)).toEqual([]);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('can be single things', () => {
    const [html, bundle] = texts(
      parseShare([
        'scores:skin/itch-marker, medicines:TABLET-marker',
        'conditions:rosacea, plan:nothing',
      ]),
    );
    for (const text of [html, JSON.stringify(bundle)]) {
      for (const there of ['itch-marker', 'tablet-marker', 'rosacea'])
        expect(text).toContain(there);
      for (const absent of ['redness-marker', 'cream-marker', 'psoriasis', 'POEM', 'Own plan'])
        expect(text).not.toContain(absent);
    }
    const page = makeClinicianPage(input, parseShare(['plan:nothing,suspects:food/cheddar']));
    expect(page.notFound).toEqual(['plan:nothing']);
    // A set is shared only as a whole: its verdict is about all of its members.
    expect(page.suspects.shown).toEqual([]);
  });

  it('says “none” only where all was chosen and the person was asked', () => {
    const empty = { ...input, diary: null, profile: { ...profile, medicines: [] } };
    expect(texts(parseShare(['medicines']), empty)[0]).toContain('None.');
    expect(texts(parseShare(['medicines:x']), empty)[0]).not.toContain('None.');
    const unasked = { ...empty, profile: { ...profile, medicines: null } };
    expect(texts(parseShare(['medicines']), unasked)[0]).not.toContain('None.');
  });

  it('never brings back what is hidden from the person', () => {
    const young = { ...profile, ageBand: 'under-18' as const };
    const [html, bundle] = texts(everything, {
      ...input,
      profile: young,
      triage: triage({ profile: young, diary, today }, '0.1.0'),
      plan: null,
    });
    for (const text of [html, JSON.stringify(bundle)])
      for (const food of ['cheddar', 'pizza', 'trial-marker']) expect(text).not.toContain(food);
    expect(html).toContain('itch-marker');
  });

  it('is read from words, names may hold commas, and a wrong part is refused', () => {
    expect([...parseShare(['suspects:food/soup, hot , who'])]).toEqual([
      ['suspects', new Set(['food/soup, hot'])],
      ['who', 'all'],
    ]);
    expect(parseShare(['scores:a,scores'])).toEqual(new Map([['scores', 'all']]));
    for (const wrong of ['everything', 'who,', 'scores:', ''])
      expect(() => parseShare([wrong])).toThrow(UnusableInput);
  });
});

describe('the document', () => {
  const [, bundle] = texts(everything);
  const resources = (bundle.entry ?? []).map(({ resource }) => resource!);

  it('begins with a Composition and holds each kind of resource', () => {
    expect(bundle.type).toBe('document');
    expect(resources[0]!.resourceType).toBe('Composition');
    expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(
      new Set([
        'Composition',
        'Patient',
        'Condition',
        'Observation',
        'QuestionnaireResponse',
        'MedicationStatement',
        'CarePlan',
        'Provenance',
      ]),
    );
    expect(problemsOf(bundle)).toEqual([]);
  });

  it('refers only to what it holds, and everything in it is referred to', () => {
    const urls = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl!);
    expect(new Set(urls).size).toBe(urls.length);
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"(urn:uuid:[^"]+)"/gu)].map(
      ([, url]) => url!,
    );
    for (const url of references) expect(urls).toContain(url);
    for (const url of urls.slice(1)) expect(references).toContain(url);
  });

  it('carries warning signs of the plan only where they were chosen', () => {
    const urgent = { ...plan, first: [{ id: 'x', urgency: 'same-day', text: 'Flag-marker' }] };
    const [, one] = texts(parseShare(['plan']), { ...input, plan: urgent });
    expect(JSON.stringify(one)).not.toContain('Flag-marker');
  });

  it('is the same for the same input', () => {
    expect(texts(everything)).toEqual(texts(everything));
  });
});

describe('the page', () => {
  it('escapes whatever comes from outside', () => {
    const odd = diary.observations.map((one) => ({
      ...one,
      name: evil,
      site: evil,
    }));
    const [html, bundle] = texts(everything, {
      ...input,
      name: evil,
      diary: { ...diary, observations: odd },
      profile: { ...profile, medicines: [evil], foodAllergies: [evil] },
      suspects: {
        ...suspects,
        outcome: { ...suspects.outcome!, name: evil },
        exposures: suspects.exposures.map((one, k) =>
          k === 0 ? { ...one, id: `food/${evil}` } : one,
        ),
        suspects: [{ ...suspects.suspects[0]!, members: [`food/${evil}`] }],
      },
      timeline: null,
      trials: [{ ...trials[0]!, exposure: `food/${evil}`, outcome: `skin/${evil}`, verdict: evil }],
      questions: [evil, 'right\u202eto left\u0000'],
    });
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/\p{Bidi_Control}|\0/u);
    for (const [tag] of html.matchAll(/<[^>]*>/gu)) expect(tag).not.toMatch(/<script|\son\w+=/u);
    for (const { div } of (bundle.entry![0]!.resource as fhir4.Composition).section!.map(
      ({ text }) => text!,
    ))
      expect(div).not.toContain('<img');
  });

  it('loads nothing and runs nothing', () => {
    const html = renderSheet(makeClinicianPage(input, everything));
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|url\(|<script|<link/u);
  });

  it('counts what had no room', () => {
    const many = { ...input, questions: Array.from({ length: 9 }, (_, k) => `Question ${k}?`) };
    expect(texts(parseShare(['questions']), many)[0]).toContain('And 6 more that had no room');
  });
});

describe('trends', () => {
  it('hold four weeks against four weeks, site by site, with what is worth noticing', () => {
    const [itch, redness] = trendsOf(diary);
    expect(itch).toMatchObject({ id: 'skin/itch-marker', site: null, min: 0, max: 10 });
    expect(itch!.last).toMatchObject({ days: 28, mean: 2.5, to: today });
    expect(itch!.before).toMatchObject({ days: 28, mean: 6.5 });
    expect(itch!.change).toMatchObject({ points: -4, meaningful: true });
    expect(redness).toMatchObject({
      site: 'elbow-marker',
      change: { points: 0, meaningful: false },
    });
    expect(itch!.weeks.at(-1)).toBeCloseTo(2.43, 2);
    expect(itch!.weeks[0]).toBeNull();
  });

  it('cannot tell from fewer than seven days', () => {
    const few = { ...diary, observations: diary.observations.slice(0, 6) };
    expect(trendsOf(few)[0]).toMatchObject({ last: null, before: null, change: null });
    expect(trendsOf({ ...diary, observations: [] })).toEqual([]);
  });
});

it('reads the result of a trial and names what is wrong with it', () => {
  expect(readTrialDone(JSON.stringify(trials[0]), 't.json')).toEqual(trials[0]);
  const line = (change: object) => () =>
    readTrialDone(JSON.stringify({ ...trials[0], ...change }), 't.json');
  expect(line({ from: 'May' })).toThrow(
    't.json: from: expected a day such as 2026-03-01, found "May"',
  );
  expect(line({ verdict: 3 })).toThrow('t.json: verdict: expected text, found 3');
  expect(() => readTrialDone('{', 't.json')).toThrow('t.json: expected JSON');
});
