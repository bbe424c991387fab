import type { z } from 'zod';
import { form, grade } from './answers.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

/** How much a site counts. */
const factors = {
  forehead: 2,
  rightCheek: 2,
  leftCheek: 2,
  nose: 1,
  chin: 1,
  chestAndUpperBack: 3,
} as const;
/** The worst spot there is: none, comedone, papule, pustule, nodule. */
const worst = grade([0, 1, 2, 3, 4]);

export const gags: Instrument = {
  id: 'gags',
  name: 'GAGS',
  min: 0,
  max: 44,
  by: 'clinician',
  bands: [
    { name: 'none', upTo: 0 },
    { name: 'mild', upTo: 18 },
    { name: 'moderate', upTo: 30 },
    { name: 'severe', upTo: 38 },
    { name: 'very severe', upTo: 44 },
  ],
  change: null,
  rights: { status: 'formula' },
  sources: ['Doshi 1997, as told in https://doi.org/10.4103/0378-6323.51258'],
};

export const gagsForm = form({
  forehead: worst,
  rightCheek: worst,
  leftCheek: worst,
  nose: worst,
  chin: worst,
  chestAndUpperBack: worst,
});

const sites = Object.entries(factors) as readonly [keyof typeof factors, number][];

/** Global Acne Grading System, 0 to 44: the worst spot of each site times its factor. */
export const gagsScore = (answers: z.output<typeof gagsForm>): Score =>
  scoreOf(
    gags,
    sites.map(([name, factor]) => ({ name, points: factor * answers[name] })),
  );
