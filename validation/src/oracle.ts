import { choleskyInPlace, choleskySolve, solveLower } from '@zonula/numerics';
import { doseWeight, LAGS } from './simulate/response.ts';
import { SLEEP_PHI, STRESS_PHI } from './simulate/severity.ts';
import type { Simulation } from './simulate/simulate.ts';

/** What the best possible linear analysis says about one trigger. */
export interface OracleFinding {
  readonly id: string;
  /** Estimate over standard error. */
  readonly t: number;
  /** |t| above 3.5 and the true peak above the smallest worthwhile effect. */
  readonly findable: boolean;
}

export const FINDABLE_T = 3.5;
/** Share of the scale's range. */
export const WORTHWHILE = 0.05;

/**
 * Generalised least squares with everything known that a diary can carry: each trigger's kernel,
 * dose response and the true persistence, drift and error variance. Amplitudes, the intercept and
 * covariates that were logged are estimated together. Only recorded outcomes and recorded doses
 * enter; an unknown dose counts as the mean of the known ones.
 */
export function consultOracle(simulation: Simulation): OracleFinding[] {
  const { truth, person } = simulation;
  if (truth.triggers.length === 0) return [];
  const days = recordedDays(simulation);
  const y = Float64Array.from(days, (t) => linearised(simulation, simulation.outcome[t]!));
  const { slope, residualVariance } = projection(simulation, days, y);
  const columns = [
    ...triggerColumns(simulation),
    new Float64Array(simulation.outcome.length).fill(1),
    ...covariateColumns(simulation),
  ].map((column) => Float64Array.from(days, (t) => column[t]!));
  const covariance = covarianceOf(simulation, days, slope, residualVariance);
  const { estimates, errors } = generalisedLeastSquares(y, columns, covariance);
  const range = person.recorder.max - person.recorder.min;
  return truth.triggers.map(({ id, peak }, j) => {
    const t = errors[j]! > 0 ? estimates[j]! / errors[j]! : 0;
    const large = Math.abs(t) > FINDABLE_T && Math.abs(peak) > WORTHWHILE * range;
    return { id, t, findable: large && !reactsOnTheDay(simulation, person.triggers[j]!.item) };
  });
}

/** Chosen by the same day's skin: no analysis of the diary can tell cause from reaction. */
const reactsOnTheDay = ({ person }: Simulation, item: number): boolean =>
  person.scenario.reverseCausation === 'today' &&
  person.menu.habits[person.menu.items[item]!.habit]!.severityLogit !== 0;

const recordedDays = ({ outcome }: Simulation): number[] =>
  Array.from(outcome.keys()).filter((t) => !Number.isNaN(outcome[t]!));

/** Counts enter as log(y + 1/2), on which the latent severity is linear. */
const linearised = ({ person }: Simulation, value: number): number =>
  Number.isFinite(person.recorder.size) ? Math.log(value + 0.5) : value;

/** Recorded value as a line in the true latent severity; what is left is error and rounding. */
function projection(
  { life, person }: Simulation,
  days: readonly number[],
  y: Float64Array,
): { slope: number; residualVariance: number } {
  const n = days.length;
  const z = days.map((t) => life.latent[person.burnIn + t]!);
  const meanZ = z.reduce((a, b) => a + b, 0) / n;
  const meanY = y.reduce((a, b) => a + b, 0) / n;
  let zz = 0;
  let zy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    zz += (z[i]! - meanZ) ** 2;
    zy += (z[i]! - meanZ) * (y[i]! - meanY);
    yy += (y[i]! - meanY) ** 2;
  }
  const slope = zy / zz;
  return { slope, residualVariance: Math.max((yy - slope * zy) / Math.max(n - 2, 1), 1e-9) };
}

/**
 * True responses to the doses as they were written, per unit of the true amplitude, by diary day.
 * An effect that grows when the skin is bad enters at its average: a column made of the severity
 * itself would find anything.
 */
export function triggerColumns({ person, doses, outcome }: Simulation): Float64Array[] {
  return person.triggers.map(({ item, response, curve }) => {
    const written = doses[item]!;
    const inputs = Float64Array.from({ length: outcome.length }, (_, t) => {
      const yesterday = t > 0 ? written[t - 1]! : Number.NaN;
      const needsBoth = response.doseResponse === 'two-in-a-row' && written[t]! > 0;
      if (Number.isNaN(written[t]!) || (needsBoth && Number.isNaN(yesterday))) return Number.NaN;
      return doseWeight(response, written[t]!, yesterday);
    });
    const known = inputs.filter((input) => !Number.isNaN(input));
    const mean = known.length === 0 ? 0 : known.reduce((a, b) => a + b, 0) / known.length;
    return Float64Array.from({ length: outcome.length }, (_, t) => {
      let sum = 0;
      for (let lag = 0; lag < LAGS; lag++) {
        const input = t >= lag ? inputs[t - lag]! : Number.NaN;
        sum += curve[lag]! * (Number.isNaN(input) ? mean : input);
      }
      return sum;
    });
  });
}

function covariateColumns(simulation: Simulation): Float64Array[] {
  const { person, outcome, stressLogged, sleepLogged } = simulation;
  const { dynamics, scenario, background, burnIn } = person;
  const column = (values: ArrayLike<number>, logged: Uint8Array | null): Float64Array =>
    Float64Array.from({ length: outcome.length }, (_, t) =>
      logged === null || logged[t] === 1 ? values[burnIn + t]! : 0,
    );
  const columns: Float64Array[] = [];
  if (dynamics.weekend !== 0) columns.push(column(background.weekend, null));
  if (scenario.stress === 'logged') columns.push(column(background.stress, stressLogged));
  if (scenario.sleep === 'logged') columns.push(column(background.sleep, sleepLogged));
  return columns;
}

function covarianceOf(
  { person }: Simulation,
  days: readonly number[],
  slope: number,
  residualVariance: number,
): Float64Array {
  const { dynamics, scenario } = person;
  const n = days.length;
  const hidden = (kind: string, coefficient: number): number =>
    kind === 'hidden' ? coefficient ** 2 : 0;
  const stress = hidden(scenario.stress, dynamics.stress);
  const sleep = hidden(scenario.sleep, dynamics.sleep);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const gap = days[i]! - days[j]!;
      const latent =
        dynamics.sd ** 2 * dynamics.phi ** gap +
        stress * STRESS_PHI ** gap +
        sleep * SLEEP_PHI ** gap +
        dynamics.driftVariance * days[j]!;
      v[i * n + j] = v[j * n + i] = slope ** 2 * latent + (i === j ? residualVariance : 0);
    }
  }
  return v;
}

/**
 * Best linear unbiased estimates of y = X b + e, cov(e) = V (row-major n x n, positive definite).
 * A column without a part of its own gets error Infinity. Throws RangeError when V is not positive
 * definite.
 */
export function generalisedLeastSquares(
  y: Float64Array,
  columns: readonly Float64Array[],
  v: Float64Array,
): { estimates: Float64Array; errors: Float64Array } {
  const n = y.length;
  const p = columns.length;
  const factor = v.slice();
  if (!choleskyInPlace(factor, n)) throw new RangeError('covariance is not positive definite');
  const white = columns.map((column) => whitened(factor, column));
  const target = whitened(factor, y);
  const norms = white.map((column) => dot(column, column));
  const normal = new Float64Array(p * p);
  const right = new Float64Array(p);
  white.forEach((a, i) => {
    right[i] = dot(a, target);
    white.forEach((b, j) => {
      normal[i * p + j] = dot(a, b) + (i === j ? 1e-10 * norms[i]! + 1e-300 : 0);
    });
  });
  if (!choleskyInPlace(normal, p)) throw new RangeError('columns are linearly dependent');
  const estimates = right.slice();
  choleskySolve(normal, p, estimates);
  const errors = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    const unit = new Float64Array(p);
    unit[i] = 1;
    choleskySolve(normal, p, unit);
    const dependent = norms[i]! === 0 || unit[i]! * norms[i]! > 1e8;
    errors[i] = dependent ? Infinity : Math.sqrt(unit[i]!);
  }
  return { estimates, errors };
}

function whitened(factor: Float64Array, column: Float64Array): Float64Array {
  const out = column.slice();
  solveLower(factor, column.length, out);
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
