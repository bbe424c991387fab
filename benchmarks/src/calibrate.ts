/**
 * A fixed piece of floating-point work, timed in the same process as what is measured: the ratio of the two
 * moves far less from machine to machine, and from a quiet hour to a busy one, than seconds do.
 */
export const calibrate = (): number => {
  const n = 4096;
  const a = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
  const b = Float64Array.from({ length: n }, (_, i) => Math.cos(i));
  const start = cpuSeconds();
  let state = 0;
  for (let round = 0; round < 18000; round++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      state = 0.6 * state + a[i]! * 0.01;
      sum += (b[i]! - state) * a[i]!;
    }
    b[round % n] = sum * 1e-6;
  }
  const spent = cpuSeconds() - start;
  if (!Number.isFinite(state)) throw new RangeError('the calibration loop went wrong');
  return spent;
};

/** Processor time of this process in seconds, all threads. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
