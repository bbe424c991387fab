/**
 * Minimisation without derivatives: Nelder & Mead 1965 (Computer Journal 7:308) with the
 * dimension-dependent coefficients of Gao & Han 2012, restarted once from the optimum so that a
 * collapsed simplex cannot pass for a minimum. For smooth functions of up to about ten variables.
 */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly evaluations: number;
  /** False when the limit of evaluations ended the search. */
  readonly converged: boolean;
}

export interface MinimiseOptions {
  /** Edge of the first simplex, per coordinate; default 0.5. */
  readonly step?: number;
  /** Stops when the values at the corners differ by less than this; default 1e-12. */
  readonly tolerance?: number;
  readonly maximumEvaluations?: number;
}

/** Minimum of f near `start`. A value that is NaN counts as infinite. */
export function minimise(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  options: MinimiseOptions = {},
): Minimum {
  const limit = options.maximumEvaluations ?? 4000;
  const first = search(f, Float64Array.from(start), options, limit);
  const second = search(f, first.point, options, limit - first.evaluations);
  return { ...second, evaluations: first.evaluations + second.evaluations };
}

function search(
  f: (x: Float64Array) => number,
  start: Float64Array,
  { step = 0.5, tolerance = 1e-12 }: MinimiseOptions,
  limit: number,
): Minimum {
  const n = start.length;
  let evaluations = 0;
  const evaluate = (point: Float64Array) => {
    evaluations++;
    const value = f(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  const expansion = 1 + 2 / n;
  const contraction = 0.75 - 1 / (2 * n);
  const shrinkage = n > 1 ? 1 - 1 / n : 0.5;
  const corners = [evaluate(start.slice())];
  for (let i = 0; i < n; i++) {
    const corner = start.slice();
    corner[i] = corner[i]! + step;
    corners.push(evaluate(corner));
  }
  const flat = () =>
    corners[n]!.value - corners[0]!.value <= tolerance * (1 + Math.abs(corners[0]!.value));
  corners.sort((a, b) => a.value - b.value);
  while (evaluations < limit && !flat()) {
    const worst = corners[n]!;
    const centre = new Float64Array(n);
    for (let c = 0; c < n; c++)
      for (let i = 0; i < n; i++) centre[i] = centre[i]! + corners[c]!.point[i]! / n;
    const along = (factor: number) =>
      evaluate(centre.map((v, i) => v + factor * (worst.point[i]! - v)));
    const reflected = along(-1);
    let next = reflected;
    if (reflected.value < corners[0]!.value) {
      const expanded = along(-expansion);
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= corners[Math.max(n - 1, 0)]!.value) {
      next = along(reflected.value < worst.value ? -contraction : contraction);
      if (next.value >= Math.min(reflected.value, worst.value)) {
        const best = corners[0]!.point;
        for (let c = 1; c <= n; c++) {
          const { point } = corners[c]!;
          corners[c] = evaluate(point.map((v, i) => best[i]! + shrinkage * (v - best[i]!)));
        }
        corners.sort((a, b) => a.value - b.value);
        continue;
      }
    }
    corners[n] = next;
    corners.sort((a, b) => a.value - b.value);
  }
  return { ...corners[0]!, evaluations, converged: flat() };
}
