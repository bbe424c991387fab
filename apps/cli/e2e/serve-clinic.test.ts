import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Server, startServer } from './start-server.ts';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

let running: Server | null = null;
const stop = async (): Promise<void> => {
  const server = running;
  running = null;
  if (server !== null) expect(await server.stop()).toEqual([0, null]);
};
afterEach(stop, 60_000);

/** Starts the real command and says where it listens. */
const serve = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
  running = await startServer(args, env);
  return running.url;
};

const ask = async (
  address: string,
  token: string | null = null,
  body: unknown = null,
  // biome-ignore lint/suspicious/noExplicitAny: what came back is what a test looks at.
): Promise<{ status: number; body: any }> => {
  const response = await fetch(address, {
    method: body === null ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

test('a clinic is offered, booked, and still booked after the next start; its folder is open once', async () => {
  const data = folder.file('data');
  const api = `${await serve(['--data', data, '--clinic', 'examples/clinic.json'])}api/v1`;
  const today = new Date().toISOString().slice(0, 10);
  const free = await ask(`${api}/treatments/skin-visit/slots?from=${today}`);
  const { start } = free.body.items.at(-1);
  const client = { name: 'Person', email: 'person@example.org' };
  const held = await ask(`${api}/appointments`, null, { treatment: 'skin-visit', start, client });
  expect(held.status).toBe(201);
  const { id } = held.body.appointment;
  const confirmed = await ask(`${api}/appointments/${id}/confirm`, held.body.links.confirm, {});
  expect(confirmed.status).toBe(200);

  const second = await zonula(['serve', '--port', '0', '--data', data]);
  expect(second.status).toBe(2);
  expect(second.stderr).toContain('is in use by another process');

  await stop();
  const later = `${await serve(['--data', data])}api/v1`;
  const read = await ask(`${later}/appointments/${id}`, confirmed.body.links.cancel);
  expect(read.body.appointment).toEqual(confirmed.body.appointment);
});

test('without options no database is made before somebody asks for it', async () => {
  const home = folder.file('home');
  const url = await serve([], { XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home });
  expect((await fetch(url)).status).toBe(200);
  expect(existsSync(home)).toBe(false);
  expect(await ask(`${url}api/v1/clinic`)).toMatchObject({
    status: 404,
    body: { code: 'no-clinic' },
  });
  expect(existsSync(home)).toBe(true);
});

test.each([
  [
    ['--database-url', 'mysql://localhost/zonula'],
    'an address such as postgres://host/name is expected',
  ],
  [['--database-url', 'postgres://u:hidden@127.0.0.1:1/zonula'], 'the database cannot be used'],
  [['--data', 'a', '--database-url', 'postgres://localhost/a'], 'not both'],
  [['--clinic', 'package.json'], 'package.json: clinic: '],
  [['--clinic', 'README.md'], 'README.md: expected JSON with clinic, rooms'],
  [['--clinic', folder.file('list.json', '[]')], 'list.json: expected a JSON object with clinic'],
  [['--clinic', ''], 'a file name is needed'],
  [['--clinic', 'none.json'], 'none.json: there is no such file'],
  [['--data', join('README.md', 'data')], 'the database cannot be used'],
  [['--data', '/proc/x'], 'the database cannot be used'],
])('%j is one clear line', async (args, message) => {
  const { status, stderr } = await zonula(['serve', '--port', '0', ...args]);
  expect(status).toBe(2);
  const line = stderr.split('\n').filter((text) => !text.includes('building the web app'));
  expect(line).toEqual([expect.stringContaining(message), '']);
  expect(stderr).not.toContain('hidden');
});
