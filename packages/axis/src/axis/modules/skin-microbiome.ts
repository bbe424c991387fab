import type { AxisModule } from '../module.ts';
import { assumed, fold } from '../numbers.ts';

/** The share of opportunists among the bacteria of the skin; they profit from an open barrier. */
export const skinMicrobiome: AxisModule = {
  name: 'skin-microbiome',
  title: 'Skin microbiome',
  states: {
    Ms: {
      initial: 0.2,
      unit: '',
      range: [0, 1],
      rate: 'skin_microbe_turnover*((1 - Ms)*(1 - barrier_to_microbes + barrier_to_microbes*(1 - Bs)/0.2) - 4*Ms*(1 + topical_on_microbes*topical))',
      about: 'opportunists, as a share of the skin bacteria',
    },
  },
  parameters: {
    skin_microbe_turnover: assumed(0.1, '1/day', [0.02, 1], 'turnover of the skin bacteria'),
    barrier_to_microbes: assumed(
      0.5,
      '',
      [0, 1],
      'share of their growth that an open barrier feeds',
    ),
    topical_on_microbes: assumed(
      0.5,
      '',
      [0, 5],
      'opportunists that a prescribed cream kills',
      fold(1.5),
    ),
  },
  observables: {
    skinOpportunists: { formula: 'Ms', unit: '', about: 'opportunists on the skin, as a share' },
  },
  arrows: [
    {
      from: 'Bs',
      to: 'Ms',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A whole wall keeps unwanted bacteria off the skin.',
      parameters: ['barrier_to_microbes'],
    },
    {
      from: 'topical',
      to: 'Ms',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A prescribed cream kills some of them.',
      parameters: ['topical_on_microbes'],
    },
  ],
};
