import { cryptDefinition } from '../../models/crypt.ts';
import type { AxisModule } from '../module.ts';
import { assumed, fitted, fold, input, known } from '../numbers.ts';

const crypt = cryptDefinition.parameters;
const restN2 = cryptDefinition.states.N2!.initial;
const villus = 'BioNumbers 107812, 113697; textbook range 3 to 6 days';
const vanuytsel = 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250';
const published = (name: string) => {
  const parameter = crypt[name]!;
  const { value } = parameter;
  return {
    ...parameter,
    range: [0.9 * value, Math.min(1.1 * value, name.startsWith('p') ? 0.95 : Infinity)] as const,
  };
};
/** Villus cells where the crypt rests and cells live 4 days. */
const restVillus = restN2 * crypt.d2!.value * 4;

/**
 * Crypt and villus after Smallbone & Corfe: N2 counts the cells on the villus, which live 3 to 5 days;
 * for crowding they weigh what the crypt's own differentiated cells weigh, so its rest is kept. Junctions open
 * and close within hours.
 */
export const epithelium: AxisModule = {
  name: 'epithelium',
  title: 'Epithelium: renewal, junctions, leak, M cells',
  states: {
    N0: {
      initial: cryptDefinition.states.N0!.initial,
      unit: 'cells',
      range: [0.1, 20],
      rate: '(1 - crypt_p01)*f0 - crypt_d0*N0',
      about: 'stem cells of a crypt',
    },
    N1: {
      initial: cryptDefinition.states.N1!.initial,
      unit: 'cells',
      range: [1, 100],
      rate: 'crypt_p01*f0 + (1 - crypt_p12)*f1 - crypt_d1*N1',
      about: 'transit amplifying cells',
    },
    N2: {
      initial: restVillus,
      unit: 'cells',
      range: [0, 600],
      rate: 'crypt_p12*f1 - N2*(1/enterocyte_days + injury)',
      about: 'enterocytes on the villus',
    },
    J: {
      initial: 0.05,
      unit: '',
      range: [0, 1],
      rate: '(junction_rest*junction_closing/(1 - junction_rest) + mediator_to_junction*X + trigger_to_junction*A + nsaid_to_junction*nsaid + inflammation_to_junction*N)*(1 - J) - junction_closing*sealing*J',
      about: 'how far the junctions stand open, 0 to 1',
    },
  },
  parameters: {
    crypt_d0: published('d0'),
    crypt_d1: published('d1'),
    crypt_d2: published('d2'),
    crypt_K: published('K'),
    crypt_r0: published('r0'),
    crypt_p01: published('p01'),
    crypt_r1: published('r1'),
    crypt_p12: published('p12'),
    enterocyte_days: known(
      'measured',
      4,
      'day',
      [3, 5],
      'life of an enterocyte',
      villus,
      fold(1.1),
    ),
    nsaid: input('', 4, 'doses of an NSAID at work'),
    nsaid_to_villus: assumed(0.1, '1/day', [0, 0.5], 'cells an NSAID kills', fold(1.5)),
    inflammation_to_villus: assumed(0.1, '1/day', [0, 1], 'cells that inflammation kills'),
    junction_rest: assumed(0.05, '', [0.01, 0.2], 'how far junctions stand open at rest'),
    junction_closing: assumed(8, '1/day', [2, 24], 'how fast junctions close: hours'),
    mediator_to_junction: fitted(
      'mediator_to_junction',
      '1/day',
      [0, 20],
      'opening by mast cells',
      vanuytsel,
      fold(1.5),
    ),
    trigger_to_junction: assumed(
      1,
      '1/day',
      [0, 10],
      'opening per portion of a trigger',
      fold(1.5),
    ),
    nsaid_to_junction: fitted(
      'nsaid_to_junction',
      '1/day',
      [0, 10],
      'opening by an NSAID',
      vanuytsel,
      fold(1.5),
    ),
    inflammation_to_junction: assumed(1, '1/day', [0, 10], 'opening by inflammation', fold(1.5)),
    butyrate_to_sealing: assumed(
      0.2,
      '',
      [0, 0.9],
      'share of sealing that butyrate drives',
      fold(1.5),
    ),
    glutamine: input('', 5, 'daily doses of glutamine'),
    glutamine_to_sealing: assumed(0.1, '', [0, 1], 'sealing by a daily dose of glutamine', {
      kind: 'zero-or-half-normal',
      zero: 0.5,
      scale: 0.2,
    }),
    junction_clamp: assumed(0, '', [0, 1], '1 holds the leak at rest, to see what goes through it'),
    unrestricted_leak: assumed(5, '', [0, 50], 'leak where cells are missing, per lost villus'),
    lactulose_permeability: fitted(
      'lactulose_permeability',
      'cm/h',
      [0.0005, 0.01],
      'effective permeability for lactulose at rest',
      vanuytsel,
      fold(1.6),
    ),
    mannitol_permeability: assumed(
      0.08,
      'cm/h',
      [0.02, 0.4],
      'effective permeability for mannitol where the villi are whole',
      fold(1.3),
    ),
    m_cell_share: assumed(0.05, '', [0, 0.3], 'share of the passage that goes through M cells'),
  },
  intermediates: {
    injury: 'nsaid_to_villus*nsaid + inflammation_to_villus*N',
    crypt_total: 'N0 + N1 + N2/(crypt_d2*enterocyte_days)',
    f0: 'crypt_r0*N0*(1 - crypt_total/crypt_K)',
    f1: 'crypt_r1*N1*(1 - crypt_total/crypt_K)',
    coverage: `N2/(${restN2}*${crypt.d2!.value}*enterocyte_days)`,
    sealing:
      '(1 - butyrate_to_sealing + butyrate_to_sealing*2*Bu/(1 + Bu))*(1 + glutamine_to_sealing*glutamine)',
    leak_now: 'J/junction_rest + unrestricted_leak*max(0, 1 - coverage)',
    leak: 'junction_clamp + (1 - junction_clamp)*leak_now',
  },
  observables: {
    junctionOpening: { formula: 'J', unit: '', about: 'how far junctions stand open, 0 to 1' },
    leak: { formula: 'leak', unit: '', about: 'leak for large molecules, 1 at rest' },
    lactulosePermeability: {
      formula: 'lactulose_permeability*leak_now',
      unit: 'cm/h',
      about: 'effective permeability for lactulose: the leak',
    },
    mannitolPermeability: {
      formula: 'mannitol_permeability*coverage',
      unit: 'cm/h',
      about: 'effective permeability for mannitol: pores of the villi',
    },
    LMR: {
      formula:
        '(1 - (1 + 0.54*lactulose_permeability*leak_now)^(-7))/max(1e-9, 1 - (1 + 0.54*mannitol_permeability*coverage)^(-7))',
      unit: '',
      about:
        'lactulose over mannitol, as absorbed by the whole small bowel; the urine test is sugarTest',
    },
    villusCoverage: { formula: 'coverage', unit: '', about: 'cells on the villus, 1 at rest' },
  },
  arrows: [
    {
      from: 'N0',
      to: 'N1',
      sign: 'more',
      tag: 'modelled',
      source: 'Smallbone & Corfe 2013, pubmed 24354351',
      sentence: 'Stem cells at the bottom of a crypt divide.',
      parameters: ['crypt_p01', 'crypt_r0'],
    },
    {
      from: 'N1',
      to: 'N2',
      sign: 'more',
      tag: 'modelled',
      source: 'Smallbone & Corfe 2013, pubmed 24354351',
      sentence: 'Their daughters ride up and become the cells of the villus.',
      parameters: ['crypt_p12', 'crypt_r1'],
    },
    {
      from: 'nsaid',
      to: 'N2',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Some painkillers kill cells of the gut wall.',
      parameters: ['nsaid_to_villus'],
    },
    {
      from: 'N',
      to: 'N2',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Inflammation kills cells of the gut wall.',
      parameters: ['inflammation_to_villus'],
    },
    {
      from: 'X',
      to: 'J',
      sign: 'more',
      tag: 'modelled',
      source: 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250',
      sentence:
        'Mast cells open the gaps between the cells. Cromoglycate, which holds them, stops that.',
      parameters: ['mediator_to_junction'],
    },
    {
      from: 'nsaid',
      to: 'J',
      sign: 'more',
      tag: 'modelled',
      source: 'Vanuytsel 2014, Gut 63:1293, pubmed 24153250',
      sentence: 'Some painkillers open the gaps between the cells.',
      parameters: ['nsaid_to_junction'],
    },
    {
      from: 'A',
      to: 'J',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A food this person reacts to may open the gaps between the cells.',
      parameters: ['trigger_to_junction'],
    },
    {
      from: 'N',
      to: 'J',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Inflammation opens the gaps between the cells.',
      parameters: ['inflammation_to_junction'],
    },
    {
      from: 'Bc',
      to: 'J',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Butyrate helps to seal the gaps.',
      parameters: ['butyrate_to_sealing'],
    },
    {
      from: 'glutamine',
      to: 'J',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption; one trial, pubmed 30108163',
      sentence: 'Glutamine may help to seal the gaps. In half of the virtual people it does not.',
      parameters: ['glutamine_to_sealing'],
    },
  ],
};
