/** Changes state or parameters in place at a moment; the solver starts anew after it. */
export type Change = (t: number, y: Float64Array, parameters: Float64Array) => void;

/** A change at a known time. */
export interface Jump {
  readonly time: number;
  readonly change: Change;
}

/** A change when a function of the state passes zero. */
export interface Root {
  readonly value: (t: number, y: Float64Array, parameters: Float64Array) => number;
  /** Which passages count. */
  readonly direction: 'rising' | 'falling' | 'either';
  readonly change?: Change;
  /** The solver ends there. */
  readonly terminal?: boolean;
}

export interface InitialValueProblem {
  readonly start: number;
  /** At or after `start`. */
  readonly end: number;
  /** n numbers; copied. */
  readonly initial: ArrayLike<number>;
  /** Copied; jumps and roots change the copy. */
  readonly parameters?: ArrayLike<number>;
  /** Error allowed in a step, as a share of the state. Default 1e-6. */
  readonly relativeTolerance?: number;
  /** Error allowed in a step where the state is near 0: one number, or one for each state. Default 1e-9. */
  readonly absoluteTolerance?: number | ArrayLike<number>;
  /** Rising times within [start, end] whose states are wanted. A jump at that time has been made. */
  readonly outputTimes?: ArrayLike<number>;
  /** Where the wanted states go, row by row; made when missing. */
  readonly output?: Float64Array;
  /** In any order; those outside [start, end] are left out, equal times keep their order. */
  readonly jumps?: readonly Jump[];
  readonly roots?: readonly Root[];
  /** States that cannot fall below 0: all, or those marked with 1. Default none. */
  readonly nonNegative?: boolean | ArrayLike<number>;
  readonly firstStep?: number;
  /**
   * After a jump, try the step length from before it instead of a careful one: twice as fast with many small
   * jumps at tolerances of 1e-3, slower at tight ones. Default false.
   */
  readonly keepStep?: boolean;
  readonly longestStep?: number;
  /** Default 100,000 tried steps. */
  readonly mostSteps?: number;
}

export type SolutionStatus =
  | 'done'
  /** A terminal root was met. */
  | 'stopped'
  /** f or the initial state is not finite, or becomes so. */
  | 'not-finite'
  /** The error cannot be made small enough. */
  | 'step-too-small'
  | 'too-many-steps';

export interface Solution {
  readonly status: SolutionStatus;
  /** The time reached: `end` when done. */
  readonly time: number;
  /** The state at that time; the next solution of the same solver does not change it. */
  readonly state: Float64Array;
  /** One row of n numbers for each output time reached. */
  readonly output: Float64Array;
  /** How many output times were reached. */
  readonly rows: number;
  /** Times of the roots passed, and which root it was. */
  readonly passed: readonly { readonly time: number; readonly root: number }[];
  readonly statistics: {
    readonly steps: number;
    readonly rejected: number;
    readonly derivatives: number;
    readonly jacobians: number;
    readonly factors: number;
  };
}
