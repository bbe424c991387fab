import { differenceJacobian } from './differences.ts';
import type { OdeSystem } from './system.ts';

/** A system some of whose states cannot fall below 0. */
export interface BoundedSystem extends OdeSystem {
  /** 1 for a state that cannot fall below 0, else 0. */
  readonly marks: Float64Array;
  /** Finds which states stand at 0 and would fall: until the next call they are held there. */
  readonly hold: (t: number, y: Float64Array, parameters: Float64Array) => void;
}

export const createBoundedSystem = (system: OdeSystem): BoundedSystem => {
  const { size: n, derivative } = system;
  const jacobian = system.jacobian ?? differenceJacobian(system);
  const marks = new Float64Array(n);
  const held = new Int32Array(n);
  const slope = new Float64Array(n);
  let count = 0;

  const hold: BoundedSystem['hold'] = (t, y, parameters) => {
    count = 0;
    let atZero = false;
    for (let i = 0; i < n; i++) if (y[i]! <= 0 && marks[i] !== 0) atZero = true;
    if (!atZero) return;
    derivative(t, y, parameters, slope);
    for (let i = 0; i < n; i++)
      if (y[i]! <= 0 && slope[i]! < 0 && marks[i] !== 0) held[count++] = i;
  };
  return {
    ...system,
    marks,
    hold,
    derivative: (t, y, parameters, out) => {
      derivative(t, y, parameters, out);
      for (let k = 0; k < count; k++) out[held[k]!] = 0;
    },
    jacobian: (t, y, parameters, out) => {
      jacobian(t, y, parameters, out);
      for (let k = 0; k < count; k++) out.fill(0, held[k]! * n, held[k]! * n + n);
    },
  };
};
