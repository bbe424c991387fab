import type { z } from 'zod';
import { between, form, grade } from './answers.ts';
import { ruleOfNines } from './body-map.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

const sign = grade([0, 1, 2, 3]);
const signs = {
  erythema: sign,
  papulation: sign,
  oozing: sign,
  excoriation: sign,
  lichenification: sign,
  dryness: sign,
};
const percent = between(0, 100, 'per cent');

export const scorad: Instrument = {
  id: 'scorad',
  name: 'SCORAD',
  min: 0,
  max: 103,
  by: 'clinician',
  bands: [
    { name: 'clear', upTo: 9.9 },
    { name: 'mild', upTo: 28.9 },
    { name: 'moderate', upTo: 48.9 },
    { name: 'severe', upTo: 103 },
  ],
  change: { share: 0.35, source: 'Br J Dermatol 2021;184:888' },
  rights: { status: 'formula' },
  sources: [
    'http://adserver.sante.univ-nantes.fr/Scorad_Course/Total_score.html',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC7395647',
  ],
};

const sites = Object.keys(ruleOfNines) as readonly (keyof typeof ruleOfNines)[];

/** Either the extent in per cent of the body, or the affected per cent of each site by the rule of nines. */
export const scoradForm = form({
  extent: between(0, 100, 'per cent of the body').optional(),
  sites: form(
    Object.fromEntries(sites.map((site) => [site, percent])) as Record<
      (typeof sites)[number],
      typeof percent
    >,
  ).optional(),
  ...signs,
  itch: between(0, 10),
  sleeplessness: between(0, 10),
}).superRefine(({ extent, sites: affected }, context) => {
  if ((extent === undefined) === (affected === undefined))
    context.addIssue({
      code: 'custom',
      path: ['extent'],
      message: 'expected either extent, 0 to 100, or sites',
    });
});

/** Scoring Atopic Dermatitis: a fifth of the extent, 3.5 times the signs, and itch and sleeplessness; 0 to 103. */
export const scoradScore = (answers: z.output<typeof scoradForm>): Score => {
  const affected = answers.sites;
  const extent =
    affected === undefined
      ? answers.extent!
      : sites.reduce((sum, site) => sum + (affected[site] * ruleOfNines[site]) / 100, 0);
  const intensity = (Object.keys(signs) as (keyof typeof signs)[]).reduce(
    (sum, name) => sum + answers[name],
    0,
  );
  return scoreOf(scorad, [
    { name: 'extent', points: extent / 5 },
    { name: 'signs', points: 3.5 * intensity },
    { name: 'itch and sleep', points: answers.itch + answers.sleeplessness },
  ]);
};
