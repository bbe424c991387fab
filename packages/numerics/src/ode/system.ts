/**
 * A system of ordinary differential equations dy/dt = f(t, y; p). All functions write into the buffer
 * they are given and allocate nothing; they may neither change nor keep their arguments.
 */
export interface OdeSystem {
  /** Number of states n. */
  readonly size: number;
  /** Writes f, n numbers. */
  readonly derivative: Derivative;
  /**
   * Writes ∂fᵢ/∂yⱼ to `out[i * n + j]`, only where `pattern` (if any) has an entry; `out` is zero
   * elsewhere. Without it differences are used.
   */
  readonly jacobian?: Derivative;
  /** Row and column of each entry of the Jacobian that can differ from zero; all of them by default. */
  readonly pattern?: readonly (readonly [row: number, column: number])[];
  /** Straight code for the pattern's elimination, written beforehand; used where there is a pattern. */
  readonly elimination?: EliminationCode;
  /** f does not look at t. Without it ∂f/∂t is taken by differences. */
  readonly autonomous?: boolean;
}

/** Factors s I - J into `w` and solves with it; see `planElimination` for the order of the pivots. */
export interface EliminationCode {
  /** Numbers that `w` holds. */
  readonly room: number;
  /** False where the fixed order of pivots loses too many digits. */
  readonly factor: (shift: number, jacobian: Float64Array, w: Float64Array) => boolean;
  /** Solves in place of x. */
  readonly solve: (w: Float64Array, x: Float64Array) => void;
}

export type Derivative = (
  t: number,
  y: Float64Array,
  parameters: Float64Array,
  out: Float64Array,
) => void;
