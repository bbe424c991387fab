import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { brokenExclusion } from '../db/failures.ts';
import type { AppointmentTable } from '../db/tables.ts';

const at = (time: string): Date => new Date(`2026-03-25T${time}:00Z`);

// The last word on double booking is the database's: rows are written past everything that asks before.
describe.each(kinds)('the constraints of %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  const clients = [randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clinic.reset();
    await opened.database
      .insertInto('clinic.client')
      .values(clients.map((id, i) => ({ id, email: `${i}@example.org`, created_at: at('08:00') })))
      .execute();
  });

  const row = (
    change: Partial<Insertable<AppointmentTable>> = {},
  ): Insertable<AppointmentTable> => ({
    id: randomUUID(),
    treatment: 'visit',
    practitioner: 'ana',
    room: 'room-1',
    client: clients[0]!,
    client_name: 'Person',
    client_phone: null,
    status: 'confirmed',
    starts_at: at('09:00'),
    ends_at: at('09:30'),
    occupied_from: at('09:00'),
    occupied_until: at('09:40'),
    zone: 'Europe/London',
    local_start: '2026-03-25T09:00:00+00:00',
    expires_at: null,
    price: 1,
    deposit: 0,
    currency: 'GBP',
    cancellation: '{}',
    created_at: at('08:00'),
    changed_at: at('08:00'),
    ...change,
  });
  const elsewhere = { practitioner: 'ben', room: 'room-2', client: clients[1]! };
  const later = {
    starts_at: at('09:35'),
    ends_at: at('10:00'),
    occupied_from: at('09:35'),
    occupied_until: at('10:00'),
  };
  /** What is broken by writing the second after the first. */
  const broken = async (second: Partial<Insertable<AppointmentTable>>): Promise<string | null> => {
    await opened.database.insertInto('clinic.appointment').values(row()).execute();
    try {
      await opened.database.insertInto('clinic.appointment').values(row(second)).execute();
      return null;
    } catch (error) {
      const constraint = brokenExclusion(error);
      if (constraint === null) throw error;
      return constraint;
    }
  };

  test.each<[string, Partial<Insertable<AppointmentTable>>, string | null]>([
    ['the same practitioner', { ...elsewhere, practitioner: 'ana' }, 'practitioner_once'],
    ['the same room', { ...elsewhere, room: 'room-1' }, 'room_once'],
    ['the same client', { ...elsewhere, client: clients[0]! }, 'client_once'],
    ['nothing in common', elsewhere, null],
    [
      'the same practitioner within the buffer',
      { ...elsewhere, ...later, practitioner: 'ana' },
      'practitioner_once',
    ],
    [
      'the same client within the buffer of another',
      { ...elsewhere, ...later, client: clients[0]! },
      null,
    ],
    [
      'the same practitioner, held',
      { ...elsewhere, practitioner: 'ana', status: 'held', expires_at: at('08:10') },
      'practitioner_once',
    ],
    ['everything the same, but cancelled', { status: 'cancelled' }, null],
    ['everything the same, but expired', { status: 'expired' }, null],
  ])('%s', async (_, second, constraint) => {
    expect(await broken(second)).toBe(constraint);
  });

  test.each<[string, Partial<Insertable<AppointmentTable>>]>([
    ['a hold without an end', { status: 'held' }],
    ['a confirmed one with an end of its hold', { expires_at: at('08:10') }],
    ['one that ends before it begins', { ends_at: at('08:30') }],
    ['one that reaches beyond what it occupies', { occupied_until: at('09:20') }],
    ['one of a treatment that was never offered', { treatment: 'nothing' }],
    ['more of the deposit kept than was paid', { deposit_kept: 1 }],
  ])('refuses %s', async (_, change) => {
    const write = opened.database.insertInto('clinic.appointment').values(row(change)).execute();
    await expect(write).rejects.toMatchObject({ code: expect.stringMatching(/^23/u) });
  });

  if (kind === 'PostgreSQL')
    test('a booking that another process writes meanwhile is met as "just taken"', async () => {
      let held: Promise<{ status: number; body: { code: string } }> | undefined;
      await opened.database.transaction().execute(async (transaction) => {
        // Not yet committed, so that whoever asks what is taken does not see it.
        await transaction.insertInto('clinic.appointment').values(row()).execute();
        held = clinic.hold('2026-03-25T09:00:00Z', { practitioner: 'ana' });
        await new Promise((settled) => setTimeout(settled, 300));
      });
      expect(await held).toMatchObject({ status: 409, body: { code: 'just-taken' } });
    });
});
