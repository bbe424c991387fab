/** Inner product of n values at two offsets; four running sums, so rounding differs from a plain loop. */
export const dot = (
  a: Float64Array,
  ao: number,
  b: Float64Array,
  bo: number,
  n: number,
): number => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[ao + i] * b[bo + i];
    s1 += a[ao + i + 1] * b[bo + i + 1];
    s2 += a[ao + i + 2] * b[bo + i + 2];
    s3 += a[ao + i + 3] * b[bo + i + 3];
  }
  for (let i = whole; i < n; i++) s0 += a[ao + i] * b[bo + i];
  return s0 + s1 + (s2 + s3);
};

/**
 * Inner products of one vector with consecutive rows of a matrix, four rows at a time: each value of the
 * vector is read once for all four.
 * @param rows row k starts at `rowsAt + k * n`
 * @param out product with row k at `outAt + k`
 */
export const dotRows = (
  a: Float64Array,
  ao: number,
  rows: Float64Array,
  rowsAt: number,
  count: number,
  n: number,
  out: Float64Array,
  outAt: number,
): void => {
  const even = n & ~1;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const b0 = rowsAt + k * n;
    const b1 = b0 + n;
    const b2 = b1 + n;
    const b3 = b2 + n;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let r0 = 0;
    let r1 = 0;
    let r2 = 0;
    let r3 = 0;
    for (let i = 0; i < even; i += 2) {
      const u = a[ao + i];
      const v = a[ao + i + 1];
      s0 += u * rows[b0 + i];
      s1 += u * rows[b1 + i];
      s2 += u * rows[b2 + i];
      s3 += u * rows[b3 + i];
      r0 += v * rows[b0 + i + 1];
      r1 += v * rows[b1 + i + 1];
      r2 += v * rows[b2 + i + 1];
      r3 += v * rows[b3 + i + 1];
    }
    if (even < n) {
      const u = a[ao + even];
      s0 += u * rows[b0 + even];
      s1 += u * rows[b1 + even];
      s2 += u * rows[b2 + even];
      s3 += u * rows[b3 + even];
    }
    out[outAt + k] = s0 + r0;
    out[outAt + k + 1] = s1 + r1;
    out[outAt + k + 2] = s2 + r2;
    out[outAt + k + 3] = s3 + r3;
  }
  for (; k < count; k++) out[outAt + k] = dot(a, ao, rows, rowsAt + k * n, n);
};
