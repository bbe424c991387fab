import type { State } from '../../model.ts';
import { eczemaDefinition, treatedPrior } from '../../models/eczema.ts';
import type { AxisModule } from '../module.ts';
import { assumed, fold, perhaps } from '../numbers.ts';
import { skinInputs } from './skin-barrier.ts';

const { states, parameters, intermediates } = eczemaDefinition;
const { k3: _, ...published } = parameters;

/** A published state in days instead of weeks, with an addition to its rate. */
const daily = (name: string, rate: string): State => ({ ...states[name]!, rate: `(${rate})/7` });
const helper = (name: string): State => {
  const rate = states[name]!.rate as string;
  return daily(name, rate.replace(`loss*${name}`, `loss*${name}*(1 + topical_gain*topical)`));
};

/**
 * Eczema after Miyano, Irvine & Tanaka with its cytokines at quasi-steady state, so it keeps the published
 * rest; people differ as in its published virtual population. Its s and p are the skin barrier and the skin
 * microbiome. Ours: what the axis adds to it.
 */
export const eczema: AxisModule = {
  name: 'eczema',
  title: 'Eczema, with skin barrier and skin microbiome',
  states: {
    s: daily(
      's',
      '(1 - s)*barrier_repair/((1 + b1*IL4e)*(1 + b2*IL13e)*(1 + b3*IL17e)*(1 + b4*IL22e)*(1 + b5*IL31e)) - s*(d1*flare*(1 + d3*p) + d2*IL31e)',
    ),
    p: daily('p', states.p!.rate as string),
    Th1: helper('Th1'),
    Th2: daily(
      'Th2',
      'k6*p*(1 + k10*IL4e)*(1 + T2_to_skin*(T2 - 1) + direct_to_skin*E)/crowding - loss*Th2*(1 + topical_gain*topical)',
    ),
    Th17: daily(
      'Th17',
      'k7*p*(1 + T17_to_skin*(T17 - 1))/crowding - loss*Th17*(1 + topical_gain*topical)',
    ),
    Th22: helper('Th22'),
  },
  parameters: {
    ...published,
    ...skinInputs,
    placebo_gain: {
      ...parameters.k3!,
      value: 7.76965391,
      about: 'what placebo adds to recovery, as published',
      prior: treatedPrior,
    },
    topical_gain: assumed(1, '', [0, 5], 'helper cells that a prescribed cream takes', fold(1.5)),
    T17_to_skin: assumed(0.5, '', [0, 1], 'helper cells 17 driven by axis 17', perhaps(0.5, 0.5)),
    T2_to_skin: assumed(0.5, '', [0, 1], 'helper cells 2 driven by axis 2', perhaps(0.5, 0.5)),
    direct_to_skin: assumed(0.5, '', [0, 3], 'what a portion of a direct trigger does', fold(1.5)),
    site_share: assumed(1, '', [0, 1], 'share of the body that the eczema takes'),
  },
  intermediates: {
    IL4: '(k11*Th2 + k12)/d10',
    IL13: '(k13*Th2 + k14)/d11',
    IL17: '(k15*Th17 + k16)/d12',
    IL22: '(k17*Th22 + k18)/d13',
    IL31: '(k19*Th2 + k20)/d14',
    IFN: '(k21*Th1 + k22)/d15',
    TSLP: '(k23*p + k24)/d16',
    TSLPe: '(1 - eTSLP)*TSLP',
    OX40L: '(k25*TSLPe + k26)/d17',
    ...intermediates,
    barrier_repair:
      '(k1*(1 + moisturiser_gain*moisturiser + collagen_gain*collagen) + k2*IL22e + placebo_gain*placebo)/(1 + stress_on_repair*stress)',
  } as Record<string, string>,
  observables: {
    EASI: {
      formula: '72*(2*p + 2*(1 - s))/4*site_share',
      unit: 'points',
      about: 'eczema area and severity index, 0 to 72',
    },
    severity: { formula: '(p + 1 - s)/2', unit: '', about: 'how bad the skin is, 0 to 1' },
    itch: {
      formula: '10*IL31e/(IL31e + 1.5)',
      unit: 'points',
      about: 'itch, 0 to 10, driven by interleukin 31',
    },
    skinBarrier: { formula: 's', unit: '', about: 'integrity of the skin barrier, 0 to 1' },
    skinOpportunists: { formula: 'p', unit: '', about: 'pathogens in the skin' },
  },
  arrows: [
    {
      from: 'p',
      to: 's',
      sign: 'less',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'Bacteria in the skin hurt its wall.',
      parameters: ['d3'],
    },
    {
      from: 's',
      to: 'p',
      sign: 'less',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'A whole wall keeps bacteria out.',
      parameters: ['b6'],
    },
    {
      from: 'p',
      to: 'Th2',
      sign: 'more',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'Bacteria in the skin call helper cells.',
      parameters: ['k6'],
    },
    {
      from: 'Th2',
      to: 's',
      sign: 'less',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'Their messages weaken the wall.',
      parameters: ['b1', 'b2'],
    },
    {
      from: 'Th22',
      to: 's',
      sign: 'less',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'Helper cells 22 mend and weaken the wall; in this model they weaken it more.',
      parameters: ['k2', 'b4'],
    },
    {
      from: 'T2',
      to: 'Th2',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption; nobody has measured it',
      sentence: 'Cells of axis 2 may join the helper cells 2 of the skin.',
      parameters: ['T2_to_skin'],
    },
    {
      from: 'T17',
      to: 'Th17',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption; nobody has measured it',
      sentence: 'Cells of axis 17 may join the helper cells 17 of the skin.',
      parameters: ['T17_to_skin'],
    },
    {
      from: 'E',
      to: 'Th2',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption; late reactions at about a day, Breuer 2004',
      sentence: 'A food may call helper cells 2 without the gut wall.',
      parameters: ['direct_to_skin', 'direct_days'],
    },
    {
      from: 'moisturiser',
      to: 's',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A moisturiser helps the skin to mend its wall.',
      parameters: ['moisturiser_gain'],
    },
    {
      from: 'collagen',
      to: 's',
      sign: 'more',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Collagen may help a little. In half of the virtual people it does not.',
      parameters: ['collagen_gain'],
    },
    {
      from: 'stress',
      to: 's',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'Stress slows the mending of the skin.',
      parameters: ['stress_on_repair'],
    },
    {
      from: 'flare',
      to: 's',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'The skin has good and bad days by chance.',
      parameters: [],
    },
    {
      from: 'topical',
      to: 'Th2',
      sign: 'less',
      tag: 'assumed',
      source: 'our assumption',
      sentence: 'A prescribed cream calms helper cells.',
      parameters: ['topical_gain'],
    },
    {
      from: 'placebo',
      to: 's',
      sign: 'more',
      tag: 'modelled',
      source: 'Miyano, Irvine & Tanaka 2021',
      sentence: 'Those who believe in a remedy get better, by 45 % in this model.',
      parameters: ['placebo_gain'],
    },
  ],
};
