import type { AxisModule } from '../module.ts';
import { assumed, fold, input } from '../numbers.ts';

/** What is absorbed and reaches the skin by the blood, without leak: sugar's call for insulin. */
export const nutrients: AxisModule = {
  name: 'nutrients',
  title: 'Nutrients absorbed',
  states: {
    G: {
      initial: 1,
      unit: '',
      range: [0, 20],
      rate: 'glycaemic_decay*(glycaemic_base*(1 - low_glycaemic_cut*low_glycaemic) - G)',
      about: 'insulin and IGF drive, 1 on usual food',
    },
  },
  parameters: {
    glycaemic_base: assumed(1, '', [0, 3], 'drive of the food that is not told as meals'),
    glycaemic_decay: assumed(6, '1/day', [2, 24], 'fall of the drive after a meal: hours'),
    portion_to_drive: assumed(1, '', [0, 3], 'drive by a portion of quick sugar', fold(1.3)),
    low_glycaemic: input('', 1, 'a low-glycaemic diet is kept'),
    low_glycaemic_cut: assumed(
      0.3,
      '',
      [0, 0.8],
      'share of the drive such a diet takes away',
      fold(1.5),
    ),
    collagen: input('', 5, 'daily doses of collagen'),
  },
  intermediates: { absorption: 'min(1, coverage)' },
  observables: {
    absorption: { formula: 'absorption', unit: '', about: 'absorbing surface, 1 at rest' },
  },
  arrows: [
    {
      from: 'low_glycaemic',
      to: 'G',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Less sugar and white flour call for less insulin.',
      parameters: ['low_glycaemic_cut'],
    },
  ],
};
