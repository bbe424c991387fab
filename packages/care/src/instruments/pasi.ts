import type { z } from 'zod';
import { form } from './answers.ts';
import { region, regionParts, regionsForm, type Weights } from './area-and-severity.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

const signs = ['erythema', 'induration', 'scaling'] as const;
const grades = [0, 1, 2, 3, 4];
const weights: Weights = { head: 0.1, arms: 0.2, trunk: 0.3, legs: 0.4 };

export const pasi: Instrument = {
  id: 'pasi',
  name: 'PASI',
  min: 0,
  max: 72,
  by: 'clinician',
  bands: [],
  // Trials count people who lost 75 % or 90 % of it; no smallest change that people feel was found.
  change: null,
  rights: { status: 'formula' },
  sources: ['https://doi.org/10.1159/000250839'],
};

export const pasiForm = form(regionsForm(region(signs, grades)));

/** Psoriasis Area and Severity Index, 0 to 72. */
export const pasiScore = (answers: z.output<typeof pasiForm>): Score =>
  scoreOf(pasi, regionParts(answers, signs, weights));
