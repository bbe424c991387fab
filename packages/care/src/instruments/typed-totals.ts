import type { z } from 'zod';
import { form, whole } from './answers.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';

/** Questionnaires that are licensed: the questions are not ours to show, a total that a person has is theirs to keep. */
export const poem: Instrument = {
  id: 'poem',
  name: 'POEM',
  min: 0,
  max: 28,
  by: 'person',
  bands: [
    { name: 'clear or almost clear', upTo: 2 },
    { name: 'mild', upTo: 7 },
    { name: 'moderate', upTo: 16 },
    { name: 'severe', upTo: 24 },
    { name: 'very severe', upTo: 28 },
  ],
  // Around 3 in young children; 3 to 3.9 probably and 4 or more very likely (PMID 29355894).
  change: { points: 3, source: 'https://doi.org/10.1111/all.12942' },
  rights: {
    status: 'licensed',
    holder: 'University of Nottingham',
    terms: 'licensing.micragateway.org',
  },
  sources: ['Charman et al., Br J Dermatol 2013'],
};

export const dlqi: Instrument = {
  id: 'dlqi',
  name: 'DLQI',
  min: 0,
  max: 30,
  by: 'person',
  bands: [
    { name: 'no effect on life', upTo: 1 },
    { name: 'small effect', upTo: 5 },
    { name: 'moderate effect', upTo: 10 },
    { name: 'very large effect', upTo: 20 },
    { name: 'extremely large effect', upTo: 30 },
  ],
  change: { points: 4, source: 'Basra et al. 2015' },
  rights: {
    status: 'licensed',
    holder: 'Cardiff University',
    terms: 'free for patients themselves and routine clinical care; other uses need a licence',
  },
  sources: ['Basra et al. 2015'],
};

export const ibsSss: Instrument = {
  id: 'ibs-sss',
  name: 'IBS-SSS',
  min: 0,
  max: 500,
  by: 'person',
  bands: [
    { name: 'below 75', upTo: 74 },
    { name: 'mild', upTo: 175 },
    { name: 'moderate', upTo: 300 },
    { name: 'severe', upTo: 500 },
  ],
  change: { points: 50, source: 'Francis et al. 1997' },
  rights: { status: 'licensed', holder: 'Rome Foundation', terms: 'romeonline.org' },
  sources: ['Francis et al. 1997'],
};

export const totalForm = ({ min, max }: Instrument) => form({ total: whole(min, max) });

/** A total that somebody has from the questionnaire itself. */
export const typedScore = (
  instrument: Instrument,
  answers: z.output<ReturnType<typeof totalForm>>,
): Score => scoreOf(instrument, [{ name: 'total', points: answers.total }]);
