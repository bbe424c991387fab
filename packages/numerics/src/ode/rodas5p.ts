/**
 * Rodas5P: the 8-stage, order 5(4), stiffly accurate and L-stable Rosenbrock-Wanner method of
 * Steinebach, with dense output of order 4. Coefficients as published in the Julia package
 * OrdinaryDiffEq, in the transformed form of Hairer & Wanner, Solving ODEs II, IV.7:
 *
 *     (1/(hγ) I - J) kᵢ = f(t + cᵢh, y + Σ aᵢⱼkⱼ) + Σ (Cᵢⱼ/h) kⱼ + h dᵢ ∂f/∂t
 *
 * The last two stages start from the sum before plus the stage before; the new state adds k₈, which is
 * also the error estimate.
 */
import { differenceInTime, differenceJacobian } from './differences.ts';
import { createFactor } from './factor.ts';
import type { OdeSystem } from './system.ts';

const gamma = 0.21193756319429014;
const a21 = 3;
const a31 = 2.849394379747939;
const a32 = 0.45842242204463923;
const a41 = -6.954028509809101;
const a42 = 2.489845061869568;
const a43 = -10.358996098473584;
const a51 = 2.8029986275628964;
const a52 = 0.5072464736228206;
const a53 = -0.3988312541770524;
const a54 = -0.04721187230404641;
const a61 = -7.502846399306121;
const a62 = 2.561846144803919;
const a63 = -11.627539656261098;
const a64 = -0.18268767659942256;
const a65 = 0.030198172008377946;

const c21 = -14.155112264123755;
const c31 = -17.97296035885952;
const c32 = -2.859693295451294;
const c41 = 147.12150275711716;
const c42 = -1.41221402718213;
const c43 = 71.68940251302358;
const c51 = 165.43517024871676;
const c52 = -0.4592823456491126;
const c53 = 42.90938336958603;
const c54 = -5.961986721573306;
const c61 = 24.854864614690072;
const c62 = -3.0009227002832186;
const c63 = 47.4931110020768;
const c64 = 5.5814197821558125;
const c65 = -0.6610691825249471;
const c71 = 30.91273214028599;
const c72 = -3.1208243349937974;
const c73 = 77.79954646070892;
const c74 = 34.28646028294783;
const c75 = -19.097331116725623;
const c76 = -28.087943162872662;
const c81 = 37.80277123390563;
const c82 = -3.2571969029072276;
const c83 = 112.26918849496327;
const c84 = 66.9347231244047;
const c85 = -40.06618937091002;
const c86 = -54.66780262877968;
const c87 = -9.48861652309627;

/** Where in the step the stages stand; 1 from the sixth on. */
const time2 = 0.6358126895828704;
const time3 = 0.4095798393397535;
const time4 = 0.9769306725060716;
const time5 = 0.4288403609558664;

/** Weights of ∂f/∂t; 0 from the sixth stage on. */
const d1 = 0.21193756319429014;
const d2 = -0.42387512638858027;
const d3 = -0.3384627126235924;
const d4 = 1.8046452872882734;
const d5 = 2.325825639765069;

/** The dense output is (1-θ) y₀ + θ (y₁ + (1-θ) (g₀ + θ (g₁ + θ g₂))) with gⱼ = Σ hⱼᵢ kᵢ. */
const h01 = 25.948786856663858;
const h02 = -2.5579724845846235;
const h03 = 10.433815404888879;
const h04 = -2.3679251022685204;
const h05 = 0.524948541321073;
const h06 = 1.1241088310450404;
const h07 = 0.4272876194431874;
const h08 = -0.17202221070155493;
const h11 = -9.91568850695171;
const h12 = -0.9689944594115154;
const h13 = 3.0438037242978453;
const h14 = -24.495224566215796;
const h15 = 20.176138334709044;
const h16 = 15.98066361424651;
const h17 = -6.789040303419874;
const h18 = -6.710236069923372;
const h21 = 11.419903575922262;
const h22 = 2.8879645146136994;
const h23 = 72.92137995996029;
const h24 = 80.12511834622643;
const h25 = -52.072871366152654;
const h26 = -59.78993625266729;
const h27 = -0.15582684282751913;
const h28 = 4.883087185713722;

/** One step after the other; `begin` at a state, then `attempt` until the error is small enough. */
export interface Stepper {
  /** Order of the error estimate plus one. */
  readonly errorOrder: number;
  /** Evaluates f and the Jacobian at a state, which is copied. False when f is not finite. */
  readonly begin: (t: number, y: Float64Array, parameters: Float64Array) => boolean;
  /** Tries a step of length h (not 0); false where the system could not be solved. */
  readonly attempt: (h: number, parameters: Float64Array) => boolean;
  /** Where the step began. */
  readonly from: Float64Array;
  /** f where the step began. */
  readonly slope: Float64Array;
  /** Where the last attempt ended, and its estimated error. */
  readonly to: Float64Array;
  readonly error: Float64Array;
  /** The state at t + θh of the last attempt, 0 <= θ <= 1. */
  readonly interpolate: (theta: number, out: Float64Array) => void;
  /**
   * Writes the estimated error of `interpolate` in the middle of the last attempt: a long step over a fast
   * transient ends well but is wrong in between. From the defect of the dense output, damped by W (an
   * idea of Steinebach's Rodas5Pr).
   */
  readonly errorBetween: (parameters: Float64Array, out: Float64Array) => void;
  /** How often f, the Jacobian and the factors were computed. */
  readonly counts: { derivatives: number; jacobians: number; factors: number };
}

export const createRodas5p = (system: OdeSystem): Stepper => {
  const { size: n, derivative, autonomous = false } = system;
  const jacobian = system.jacobian ?? differenceJacobian(system);
  const jacobianCost = system.jacobian ? 0 : n + 1;
  const timeDerivative = autonomous ? null : differenceInTime(system);
  const factor = createFactor(n, system.pattern, system.elimination);
  const buffer = () => new Float64Array(n);
  const j = new Float64Array(n * n);
  const [from, slope, to, inTime, f, u] = [
    buffer(),
    buffer(),
    buffer(),
    buffer(),
    buffer(),
    buffer(),
  ];
  const [k1, k2, k3, k4] = [buffer(), buffer(), buffer(), buffer()];
  const [k5, k6, k7, k8] = [buffer(), buffer(), buffer(), buffer()];
  const [g0, g1, g2] = [buffer(), buffer(), buffer()];
  const counts = { derivatives: 0, jacobians: 0, factors: 0 };
  let time = 0;
  let length = 0;
  let denseReady = false;

  const begin = (t: number, y: Float64Array, parameters: Float64Array): boolean => {
    time = t;
    from.set(y);
    derivative(t, from, parameters, slope);
    jacobian(t, from, parameters, j);
    counts.derivatives += 1 + jacobianCost;
    counts.jacobians++;
    if (timeDerivative) {
      timeDerivative(t, from, parameters, slope, inTime);
      counts.derivatives++;
    }
    let sum = 0;
    for (let i = 0; i < n; i++) sum += slope[i]! * 0;
    return sum === 0;
  };

  const attempt = (h: number, parameters: Float64Array): boolean => {
    denseReady = false;
    length = h;
    counts.factors++;
    if (!factor.factor(1 / (h * gamma), j)) return false;
    const { solve } = factor;
    const q = 1 / h;
    const td1 = h * d1;
    for (let i = 0; i < n; i++) k1[i] = slope[i]! + td1 * inTime[i]!;
    solve(k1);

    for (let i = 0; i < n; i++) u[i] = from[i]! + a21 * k1[i]!;
    derivative(time + time2 * h, u, parameters, f);
    for (let i = 0; i < n; i++) k2[i] = f[i]! + q * (c21 * k1[i]!) + h * d2 * inTime[i]!;
    solve(k2);

    for (let i = 0; i < n; i++) u[i] = from[i]! + a31 * k1[i]! + a32 * k2[i]!;
    derivative(time + time3 * h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k3[i] = f[i]! + q * (c31 * k1[i]! + c32 * k2[i]!) + h * d3 * inTime[i]!;
    solve(k3);

    for (let i = 0; i < n; i++) u[i] = from[i]! + a41 * k1[i]! + a42 * k2[i]! + a43 * k3[i]!;
    derivative(time + time4 * h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k4[i] = f[i]! + q * (c41 * k1[i]! + c42 * k2[i]! + c43 * k3[i]!) + h * d4 * inTime[i]!;
    solve(k4);

    for (let i = 0; i < n; i++)
      u[i] = from[i]! + a51 * k1[i]! + a52 * k2[i]! + a53 * k3[i]! + a54 * k4[i]!;
    derivative(time + time5 * h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k5[i] =
        f[i]! +
        q * (c51 * k1[i]! + c52 * k2[i]! + c53 * k3[i]! + c54 * k4[i]!) +
        h * d5 * inTime[i]!;
    solve(k5);

    for (let i = 0; i < n; i++)
      u[i] = from[i]! + a61 * k1[i]! + a62 * k2[i]! + a63 * k3[i]! + a64 * k4[i]! + a65 * k5[i]!;
    derivative(time + h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k6[i] =
        f[i]! + q * (c61 * k1[i]! + c62 * k2[i]! + c63 * k3[i]! + c64 * k4[i]! + c65 * k5[i]!);
    solve(k6);

    for (let i = 0; i < n; i++) u[i] = u[i]! + k6[i]!;
    derivative(time + h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k7[i] =
        f[i]! +
        q *
          (c71 * k1[i]! + c72 * k2[i]! + c73 * k3[i]! + c74 * k4[i]! + c75 * k5[i]! + c76 * k6[i]!);
    solve(k7);

    for (let i = 0; i < n; i++) u[i] = u[i]! + k7[i]!;
    derivative(time + h, u, parameters, f);
    for (let i = 0; i < n; i++)
      k8[i] =
        f[i]! +
        q *
          (c81 * k1[i]! +
            c82 * k2[i]! +
            c83 * k3[i]! +
            c84 * k4[i]! +
            c85 * k5[i]! +
            c86 * k6[i]! +
            c87 * k7[i]!);
    solve(k8);

    for (let i = 0; i < n; i++) to[i] = u[i]! + k8[i]!;
    counts.derivatives += 7;
    return true;
  };

  const prepareDense = (): void => {
    for (let i = 0; i < n; i++) {
      g0[i] =
        h01 * k1[i]! +
        h02 * k2[i]! +
        h03 * k3[i]! +
        h04 * k4[i]! +
        h05 * k5[i]! +
        h06 * k6[i]! +
        h07 * k7[i]! +
        h08 * k8[i]!;
      g1[i] =
        h11 * k1[i]! +
        h12 * k2[i]! +
        h13 * k3[i]! +
        h14 * k4[i]! +
        h15 * k5[i]! +
        h16 * k6[i]! +
        h17 * k7[i]! +
        h18 * k8[i]!;
      g2[i] =
        h21 * k1[i]! +
        h22 * k2[i]! +
        h23 * k3[i]! +
        h24 * k4[i]! +
        h25 * k5[i]! +
        h26 * k6[i]! +
        h27 * k7[i]! +
        h28 * k8[i]!;
    }
    denseReady = true;
  };

  const interpolate = (theta: number, out: Float64Array): void => {
    if (!denseReady) prepareDense();
    const rest = 1 - theta;
    for (let i = 0; i < n; i++)
      out[i] =
        rest * from[i]! + theta * (to[i]! + rest * (g0[i]! + theta * (g1[i]! + theta * g2[i]!)));
  };

  const errorBetween = (parameters: Float64Array, out: Float64Array): void => {
    interpolate(0.5, u);
    derivative(time + 0.5 * length, u, parameters, out);
    counts.derivatives++;
    const q = 1 / length;
    for (let i = 0; i < n; i++)
      out[i] = out[i]! - q * (to[i]! - from[i]! + 0.25 * (g1[i]! + g2[i]!));
    factor.solve(out);
  };

  return {
    errorOrder: 5,
    begin,
    attempt,
    errorBetween,
    from,
    slope,
    to,
    error: k8,
    interpolate,
    counts,
  };
};
