import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPostgres } from '@zonula/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
const people = folder.file('people');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
const servers: ChildProcess[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  mkdirSync(people);
  for (let i = 0; i < 12; i++) writeFileSync(join(people, `p${10 + i}.csv`), smallDiary);
}, 300_000);
afterAll(async () => {
  await postgres.stop();
  folder.remove();
}, 60_000);

/** A server that has said where it listens. */
const serve = async (url: string, workers: string): Promise<ChildProcess> => {
  const server = spawn(
    process.execPath,
    [
      ...[resolve('zonula.mjs'), 'serve', '--port', '0', '--json'],
      ...['--database-url', url, '--workers', workers],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await once(server.stdout!, 'data');
  return server;
};

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
  servers.push(await serve(shared, '1'), await serve(shared, '2'));
  const asked = await analyse('asked', shared, '0');
  expect({ status: asked.status, said: asked.stderr }).toMatchObject({ status: 0 });
  expect(published('asked')).toEqual(published('own'));
  for (const server of servers) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }
}, 600_000);
