import type { ModelDefinition, Parameter } from '../model.ts';

const source = 'Reynolds et al. 2006, J Theor Biol, pubmed 16584750; BioModels BIOMD0000000714';
const published = (value: number, unit: string, alias?: string): Parameter => ({
  value,
  unit,
  range: [value / 2, value * 2],
  source,
  tag: 'modelled',
  ...(alias === undefined ? {} : { alias }),
});

/** The reduced acute inflammatory response, Reynolds et al. 2006. A model of sepsis: use it near health. */
export const inflammationDefinition: ModelDefinition = {
  name: 'inflammation',
  title: 'Acute inflammation: pathogen, phagocytes, tissue damage, anti-inflammatory mediator',
  source,
  timeUnit: 'hour',
  until: 1000,
  states: {
    P: {
      initial: 1,
      unit: '1e6/cc',
      range: [0, 20],
      rate: 'kpg*P*(1 - P/pinf) - kpm*sm*P/(mum + kmp*P) - kpn*N*inhibition*P',
      about: 'pathogen',
    },
    N: {
      initial: 0,
      unit: '',
      range: [0, 5],
      rate: 'snr*R/(munr + R) - mun*N',
      about: 'activated phagocytes',
    },
    D: {
      initial: 0,
      unit: '',
      range: [0, 50],
      rate: 'kdn*(N*inhibition)^6/(xdn^6 + (N*inhibition)^6) - mud*D',
      about: 'tissue damage',
    },
    C: {
      initial: 0.125,
      unit: '',
      range: [0, 5],
      rate: 'sc + kcn*Q/(1 + Q) - muc*C',
      about: 'anti-inflammatory mediator',
    },
  },
  parameters: {
    kpg: published(0.3, '1/hour'),
    pinf: published(20, '1e6/cc', 'p∞'),
    kpm: published(0.6, '1/hour'),
    sm: published(0.005, '1/hour'),
    mum: published(0.002, '1/hour', 'μm'),
    kmp: published(0.01, '1/hour'),
    kpn: published(1.8, '1/hour'),
    knn: published(0.01, '1/hour'),
    knp: published(0.1, '1/hour'),
    knd: published(0.02, '1/hour'),
    snr: published(0.08, '1/hour'),
    munr: published(0.12, '1/hour', 'μnr'),
    mun: published(0.05, '1/hour', 'μn'),
    kdn: published(0.35, '1/hour'),
    xdn: published(0.06, ''),
    mud: published(0.02, '1/hour', 'μd'),
    sc: published(0.0125, '1/hour'),
    kcn: published(0.04, '1/hour'),
    kcnd: published(48, ''),
    muc: published(0.1, '1/hour', 'μc'),
    cinf: published(0.28, '', 'c∞'),
  },
  intermediates: {
    inhibition: '1/(1 + (C/cinf)^2)',
    R: '(knn*N + knp*P + knd*D)*inhibition',
    Q: '(N + kcnd*D)*inhibition',
  },
  observables: {
    inhibited: {
      formula: '1 - inhibition',
      unit: '',
      about: 'share of the response that the mediator holds down',
    },
  },
};
