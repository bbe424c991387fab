import type { ModelDefinition, Parameter } from '../model.ts';

const source = 'Smallbone & Corfe 2013, pubmed 24354351; BioModels BIOMD0000000519';
const published = (
  value: number,
  unit: string,
  range: readonly [number, number] = [value / 2, value * 2],
): Parameter => ({ value, unit, range, source, tag: 'modelled' });

/** Renewal of a colon crypt, Smallbone & Corfe 2013, version 1. Colon, not small bowel. */
export const cryptDefinition: ModelDefinition = {
  name: 'crypt',
  title: 'Colon crypt: stem, transit amplifying and differentiated cells',
  source,
  timeUnit: 'day',
  until: 30,
  states: {
    N0: {
      initial: 1.7544483085759626,
      unit: 'cells',
      range: [0, 120],
      rate: '(1 - p01)*f0 - d0*N0',
      about: 'stem cells',
    },
    N1: {
      initial: 27.405850598819775,
      unit: 'cells',
      range: [0, 120],
      rate: 'p01*f0 + (1 - p12)*f1 - d1*N1',
      about: 'transit amplifying cells',
    },
    N2: {
      initial: 45.61914940763413,
      unit: 'cells',
      range: [0, 120],
      rate: 'p12*f1 - d2*N2',
      about: 'differentiated cells',
    },
  },
  parameters: {
    d0: published(0.1, '1/day'),
    d1: published(0.420467092599869, '1/day'),
    d2: published(1.10138534772246, '1/day'),
    K: published(120, 'cells'),
    r0: published(1.83898685224665, '1/day'),
    p01: published(0.855699855699856, '', [0.5, 1]),
    r1: published(5.88010232010212, '1/day'),
    p12: published(0.827377484810943, '', [0.5, 1]),
  },
  intermediates: {
    total: 'N0 + N1 + N2',
    f0: 'r0*N0*(1 - total/K)',
    f1: 'r1*N1*(1 - total/K)',
  },
  observables: {
    totalCells: { formula: 'total', unit: 'cells', about: 'all cells of the crypt' },
  },
};
