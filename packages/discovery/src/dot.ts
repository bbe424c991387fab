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
