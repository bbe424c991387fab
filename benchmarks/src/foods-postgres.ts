/**
 * The same queries on the same names with pg_trgm of an installed PostgreSQL, in a cluster of its own that is
 * removed again: `node scripts/run.mjs benchmarks/src/foods-postgres.ts`. PostgreSQL refuses to run as root, so its
 * programs run as the user `postgres` then; milliseconds are those the server reports, planning and execution.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readFoodTables } from '@zonula/foods';
import { foodQueries } from './food-queries.ts';
import { foodTablesText } from './food-tables.ts';

const programs = process.argv[2] ?? '/usr/lib/postgresql/15/bin';
const tables = readFoodTables(foodTablesText(resolve(import.meta.dirname, '..', '..')));
const folder = mkdtempSync(join(tmpdir(), 'trgm-'));
chmodSync(folder, 0o777);
const run = (program: string, args: readonly string[]): string => {
  const path = program === 'psql' ? program : join(programs, program);
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: 'utf8',
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  };
  return process.getuid?.() === 0
    ? execFileSync('runuser', ['-u', 'postgres', '--', path, ...args], options)
    : execFileSync(path, [...args], options);
};
const data = join(folder, 'data');
const psql = (file: string): string =>
  run('psql', ['-h', folder, '-d', 'postgres', '-qAt', '-v', 'ON_ERROR_STOP=1', '-f', file]);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

run('initdb', ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
run('pg_ctl', [
  '-D',
  data,
  '-w',
  '-l',
  join(folder, 'log'),
  '-o',
  `-k ${folder} -c listen_addresses=''`,
  'start',
]);
try {
  const rows = [
    ...tables.names.map((name, i) => [tables.codes[i], name] as const),
    ...tables.commonNames.map(({ code, name }) => [code, name] as const),
  ];
  const file = join(folder, 'food.tsv');
  writeFileSync(file, rows.map((row) => row.join('\t')).join('\n'));
  const setUp = join(folder, 'setup.sql');
  writeFileSync(
    setUp,
    `create extension pg_trgm; create table food (code int, name text);
\\copy food from '${file}'
create index on food using gin (name gin_trgm_ops);
create index on food using gist (name gist_trgm_ops); vacuum analyze food;`,
  );
  const start = performance.now();
  psql(setUp);
  const readySeconds = (performance.now() - start) / 1000;
  const codes = new Map(tables.commonNames.map(({ name, code }) => [name, code]));
  const ask = (order: (typed: string) => string, prefix: string): string => {
    const path = join(folder, 'ask.sql');
    writeFileSync(
      path,
      foodQueries.map(([typed]) => `${prefix} ${order(quoted(typed))};`).join('\n'),
    );
    return psql(path);
  };
  const byShare = (text: string): string =>
    `select coalesce((select code from food where name % ${text} order by similarity(name, ${text}) desc, code limit 1), 0)`;
  const byDistance = (text: string): string =>
    `select code from food order by name <->> ${text}, code limit 1`;
  const found = ask(byShare, '').trim().split('\n');
  const right = foodQueries.filter(([, meant], i) => Number(found[i]) === codes.get(meant)).length;
  const took = (order: (typed: string) => string): number => {
    ask(order, 'explain (analyze, summary)');
    const lines = ask(order, 'explain (analyze, summary)').match(
      /(?:Planning|Execution) Time: [\d.]+/gu,
    )!;
    const times = lines.map((line) => Number(line.split(' ').at(-1)));
    return middle(foodQueries.map((_, i) => times[2 * i]! + times[2 * i + 1]!));
  };
  const shareMs = took(byShare);
  const distanceMs = took(byDistance);
  process.stdout.write(
    `${JSON.stringify({ rows: rows.length, readySeconds, shareMs, distanceMs, right, of: foodQueries.length })}\n`,
  );
} finally {
  run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  rmSync(folder, { recursive: true, force: true });
}
