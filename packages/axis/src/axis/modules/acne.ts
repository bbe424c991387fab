import type { AxisModule } from '../module.ts';
import { assumed, fitted, fold, perhaps } from '../numbers.ts';

/** Acne in stages: sebum, microcomedones, comedones, inflamed lesions. No published model; structure assumed. */
export const acne: AxisModule = {
  name: 'acne',
  title: 'Acne',
  states: {
    Sb: {
      initial: 1,
      unit: '',
      range: [0, 5],
      rate: '(1 - glycaemic_to_sebum + glycaemic_to_sebum*G - Sb)/sebum_days',
      about: 'sebum, 1 on usual food',
    },
    K: {
      initial: 32,
      unit: 'lesions',
      range: [0, 1000],
      rate: 'comedone_formation*site_density*Sb*flare*(1 + direct_to_skin*E) - K/microcomedone_days',
      about: 'microcomedones, which nobody sees',
    },
    Q: {
      initial: 32,
      unit: 'lesions',
      range: [0, 1000],
      rate: 'K/microcomedone_days - Q*(1 + topical_gain*topical + placebo_gain*placebo)/comedone_days',
      about: 'comedones',
    },
    I: {
      initial: 8,
      unit: 'lesions',
      range: [0, 500],
      rate: 'inflamed_share*Q/comedone_days*(1 + T17_to_skin*(T17 - 1))*(1 + T2_to_skin*(T2 - 1) + direct_to_skin*E)*(0.5 + 0.5*Ms/0.2) - I*(1 + topical_gain*topical + placebo_gain*placebo)/inflamed_days',
      about: 'inflamed lesions',
    },
  },
  parameters: {
    site_density: assumed(1, '', [0, 3], 'lesions at this site, the face as 1'),
    comedone_formation: assumed(
      32 / 14,
      'lesions/day',
      [0.1, 10],
      'pores that begin to plug',
      fold(1.6),
    ),
    glycaemic_to_sebum: assumed(
      0.3,
      '',
      [0, 0.9],
      'share of the sebum that insulin drives',
      perhaps(0.3, 0.3),
    ),
    sebum_days: assumed(14, 'day', [5, 40], 'how slowly sebum follows'),
    microcomedone_days: assumed(14, 'day', [5, 30], 'days until a plug is seen', fold(1.3)),
    comedone_days: assumed(14, 'day', [5, 40], 'days a comedone lasts', fold(1.3)),
    inflamed_share: assumed(0.5, '', [0, 1], 'comedones that become inflamed'),
    inflamed_days: assumed(7, 'day', [3, 30], 'days an inflamed lesion lasts', fold(1.3)),
    T17_to_skin: assumed(
      0.5,
      '',
      [0, 1],
      'inflammation of the skin driven by axis 17',
      perhaps(0.5, 0.5),
    ),
    T2_to_skin: assumed(
      0.2,
      '',
      [0, 1],
      'inflammation of the skin driven by axis 2',
      perhaps(0.7, 0.2),
    ),
    direct_to_skin: assumed(0.5, '', [0, 3], 'what a portion of a direct trigger does', fold(1.5)),
    topical_gain: assumed(1, '', [0, 5], 'lesions that a topical treatment takes away', fold(1.5)),
    placebo_gain: fitted(
      'placebo_gain',
      '',
      [0, 3],
      'lesions that expectation takes away',
      'control arm of Smith 2007, AJCN 86:107',
      fold(1.5),
    ),
  },
  observables: {
    comedones: { formula: 'Q', unit: 'lesions', about: 'comedones' },
    inflamedLesions: { formula: 'I', unit: 'lesions', about: 'inflamed lesions' },
    lesionCount: { formula: 'Q + I', unit: 'lesions', about: 'all lesions that can be counted' },
    severity: {
      formula: '(Q + 2*I)/(48 + Q + 2*I)',
      unit: '',
      about: 'how bad the skin is, 0 to 1',
    },
    itch: { formula: '10*(1 - Bs)', unit: 'points', about: 'itch, 0 to 10' },
  },
  arrows: [],
};
