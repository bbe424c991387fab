/**
 * Ours and Stan on one diary in one run, and writes benchmarks/results/stan.json. Needs R with rstan; takes Stan minutes.
 *
 *     node scripts/run.mjs benchmarks/src/stan.ts [DAYS EXPOSURES]
 *
 * Both are timed in processor seconds of one core. Ours is the whole of `discover`: 17 delays for each
 * exposure, checks and all. Stan gets one delay, a Gaussian score and a compiled model.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discover } from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { cpuSeconds } from './calibrate.ts';
import { root } from './measure.ts';
import { diaryOf } from './workload.ts';

const [days = 245, exposures = 72] = process.argv.slice(2).map(Number);
const timeline = toTimeline(diaryOf({ days, exposures, seed: 1 }));

const seconds: number[] = [];
let answer = discover(timeline, { version: 'benchmark', seed: 1 });
for (let run = 0; run < 7; run++) {
  const start = cpuSeconds();
  answer = discover(timeline, { version: 'benchmark', seed: 1 });
  seconds.push(cpuSeconds() - start);
}
const ours = [...seconds].sort((a, b) => a - b)[3]!;

const { values } = timeline.outcomes[0]!;
const recorded = [...values.keys()].filter((t) => !Number.isNaN(values[t]));
const columns = timeline.exposures.map(({ dose }) => dose);
const folder = mkdtempSync(join(tmpdir(), 'zonula-stan-'));
try {
  const file = join(folder, 'data.json');
  const data = {
    T: timeline.days,
    N: recorded.length,
    recorded: recorded.map((t) => t + 1),
    y: recorded.map((t) => values[t]),
    P: columns.length,
    doses: Array.from({ length: timeline.days }, (_, t) =>
      columns.map((dose) => (t > 0 && dose[t - 1]! > 0 ? 1 : 0)),
    ),
    expected: 3,
  };
  writeFileSync(file, JSON.stringify(data));
  const script = fileURLToPath(new URL('./stan.R', import.meta.url));
  const { status, stdout, stderr, error } = spawnSync('Rscript', [script, file], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  const stan = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { processorSeconds: number };
  const { convergence } = answer.checks;
  const result = {
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGigabytes: Math.round(totalmem() / 1e9),
      system: `${platform()} ${release()}`,
      node: process.version,
    },
    diary: { days: timeline.days, recorded: recorded.length, exposures: columns.length },
    ours: {
      processorSeconds: ours,
      runs: seconds,
      rHat: convergence.rHat,
      converged: convergence.passed,
      draws: convergence.draws,
      chains: convergence.chains,
      effectiveSampleSize: convergence.effectiveSampleSize,
      suspects: answer.suspects.map(({ members, probability }) => ({ members, probability })),
    },
    stan,
    ratio: stan.processorSeconds / ours,
  };
  const results = join(root, 'benchmarks', 'results');
  mkdirSync(results, { recursive: true });
  const text = `${JSON.stringify(result, null, 2)}\n`;
  writeFileSync(join(results, 'stan.json'), text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true });
}
