import type { Basis } from '../basis.ts';
import type { dotRows } from '../dot.ts';
import type { Problem } from '../model.ts';
import { createPlainLoops } from './plain-loops.ts';
import { createVectorLoops } from './vector-loops.ts';

/**
 * Whitened candidates with the covariates projected out, arrays of the loops. They hold one candidate more than
 * is asked for: the loops work on two at a time.
 */
export interface Candidates {
  /** One row per candidate, a value per recorded day. */
  readonly columns: Float64Array;
  /** Product of each with itself, and with the outcome. */
  readonly self: Float64Array;
  readonly cross: Float64Array;
  /** Projection coefficients on the covariates, q a candidate. */
  readonly solved: Float64Array;
}

/**
 * Whitens two rows of `problem.pushes`, which start at `a` and `b`, as candidates `c` and `c + 1` of `room`.
 * `carryA` is 0, or the persistence where the route of the first is `state`.
 */
export type PrepareTwo = (
  a: number,
  b: number,
  carryA: number,
  carryB: number,
  room: Candidates,
  c: number,
) => void;

/** The loops that a fit spends its time in. */
export interface InnerLoops {
  /** Zeros; fast as long as there is room left of what was asked for at the start. */
  readonly array: (length: number) => Float64Array;
  /** As dotRows of dot.ts; fast with arrays of these loops only. */
  readonly dotRows: typeof dotRows;
  /** At the dynamics of a basis, which must not change until the last candidate is made. */
  readonly preparing: (basis: Basis) => PrepareTwo;
}

/**
 * Vectors in WebAssembly where there are any, plain JavaScript where there are none or the page forbids them:
 * the results are the same, bit for bit.
 * @param values how many values `array` will be asked for in all, in at most `arrays` arrays
 */
export const createInnerLoops = (problem: Problem, values: number, arrays: number): InnerLoops => {
  try {
    return createVectorLoops(problem, values, arrays);
  } catch {
    return createPlainLoops(problem);
  }
};
