import type { ModelDefinition, State } from '../model.ts';

const source =
  'Yu et al. 1996, Int J Pharm, doi 10.1016/0378-5173(96)04592-9; Yu & Amidon 1999, Int J Pharm 186:119';
const compartments = [1, 2, 3, 4, 5, 6, 7];

const compartment = (i: number): readonly [string, State] => [
  `S${i}`,
  {
    initial: i === 1 ? 1 : 0,
    unit: 'dose',
    range: [0, 1000],
    rate: `${i === 1 ? '' : `kt*S${i - 1} `}- kt*S${i} - ka*S${i}`,
    about: `small bowel, part ${i} of 7`,
  },
];

const small = compartments.map((i) => `S${i}`).join(' + ');

/** Transit through the small bowel in seven parts, with absorption (CAT model of Yu & Amidon 1999). */
export const transitDefinition: ModelDefinition = {
  name: 'transit',
  title: 'Transit through the small bowel, and absorption on the way',
  source,
  timeUnit: 'hour',
  until: 24,
  states: {
    ...Object.fromEntries(compartments.map(compartment)),
    absorbed: {
      initial: 0,
      unit: 'dose',
      range: [0, 1000],
      rate: `ka*(${small})`,
      about: 'absorbed so far',
    },
    colon: {
      initial: 0,
      unit: 'dose',
      range: [0, 1000],
      rate: 'kt*S7',
      about: 'come to the colon so far',
    },
  },
  parameters: {
    transitMinutes: {
      value: 199,
      unit: 'min',
      range: [60, 600],
      source,
      tag: 'measured',
      about: 'mean transit time of the small bowel, 95 % interval 192 to 206',
    },
    absorptionRatio: {
      value: 0.54,
      unit: 'h/cm',
      range: [0.27, 1.08],
      source,
      tag: 'modelled',
      about: 'rate of absorption over rate of transit, per effective permeability',
    },
    Peff: {
      value: 1,
      unit: 'cm/h',
      range: [0, 20],
      source,
      tag: 'assumed',
      about: 'effective permeability of the wall for the substance',
    },
  },
  intermediates: {
    kt: '7*60/transitMinutes',
    ka: 'absorptionRatio*Peff*kt',
  },
  observables: {
    inSmallBowel: { formula: small, unit: 'dose', about: 'still in the small bowel' },
    absorbedShare: {
      formula: `absorbed/(${small} + absorbed + colon)`,
      unit: '',
      about: 'share of the dose absorbed so far',
    },
  },
};
