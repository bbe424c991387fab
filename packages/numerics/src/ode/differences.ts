import type { Derivative, OdeSystem } from './system.ts';

/** Half the digits of y, and something also where y is 0 (as in Hairer & Wanner's RADAU5). */
const stepAt = (value: number): number => {
  const size = Math.abs(value);
  return size >= 1
    ? size * Math.sqrt(Number.EPSILON)
    : Math.sqrt(Number.EPSILON * Math.max(1e-5, size));
};

/** Columns in groups that share no row, so that one evaluation serves a group (Curtis, Powell & Reid 1974). */
export const columnGroups = (
  n: number,
  pattern?: readonly (readonly [number, number])[],
): readonly (readonly number[])[] => {
  const rowsOf = Array.from({ length: n }, () => new Set<number>());
  if (pattern) for (const [i, j] of pattern) rowsOf[j]!.add(i);
  else for (const rows of rowsOf) for (let i = 0; i < n; i++) rows.add(i);
  const groups: { columns: number[]; rows: Set<number> }[] = [];
  rowsOf.forEach((rows, j) => {
    const fitting = groups.find((group) => [...rows].every((i) => !group.rows.has(i)));
    const group = fitting ?? { columns: [], rows: new Set<number>() };
    if (!fitting) groups.push(group);
    group.columns.push(j);
    for (const i of rows) group.rows.add(i);
  });
  return groups.map(({ columns }) => columns);
};

/** The Jacobian by forward differences, one evaluation of f for each group of columns. */
export const differenceJacobian = ({ size: n, derivative, pattern }: OdeSystem): Derivative => {
  const groups = columnGroups(n, pattern).map((columns) => Int32Array.from(columns));
  const rows = Array.from({ length: n }, (_, j) =>
    Int32Array.from(
      pattern ? pattern.filter((entry) => entry[1] === j).map(([i]) => i) : Array(n).keys(),
    ),
  );
  const base = new Float64Array(n);
  const moved = new Float64Array(n);
  const changed = new Float64Array(n);
  return (t, y, parameters, out) => {
    derivative(t, y, parameters, base);
    moved.set(y);
    for (const columns of groups) {
      for (let c = 0; c < columns.length; c++) {
        const j = columns[c]!;
        moved[j] = y[j]! + stepAt(y[j]!);
      }
      derivative(t, moved, parameters, changed);
      for (let c = 0; c < columns.length; c++) {
        const j = columns[c]!;
        const delta = moved[j]! - y[j]!;
        const touched = rows[j]!;
        for (let r = 0; r < touched.length; r++) {
          const i = touched[r]!;
          out[i * n + j] = (changed[i]! - base[i]!) / delta;
        }
        moved[j] = y[j]!;
      }
    }
  };
};

/** ∂f/∂t by a forward difference; `derivativeNow` holds f at t. */
export const differenceInTime = ({ size: n, derivative }: OdeSystem) => {
  const later = new Float64Array(n);
  return (
    t: number,
    y: Float64Array,
    parameters: Float64Array,
    derivativeNow: Float64Array,
    out: Float64Array,
  ): void => {
    const delta = t + stepAt(t) - t;
    derivative(t + delta, y, parameters, later);
    for (let i = 0; i < n; i++) out[i] = (later[i]! - derivativeNow[i]!) / delta;
  };
};
