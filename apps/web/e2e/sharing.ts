const busyMs = 80;

/**
 * How many times longer than on an idle machine everything takes now, because others use it too; at least 1. A process that counts waits for a
 * processor that others have: its time on the clock over its time on the processor.
 */
export const sharing = (): number => {
  const clock = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  for (let sum = 0; used < busyMs; ) {
    for (let k = 0; k < 100_000; k++) sum += Math.sqrt(k + sum);
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - clock) / used);
};
