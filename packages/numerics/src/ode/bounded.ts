import { differenceJacobian } from './differences.ts';
import type { OdeSystem } from './system.ts';

/** A system some of whose states cannot fall below 0. */
export interface BoundedSystem extends OdeSystem {
  /** 1 for a state that cannot fall below 0, else 0. */
  readonly marks: Float64Array;
  /** From the next evaluation of f on, states that there stand at 0 and would fall stay at 0. */
  readonly hold: () => void;
}

export const createBoundedSystem = (system: OdeSystem): BoundedSystem => {
  const { size: n, derivative } = system;
  const jacobian = system.jacobian ?? differenceJacobian(system);
  const marks = new Float64Array(n);
  const held = new Int32Array(n);
  let count = 0;
  let isNew = false;

  const decide = (y: Float64Array, slope: Float64Array): void => {
    isNew = false;
    count = 0;
    for (let i = 0; i < n; i++)
      if (y[i]! <= 0 && slope[i]! < 0 && marks[i] !== 0) held[count++] = i;
  };
  return {
    ...system,
    marks,
    hold: () => {
      isNew = true;
    },
    derivative: (t, y, parameters, out) => {
      derivative(t, y, parameters, out);
      if (isNew) decide(y, out);
      for (let k = 0; k < count; k++) out[held[k]!] = 0;
    },
    jacobian: (t, y, parameters, out) => {
      jacobian(t, y, parameters, out);
      for (let k = 0; k < count; k++) out.fill(0, held[k]! * n, held[k]! * n + n);
    },
  };
};
