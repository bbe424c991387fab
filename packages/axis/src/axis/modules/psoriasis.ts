import type { State } from '../../model.ts';
import { psoriasisDefinition } from '../../models/psoriasis.ts';
import type { AxisModule } from '../module.ts';
import { assumed, fold, perhaps } from '../numbers.ts';

const { states, parameters } = psoriasisDefinition;
/** The plans of the published file, which events take over, and growth arrest, which is left out. */
const left = new Set([
  'dc_stim_start',
  'dc_stim_days',
  'uv_doses',
  'time_uvb',
  'a_time',
  'arrest',
  'r20',
]);

const published = (name: string, initial: number, rate: string): State => ({
  ...states[name]!,
  initial,
  rate,
});

/**
 * Psoriasis after Shmarov et al. 2022 with cytokines, growth factors and dying cells at quasi-steady state and
 * without growth arrest, so it keeps the published rest states. It starts in the plaque.
 */
export const psoriasis: AxisModule = {
  name: 'psoriasis',
  title: 'Psoriasis',
  states: {
    T: published(
      'T',
      4782.97,
      't2*IL23 - t20*T - T_dying - topical_gain*topical*max(0, T - t_min)',
    ),
    DC: published(
      'DC',
      4804.4,
      't_vm*GF^4/(t_kp + GF^4) + dc_act + dc_stim + flare_stimulus*(flare - 1) + axis_stimulus - t20*DC - DC_dying',
    ),
    SC: published('SC', 12544.2, 'sc2*I*SC - sc20*SC^2 - SC_dying'),
    TA: published('TA', 70349.6, 'ta2*I*TA + sc2ta*I*SC - ta20*TA^2 - TA_dying'),
    Dk: published('D', 173504, 'ta2d*I*TA - d20*Dk^2 - a_base*Dk - desq*Dk'),
    Pb: {
      initial: 0,
      unit: '',
      range: [0, 1],
      rate: '(placebo - Pb)/placebo_days',
      about: 'expectation, which makes the same plaque look milder',
    },
  },
  parameters: {
    ...Object.fromEntries(Object.entries(parameters).filter(([name]) => !left.has(name))),
    // People differ in how strongly growing skin calls dendritic cells; by how much is our guess.
    t_vm: { ...parameters.t_vm!, prior: fold(1.08) },
    uv_eff: { ...parameters.uv_eff!, prior: fold(1.5) },
    flare_stimulus: assumed(
      1500,
      'cells/mm2/day',
      [0, 3000],
      'stimulus by the flare of the day',
      fold(1.3),
    ),
    T17_to_skin: assumed(
      300,
      'cells/mm2/day',
      [0, 3000],
      'stimulus by axis 17; 959 for a week would start a plaque',
      perhaps(0.5, 300),
    ),
    T2_to_skin: assumed(0, 'cells/mm2/day', [0, 1000], 'stimulus by axis 2', perhaps(0.8, 100)),
    direct_to_skin: assumed(
      600,
      'cells/mm2/day',
      [0, 3000],
      'stimulus by a portion of a direct trigger',
      fold(1.5),
    ),
    topical_gain: assumed(
      0.5,
      '1/day',
      [0, 5],
      'T cells that a prescribed cream takes away',
      fold(1.5),
    ),
    placebo_days: assumed(14, 'day', [3, 60], 'days until expectation is felt'),
    placebo_gain: assumed(
      0.05,
      '',
      [0, 0.5],
      'share of the score that expectation takes away',
      fold(1.5),
    ),
    site_share: assumed(0.2, '', [0, 1], 'share of the body that plaques take', fold(1.5)),
  },
  intermediates: {
    IL17: 'il172*T/il1720',
    TNF: 'tnf2*T/tnf20',
    IL23: 'il232*DC/il2320',
    GF: '(sc2gf*SC + ta2gf*TA)/gf20',
    I: 'IL17 + TNF',
    u: 'uv_dose*uv_eff',
    T_dying: 'u*(T - t_min) + a_base*T',
    DC_dying: 'u*(DC - dc_min) + a_base*DC',
    SC_dying: 'u*(SC - sc_min) + a_base*SC',
    TA_dying: 'u*(TA - ta_min) + a_base*TA',
    axis_stimulus: 'T17_to_skin*(T17 - 1) + T2_to_skin*(T2 - 1) + direct_to_skin*E',
    cells: 'a_base*(T + DC + SC + TA + Dk)/a20',
    totC: 'SC + TA + Dk + cells + T + DC',
    plaque:
      '((totC - totC_min)/(totC_max - totC_min) + (T - t_min)/(t_max - t_min) + (Dk - d_min)/(d_max - d_min))/3',
    seen: 'max(0, plaque)*(1 - placebo_gain*Pb)',
  },
  observables: {
    totalCells: { formula: 'totC', unit: 'cells/mm2', about: 'all cells of the model' },
    turnoverDays: {
      formula: '(SC + TA)/max(1e-9, (sc2 + sc2ta)*I*SC + ta2*I*TA) + Dk/max(1e-9, ta2d*I*TA)',
      unit: 'day',
      about: 'epidermal turnover, proliferating and differentiated cells together',
    },
    PASI01: { formula: 'plaque', unit: '', about: 'severity of the plaque: 0 healthy, 1 full' },
    PASI: {
      formula: '72*min(1, seen*site_share)',
      unit: 'points',
      about: 'psoriasis area and severity index, 0 to 72',
    },
    severity: { formula: 'seen/(1 + seen)', unit: '', about: 'how bad the skin is, 0 to 1' },
    itch: {
      formula: '6*min(1, seen) + 5*max(0, 0.8 - Bs)',
      unit: 'points',
      about: 'itch, 0 to 10',
    },
  },
  arrows: [
    {
      from: 'placebo',
      to: 'Pb',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Who believes in a remedy sees a milder plaque.',
      parameters: ['placebo_gain', 'placebo_days'],
    },
    {
      from: 'DC',
      to: 'T',
      sign: 'more',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'Dendritic cells call T cells by interleukin 23.',
      parameters: ['t2'],
    },
    {
      from: 'T',
      to: 'SC',
      sign: 'more',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'Messages of T cells make skin stem cells divide.',
      parameters: ['sc2'],
    },
    {
      from: 'SC',
      to: 'TA',
      sign: 'more',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'Stem cells make the cells that build the skin.',
      parameters: ['sc2ta'],
    },
    {
      from: 'TA',
      to: 'Dk',
      sign: 'more',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'These become the horny layer.',
      parameters: ['ta2d'],
    },
    {
      from: 'TA',
      to: 'DC',
      sign: 'more',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'Growing skin calls dendritic cells, so the plaque keeps itself going.',
      parameters: ['t_vm', 't_kp'],
    },
    {
      from: 'T17',
      to: 'DC',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption; nobody has measured it',
      sentence: 'Cells of axis 17 may wake dendritic cells.',
      parameters: ['T17_to_skin'],
    },
    {
      from: 'T2',
      to: 'DC',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption; nobody has measured it',
      sentence: 'Cells of axis 2 may wake dendritic cells; by default they do not.',
      parameters: ['T2_to_skin'],
    },
    {
      from: 'E',
      to: 'DC',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A food may wake dendritic cells without the gut wall.',
      parameters: ['direct_to_skin'],
    },
    {
      from: 'flare',
      to: 'DC',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'The skin has good and bad days by chance.',
      parameters: ['flare_stimulus'],
    },
    {
      from: 'uv_dose',
      to: 'T',
      sign: 'less',
      tag: 'modelled',
      source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
      sentence: 'UVB light makes T cells die.',
      parameters: ['uv_eff'],
    },
    {
      from: 'topical',
      to: 'T',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A prescribed cream makes T cells go.',
      parameters: ['topical_gain'],
    },
  ],
};
