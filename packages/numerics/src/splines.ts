/**
 * Natural cubic splines in the B-spline basis of R's splines::ns: cubic between the knots, straight
 * beyond the boundary. de Boor's recursion (1978, A Practical Guide to Splines, ch. X); the two
 * boundary constraints are removed by the same Householder reflections as in R, so the columns are
 * R's columns, to about 1e-12.
 */
export interface NaturalSpline {
  /** Interior knots, ascending. */
  readonly knots: Float64Array;
  /** Boundary knots. */
  readonly boundary: readonly [number, number];
  /** Whether the columns can add up to a constant. */
  readonly intercept: boolean;
  /** Number of columns. */
  readonly columns: number;
}

export interface NaturalSplineOptions {
  /** Columns wanted; interior knots are placed at quantiles of x. Ignored when knots are given. */
  readonly degreesOfFreedom?: number;
  readonly knots?: ArrayLike<number>;
  /** Default: the range of x. */
  readonly boundary?: readonly [number, number];
  readonly intercept?: boolean;
}

const ORDER = 4;

/** Places the knots as ns(x, df, knots, intercept, Boundary.knots) does; NaN in x is left out. */
export function createNaturalSpline(
  x: ArrayLike<number>,
  options: NaturalSplineOptions = {},
): NaturalSpline {
  const intercept = options.intercept ?? false;
  const known = Float64Array.from(x)
    .filter((v) => !Number.isNaN(v))
    .sort();
  const boundary = options.boundary ?? [known[0] ?? Number.NaN, known.at(-1) ?? Number.NaN];
  if (!(boundary[0] < boundary[1])) {
    throw new RangeError('a spline needs two different boundary values');
  }
  const extra = 1 + (intercept ? 1 : 0);
  const count = Math.max(0, (options.degreesOfFreedom ?? extra) - extra);
  const inside = known.filter((v) => v >= boundary[0] && v <= boundary[1]);
  const knots = options.knots
    ? Float64Array.from(options.knots).sort()
    : Float64Array.from({ length: count }, (_, i) => sortedQuantile(inside, (i + 1) / (count + 1)));
  return { knots, boundary, intercept, columns: knots.length + extra };
}

/** The basis at x, row-major x.length x columns; NaN rows where x is NaN. */
export function evaluateNaturalSpline(spline: NaturalSpline, x: ArrayLike<number>): Float64Array {
  const { knots, boundary, intercept, columns } = spline;
  const [left, right] = boundary;
  const all = Float64Array.of(
    ...new Array<number>(ORDER).fill(left),
    ...knots,
    ...new Array<number>(ORDER).fill(right),
  );
  const size = all.length - ORDER;
  const drop = intercept ? 0 : 1;
  const constraint = (at: number) => bSplines(all, at, 2).slice(drop);
  const first = reflector(constraint(left), 0);
  const rotated = constraint(right);
  reflect(first, rotated);
  const second = reflector(rotated, 1);
  const out = new Float64Array(x.length * columns);
  for (let r = 0; r < x.length; r++) {
    const row = extended(all, x[r]!, left, right, size).slice(drop);
    reflect(first, row);
    reflect(second, row);
    out.set(row.subarray(2), r * columns);
  }
  return out;
}

/** Values at v, continued by the tangent beyond the boundary. */
function extended(
  all: Float64Array,
  v: number,
  left: number,
  right: number,
  size: number,
): Float64Array {
  if (Number.isNaN(v)) return new Float64Array(size).fill(Number.NaN);
  if (v >= left && v <= right) return bSplines(all, v, 0);
  const edge = v < left ? left : right;
  const slope = bSplines(all, edge, 1);
  return bSplines(all, edge, 0).map((b, i) => b + slope[i]! * (v - edge));
}

/** All cubic B-splines (or their first or second derivatives) at x inside the boundary. */
function bSplines(knots: Float64Array, x: number, derivative: 0 | 1 | 2): Float64Array {
  const size = knots.length - ORDER;
  let interval = ORDER - 1;
  while (interval < size - 1 && x >= knots[interval + 1]!) interval++;
  let values = new Float64Array(knots.length - 1);
  values[interval] = 1;
  for (let order = 2; order <= ORDER; order++) {
    const next = new Float64Array(knots.length - order);
    const differentiate = order > ORDER - derivative;
    for (let i = 0; i < next.length; i++) {
      const before = knots[i + order - 1]! - knots[i]!;
      const after = knots[i + order]! - knots[i + 1]!;
      const a = before > 0 ? values[i]! / before : 0;
      const b = after > 0 ? values[i + 1]! / after : 0;
      next[i] = differentiate
        ? (order - 1) * (a - b)
        : (x - knots[i]!) * a + (knots[i + order]! - x) * b;
    }
    values = next;
  }
  return values;
}

/** Unit Householder vector that clears v below `from`, LINPACK's choice of sign. */
function reflector(v: Float64Array, from: number): Float64Array {
  const u = v.slice();
  u.fill(0, 0, from);
  const length = Math.hypot(...u);
  u[from] = u[from]! + (u[from]! < 0 ? -length : length);
  const scale = Math.hypot(...u);
  return u.map((value) => value / scale);
}

function reflect(u: Float64Array, v: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < u.length; i++) dot += u[i]! * v[i]!;
  for (let i = 0; i < u.length; i++) v[i] = v[i]! - 2 * dot * u[i]!;
}

function sortedQuantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}
