import type { AxisModule } from '../module.ts';
import { assumed, fold, input, known } from '../numbers.ts';

const transit = 'Yu et al. 1996, Int J Pharm, doi 10.1016/0378-5173(96)04592-9';

/** Lumen and microbiota: what was eaten, fibre, two guilds of bacteria, butyrate. All gains are ours. */
export const lumen: AxisModule = {
  name: 'lumen',
  title: 'Lumen and microbiota',
  states: {
    A: {
      initial: 0,
      unit: 'portions',
      range: [0, 20],
      rate: '-A*1440/transit_minutes',
      about: 'trigger load in the small bowel, weighted by how this person reacts',
    },
    Fb: {
      initial: 20,
      unit: 'g',
      range: [0, 200],
      rate: 'fibre_intake + fibre_added - fibre_fermentation*Bc*Fb',
      about: 'fibre in the colon',
    },
    Bc: {
      initial: 1,
      unit: '',
      range: [0.01, 3],
      rate: 'commensal_growth*Bc*(fuel - (1 - competition)*Bc - competition*Bp) + resettling*(1 - Bc) + probiotic_inflow*probiotic - antibiotic_kill*antibiotic*Bc',
      about: 'commensal bacteria that ferment fibre; 1 at rest',
    },
    Bp: {
      initial: 1,
      unit: '',
      range: [0.01, 5],
      rate: 'pathobiont_growth*Bp*(1 + overgrowth + colonisation_resistance - Bp - colonisation_resistance*Bc) + resettling*(1 - Bp) - antibiotic_kill*antibiotic*Bp*pathobiont_susceptibility',
      about: 'gram-negative bacteria that can harm; 1 at rest',
    },
  },
  parameters: {
    transit_minutes: known(
      'measured',
      199,
      'min',
      [60, 600],
      'mean transit of the small bowel, 95 % interval 192 to 206',
      transit,
      fold(1.2),
    ),
    fibre_intake: assumed(20, 'g/day', [0, 80], 'fibre of every day', fold(1.5)),
    fibre_usual: assumed(20, 'g/day', [10, 40], 'fibre at which the microbiota is at rest'),
    fibre_fermentation: assumed(1, '1/day', [0.3, 3], 'how fast fibre is fermented'),
    fibre_added: input('g/day', 60, 'fibre taken on top'),
    fibre_half: assumed(1, '', [0.2, 5], 'fibre that half feeds the commensals, in usual days'),
    commensal_growth: assumed(1, '1/day', [0.2, 3], 'growth of commensals'),
    pathobiont_growth: assumed(1, '1/day', [0.2, 3], 'growth of pathobionts'),
    competition: assumed(0.2, '', [0, 0.5], 'how pathobionts crowd commensals out'),
    colonisation_resistance: assumed(0.5, '', [0, 1], 'how commensals hold pathobionts down'),
    overgrowth: assumed(0, '', [0, 8], 'small bowel overgrowth: room for more pathobionts'),
    resettling: assumed(0.01, '1/day', [0.001, 0.1], 'bacteria that come back from outside'),
    antibiotic: input('', 2, 'an antibiotic is being taken'),
    antibiotic_kill: assumed(3, '1/day', [0, 10], 'killing by an antibiotic'),
    pathobiont_susceptibility: assumed(0.8, '', [0, 1.5], 'pathobionts killed, per commensal'),
    probiotic: input('', 5, 'daily doses of a probiotic'),
    probiotic_inflow: assumed(0.05, '1/day', [0, 0.3], 'commensals a daily dose brings', {
      kind: 'zero-or-half-normal',
      zero: 0.5,
      scale: 0.05,
    }),
  },
  intermediates: {
    fibre_share: 'Fb*fibre_fermentation/fibre_usual',
    fuel: '(1 + fibre_half)*fibre_share/(fibre_share + fibre_half)',
    Bu: 'fibre_share*Bc',
  },
  observables: {
    butyrate: { formula: 'Bu', unit: '', about: 'butyrate, 1 at rest: fibre times commensals' },
  },
  arrows: [],
};
