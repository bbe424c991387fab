/**
 * Measures how fast the product is, and writes benchmarks/results/NAME.json.
 *
 *     npm run bench -- [--suite NAME ...] [--runs N] [--long] [--date YYYY-MM-DD] [--name NAME]
 *                      [--compare] [--save-baselines]
 *
 * `--compare` holds the figures in calibrations against benchmarks/baselines.json and ends with 1 when
 * one became more than 30 % slower. `--long` adds what takes minutes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './measure.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';
import {
  type Baselines,
  baselinesOf,
  beyondLimit,
  compare,
  type Figure,
  tableOf,
} from './summary.ts';

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5' },
    long: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    name: { type: 'string', default: 'latest' },
    compare: { type: 'boolean', default: false },
    'save-baselines': { type: 'boolean', default: false },
  },
});

const chosen = (): readonly Suite[] => {
  if (values.suite.length === 0) return suites.filter(({ long }) => values.long || !long);
  return values.suite.map((name) => {
    const suite = suites.find((candidate) => candidate.name === name);
    if (suite) return suite;
    throw new RangeError(`no suite "${name}"; known: ${suites.map((s) => s.name).join('; ')}`);
  });
};

const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new RangeError('--runs is a whole number');

const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGigabytes: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()}`,
  node: process.version,
};

const figures: Figure[] = [];
for (const suite of chosen()) {
  process.stderr.write(`${suite.name} ...\n`);
  figures.push(...(await suite.run(suite.name.startsWith('3650') ? Math.min(runs, 1) : runs)));
}
process.stdout.write(`${tableOf(figures)}\n`);

const folder = join(root, 'benchmarks');
mkdirSync(join(folder, 'results'), { recursive: true });
writeFileSync(
  join(folder, 'results', `${values.name}.json`),
  `${JSON.stringify({ date: values.date, machine, figures }, null, 2)}\n`,
);

const baselineFile = join(folder, 'baselines.json');
const baselines: Baselines = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as Baselines)
  : {};
if (values['save-baselines'])
  writeFileSync(
    baselineFile,
    `${JSON.stringify({ ...baselines, ...baselinesOf(figures) }, null, 2)}\n`,
  );
if (values.compare)
  for (const { name, before, now, ratio, slower } of compare(figures, baselines)) {
    process.stdout.write(
      `${slower ? 'SLOWER' : 'as before'}: ${name}, ${before} -> ${now} (x ${ratio.toFixed(2)})\n`,
    );
    if (slower) process.exitCode = 1;
  }
for (const name of beyondLimit(figures)) process.stderr.write(`beyond its limit: ${name}\n`);
