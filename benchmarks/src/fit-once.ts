/**
 * One analysis in a process of its own: `fit-once DAYS EXPOSURES REPEATS SEED`. Prints JSON.
 * Every repeat has the next seed: how long the chains take to agree is chance.
 * The first repeat pays for compiling, as a person's own run does; the later ones show the engine warm.
 */
import { discover } from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { calibrate, cpuSeconds } from './calibrate.ts';
import { diaryOf } from './workload.ts';

const [days = 0, exposures = 0, repeats = 1, seed = 1] = process.argv.slice(2).map(Number);
calibrate();
const before = calibrate();
const timeline = toTimeline(diaryOf({ days, exposures, seed: 1 }));
const seconds: number[] = [];
let progress = 0;
for (let repeat = 0; repeat < repeats; repeat++) {
  const start = cpuSeconds();
  const { checks, exposures: listed } = discover(timeline, {
    version: 'benchmark',
    seed: seed + repeat,
    onProgress: () => progress++,
  });
  seconds.push(cpuSeconds() - start);
  if (listed.length !== timeline.exposures.length) throw new Error('an exposure got lost');
  if (!checks.convergence.passed) process.stderr.write('the chains did not agree\n');
}
const calibration = Math.min(before, calibrate());
process.stdout.write(JSON.stringify({ seconds, calibration, progress }));
