import {
  makeClinicianPage,
  parseShare,
  renderSheet,
  scoreFromTotal,
  shareParts,
} from '@zonula/care';
import { addDays, type Diary } from '@zonula/diary';
import type { Suspects } from '@zonula/discovery';
import { redFlags, triage, unaskedProfile } from '@zonula/safety';
import { expect, it } from 'vitest';
import { UnusableArguments } from '../failure.ts';
import { findBrowser, pagesOf, printPdf } from './pdf.ts';

const today = '2026-03-31';
const long = (what: string, k: number): string =>
  `${what} ${k} with a rather long name `.repeat(4).trim();
const names = (what: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, k) => long(what, k));

const scores = Array.from({ length: 9 }, (_, k) => ({
  name: long('itch', k),
  site: long('site', k),
}));
const diary: Diary = {
  observations: Array.from({ length: 60 }, (_, day) =>
    scores.map(({ name, site }) => ({
      date: addDays(today, -day),
      category: 'skin' as const,
      name,
      site,
      value: (day * 7) % 11,
    })),
  ).flat(),
  scales: new Map(),
  warnings: [],
};
const profile = {
  ...unaskedProfile,
  country: 'GB',
  ageBand: '60-or-over' as const,
  sex: 'female' as const,
  pregnancy: 'breastfeeding' as const,
  eatingDisorder: 'never' as const,
  conditions: ['acne', 'eczema', 'rosacea', 'psoriasis', 'coeliac-disease', 'ibs', 'ibd'] as const,
  medicines: names('medicine', 20),
  foodAllergies: names('allergy', 20),
  redFlags: {
    askedOn: today,
    answers: Object.fromEntries(
      redFlags.filter(({ question }) => question !== null).map(({ id }) => [id, 'yes' as const]),
    ),
  },
};
const ids = names('food/cake', 12);
const suspects = {
  diary: { from: '2026-01-01', to: today, days: 90, loggedDays: 90 },
  outcome: {
    category: 'skin',
    name: long('itch', 0),
    scale: { min: 0, max: 100, inferred: false },
  },
  status: 'ok',
  exposures: ids.map((id) => ({
    id,
    effect: {
      peak: -12.3,
      peakInterval: [-45.6, -10.1],
      total: -99,
      totalInterval: [-120, -80],
      level: 0.8,
    },
    delayDays: { mean: 12, interval: [10, 14], level: 0.8 },
    direction: 'improves',
    probability: 0.9,
    throughGut: null,
  })),
  suspects: [0, 1, 2, 3].map((k) => ({
    members: ids.slice(3 * k, 3 * k + 3),
    probability: 0.999,
    verdict: 'possible',
  })),
  checks: { leadTest: { failed: [] } },
} as unknown as Suspects;

const pageWith = (count: number): string =>
  renderSheet(
    makeClinicianPage(
      {
        name: 'Ada',
        today,
        version: '0.1.0',
        profile: { ...unaskedProfile, conditions: ['eczema'], medicines: ['cetirizine'] },
        diary: {
          ...diary,
          observations: diary.observations
            .filter(({ name }) => scores.slice(0, 3).some((one) => one.name === name))
            .map((one) => ({ ...one, name: one.name.slice(0, 6), site: 'arm' })),
        },
        suspects: {
          ...suspects,
          exposures: Array.from({ length: count }, (_, k) => ({
            ...suspects.exposures[0]!,
            id: `food/cake ${k}`,
          })),
          suspects: Array.from({ length: count }, (_, k) => ({
            members: [`food/cake ${k}`],
            probability: 0.9,
            verdict: 'likely' as const,
            worthwhileProbability: 0.9,
            why: null,
            test: '',
          })),
        },
        timeline: null,
        trials: [],
        scores: [],
        triage: triage({ profile: unaskedProfile, diary: null, today }, '0.1.0'),
        plan: null,
        questions: ['Which cream may I use?'],
      },
      parseShare(shareParts),
    ),
  );

const fullest = renderSheet(
  makeClinicianPage(
    {
      name: long('Name', 1),
      today,
      version: '0.1.0',
      profile,
      diary,
      suspects,
      timeline: null,
      trials: ids.map((exposure) => ({
        exposure,
        outcome: `skin/${long('itch', 0)}`,
        from: '2026-01-01',
        to: today,
        verdict: 'no difference larger than 12.3',
        effect: { mean: -12.34, interval: [-23.45, -1.23], level: 0.95 },
        randomisationP: 0.0012,
      })),
      scores: ['poem', 'dlqi', 'ibs-sss', 'easi', 'scorad'].flatMap((id) => [
        { score: scoreFromTotal(id, 28, 't'), date: '2026-01-01' },
        { score: scoreFromTotal(id, 11, 't'), date: today },
      ]),
      triage: triage({ profile, diary, today }, '0.1.0'),
      plan: {
        actions: names('action', 3).map((title, k) => ({
          id: `a${k}`,
          title: title.slice(0, 60),
          from: today,
          lookOn: '2026-06-30',
        })),
      } as never,
      questions: names('Question', 9).map((text) => text.repeat(3)),
    },
    parseShare(shareParts),
  ),
);

it('prints the fullest page there is on one sheet of A4', () => {
  if (findBrowser() === null) {
    expect(() => printPdf(fullest)).toThrow(UnusableArguments);
    return;
  }
  const pdf = printPdf(fullest);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBe(1);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]/u);
  // The count can tell: twice the page takes more than one sheet.
  expect(pagesOf(printPdf(fullest.replace('</main>', '</main><p style="height:20cm">x</p>')))).toBe(
    2,
  );
});

it.each([1, 3, 8])(
  'prints a usual page with %i suspects in letters of the usual size, on one sheet',
  (count) => {
    const html = pageWith(count);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('cake 0');
    expect(html.includes('And 2 more that had no room')).toBe(count === 8);
    if (findBrowser() !== null) expect(pagesOf(printPdf(html))).toBe(1);
  },
);
