import { readFileSync } from 'node:fs';
import { makeDataFolder } from '@zonula/server/testing';
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

const serve = async (...args: string[]): Promise<string> => {
  running = await startServer(args);
  return `${running.url}api/v1`;
};

const email = 'person@example.org';

/** Holds the last free start of the next days and says how to read it. */
const hold = async (api: string) => {
  const today = new Date().toISOString().slice(0, 10);
  const free = await fetch(`${api}/treatments/skin-visit/slots?from=${today}`);
  const { items } = (await free.json()) as { items: { start: string }[] };
  const held = await fetch(`${api}/appointments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-this-very-test' },
    body: JSON.stringify({
      treatment: 'skin-visit',
      start: items.at(-1)!.start,
      client: { name: 'Annabel Unmistakable', email },
    }),
  });
  expect(held.status).toBe(201);
  const { appointment, links } = (await held.json()) as {
    appointment: { id: string };
    links: { confirm: string };
  };
  return async (address: string): Promise<number> => {
    const path = `${address}/appointments/${appointment.id}`;
    const { status } = await fetch(path, { headers: { authorization: `Bearer ${links.confirm}` } });
    return status;
  };
};

test('what is kept of a client is exported and erased; links hold as long as the key', async () => {
  const data = folder.file('data');
  await makeDataFolder(data);
  const place = ['--data', data];
  const first = await serve(...place, '--clinic', 'examples/clinic.json');
  const read = await hold(first);
  expect(await read(first)).toBe(200);
  await stop();

  const key = folder.file('key', 'kept-far-away-from-the-database-0');
  expect(await read(await serve(...place, '--key-file', key))).toBe(403);
  await stop();

  expect((await zonula(['account', 'list', ...place])).stdout).toBe('There are no accounts yet.\n');
  const file = folder.file('export.json');
  const exported = await zonula(['account', 'export', email, '--out', file, ...place]);
  expect(exported).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`written to ${file}`),
  });
  const { tables } = JSON.parse(readFileSync(file, 'utf8'));
  expect(tables.map(({ table }: { table: string }) => table)).toContain('clinic.appointment');
  expect(readFileSync(file, 'utf8')).toContain('Annabel Unmistakable');

  const careless = await zonula(['account', 'erase', email, ...place]);
  expect(careless).toMatchObject({ status: 2, stderr: expect.stringContaining('--yes') });
  const erased = await zonula(['account', 'erase', email, '--yes', ...place]);
  expect(erased.status).toBe(0);
  expect(erased.stdout).toMatch(/Now nothing is: \d\d tables were looked through/u);
}, 240_000);

const nobody = '00000000-0000-4000-8000-000000000000';
test.each([
  [['grant', nobody, 'clinic-admin'], `there is no account ${nobody}`],
  [['grant', 'ann', 'researcher'], 'ann: the id of an account or an e-mail address is expected'],
  [['grant', email, 'researcher'], `${email}: the id of an account is expected`],
  [['withdraw', nobody, 'researcher'], `there is no account ${nobody}`],
  [['export', nobody], `nothing is kept of ${nobody}`],
])('account %j is one clear line', async (args, line) => {
  const { status, stderr } = await zonula(['account', ...args, '--data', folder.file('data')]);
  expect({ status, stderr }).toEqual({ status: 2, stderr: `zonula: ${line}\n` });
});
