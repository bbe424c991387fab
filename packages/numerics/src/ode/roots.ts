import type { Root } from './problem.ts';

/** Looks for the first root within a step. */
export interface RootWatch {
  /** Takes the values where the solver starts or starts anew. */
  readonly start: (t: number, y: Float64Array, parameters: Float64Array) => void;
  /** Whether a root is passed in the step from t to `target`; `time` is then just after the first. */
  readonly find: (
    t: number,
    target: number,
    interpolate: (theta: number, out: Float64Array) => void,
    parameters: Float64Array,
  ) => boolean;
  readonly time: number;
  /** Makes the changes of the roots passed by then. */
  readonly pass: (t: number, y: Float64Array, parameters: Float64Array) => void;
  /** A terminal root was passed. */
  readonly ended: boolean;
  readonly passed: readonly { readonly time: number; readonly root: number }[];
}

const counts = (direction: Root['direction'], before: number, after: number): boolean => {
  if (direction !== 'falling' && before < 0 && after >= 0) return true;
  return direction !== 'rising' && before > 0 && after <= 0;
};

export const createRootWatch = (n: number, roots: readonly Root[]): RootWatch => {
  const before = new Float64Array(roots.length);
  const after = new Float64Array(roots.length);
  const state = new Float64Array(n);
  const passed: { time: number; root: number }[] = [];
  let time = 0;
  let ended = false;

  const start: RootWatch['start'] = (t, y, parameters) => {
    for (let r = 0; r < roots.length; r++) before[r] = roots[r]!.value(t, y, parameters);
  };

  const find: RootWatch['find'] = (t, target, interpolate, parameters) => {
    if (roots.length === 0) return false;
    const length = target - t;
    const valueAt = (r: number, theta: number): number => {
      interpolate(theta, state);
      return roots[r]!.value(t + theta * length, state, parameters);
    };
    let earliest = 2;
    for (let r = 0; r < roots.length; r++) {
      after[r] = valueAt(r, 1);
      if (!counts(roots[r]!.direction, before[r]!, after[r]!)) continue;
      let low = 0;
      let high = 1;
      let atLow = before[r]!;
      let atHigh = after[r]!;
      for (let i = 0; i < 100 && high - low > Number.EPSILON * high; i++) {
        const guess = (low * atHigh - high * atLow) / (atHigh - atLow);
        const inside = i % 3 < 2 && guess > low && guess < high;
        const theta = inside ? guess : (low + high) / 2;
        const value = valueAt(r, theta);
        if (value !== 0 && value < 0 === before[r]! < 0) {
          low = theta;
          atLow = value;
        } else {
          high = theta;
          atHigh = value;
        }
      }
      earliest = Math.min(earliest, high);
    }
    if (earliest > 1) {
      before.set(after);
      return false;
    }
    time = earliest === 1 ? target : t + earliest * length;
    for (let r = 0; r < roots.length; r++) after[r] = valueAt(r, earliest);
    return true;
  };

  const pass: RootWatch['pass'] = (t, y, parameters) => {
    for (let r = 0; r < roots.length; r++) {
      const root = roots[r]!;
      if (!counts(root.direction, before[r]!, after[r]!)) continue;
      passed.push({ time: t, root: r });
      root.change?.(t, y, parameters);
      ended ||= root.terminal === true;
    }
  };

  return {
    start,
    find,
    get time() {
      return time;
    },
    pass,
    get ended() {
      return ended;
    },
    passed,
  };
};
