import type { z } from 'zod';
import { age, form } from './answers.ts';
import { region, regionParts, regionsForm, type Weights } from './area-and-severity.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

const signs = ['erythema', 'papulation', 'excoriation', 'lichenification'] as const;
/** Halves only above 1: any sign that is there is at least mild (Hanifin 2022). */
const grades = [0, 1, 1.5, 2, 2.5, 3];

const adult: Weights = { head: 0.1, arms: 0.2, trunk: 0.3, legs: 0.4 };
/** Up to and with seven years. */
const child: Weights = { head: 0.2, arms: 0.2, trunk: 0.3, legs: 0.3 };

export const easi: Instrument = {
  id: 'easi',
  name: 'EASI',
  min: 0,
  max: 72,
  by: 'clinician',
  bands: [
    { name: 'clear', upTo: 0 },
    { name: 'almost clear', upTo: 1 },
    { name: 'mild', upTo: 7 },
    { name: 'moderate', upTo: 21 },
    { name: 'severe', upTo: 50 },
    { name: 'very severe', upTo: 72 },
  ],
  change: { share: 0.5, source: 'Br J Dermatol 2021;184:888' },
  rights: { status: 'formula' },
  sources: [
    'https://doi.org/10.1097/DER.0000000000000895',
    'http://dermnetnz.org/dermatitis/easi.html',
  ],
};

export const easiForm = form({ age, ...regionsForm(region(signs, grades)) });

/** Eczema Area and Severity Index, 0 to 72; its weights depend on the age in years. */
export const easiScore = (answers: z.output<typeof easiForm>): Score =>
  scoreOf(easi, regionParts(answers, signs, answers.age < 8 ? child : adult));
