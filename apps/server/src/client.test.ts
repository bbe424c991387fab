import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { createTestClinic } from '../e2e/clinic.ts';
import { openMigrated, type TestDatabase } from '../e2e/databases.ts';
import { createClient, ProblemAnswer } from './client.ts';

let opened: TestDatabase;
let clinic: ReturnType<typeof createTestClinic>;
beforeAll(async () => {
  opened = await openMigrated('PGlite');
  clinic = createTestClinic(opened.database);
  await clinic.reset();
}, 60_000);
afterAll(() => opened.close());

test('the client books, moves and cancels, typed by the schemas of the server', async () => {
  const client = createClient('', (url, init) => clinic.app.request(url, init));
  const person = { name: 'Person', email: 'person@example.org' };
  const wanted = { treatment: 'visit', start: '2026-03-25T09:00:00Z', client: person };
  const held = await client.hold({ body: wanted, key: 'a-key-of-the-typed-client' });
  expectTypeOf(held.appointment.sequence).toBeNumber();
  expectTypeOf(held.links.confirm).toEqualTypeOf<string | undefined>();
  expectTypeOf(client.hold).parameter(0).toHaveProperty('body');
  // @ts-expect-error A booking has a start.
  void (() => client.hold({ body: { treatment: 'visit', client: person } }));
  // @ts-expect-error Moving needs to know which.
  void (() => client.move({ body: { start: wanted.start } }));
  const { id } = held.appointment;
  const { links } = await client.confirm({ params: { id }, link: held.links.confirm! });
  const start = '2026-03-25T10:00:00Z';
  const moved = await client.move({ params: { id }, body: { start }, link: links.move! });
  expect(moved.appointment).toMatchObject({ sequence: 1, start: '2026-03-25T10:00:00.000Z' });
  const done = await client.cancel({ params: { id }, link: moved.links.cancel! });
  expect(done.appointment.status).toBe('cancelled');
  const again = client.cancel({ params: { id }, link: moved.links.cancel! });
  await expect(again).rejects.toBeInstanceOf(ProblemAnswer);
  await expect(again).rejects.toMatchObject({
    problem: { code: 'already-cancelled', status: 409 },
  });
});
