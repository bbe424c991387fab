/** The same queries on the same names with PostgreSQL's pg_trgm (PGlite); argument is the repository's folder. */
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { readFoodTables } from '@zonula/foods';
import { cpuSeconds } from './calibrate.ts';
import { foodQueries } from './food-queries.ts';
import { foodTablesText } from './food-tables.ts';

const milliseconds = (): number => cpuSeconds() * 1000;
const tables = readFoodTables(foodTablesText(process.argv[2]!));
const start = milliseconds();
const database = await PGlite.create({ extensions: { pg_trgm } });
await database.exec('create extension pg_trgm; create table food (code int, name text)');
await database.query('insert into food select * from unnest($1::int[], $2::text[])', [
  [...tables.codes, ...tables.commonNames.map(({ code }) => code)],
  [...tables.names, ...tables.commonNames.map(({ name }) => name)],
]);
await database.exec('create index on food using gin (name gin_trgm_ops); analyze food');
const readyMs = milliseconds() - start;

const codes = new Map(tables.commonNames.map(({ name, code }) => [name, code]));
let right = 0;
const phraseMs: number[] = [];
const distanceMs: number[] = [];
for (const [typed, meant] of foodQueries) {
  let from = milliseconds();
  const { rows } = await database.query<{ code: number }>(
    'select code from food where name % $1 order by similarity(name, $1) desc, code limit 1',
    [typed],
  );
  phraseMs.push(milliseconds() - from);
  if (rows[0]?.code === codes.get(meant)) right += 1;
  from = milliseconds();
  await database.query('select code from food order by name <->> $1, code limit 1', [typed]);
  distanceMs.push(milliseconds() - from);
}
const megabytes = process.memoryUsage().rss / 1e6;
await database.close();
process.stdout.write(JSON.stringify({ readyMs, phraseMs, distanceMs, right, megabytes }));
