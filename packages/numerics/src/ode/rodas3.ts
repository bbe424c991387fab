/**
 * Rodas3: the 4-stage, order 3(2), stiffly accurate and L-stable Rosenbrock method of Sandu, Verwer, Blom,
 * Spee, Carmichael & Potra 1997 (Atmospheric Environment 31:3459), in the form and with the coefficients
 * of KPP. Two evaluations of f a step beside the one it begins with: cheaper than Rodas5P where many
 * jumps keep the steps short anyway. Dense output: the cubic Hermite polynomial.
 */
import { differenceInTime, differenceJacobian } from './differences.ts';
import { createFactor } from './factor.ts';
import type { Stepper } from './rodas5p.ts';
import type { OdeSystem } from './system.ts';

const gamma = 0.5;

export const createRodas3 = (system: OdeSystem): Stepper => {
  const { size: n, derivative, autonomous = false } = system;
  const jacobian = system.jacobian ?? differenceJacobian(system);
  const jacobianCost = system.jacobian ? 0 : n + 1;
  const timeDerivative = autonomous ? null : differenceInTime(system);
  const factor = createFactor(n, system.pattern, system.elimination);
  const buffer = () => new Float64Array(n);
  const j = new Float64Array(n * n);
  const [from, slope, to, inTime, slopeAfter, middle] = [
    buffer(),
    buffer(),
    buffer(),
    buffer(),
    buffer(),
    buffer(),
  ];
  const [k1, k2, k3, k4] = [buffer(), buffer(), buffer(), buffer()];
  const counts = { derivatives: 0, jacobians: 0, factors: 0 };
  let time = 0;
  let length = 0;
  let held: Float64Array = inTime;
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
    held = parameters;
    counts.factors++;
    if (!factor.factor(1 / (h * gamma), j)) return false;
    const { solve } = factor;
    const q = 1 / h;
    k1.set(slope);
    if (timeDerivative) for (let i = 0; i < n; i++) k1[i] = k1[i]! + 0.5 * h * inTime[i]!;
    solve(k1);
    const q4 = 4 * q;
    for (let i = 0; i < n; i++) k2[i] = slope[i]! + q4 * k1[i]!;
    if (timeDerivative) for (let i = 0; i < n; i++) k2[i] = k2[i]! + 1.5 * h * inTime[i]!;
    solve(k2);
    for (let i = 0; i < n; i++) to[i] = from[i]! + 2 * k1[i]!;
    derivative(time + h, to, parameters, k3);
    for (let i = 0; i < n; i++) k3[i] = k3[i]! + q * (k1[i]! - k2[i]!);
    solve(k3);
    for (let i = 0; i < n; i++) to[i] = to[i]! + k3[i]!;
    derivative(time + h, to, parameters, k4);
    for (let i = 0; i < n; i++) k4[i] = k4[i]! + q * (k1[i]! - k2[i]! - (8 / 3) * k3[i]!);
    solve(k4);
    for (let i = 0; i < n; i++) to[i] = to[i]! + k4[i]!;
    counts.derivatives += 2;
    return true;
  };

  const prepareDense = (): void => {
    derivative(time + length, to, held, slopeAfter);
    counts.derivatives++;
    denseReady = true;
  };

  const interpolate = (theta: number, out: Float64Array): void => {
    if (!denseReady) prepareDense();
    const rest = 1 - theta;
    const a = rest * length;
    for (let i = 0; i < n; i++) {
      const rise = to[i]! - from[i]!;
      const bend =
        rest * (a * slope[i]! - rest * rise) - theta * (a * slopeAfter[i]! - rest * rise);
      out[i] = rest * from[i]! + theta * (to[i]! + bend);
    }
  };

  const errorBetween = (parameters: Float64Array, out: Float64Array): void => {
    interpolate(0.5, middle);
    derivative(time + 0.5 * length, middle, parameters, out);
    counts.derivatives++;
    const q = 1.5 / length;
    for (let i = 0; i < n; i++)
      out[i] = out[i]! - q * (to[i]! - from[i]!) + 0.25 * (slope[i]! + slopeAfter[i]!);
    factor.solve(out);
  };

  return {
    errorOrder: 3,
    begin,
    attempt,
    errorBetween,
    from,
    slope,
    to,
    error: k4,
    interpolate,
    counts,
  };
};
