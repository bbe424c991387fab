const busyMs = 80;
/** Rounds of the loop below in a millisecond of the processor, on the machine of benchmarks/README.md when it has its processors to itself. */
const usualRounds = 1;

/**
 * How many times longer than on an idle machine everything takes now, because others use it too; at least 1. A process that counts waits for a
 * processor that others have: its time on the clock over its time on the processor. Where the processor itself is slower than usual, as beside
 * other guests of one host, or on another machine, that counts as well.
 */
export const sharing = (): number => {
  const clock = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  let rounds = 0;
  for (let sum = 0; used < busyMs; rounds++) {
    for (let k = 0; k < 100_000; k++) sum += Math.sqrt(k + sum);
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1000;
  }
  const slower = Math.max(1, (usualRounds * used) / rounds);
  return slower * Math.max(1, (performance.now() - clock) / used);
};
