const busyMs = 80;
/** Rounds of the loop below in a millisecond of the processor, on the machine of benchmarks/README.md when it has its processors to itself. */
const usualRounds = 1;

/** How many times slower than usual the processor is (as beside other guests of one host, or on another machine), and how often a process waits for it. */
const look = (): { readonly slower: number; readonly waiting: number } => {
  const clock = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  let rounds = 0;
  for (let sum = 0; used < busyMs; rounds++) {
    for (let k = 0; k < 100_000; k++) sum += Math.sqrt(k + sum);
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1000;
  }
  return {
    slower: Math.max(1, (usualRounds * used) / rounds),
    waiting: Math.max(1, (performance.now() - clock) / used),
  };
};

/** How many times more processor time than usual everything takes now; at least 1. */
export const slowness = (): number => look().slower;

/**
 * How many times longer than on an idle machine everything takes now by the clock, because others use it too and because the processor is slow;
 * at least 1. A process that counts waits for a processor that others have: its time on the clock over its time on the processor.
 */
export const sharing = (): number => {
  const { slower, waiting } = look();
  return slower * waiting;
};
