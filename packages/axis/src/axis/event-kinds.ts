import type { Tag } from '../model.ts';

/** What one unit of an event adds to a state at once, or to a parameter as long as it lasts. */
export interface Act {
  readonly target: string;
  readonly per: number;
  /** A parameter that multiplies it: how strongly this person reacts. */
  readonly gain?: string;
  /** Where this is known otherwise than the rest of its event. */
  readonly tag?: Tag;
  readonly source?: string;
  readonly sentence?: string;
}

export interface EventKind {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly amount: readonly [least: number, most: number];
  readonly usual: number;
  /** How long it may last; null for what happens at once. */
  readonly days: readonly [least: number, most: number] | null;
  readonly usualDays: number;
  readonly impulses: readonly Act[];
  readonly pulses: readonly Act[];
  /** How well its effect is known. */
  readonly tag: Tag;
  readonly source: string;
  readonly known: string;
  /** The parameters that hold its effect; their priors hold its uncertainty. */
  readonly parameters: readonly string[];
}

/** LPS brought for each unit at its peak in the blood, where it comes four times as fast as it goes. */
export const lpsForPeak = 4 ** (1 / 3);

const guess = { tag: 'assumed', source: 'our assumption' } as const;
const lasting = (usualDays: number, most = 3650) => ({ days: [0.01, most] as const, usualDays });
const atOnce = { days: null, usualDays: 0 };

/** Everything that can happen to a virtual person. */
export const eventKinds: readonly EventKind[] = [
  {
    name: 'meal',
    title: 'a meal, by the trigger classes it holds',
    unit: 'portions',
    amount: [0, 10],
    usual: 1,
    ...atOnce,
    impulses: [],
    pulses: [],
    ...guess,
    known: 'What a class does is set for each person: through the gut, or past it.',
    parameters: ['trigger_to_junction', 'uptake_to_T2', 'direct_days', 'direct_to_skin'],
  },
  {
    name: 'fatty-meal',
    title: 'a meal of 900 kcal with much fat',
    unit: 'meals',
    amount: [0, 5],
    usual: 1,
    ...atOnce,
    impulses: [{ target: 'Lg', per: lpsForPeak, gain: 'fat_to_lps' }],
    pulses: [],
    tag: 'measured',
    source: 'Erridge 2007, pubmed 17991637; against it J Nutr 2020, pubmed 32040591',
    known:
      'LPS rose by about half, with its peak at half an hour. A later study found nearly none.',
    parameters: ['fat_to_lps', 'lps_absorption', 'lps_clearance'],
  },
  {
    name: 'alcohol',
    title: 'alcoholic drinks',
    unit: 'drinks',
    amount: [0, 12],
    usual: 1,
    ...atOnce,
    impulses: [
      {
        target: 'V',
        per: 1,
        gain: 'alcohol_to_flush',
        tag: 'assumed',
        source: 'our assumption',
        sentence: 'Alcohol makes faces flush within minutes, past the gut wall.',
      },
      {
        target: 'Lg',
        per: lpsForPeak,
        gain: 'alcohol_to_lps',
        tag: 'assumed',
        source: 'our assumption; LPS rose within hours of a binge, by press accounts',
        sentence: 'Drinks may bring bits of bacteria. In half of the virtual people they do not.',
      },
    ],
    pulses: [],
    tag: 'measured',
    source: 'Am J Gastroenterol 1994, pubmed 7977243',
    known:
      'One evening of drinking did not open the small bowel in this study. Years of heavy drinking lowered the uptake of mannitol, which came back in one to two weeks; that is not modelled.',
    parameters: ['alcohol_to_flush', 'alcohol_to_lps', 'lps_absorption'],
  },
  {
    name: 'nsaid',
    title: 'a dose of an NSAID such as indomethacin',
    unit: 'doses',
    amount: [0, 4],
    usual: 1,
    ...lasting(0.5, 60),
    impulses: [],
    pulses: [{ target: 'nsaid', per: 1 }],
    tag: 'measured',
    source: 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250',
    known: 'The lactulose-mannitol ratio rose from 0.030 to 0.071.',
    parameters: ['nsaid_to_junction', 'nsaid_to_villus'],
  },
  {
    name: 'stress',
    title: 'a stressful episode; 1 is a speech in public',
    unit: 'speeches',
    amount: [0, 3],
    usual: 1,
    ...lasting(1 / 24, 60),
    impulses: [],
    pulses: [{ target: 'stress', per: 1 }],
    tag: 'measured',
    source: 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250',
    known: 'The lactulose-mannitol ratio rose to 0.059 in those whose cortisol rose too.',
    parameters: ['mediator_to_junction', 'stress_on_repair'],
  },
  {
    name: 'cromoglycate',
    title: 'cromoglycate, which holds mast cells',
    unit: '',
    amount: [0, 1],
    usual: 1,
    ...lasting(14),
    impulses: [],
    pulses: [{ target: 'cromoglycate', per: 1 }],
    tag: 'measured',
    source: 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250',
    known: 'It took the effect of stress on the gut away.',
    parameters: [],
  },
  {
    name: 'sleep-loss',
    title: 'sleep lost in a night',
    unit: 'h',
    amount: [0, 10],
    usual: 4,
    ...atOnce,
    impulses: [{ target: 'Sl', per: 1 }],
    pulses: [],
    tag: 'measured',
    source: 'van Leeuwen 2009, PMC2643002',
    known: 'Five nights of four hours: CRP 145 %, and 231 % after two nights of recovery.',
    parameters: ['sleep_to_crp', 'sleep_to_T17', 'sleep_debt_days'],
  },
  {
    name: 'endotoxin',
    title: 'LPS into a vein, in a laboratory',
    unit: 'ng/kg',
    amount: [0, 2],
    usual: 0.5,
    ...atOnce,
    impulses: [{ target: 'L', per: 23.4, gain: 'injected_lps_freedom' }],
    pulses: [],
    tag: 'measured',
    source: 'J Inflamm 2014, 10.1186/s12950-014-0028-1',
    known:
      'TNF rose by 413 %. That injected LPS is 20 times as free as that from food is our guess.',
    parameters: ['injected_lps_freedom', 'lps_potency', 'tnf_gain'],
  },
  {
    name: 'antibiotic',
    title: 'a course of an antibiotic by mouth',
    unit: 'courses',
    amount: [0, 2],
    usual: 1,
    ...lasting(7, 60),
    impulses: [],
    pulses: [{ target: 'antibiotic', per: 1 }],
    ...guess,
    known: 'It kills helpful and harmful bacteria alike. How much differs between drugs.',
    parameters: ['antibiotic_kill', 'pathobiont_susceptibility'],
  },
  {
    name: 'probiotic',
    title: 'a probiotic every day',
    unit: 'doses/day',
    amount: [0, 5],
    usual: 1,
    ...lasting(56),
    impulses: [],
    pulses: [{ target: 'probiotic', per: 1 }],
    ...guess,
    known: 'In trials LPS fell a little, with very low certainty (PMC10165082; pubmed 40378939).',
    parameters: ['probiotic_inflow'],
  },
  {
    name: 'fibre',
    title: 'more fibre every day',
    unit: 'g/day',
    amount: [0, 60],
    usual: 10,
    ...lasting(56),
    impulses: [],
    pulses: [{ target: 'fibre_added', per: 1 }],
    ...guess,
    known:
      'In trials of prebiotics LPS fell (pubmed 40378939). Psyllium did not change the leak in children.',
    parameters: ['fibre_half', 'butyrate_to_sealing', 'butyrate_to_mucus'],
  },
  {
    name: 'glutamine',
    title: 'glutamine every day, 5 g three times',
    unit: 'doses/day',
    amount: [0, 5],
    usual: 1,
    ...lasting(56),
    impulses: [],
    pulses: [{ target: 'glutamine', per: 1 }],
    ...guess,
    known:
      'One trial after gut infections saw a large fall of the leak (pubmed 30108163), others none.',
    parameters: ['glutamine_to_sealing'],
  },
  {
    name: 'collagen',
    title: 'collagen every day',
    unit: 'doses/day',
    amount: [0, 5],
    usual: 1,
    ...lasting(56),
    impulses: [],
    pulses: [{ target: 'collagen', per: 1 }],
    ...guess,
    known: 'No trial on the leak of the gut was found. For the skin barrier this is a guess.',
    parameters: ['collagen_gain'],
  },
  {
    name: 'low-glycaemic-diet',
    title: 'a diet with little sugar and refined starch',
    unit: '',
    amount: [0, 1],
    usual: 1,
    ...lasting(84),
    impulses: [],
    pulses: [{ target: 'low_glycaemic', per: 1 }],
    tag: 'measured',
    source: 'Smith 2007, AJCN 86:107',
    known: 'In 12 weeks lesions fell by 23.5, and by 12.0 in those on their usual food.',
    parameters: ['low_glycaemic_cut', 'glycaemic_to_sebum'],
  },
  {
    name: 'moisturiser',
    title: 'a moisturiser every day',
    unit: 'applications/day',
    amount: [0, 3],
    usual: 1,
    ...lasting(28),
    impulses: [],
    pulses: [{ target: 'moisturiser', per: 1 }],
    ...guess,
    known: 'It helps the barrier of dry skin. How much is a guess here.',
    parameters: ['moisturiser_gain'],
  },
  {
    name: 'topical',
    title: 'a prescribed cream on the skin',
    unit: '',
    amount: [0, 1],
    usual: 1,
    ...lasting(28),
    impulses: [],
    pulses: [{ target: 'topical', per: 1 }],
    ...guess,
    known: 'A stand-in for what a doctor prescribes. How much it does is a guess here.',
    parameters: ['topical_gain', 'topical_on_microbes'],
  },
  {
    name: 'uvb',
    title: 'a session of UVB light',
    unit: 'J/cm2',
    amount: [0, 5],
    usual: 1,
    ...lasting(1, 1),
    impulses: [],
    pulses: [{ target: 'uv_dose', per: 1 }],
    tag: 'modelled',
    source: 'Shmarov et al. 2022, PLOS Comput Biol 18(9):e1010267',
    known:
      'Three sessions a week clear plaques in the published model. Only the psoriasis skin knows UVB.',
    parameters: ['uv_eff'],
  },
  {
    name: 'placebo',
    title: 'a remedy without effect that is believed in',
    unit: '',
    amount: [0, 1],
    usual: 1,
    ...lasting(84),
    impulses: [],
    pulses: [{ target: 'placebo', per: 1 }],
    tag: 'modelled',
    source: 'Miyano, Irvine & Tanaka, doi 10.1101/2021.02.08.21251317',
    known: 'In the published eczema model placebo alone takes away 45 % of the score.',
    parameters: ['placebo_gain'],
  },
];

const kindOf = new Map(eventKinds.map((kind) => [kind.name, kind]));

/** The kind of this name, or undefined. */
export const eventKindNamed = (name: string): EventKind | undefined => kindOf.get(name);
