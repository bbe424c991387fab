import type { ModelDefinition, Parameter, Prior, State } from '../model.ts';

const source =
  'Miyano, Irvine & Tanaka, doi 10.1101/2021.02.08.21251317; parameters of github jaimit19/qsp-ad (MIT, (c) 2021 T. Miyano)';

/** Mean and standard deviation of the logarithm in the published virtual population. */
const among = ([mean, spread]: readonly [number, number]): Prior => ({
  kind: 'log-normal',
  median: Math.exp(mean),
  spread,
});
/** A point estimate; the range is two standard deviations of the virtual population. */
const fitted = (
  value: number,
  range: readonly [number, number],
  population: readonly [mean: number, spread: number],
): Parameter => ({
  value,
  unit: 'per week or as it needs',
  range,
  source,
  tag: 'modelled',
  prior: among(population),
});
/** What treatment or placebo adds to recovery (k3) in the published virtual population. */
export const treatedPrior: Prior = among([2.95, 1.42]);
const share = (about: string, value = 0, least = 0): Parameter => ({
  value,
  unit: '',
  range: [least, 1],
  source,
  tag: 'assumed',
  about,
});
const state = (
  initial: number,
  rate: string,
  about: string,
  range: readonly [number, number] = [0, initial * 10],
): State => ({ initial, unit: '', range, rate, about });

/**
 * Atopic dermatitis, Miyano, Irvine & Tanaka. Starts in its untreated steady state. `e...` are shares of
 * a cytokine's effect that a drug takes away.
 */
export const eczemaDefinition: ModelDefinition = {
  name: 'eczema',
  title: 'Atopic dermatitis: skin barrier, pathogens, helper cells and their cytokines',
  source,
  timeUnit: 'week',
  until: 24,
  states: {
    s: state(
      0.5281122911573354,
      '(1 - s)*(k1 + k2*IL22e + k3)/((1 + b1*IL4e)*(1 + b2*IL13e)*(1 + b3*IL17e)*(1 + b4*IL22e)*(1 + b5*IL31e)) - s*(d1*(1 + d3*p) + d2*IL31e)',
      'integrity of the skin barrier',
      [0, 1],
    ),
    p: state(
      0.22889336274088504,
      'd8/(1 + b6*s) - p*((1 + d4*p)*(1 + d5*IL17e)*(1 + d6*IL22e)*(1 + d7*IFNe)/((1 + b7*IL4e)*(1 + b8*IL13e)) + d8)',
      'pathogens in the skin',
      [0, 1],
    ),
    Th1: state(3.1120360107715412, 'k5*p*(1 + k9*IFNe)/crowding - loss*Th1', 'helper cells 1'),
    Th2: state(8.168936624166689, 'k6*p*(1 + k10*IL4e)/crowding - loss*Th2', 'helper cells 2'),
    Th17: state(2.129843475526887, 'k7*p/crowding - loss*Th17', 'helper cells 17'),
    Th22: state(10.823404328706875, 'k8*p/crowding - loss*Th22', 'helper cells 22'),
    IL4: state(29.08275014056257, 'k11*Th2 + k12 - d10*IL4', 'interleukin 4'),
    IL13: state(65.75291706445113, 'k13*Th2 + k14 - d11*IL13', 'interleukin 13'),
    IL17: state(9.49099412349198, 'k15*Th17 + k16 - d12*IL17', 'interleukin 17'),
    IL22: state(0.8551461265197384, 'k17*Th22 + k18 - d13*IL22', 'interleukin 22'),
    IL31: state(1.5381828406247113, 'k19*Th2 + k20 - d14*IL31', 'interleukin 31'),
    IFN: state(0.982438247134648, 'k21*Th1 + k22 - d15*IFN', 'interferon gamma'),
    TSLP: state(1.9612764506231495, 'k23*p + k24 - d16*TSLP', 'thymic stromal lymphopoietin'),
    OX40L: state(3.5720436697175275, 'k25*TSLPe + k26 - d17*OX40L', 'OX40 ligand'),
  },
  parameters: {
    k3: {
      value: 0,
      unit: 'per week',
      range: [0, 50],
      source,
      tag: 'modelled',
      about: 'what treatment or placebo adds to recovery: 7.76965391 under either, 0 without',
    },
    k1: fitted(5.29667675, [0.3503, 8.356], [0.537, 0.793]),
    k2: fitted(0.48664903, [0.1023, 0.4868], [-1.5, 0.39]),
    b1: fitted(0.000126193679, [5.328e-5, 0.0005314], [-8.69, 0.575]),
    b2: fitted(0.00743404696, [0.001231, 0.6839], [-3.54, 1.58]),
    b3: fitted(0.0308019761, [0.009873, 0.03988], [-3.92, 0.349]),
    b4: fitted(0.85231195, [0.1118, 2.721], [-0.595, 0.798]),
    b5: fitted(0.293506777, [0.02032, 0.7528], [-2.09, 0.903]),
    d1: fitted(0.29050743, [0.009476, 4.31], [-1.599, 1.53]),
    d2: fitted(0.147857174, [0.02296, 0.2218], [-2.64, 0.567]),
    d3: fitted(8.05256065, [0.03652, 333.6], [1.25, 2.28]),
    b6: fitted(1.25236637, [0.6108, 3.607], [0.395, 0.444]),
    d4: fitted(0.132631235, [0.132631235, 0.9493], [-1, 0.474]),
    d5: fitted(0.00269537776, [0.002504, 0.01485], [-5.1, 0.445]),
    d6: fitted(0.0066859053, [0.003064, 0.01452], [-5.01, 0.389]),
    d7: fitted(6.59076102e-5, [4.821e-5, 0.0005757], [-8.7, 0.62]),
    b7: fitted(0.000323512783, [0.0002819, 0.0004073], [-7.99, 0.092]),
    b8: fitted(0.0298628946, [0.02743, 0.03324], [-3.5, 0.048]),
    d8: fitted(0.218016957, [0.1882, 0.218016957], [-1.599, 0.0357]),
    k5: fitted(19.9142857, [17.71, 20.61], [2.95, 0.0379]),
    k9: fitted(0.0268748146, [0.004952, 0.2639], [-3.32, 0.994]),
    d9: fitted(0.532373474, [0.4844, 0.6896], [-0.5482, 0.0883]),
    b9: fitted(0.128528412, [0.03839, 0.128528412], [-2.66, 0.3]),
    k6: fitted(49.042822, [48.61, 49.21], [3.89, 0.00306]),
    k10: fitted(0.00323308501, [0.002593, 0.003397], [-5.82, 0.0675]),
    k7: fitted(13.9889673, [11.71, 15.48], [2.6, 0.0697]),
    k8: fitted(71.0889091, [48.42, 323.8], [4.83, 0.475]),
    k11: fitted(269.677906, [176.6, 339.0], [5.5, 0.163]),
    k12: fitted(12163.4465, [3782.0, 28620.0], [9.25, 0.506]),
    d10: fitted(493.984515, [237.5, 570.2], [5.908, 0.219]),
    k13: fitted(1731.31251, [368.7, 1731.31251], [6.65, 0.37]),
    k14: fitted(8954.27238, [2785.0, 17120.0], [8.84, 0.454]),
    d11: fitted(351.273458, [294.7, 459.4], [5.908, 0.111]),
    k15: fitted(54.7583379, [32.27, 94.25], [4.01, 0.268]),
    k16: fitted(8.5749438, [2.56, 76.71], [2.64, 0.85]),
    d12: fitted(13.1916247, [8.935, 87.71], [3.332, 0.571]),
    k17: fitted(3.18021649, [2.177, 4.963], [1.19, 0.206]),
    k18: fitted(4.4761574, [4.074, 4.551], [1.46, 0.0277]),
    d13: fitted(45.4857072, [9.116, 85.97], [3.332, 0.561]),
    k19: fitted(4.02201776, [3.209, 6.78], [1.54, 0.187]),
    k20: fitted(4.314195, [2.312, 23.15], [1.99, 0.576]),
    d14: fitted(24.1647496, [22.92, 34.19], [3.332, 0.1]),
    k21: fitted(1.2045423, [0.2142, 11.69], [0.459, 1]),
    k22: fitted(9.76753563, [6.78, 27.83], [2.62, 0.353]),
    d15: fitted(13.7577244, [10.9, 19.55], [2.681, 0.146]),
    k23: fitted(47.970618, [19.22, 155.1], [4, 0.522]),
    k24: fitted(29.4988412, [22.92, 307.4], [4.43, 0.649]),
    d16: fitted(20.6391084, [18.62, 42.1], [3.332, 0.204]),
    k25: fitted(1.04394248, [0.5822, 3.987], [0.421, 0.481]),
    k26: fitted(2.59172402, [1.127, 25.53], [1.68, 0.78]),
    d17: fitted(1.29874779, [1.01, 2.597], [0.4824, 0.236]),
    e4: share('interleukin 4 taken away'),
    e13: share('interleukin 13 taken away, times e13ceil'),
    e13ceil: share(
      'most that can be taken away of interleukin 13: 1 for a complete block',
      0.4396,
      0.4396,
    ),
    e17: share('interleukin 17 taken away'),
    e22: share('interleukin 22 taken away'),
    e31: share('interleukin 31 taken away'),
    eTSLP: share('thymic stromal lymphopoietin taken away'),
    eOX40: share('OX40 ligand taken away'),
    IFNgiven: {
      value: 0,
      unit: '',
      range: [0, 1000],
      source,
      tag: 'assumed',
      about: 'interferon gamma given as a drug',
    },
  },
  intermediates: {
    IL4e: '(1 - e4)*IL4',
    IL13e: '(1 - e13*e13ceil)*IL13',
    IL17e: '(1 - e17)*IL17',
    IL22e: '(1 - e22)*IL22',
    IL31e: '(1 - e31)*IL31',
    TSLPe: '(1 - eTSLP)*TSLP',
    OX40e: '(1 - eOX40)*OX40L',
    IFNe: 'IFN + IFNgiven',
    crowding: '4 + k9*IFNe + k10*IL4e',
    loss: 'd9/(1 + b9*OX40e)',
  },
  observables: {
    EASI: {
      formula: '72*(2*p + 2*(1 - s))/4',
      unit: 'points',
      about: 'eczema area and severity index, 0 to 72',
    },
  },
};
