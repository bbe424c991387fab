import { createEvidence } from '@zonula/evidence';
import { redFlags, triage, unaskedProfile } from '@zonula/safety';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitrarySuspects } from '../fixtures/arbitrary.ts';
import { catalogue } from '../plan/catalogue.ts';
import { paragraph, plain } from '../sentence.ts';
import { readingAge, sentencesOf } from './fixtures/reading-age.ts';
import { nextStep } from './next-step.ts';
import { verdictSentences } from './verdict.ts';

const { gates } = triage({ profile: unaskedProfile, diary: null, today: '2026-03-31' }, '1');
const shut = { allowed: false, reasons: gates.flatMap(({ reasons }) => reasons) };

/** Sentences of many documents: every status, reason, check and shape of a suspect, with open and with shut gates. */
const generated = (): readonly string[] =>
  fc
    .sample(arbitrarySuspects, { seed: 1, numRuns: 400 })
    .flatMap((suspects) => {
      const { headline, lead, about, suspects: spoken } = verdictSentences(suspects);
      return [
        plain(headline),
        paragraph(lead),
        plain(about),
        ...spoken.flatMap(({ sentences, throughGut, suspect }) => [
          paragraph(sentences),
          throughGut ? plain(throughGut) : '',
          paragraph(nextStep(suspect, () => shut)),
        ]),
      ];
    })
    .flatMap(sentencesOf);

it('is measured right on a published example', () => {
  // Simple words in a short sentence stand far below a learned one.
  expect(readingAge(['The cat sat on the mat.'])).toBeLessThan(6);
  expect(
    readingAge(['Intestinal permeability constitutes a multifactorial phenomenon.']),
  ).toBeGreaterThan(18);
});

it('of what the verdict can say is at most twelve years', () => {
  const all = generated();
  expect(all.length).toBeGreaterThan(3000);
  expect(readingAge(all)).toBeLessThanOrEqual(12);
  const different = [...new Set(all.map((one) => one.replace(/[\d.,−]+/gu, '1')))];
  expect(different.length).toBeGreaterThan(60);
  expect(readingAge(different)).toBeLessThanOrEqual(12);
});

it('of warning signs, gates and the plan is at most twelve years', () => {
  const flags = redFlags.flatMap(({ question, text }) =>
    sentencesOf(`${question ?? ''} ${text.replaceAll(/\{\w+\}/gu, '')}`),
  );
  const doors = shut.reasons.flatMap(({ text, wayOut }) => sentencesOf(`${text} ${wayOut}`));
  const plan = catalogue.flatMap(({ title, why, how, works, end }) =>
    [title, why, ...how, works, end].flatMap(sentencesOf),
  );
  for (const one of [flags, doors, plan]) expect(readingAge(one)).toBeLessThanOrEqual(12);
});

it('of what studies say is at most twelve years', () => {
  const { claims } = createEvidence();
  for (const texts of [
    claims.map(({ summary }) => summary),
    claims.map(({ safety }) => safety ?? ''),
  ])
    expect(readingAge(texts.flatMap(sentencesOf))).toBeLessThanOrEqual(12);
});
