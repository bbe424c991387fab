import { inflammationDefinition } from '../../models/inflammation.ts';
import type { AxisModule } from '../module.ts';
import { assumed, fitted, fold, input, known, perhaps } from '../numbers.ts';
import { immuneArrows } from './immune-arrows.ts';

const reynolds = Object.fromEntries(
  [
    'knn',
    'knp',
    'knd',
    'snr',
    'munr',
    'mun',
    'kdn',
    'xdn',
    'mud',
    'sc',
    'kcn',
    'kcnd',
    'muc',
    'cinf',
  ].map((name) => {
    const parameter = inflammationDefinition.parameters[name]!;
    const { value } = parameter;
    return [name, { ...parameter, range: [0.9 * value, 1.1 * value] as const }];
  }),
);
const vanLeeuwen = 'van Leeuwen 2009, PMC2643002';
const endotoxin = 'J Inflamm 2014, 10.1186/s12950-014-0028-1';
const erridge = 'Erridge 2007, pubmed 17991637';

/**
 * Mast cells, translocated LPS, the acute response of Reynolds et al. 2006 (its hours as days; LPS in
 * place of a pathogen, so nothing grows), the two effector axes that reach the skin, and CRP.
 * What passes a resting wall is tolerated; axis 2 answers to what passes beyond that.
 */
export const immune: AxisModule = {
  name: 'immune',
  title: 'Immune response',
  states: {
    X: {
      initial: 0,
      unit: '',
      range: [0, 1],
      rate: 'mediator_release*stress*(1 - cromoglycate)*(1 - X) - mediator_decay*X',
      about: 'mast-cell mediator in the gut wall',
    },
    Lg: {
      initial: 0,
      unit: 'pg/mL',
      range: [0, 100],
      rate: '-lps_absorption*Lg',
      about: 'LPS on its way into the blood with fat or alcohol',
    },
    L: {
      initial: 8.2,
      unit: 'pg/mL',
      range: [0, 500],
      rate: 'lps_clearance*(lps_rest*((1 - m_cell_share)*leak*reach + m_cell_share*Bp) - L) + lps_absorption*Lg',
      about: 'LPS in the blood',
    },
    TNFb: {
      initial: 1,
      unit: '',
      range: [0, 1000],
      rate: 'tnf_decay*(1 + tnf_gain*R - TNFb)',
      about: 'TNF in the blood, 1 at rest',
    },
    N: {
      initial: 0,
      unit: '',
      range: [0, 0.2],
      rate: '24*(snr*R/(munr + R) - mun*N)',
      about: 'activated phagocytes',
    },
    D: {
      initial: 0,
      unit: '',
      range: [0, 1],
      rate: '24*(kdn*(N*inhibition)^6/(xdn^6 + (N*inhibition)^6) - mud*D)',
      about: 'tissue damage',
    },
    C: {
      initial: 0.125,
      unit: '',
      range: [0, 1],
      rate: '24*(sc + kcn*Q_response/(1 + Q_response) - muc*C)',
      about: 'anti-inflammatory mediator',
    },
    E: {
      initial: 0,
      unit: 'portions',
      range: [0, 20],
      rate: '-E/direct_days',
      about:
        'trigger that reaches the skin without the gut wall, weighted by how this person reacts',
    },
    Sl: {
      initial: 0,
      unit: 'h',
      range: [0, 60],
      rate: '-Sl/sleep_debt_days',
      about: 'sleep debt',
    },
    T17: {
      initial: 1,
      unit: '',
      range: [0, 10],
      rate: '((1 + gut_arrow*lps_to_T17*L/lps_rest)/(1 + gut_arrow*lps_to_T17) + sleep_to_T17*Sl - T17)/T17_days',
      about: 'effector axis 17, 1 at rest',
    },
    T2: {
      initial: 1,
      unit: '',
      range: [0, 10],
      rate: '(1 + gut_arrow*uptake_to_T2*uptake - T2)/T2_days',
      about: 'effector axis 2, 1 at rest',
    },
    CRP: {
      initial: 0.8,
      unit: 'mg/L',
      range: [0, 100],
      rate: 'crp_decay*(crp_rest*(1 + inflammation_to_crp*N + sleep_to_crp*Sl) - CRP)',
      about: 'C-reactive protein',
    },
  },
  parameters: {
    ...reynolds,
    gut_arrow: assumed(0, '', [0, 1], '1 lets the gut move the skin, 0 cuts every such arrow'),
    stress: input('', 3, 'a stressful situation, 1 as strong as a speech in public'),
    cromoglycate: input('', 1, 'mast cells are held by cromoglycate'),
    mediator_release: assumed(
      48,
      '1/day',
      [10, 100],
      'release by a speech: half in 20 minutes',
      fold(1.4),
    ),
    mediator_decay: assumed(8.3, '1/day', [2, 30], 'decay of the mediator: half in 2 hours'),
    lps_rest: known('measured', 8.2, 'pg/mL', [3.4, 13.5], 'LPS at rest', erridge, fold(1.5)),
    lps_clearance: assumed(24, '1/day', [6, 48], 'clearance of LPS from the blood'),
    lps_absorption: assumed(
      96,
      '1/day',
      [12, 200],
      'uptake of fat, and of LPS with it: the peak is half an hour after the meal',
    ),
    lps_potency: assumed(
      0.02,
      '',
      [0, 0.1],
      'pathogen that LPS twice that at rest stands for',
      fold(1.4),
    ),
    fat_to_lps: known(
      'measured',
      4.1,
      'pg/mL',
      [0, 20],
      'LPS at the peak that a fatty meal brings',
      erridge,
      {
        kind: 'zero-or-half-normal',
        zero: 0.5,
        scale: 4.1,
      },
    ),
    alcohol_to_lps: assumed(1, 'pg/mL', [0, 20], 'LPS at the peak that a drink brings', {
      kind: 'zero-or-half-normal',
      zero: 0.5,
      scale: 1,
    }),
    injected_lps_freedom: assumed(
      20,
      '',
      [1, 100],
      'injected LPS is this much freer than that of food',
      fold(1.5),
    ),
    direct_days: assumed(1, 'day', [0.25, 4], 'how long a direct trigger acts', fold(1.5)),
    sleep_debt_days: assumed(3, 'day', [0.5, 7], 'how long lost sleep is felt', fold(1.4)),
    lps_to_T17: assumed(0.5, '', [0, 3], 'axis 17 driven by LPS', perhaps(0.5, 0.5)),
    uptake_to_T2: assumed(1, '', [0, 5], 'axis 2 driven by leaked triggers', perhaps(0.5, 1)),
    sleep_to_T17: fitted(
      'sleep_to_T17',
      '1/h',
      [0, 0.1],
      'axis 17 driven by sleep debt',
      vanLeeuwen,
      fold(1.5),
    ),
    T17_days: assumed(3, 'day', [1, 14], 'memory of axis 17'),
    T2_days: assumed(1, 'day', [0.5, 7], 'memory of axis 2: late reactions at about a day'),
    crp_decay: known(
      'measured',
      0.8756,
      '1/day',
      [0.7, 1.1],
      'half-life of 19 hours',
      'Pepys laboratory, as cited with the hs-CRP assay',
    ),
    crp_rest: known(
      'measured',
      0.8,
      'mg/L',
      [0.1, 10],
      'CRP at rest; 90 % of people have less than 3',
      'Pepys laboratory, as cited with the hs-CRP assay',
      fold(2.5),
    ),
    inflammation_to_crp: assumed(20, '', [0, 200], 'CRP driven by inflammation', fold(1.4)),
    sleep_to_crp: fitted(
      'sleep_to_crp',
      '1/h',
      [0, 0.5],
      'CRP driven by sleep debt',
      vanLeeuwen,
      fold(1.5),
    ),
    tnf_decay: assumed(16.6, '1/day', [4, 50], 'decay of TNF: half in an hour'),
    tnf_gain: fitted('tnf_gain', '', [0, 100000], 'TNF per activation', endotoxin, fold(1.3)),
  },
  intermediates: {
    inhibition: '1/(1 + (C/cinf)^2)',
    lps_drive: 'lps_potency*max(0, L/lps_rest - 1)',
    R: '(knn*N + knp*lps_drive + knd*D)*inhibition',
    Q_response: '(N + kcnd*D)*inhibition',
    uptake: 'A*max(0, leak - 1)',
  },
  observables: {
    tnfFold: { formula: 'TNFb', unit: '', about: 'TNF, 1 at rest' },
  },
  arrows: immuneArrows,
};
