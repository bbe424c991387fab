import type { z } from 'zod';
import { form, grade } from './answers.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

/** The scale word for word: its licence allows no change. */
export const vigaAdScale = [
  {
    grade: 0,
    name: 'Clear',
    description:
      'No inflammatory signs of atopic dermatitis (no erythema, no induration/papulation, no lichenification, no oozing/crusting). Post-inflammatory hyperpigmentation and/or hypopigmentation may be present.',
  },
  {
    grade: 1,
    name: 'Almost clear',
    description:
      'Barely perceptible erythema, barely perceptible induration/papulation, and/or minimal lichenification. No oozing or crusting.',
  },
  {
    grade: 2,
    name: 'Mild',
    description:
      'Slight but definite erythema (pink), slight but definite induration/papulation, and/or slight but definite lichenification. No oozing or crusting.',
  },
  {
    grade: 3,
    name: 'Moderate',
    description:
      'Clearly perceptible erythema (dull red), clearly perceptible induration/papulation, and/or clearly perceptible lichenification. Oozing and crusting may be present.',
  },
  {
    grade: 4,
    name: 'Severe',
    description:
      'Marked erythema (deep or bright red), marked induration/papulation, and/or marked lichenification. Disease is widespread in extent. Oozing or crusting may be present.',
  },
] as const;

export const vigaAd: Instrument = {
  id: 'viga-ad',
  name: 'vIGA-AD',
  min: 0,
  max: 4,
  by: 'clinician',
  bands: vigaAdScale.map(({ name, grade: upTo }) => ({ name, upTo })),
  change: {
    points: 1,
    source:
      'Simpson et al., vIGA-AD: a clinical outcome measure for the severity of atopic dermatitis',
  },
  rights: {
    status: 'unchanged',
    licence: 'CC BY-ND 4.0',
    credit: 'vIGA-AD, Eli Lilly and Company, CC BY-ND 4.0',
  },
  sources: ['https://www.eczemacouncil.org'],
};

export const vigaAdForm = form({ grade: grade([0, 1, 2, 3, 4]) });

/** Validated Investigator Global Assessment for Atopic Dermatitis, 0 to 4: what a clinician saw. */
export const vigaAdScore = (answers: z.output<typeof vigaAdForm>): Score =>
  scoreOf(vigaAd, [{ name: 'grade', points: answers.grade }]);
