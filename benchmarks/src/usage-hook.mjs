// @ts-check
// Loaded into a measured command: when it ends, writes what it used into the folder BENCH_USAGE names.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.BENCH_USAGE;
if (folder && isMainThread) {
  /** @type {number[]} */
  const megabytesOverTime = [];
  const look = () => megabytesOverTime.push(process.memoryUsage.rss() / 1e6);
  setInterval(look, 1000).unref();
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
    const usage = { cpuSeconds, peakMegabytes: maxRSS / 1024, megabytesOverTime };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
}
