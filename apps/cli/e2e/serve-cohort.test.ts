import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@zonula/server/testing/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './start-server.ts';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
const people = folder.file('people');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
const servers: Server[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  mkdirSync(people);
  for (let i = 0; i < 12; i++) writeFileSync(join(people, `p${10 + i}.csv`), smallDiary);
}, 300_000);
afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  await postgres.stop();
  folder.remove();
}, 60_000);

const published = (name: string): string[] =>
  readdirSync(folder.file(name))
    .sort()
    .map((file) => readFileSync(join(folder.file(name), file), 'utf8'));

test('servers answer what a cohort asks, to the same bytes, and end in order', async () => {
  const [own, shared] = [await postgres.createDatabase(), await postgres.createDatabase()];
  const analyse = (out: string, url: string, workers: string) =>
    zonula([
      ...['cohort', 'analyse', people, '--counts-only', '--out', folder.file(out)],
      ...['--database-url', url, '--workers', workers],
    ]);
  expect((await analyse('own', own, '1')).status).toBe(0);
  for (const workers of ['1', '2'])
    servers.push(await startServer(['--database-url', shared, '--workers', workers]));
  const asked = await analyse('asked', shared, '0');
  expect({ status: asked.status, said: asked.stderr }).toMatchObject({ status: 0 });
  expect(published('asked')).toEqual(published('own'));
  for (const { stop } of servers) expect(await stop()).toEqual([0, null]);
}, 600_000);
