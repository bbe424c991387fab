/**
 * What the articles tell, each beside its honest counterpart. Plain values, as a YAML file would hold them;
 * every one goes through the same reader as a file of yours.
 */
export const stories: readonly unknown[] = [
  {
    name: 'leaky-gut',
    title: 'The leaky gut story, with and without its arrow',
    about:
      'A person with acne has dairy twice a day from day 10 to day 70, and dairy opens their gut wall. The same leak moves the skin only if an arrow from gut to skin exists. No study has measured that arrow in acne: its size is our assumption, and it may be zero.',
    condition: 'acne',
    triggers: [{ class: 'dairy', gut: 5, direct: 0 }],
    events: [
      { day: 10.33, kind: 'meal', every: 1, until: 70, doses: [{ class: 'dairy', portions: 1 }] },
      { day: 10.8, kind: 'meal', every: 1, until: 70, doses: [{ class: 'dairy', portions: 1 }] },
    ],
    until: 150,
    outputs: ['inflamedLesions', 'leak', 'T2'],
    arms: [
      { name: 'with the arrow', settings: { gut_arrow: 1 } },
      { name: 'without the arrow', settings: { gut_arrow: 0 } },
      { name: 'leak held shut', settings: { gut_arrow: 1, junction_clamp: 1 } },
    ],
  },
  {
    name: 'nsaid-weekend',
    title: 'A weekend with painkillers',
    about:
      'Two days of an NSAID open the gut wall: that is measured in people. Whether eczema feels it depends on the arrow, which is assumed.',
    condition: 'eczema',
    events: [{ day: 7, kind: 'nsaid', amount: 1, days: 2 }],
    until: 42,
    outputs: ['EASI', 'lactulosePermeability', 'junctionOpening'],
    arms: [
      { name: 'with the arrow', settings: { gut_arrow: 1 } },
      { name: 'without the arrow', settings: { gut_arrow: 0 } },
    ],
  },
  {
    name: 'public-speech',
    title: 'A speech in public, and mast cells',
    about:
      'Stress opened the gut wall within hours in a study, and cromoglycate took that away. The skin has its own way to feel stress, past the gut.',
    condition: 'eczema',
    settings: { gut_arrow: 1 },
    events: [{ day: 2, kind: 'stress', every: 1, until: 8, amount: 1 }],
    until: 21,
    outputs: ['lactulosePermeability', 'EASI', 'X'],
    arms: [
      { name: 'stress alone' },
      { name: 'with cromoglycate', events: [{ day: 0, kind: 'cromoglycate', days: 14 }] },
    ],
  },
  {
    name: 'antibiotics',
    title: 'A week of antibiotics',
    about:
      'Bacteria of both kinds fall and come back. How fast, and what fibre or a probiotic adds, is assumed. Some skins get better for a while, because an antibiotic reaches harmful bacteria too.',
    condition: 'rosacea',
    settings: { gut_arrow: 1, overgrowth: 2 },
    events: [{ day: 7, kind: 'antibiotic', days: 7 }],
    until: 120,
    outputs: ['papules', 'Bc', 'Bp', 'Bu'],
    arms: [
      { name: 'alone' },
      { name: 'with fibre', events: [{ day: 14, kind: 'fibre', amount: 10, days: 56 }] },
      { name: 'with a probiotic', events: [{ day: 14, kind: 'probiotic', days: 56 }] },
    ],
  },
  {
    name: 'dairy-acne',
    title: 'Milk and acne: three people',
    about:
      'The same glass of milk every day from day 20 to day 110. One skin feels it past the gut, one through the gut, one only by the insulin that milk calls for in everybody. A spot takes weeks to grow, so the answer comes late and leaves late.',
    condition: 'acne',
    settings: { gut_arrow: 1 },
    events: [
      {
        day: 20.33,
        kind: 'meal',
        every: 1,
        until: 110,
        doses: [
          { class: 'dairy', portions: 1 },
          { class: 'milk', portions: 1 },
        ],
      },
    ],
    until: 200,
    outputs: ['inflamedLesions', 'Sb', 'leak'],
    arms: [
      { name: 'past the gut', triggers: [{ class: 'dairy', gut: 0, direct: 2 }] },
      { name: 'through the gut', triggers: [{ class: 'dairy', gut: 4, direct: 0 }] },
      { name: 'no trigger' },
    ],
  },
  {
    name: 'whey-acne',
    title: 'Whey shakes and acne',
    about:
      'Two whey shakes a day for 12 weeks raise insulin, and insulin drives sebum: in this model. In a third of virtual people it does not, as nobody knows.',
    condition: 'acne',
    events: [
      { day: 14.4, kind: 'meal', every: 1, until: 98, doses: [{ class: 'whey', portions: 2 }] },
    ],
    until: 180,
    outputs: ['lesionCount', 'Sb', 'G'],
    arms: [
      { name: 'insulin drives sebum' },
      { name: 'insulin does nothing', settings: { glycaemic_to_sebum: 0 } },
    ],
  },
  {
    name: 'low-glycaemic-diet',
    title: 'Twelve weeks with little sugar',
    about:
      'In a study lesions fell by 23.5 with this diet, and by 12.0 without it. Half of the fall was not the diet.',
    condition: 'acne',
    until: 140,
    outputs: ['lesionCount', 'Sb'],
    arms: [
      {
        name: 'diet and belief in it',
        events: [
          { day: 14, kind: 'low-glycaemic-diet', days: 84 },
          { day: 14, kind: 'placebo', days: 84 },
        ],
      },
      { name: 'belief alone', events: [{ day: 14, kind: 'placebo', days: 84 }] },
      { name: 'nothing' },
    ],
  },
  {
    name: 'wheat-eczema',
    title: 'Wheat and eczema: a late reaction',
    about:
      'A bread day once in two weeks. In trials late reactions of eczema came at about a day, and in one large trial no more often than after placebo.',
    condition: 'eczema',
    settings: { gut_arrow: 1 },
    events: [
      { day: 7.5, kind: 'meal', every: 14, until: 70, doses: [{ class: 'wheat', portions: 3 }] },
    ],
    until: 84,
    outputs: ['itch', 'EASI', 'T2'],
    arms: [
      { name: 'past the gut', triggers: [{ class: 'wheat', gut: 0, direct: 5 }] },
      { name: 'through the gut', triggers: [{ class: 'wheat', gut: 5, direct: 0 }] },
      { name: 'no trigger' },
    ],
  },
  {
    name: 'alcohol-rosacea',
    title: 'Wine and a flushed face',
    about:
      'Drinks on Friday and Saturday. A flush comes within the hour and goes, and does not ask the gut: cutting the arrow leaves it as it is. Papules hardly notice the arrow; it carries what drinks may bring of bacteria. Whether flushing feeds papules is assumed.',
    condition: 'rosacea',
    settings: { gut_arrow: 1 },
    events: [
      { day: 4.85, kind: 'alcohol', amount: 3, every: 7 },
      { day: 5.85, kind: 'alcohol', amount: 3, every: 7 },
    ],
    until: 56,
    outputs: ['flush', 'redness', 'papules'],
    arms: [
      { name: 'with the arrow' },
      { name: 'without the arrow', settings: { gut_arrow: 0 } },
      { name: 'flushing feeds nothing', settings: { flush_to_papules: 0 } },
    ],
  },
  {
    name: 'placebo',
    title: 'A gut plan beside a placebo',
    about:
      'Fibre, a probiotic and glutamine for 12 weeks, believed in; and belief alone. In the published eczema model placebo takes away 45 % of the score. A plan that looks good beside nothing may be no better than a placebo.',
    condition: 'eczema',
    settings: { gut_arrow: 1 },
    until: 140,
    outputs: ['EASI', 'Bu', 'leak'],
    arms: [
      {
        name: 'plan and belief',
        events: [
          { day: 14, kind: 'placebo', days: 84 },
          { day: 14, kind: 'fibre', amount: 10, days: 84 },
          { day: 14, kind: 'probiotic', days: 84 },
          { day: 14, kind: 'glutamine', days: 84 },
        ],
      },
      { name: 'belief alone', events: [{ day: 14, kind: 'placebo', days: 84 }] },
      { name: 'nothing' },
    ],
  },
  {
    name: 'regression-to-the-mean',
    title: 'Begun on the worst day',
    about:
      'People begin something new when their skin is at its worst. It then gets better, also when nothing is done. Both lines begin on the worst day of half a year.',
    condition: 'acne',
    noise: { spread: 0.6, memoryDays: 14 },
    begin: 'worst-day',
    until: 84,
    outputs: ['inflamedLesions'],
    arms: [
      { name: 'collagen begun', events: [{ day: 0, kind: 'collagen', days: 84 }] },
      { name: 'nothing done' },
    ],
  },
  {
    name: 'psoriasis-uvb',
    title: 'UVB light and a plaque',
    about:
      'Ten weeks of UVB, three times a week with a rising dose, as in the published model. With a weak response of the skin the plaque comes back.',
    condition: 'psoriasis',
    events: Array.from({ length: 30 }, (_, i) => ({
      day: Math.floor(i / 3) * 7 + (i % 3) * 2,
      kind: 'uvb',
      amount: Number((0.7 + (i * (3.427 - 0.7)) / 29).toFixed(3)),
    })),
    until: 365,
    outputs: ['PASI01', 'T', 'turnoverDays'],
    arms: [
      { name: 'strong response', settings: { uv_eff: 0.08 } },
      { name: 'weak response', settings: { uv_eff: 0.03 } },
    ],
  },
  {
    name: 'psoriasis-onset',
    title: 'A week that starts a plaque, and one that does not',
    about:
      'The published model has two ways to be. A week of a stimulus above 959 takes the skin from one to the other; anything smaller passes. Small things do nothing, and that is a finding.',
    model: 'psoriasis',
    until: 365,
    outputs: ['PASI01', 'totalCells'],
    arms: [
      { name: 'stimulus 6000', settings: { dc_stim: 6000 } },
      { name: 'stimulus 950', settings: { dc_stim: 950 } },
    ],
  },
  {
    name: 'short-sleep',
    title: 'Five short nights',
    about:
      'CRP rose to 145 % after five nights of four hours, and to 231 % after two nights of rest: the first is what the model was set by. That the skin follows is assumed.',
    condition: 'eczema',
    events: [{ day: 7, kind: 'sleep-loss', amount: 4, every: 1, until: 11 }],
    until: 42,
    outputs: ['CRP', 'T17', 'EASI'],
    arms: [
      { name: 'the skin follows' },
      { name: 'the skin does not', settings: { T17_to_skin: 0 } },
    ],
  },
];
