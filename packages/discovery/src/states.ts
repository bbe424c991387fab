import type { Random } from '@zonula/numerics';
import { startVariance } from './filter.ts';
import type { Dynamics, Priors, Problem } from './model.ts';

/**
 * Forward filtering, backward sampling of (x, m) (Frühwirth-Schnatter 1994, Carter & Kohn 1994),
 * two states, one observation a day. Exact draws. Variances in units of shock^2.
 */
export interface StateWorkspace {
  readonly meanX: Float64Array;
  readonly meanM: Float64Array;
  readonly varXX: Float64Array;
  readonly varXM: Float64Array;
  readonly varMM: Float64Array;
  /** The draw, T values each. */
  readonly x: Float64Array;
  readonly m: Float64Array;
}

export const createStateWorkspace = (days: number): StateWorkspace => ({
  meanX: new Float64Array(days),
  meanM: new Float64Array(days),
  varXX: new Float64Array(days),
  varXM: new Float64Array(days),
  varMM: new Float64Array(days),
  x: new Float64Array(days),
  m: new Float64Array(days),
});

/**
 * @param residual one value per recorded day, in units of shock, with all regression effects removed
 * @param precision T shock weights
 * @param noiseAt observation variance in points^2 per recorded day, or null for the dynamics' own noise
 */
export const drawStates = (
  problem: Problem,
  priors: Priors,
  dynamics: Dynamics,
  precision: Float64Array,
  residual: Float64Array,
  noiseAt: Float64Array | null,
  random: Random,
  work: StateWorkspace,
): void => {
  const { persistence, noise, drift } = dynamics;
  const { days, recorded } = problem;
  const shockVariance = dynamics.shock * dynamics.shock;
  const { meanX, meanM, varXX, varXM, varMM, x, m } = work;
  let ax = 0;
  let am = 0;
  let xx = startVariance(persistence, priors.shockDegrees);
  let xm = 0;
  let mm = priors.levelStart * priors.levelStart;
  let next = 0;
  for (let t = 0; t < days; t++) {
    if (t > 0) {
      ax *= persistence;
      xx = persistence * persistence * xx + 1 / precision[t];
      xm *= persistence;
      mm += drift;
    }
    if (next < recorded.length && recorded[next] === t) {
      const sx = xx + xm;
      const sm = xm + mm;
      const f = sx + sm + (noiseAt === null ? noise : noiseAt[next] / shockVariance);
      const kx = sx / f;
      const km = sm / f;
      const v = residual[next++] - ax - am;
      ax += kx * v;
      am += km * v;
      xx -= kx * sx;
      xm -= kx * sm;
      mm -= km * sm;
    }
    meanX[t] = ax;
    meanM[t] = am;
    varXX[t] = xx;
    varXM[t] = xm;
    varMM[t] = mm;
  }
  const last = days - 1;
  drawPair(meanX[last], meanM[last], varXX[last], varXM[last], varMM[last], random, x, m, last);
  for (let t = last - 1; t >= 0; t--) {
    const pxx = varXX[t];
    const pxm = varXM[t];
    const pmm = varMM[t];
    const fxx = persistence * persistence * pxx + 1 / precision[t + 1];
    const fxm = persistence * pxm;
    const fmm = pmm + drift;
    const det = fxx * fmm - fxm * fxm;
    const ixx = fmm / det;
    const ixm = -fxm / det;
    const imm = fxx / det;
    const jxx = persistence * pxx * ixx + pxm * ixm;
    const jxm = persistence * pxx * ixm + pxm * imm;
    const jmx = persistence * pxm * ixx + pmm * ixm;
    const jmm = persistence * pxm * ixm + pmm * imm;
    const dx = x[t + 1] - persistence * meanX[t];
    const dm = m[t + 1] - meanM[t];
    const cxx = pxx - jxx * persistence * pxx - jxm * pxm;
    const cxm = pxm - jxx * persistence * pxm - jxm * pmm;
    const cmm = pmm - jmx * persistence * pxm - jmm * pmm;
    drawPair(
      meanX[t] + jxx * dx + jxm * dm,
      meanM[t] + jmx * dx + jmm * dm,
      cxx,
      cxm,
      cmm,
      random,
      x,
      m,
      t,
    );
  }
};

const drawPair = (
  meanX: number,
  meanM: number,
  xx: number,
  xm: number,
  mm: number,
  random: Random,
  x: Float64Array,
  m: Float64Array,
  t: number,
): void => {
  const sdX = Math.sqrt(Math.max(xx, 1e-14));
  const slope = xm / (sdX * sdX);
  const z = random.normal();
  x[t] = meanX + sdX * z;
  m[t] = meanM + slope * sdX * z + Math.sqrt(Math.max(mm - slope * xm, 1e-14)) * random.normal();
};
