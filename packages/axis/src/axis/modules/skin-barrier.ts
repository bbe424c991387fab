import type { AxisModule } from '../module.ts';
import { assumed, fold, input } from '../numbers.ts';

/** What acts on every skin, whatever its condition. */
export const skinInputs = {
  flare: assumed(1, '', [0.1, 10], 'the skin of today, 1 on average: moved by chance alone'),
  moisturiser: input('', 3, 'daily applications of a moisturiser'),
  topical: input('', 1, 'a prescribed cream is in use'),
  placebo: input('', 1, 'the person believes in a remedy'),
  stress_on_repair: assumed(
    0.5,
    '',
    [0, 3],
    'how much stress slows the repair of the barrier',
    fold(1.5),
  ),
  moisturiser_gain: assumed(0.3, '', [0, 2], 'repair by a daily moisturiser', {
    kind: 'log-normal',
    spread: 0.5,
  }),
  collagen_gain: assumed(0.02, '', [0, 0.5], 'repair by a daily dose of collagen', {
    kind: 'zero-or-half-normal',
    zero: 0.5,
    scale: 0.05,
  }),
};

/** The brick wall of the skin. */
export const skinBarrier: AxisModule = {
  name: 'skin-barrier',
  title: 'Skin barrier',
  states: {
    Bs: {
      initial: 0.8,
      unit: '',
      range: [0, 1],
      rate: 'barrier_renewal*((1 - Bs)*barrier_repair - 0.25*Bs)',
      about: 'integrity of the skin barrier',
    },
  },
  parameters: {
    ...skinInputs,
    barrier_renewal: assumed(0.3, '1/day', [0.05, 2], 'renewal of the barrier: days'),
  },
  intermediates: {
    barrier_repair:
      '(1 + moisturiser_gain*moisturiser + collagen_gain*collagen)/(1 + stress_on_repair*stress)',
  },
  observables: {
    skinBarrier: { formula: 'Bs', unit: '', about: 'integrity of the skin barrier, 0 to 1' },
  },
  arrows: [
    {
      from: 'moisturiser',
      to: 'Bs',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A moisturiser helps the skin to mend its wall.',
      parameters: ['moisturiser_gain'],
    },
    {
      from: 'collagen',
      to: 'Bs',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Collagen may help a little. In half of the virtual people it does not.',
      parameters: ['collagen_gain'],
    },
    {
      from: 'stress',
      to: 'Bs',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Stress slows the mending of the skin.',
      parameters: ['stress_on_repair'],
    },
  ],
};
