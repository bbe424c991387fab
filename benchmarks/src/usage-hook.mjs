// @ts-check
// Loaded into a measured command: when it ends, writes what it used into the folder BENCH_USAGE names.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.BENCH_USAGE;
if (folder)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
