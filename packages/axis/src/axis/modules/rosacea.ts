import type { AxisModule } from '../module.ts';
import { assumed, fold, perhaps } from '../numbers.ts';

/** Rosacea: a flush within minutes, papules over weeks. No published model; structure assumed. */
export const rosacea: AxisModule = {
  name: 'rosacea',
  title: 'Rosacea',
  states: {
    V: {
      initial: 0,
      unit: '',
      range: [0, 10],
      rate: 'flush_decay*(stress_to_flush*stress - V)',
      about: 'flush, 1 after a spicy meal',
    },
    Pp: {
      initial: 10,
      unit: 'lesions',
      range: [0, 300],
      rate: 'papule_formation*site_density*flare*(1 + T17_to_skin*(T17 - 1))*(1 + T2_to_skin*(T2 - 1) + direct_to_skin*E + flush_to_papules*V + gut_arrow*overgrowth_to_skin*max(0, Bp - 1))*(0.5 + 0.5*Ms/0.2) - Pp*(1 + topical_gain*topical + placebo_gain*placebo)/papule_days',
      about: 'papules',
    },
  },
  parameters: {
    site_density: assumed(1, '', [0, 3], 'papules at this site, the cheeks as 1'),
    flush_decay: assumed(
      33,
      '1/day',
      [10, 100],
      'fading of a flush: half in half an hour',
      fold(1.5),
    ),
    stress_to_flush: assumed(0.5, '', [0, 3], 'flush by stress', fold(1.5)),
    flush_to_papules: assumed(0.2, '', [0, 3], 'papules that flushing feeds', perhaps(0.5, 0.3)),
    papule_formation: assumed(10 / 14, 'lesions/day', [0.05, 5], 'papules that appear', fold(1.6)),
    papule_days: assumed(14, 'day', [5, 40], 'days a papule lasts', fold(1.3)),
    overgrowth_to_skin: assumed(
      0.3,
      '',
      [0, 3],
      'papules driven by small bowel overgrowth',
      perhaps(0.5, 0.3),
    ),
    T17_to_skin: assumed(0.5, '', [0, 1], 'papules driven by axis 17', perhaps(0.5, 0.5)),
    T2_to_skin: assumed(0.2, '', [0, 1], 'papules driven by axis 2', perhaps(0.7, 0.2)),
    direct_to_skin: assumed(0.5, '', [0, 3], 'what a portion of a direct trigger does', fold(1.5)),
    topical_gain: assumed(1, '', [0, 5], 'papules that a topical treatment takes away', fold(1.5)),
    placebo_gain: assumed(0.3, '', [0, 2], 'papules that expectation takes away', fold(1.5)),
    steady_redness: assumed(0.3, '', [0, 1], 'redness between flushes', fold(1.3)),
  },
  observables: {
    flush: { formula: 'V/(1 + V)', unit: '', about: 'flush, 0 to 1' },
    redness: {
      formula: 'min(1, steady_redness*(0.5 + 0.5*Pp/(Pp + 10)*2) + (1 - steady_redness)*V/(1 + V))',
      unit: '',
      about: 'redness, 0 to 1',
    },
    papules: { formula: 'Pp', unit: 'lesions', about: 'papules' },
    lesionCount: { formula: 'Pp', unit: 'lesions', about: 'all lesions that can be counted' },
    severity: { formula: 'Pp/(Pp + 10)', unit: '', about: 'how bad the skin is, 0 to 1' },
    itch: { formula: '10*(1 - Bs)', unit: 'points', about: 'itch or burning, 0 to 10' },
  },
  arrows: [],
};
