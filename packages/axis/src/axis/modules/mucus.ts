import type { AxisModule } from '../module.ts';
import { assumed, fold } from '../numbers.ts';

/** The mucus veil: secreted by goblet cells, worn down by bacteria. One layer, as in the small bowel. */
export const mucus: AxisModule = {
  name: 'mucus',
  title: 'Mucus',
  states: {
    M: {
      initial: 1,
      unit: '',
      range: [0, 3],
      rate: 'mucus_turnover*(1 - butyrate_to_mucus + butyrate_to_mucus*2*Bu/(1 + Bu) - M*(1 - bacteria_on_mucus + bacteria_on_mucus*Bp))',
      about: 'thickness of the mucus, 1 at rest',
    },
  },
  parameters: {
    mucus_turnover: assumed(2, '1/day', [0.5, 24], 'renewal of the mucus, hours to a day'),
    butyrate_to_mucus: assumed(
      0.3,
      '',
      [0, 0.9],
      'share of the secretion that butyrate drives',
      fold(1.4),
    ),
    bacteria_on_mucus: assumed(
      0.3,
      '',
      [0, 0.9],
      'share of the wear that pathobionts cause',
      fold(1.4),
    ),
    mucus_floor: assumed(0.3, '', [0.1, 1], 'how open the way is that no mucus bars'),
  },
  intermediates: { reach: 'Bp/(mucus_floor + (1 - mucus_floor)*M)' },
  observables: {
    mucusThickness: { formula: 'M', unit: '', about: 'mucus, 1 at rest' },
  },
  arrows: [
    {
      from: 'Bc',
      to: 'M',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Bacteria make butyrate of fibre, and butyrate helps cells to make mucus.',
      parameters: ['butyrate_to_mucus'],
    },
    {
      from: 'Bp',
      to: 'M',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Harmful bacteria wear the mucus down.',
      parameters: ['bacteria_on_mucus'],
    },
  ],
};
