import type { ModelDefinition, Parameter, ParameterChange } from '../model.ts';

const source = 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267; psor_v8_4.xml';

/** A number of the published model; it may be varied up to `fold` times. */
const published = (value: number, unit: string, fold = 2): Parameter => ({
  value,
  unit,
  range: [value / fold, value * fold],
  source,
  tag: 'modelled',
});
const within = (
  value: number,
  unit: string,
  range: readonly [number, number],
  about: string,
  tag: Parameter['tag'] = 'modelled',
): Parameter => ({ value, unit, range, source, tag, about });

const state = (initial: number, unit: string, rate: string, about: string) => ({
  initial,
  unit,
  range: [0, initial > 0 ? initial * 10 : 1e5] as const,
  rate,
  about,
});

/** Days after the first and doses in J/cm2 of the published course: three a week. */
const doses = [
  0.7, 0.7, 0.98, 0.98, 1.323, 1.323, 1.72, 1.72, 2.15, 2.15, 2.58, 2.58, 2.967, 2.967, 3.264,
  3.264,
];
const mostDoses = 30;
const lastDose = 3.427;

const schedule = (numberOf: (parameter: string) => number): readonly ParameterChange[] => {
  const changes: ParameterChange[] = [];
  const stimulus = numberOf('dc_stim');
  const start = numberOf('dc_stim_start');
  const end = start + numberOf('dc_stim_days');
  if (stimulus !== 0) {
    if (start > 0) changes.push({ time: 0, parameter: 'dc_stim', value: 0 });
    if (start > 0) changes.push({ time: start, parameter: 'dc_stim', value: stimulus });
    changes.push({ time: end, parameter: 'dc_stim', value: 0 });
  }
  const count = Math.round(numberOf('uv_doses'));
  const constant = numberOf('uv_dose');
  for (let i = 0; i < count; i++) {
    const time = numberOf('time_uvb') + Math.floor(i / 3) * 7 + (i % 3) * 2;
    changes.push({ time, parameter: 'uv_dose', value: doses[i] ?? lastDose });
    changes.push({ time: time + numberOf('a_time'), parameter: 'uv_dose', value: constant });
  }
  return changes;
};

/**
 * Psoriasis of the epidermis, Shmarov et al. 2022, as published in psor_v8_4.xml, without the drug
 * compartments, which act on nothing there, and with its exponent n fixed at 4.
 */
export const psoriasisDefinition: ModelDefinition = {
  name: 'psoriasis',
  title: 'Psoriasis: immune cells, keratinocytes and their turnover',
  source,
  timeUnit: 'day',
  until: 735,
  states: {
    IL17: state(21.3163, 'units/mm2', 'il172*T - il1720*IL17', 'interleukin 17'),
    TNF: state(21.3163, 'units/mm2', 'tnf2*T - tnf20*TNF', 'tumour necrosis factor'),
    IL23: state(42.8237, 'units/mm2', 'il232*DC - il2320*IL23', 'interleukin 23'),
    GF: state(717.03, 'units/mm2', 'sc2gf*SC + ta2gf*TA - gf20*GF', 'growth factors'),
    T: state(1556.09, 'cells/mm2', 't2*IL23 - t20*T - T_dying', 'T cells'),
    DC: state(
      1563.06,
      'cells/mm2',
      't_vm*GF^4/(t_kp + GF^4) + dc_act + dc_stim - t20*DC - DC_dying',
      'dendritic cells',
    ),
    SC: state(3947.21, 'cells/mm2', 'sc2*I*SC - sc20*SC^2 - SC_dying - SC_arrested', 'stem cells'),
    TA: state(
      22224.4,
      'cells/mm2',
      'ta2*I*TA + sc2ta*I*SC - ta20*TA^2 - TA_dying - TA_arrested',
      'transit amplifying cells',
    ),
    D: state(
      50529.3,
      'cells/mm2',
      'ta2d*I*TA - d20*D^2 - D_dying - desq*D',
      'differentiated cells',
    ),
    A: state(
      7.98201,
      'cells/mm2',
      'T_dying + DC_dying + SC_dying + TA_dying + D_dying - a20*A',
      'cells in apoptosis',
    ),
    R: state(0, 'cells/mm2', 'SC_arrested + TA_arrested - r20*R^2', 'cells in growth arrest'),
  },
  parameters: {
    t2: published(55, '1/day'),
    t20: published(1.51, '1/day'),
    il172: published(0.5, '1/day'),
    il1720: published(36.5, '1/day'),
    tnf2: published(0.5, '1/day'),
    tnf20: published(36.5, '1/day'),
    il232: published(1, '1/day'),
    il2320: published(36.5, '1/day'),
    gf20: published(36.5, '1/day'),
    sc2gf: published(1, '1/day'),
    ta2gf: published(1, '1/day'),
    t_vm: published(6000, 'cells/mm2/day'),
    t_kp: published(3e12, '(units/mm2)^4'),
    dc_act: published(1880, 'cells/mm2/day'),
    dc_stim: within(0, 'cells/mm2/day', [0, 20000], 'outside stimulus of dendritic cells'),
    dc_stim_start: within(0, 'day', [0, 10000], 'when the stimulus begins', 'assumed'),
    dc_stim_days: within(7, 'day', [0, 10000], 'how long the stimulus lasts', 'assumed'),
    a_base: published(0.0036, '1/day'),
    a20: published(36, '1/day'),
    r20: published(6e-7, 'mm2/cell/day'),
    sc2: published(0.0017635, 'mm2/unit/day'),
    ta2: published(0.0017562, 'mm2/unit/day'),
    sc2ta: published(0.0015415, 'mm2/unit/day'),
    ta2d: published(0.0018063, 'mm2/unit/day'),
    sc20: published(1.8135e-5, 'mm2/cell/day'),
    ta20: published(3.7321e-6, 'mm2/cell/day'),
    d20: published(5.05e-7, 'mm2/cell/day'),
    desq: published(0.004752946, '1/day'),
    arrest: within(0, '', [0, 1], 'share of the cells hit by UVB that are arrested'),
    uv_dose: within(0, 'J/cm2', [0, 5], 'UVB outside a planned course'),
    uv_eff: within(0.16, 'cm2/J/day', [0, 0.5], 'effect of UVB; 0.08 in the scripts of the paper'),
    uv_doses: within(0, '', [0, mostDoses], 'doses of the planned course, three a week'),
    time_uvb: within(300, 'day', [0, 10000], 'when the planned course begins'),
    a_time: within(1, 'day', [0.01, 1], 'how long a dose acts'),
    t_min: published(1556.09, 'cells/mm2', 1.5),
    dc_min: published(1563.06, 'cells/mm2', 1.5),
    sc_min: published(3947.21, 'cells/mm2', 1.5),
    ta_min: published(22224.4, 'cells/mm2', 1.5),
    d_min: published(50529.3, 'cells/mm2', 1.5),
    t_max: published(4783, 'cells/mm2', 1.5),
    d_max: published(173504, 'cells/mm2', 1.5),
    totC_min: published(79828, 'cells/mm2', 1.5),
    totC_max: published(266011.65, 'cells/mm2', 1.5),
  },
  intermediates: {
    I: 'IL17 + TNF',
    u: 'uv_dose*uv_eff',
    T_dying: 'u*(T - t_min) + a_base*T',
    DC_dying: 'u*(DC - dc_min) + a_base*DC',
    SC_dying: '(1 - arrest)*u*(SC - sc_min) + a_base*SC',
    TA_dying: '(1 - arrest)*u*(TA - ta_min) + a_base*TA',
    D_dying: 'a_base*D',
    SC_arrested: 'arrest*u*(SC - sc_min)',
    TA_arrested: 'arrest*u*(TA - ta_min)',
    totC: 'SC + TA + D + R + A + T + DC',
  },
  observables: {
    totalCells: { formula: 'totC', unit: 'cells/mm2', about: 'all cells of the model' },
    turnoverDays: {
      formula: '(SC + TA)/((sc2 + sc2ta)*I*SC + ta2*I*TA) + D/(ta2d*I*TA)',
      unit: 'day',
      about: 'epidermal turnover, proliferating and differentiated cells together',
    },
    PASI01: {
      formula:
        '((totC - totC_min)/(totC_max - totC_min) + (T - t_min)/(t_max - t_min) + (D - d_min)/(d_max - d_min))/3',
      unit: '',
      about: 'severity: 0 healthy, 1 the full plaque of the model',
    },
  },
  schedule,
};
