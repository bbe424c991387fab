import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createRandom } from '@zonula/numerics';
import { startPostgres } from '@zonula/server/testing/server';
import { type Finished, root, runNode, tsx } from '../measure.ts';
import type { Suite } from '../suite.ts';
import { type Figure, figureOf } from '../summary.ts';

const cli = join(root, 'zonula.mjs');
const program = (name: string): string => join(root, 'benchmarks', 'src', 'cohort', `${name}.ts`);

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const people = 120;

interface Labour {
  /** From the first to the last person, without what is the same when nobody is left to analyse. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Analyses everybody with so many workers here and so many processes of one worker beside. */
const analyseWith = async (
  folder: string,
  databaseUrl: string,
  { workers, processes }: { readonly workers: number; readonly processes: number },
): Promise<Labour> => {
  const place = ['--database-url', databaseUrl];
  const analyse = () =>
    runNode([
      ...[cli, 'cohort', 'analyse', join(folder, 'people'), ...place, '--grain', 'class'],
      ...['--workers', String(workers), '--out', join(folder, `out-${workers}-${processes}`)],
    ]);
  let over = false;
  const beside: Finished[] = [];
  const help = async (): Promise<void> => {
    // A helper ends where nothing is asked yet.
    while (!over)
      beside.push(
        await runNode([cli, 'cohort', 'work', ...place, '--workers', '1', '--until-done']),
      );
  };
  const helpers = Array.from({ length: processes }, help);
  const all = await analyse().finally(() => {
    over = true;
  });
  await Promise.all(helpers);
  const again = await analyse();
  return {
    seconds: all.wallSeconds - again.wallSeconds,
    cpuSeconds: [all, ...beside].reduce((sum, one) => sum + one.cpuSeconds, 0) - again.cpuSeconds,
    peakMegabytes: Math.max(...[all, ...beside].map((one) => one.peakMegabytes)),
  };
};

/** The same people by one worker, by two in one process, and by two processes with connections of their own. */
const speedUp: Suite = {
  name: 'cohort',
  long: false,
  run: () =>
    inFolder(async (folder) => {
      const size = [join(folder, 'people'), String(people), '45'];
      await runNode([...tsx, program('axis-people'), ...size]);
      const postgres = await startPostgres();
      try {
        const figures: Figure[] = [];
        let alone: Labour | null = null;
        for (const [name, workers, processes] of [
          ['one worker', 1, 0],
          ['two workers', 2, 0],
          ['two processes of one worker', 0, 2],
        ] as const) {
          const url = await postgres.createDatabase();
          const labour = await analyseWith(folder, url, { workers, processes });
          alone ??= labour;
          const what = `cohort of ${people} axis people, ${name}`;
          figures.push(
            figureOf(`${what}, by the clock`, 'seconds', [labour.seconds]),
            figureOf(`${what}, processor time a person`, 'seconds', [labour.cpuSeconds / people]),
            figureOf(`${what}, times as fast as one worker`, 'share', [
              alone.seconds / labour.seconds,
            ]),
            figureOf(`${what}, memory`, 'megabytes', [labour.peakMegabytes]),
          );
        }
        return figures;
      } finally {
        await postgres.stop();
      }
    }),
};

const rowsOfDay = 5;
const daysOfPerson = 40;
const foods = ['bread', 'coffee', 'milk', 'apple', 'rice', 'egg', 'fish', 'chocolate'];

/** An export of invented people in Flaredown's research layout, its rows in no order by person. */
const writeExport = async (file: string, count: number): Promise<number> => {
  const random = createRandom(1);
  const stream = createWriteStream(file);
  stream.write(
    'user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value\n',
  );
  for (let day = 0; day < daysOfPerson; day++) {
    const date = new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10);
    for (let person = 0; person < count; person++) {
      const row = (type: string, name: string, value: string): string =>
        `person${person},30,,,${date},1,${type},${name},${value}\n`;
      const first = random.integer(foods.length);
      const eaten = [0, 2, 4].map((step) => foods[(first + step) % foods.length]!);
      const text = [
        row('Symptom', 'itching', String(random.integer(5))),
        row('Condition', 'Eczema', String(random.integer(5))),
        ...eaten.map((name) => row('Food', name, '')),
      ].join('');
      if (!stream.write(text)) await once(stream, 'drain');
    }
  }
  stream.end();
  await finished(stream);
  return count * daysOfPerson * rowsOfDay;
};

/** Exports of a hundred thousand and of a million rows; memory must not grow with them. */
const intake: Suite = {
  name: 'cohort import',
  long: false,
  run: () =>
    inFolder(async (folder) => {
      const take = async (count: number) => {
        const file = join(folder, `${count}.csv`);
        const rows = await writeExport(file, count);
        const out = join(folder, `people-${count}`);
        const done = await runNode([cli, 'cohort', 'import', file, '--out', out]);
        rmSync(file);
        rmSync(out, { recursive: true });
        return { rows, done };
      };
      await runNode([cli, '--version']);
      const all = [await take(500), await take(2500), await take(5000)];
      const [, some, many] = all.map(({ done }) => done.peakMegabytes) as [number, number, number];
      return [
        ...all.flatMap(({ rows, done }) => {
          const what = `cohort import, ${rows.toLocaleString('en')} rows`;
          return [
            figureOf(`${what}, processor time`, 'seconds', [done.cpuSeconds]),
            figureOf(`${what}, memory`, 'megabytes', [done.peakMegabytes]),
          ];
        }),
        figureOf(
          'cohort import, memory for a million rows over that for half',
          'share',
          [many / some],
          1.2,
        ),
      ];
    }),
};

export const cohortSuites: readonly Suite[] = [speedUp, intake];
