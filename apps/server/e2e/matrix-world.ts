import { randomBytes, randomUUID } from 'node:crypto';
import { startSession } from '../src/account/sessions.ts';
import type { GrantedRole } from '../src/db/account-tables.ts';
import { dayOf } from '../src/db/day.ts';
import type { Database } from '../src/db/tables.ts';
import type { createTestClinic } from './clinic.ts';

type TestClinic = ReturnType<typeof createTestClinic>;

/** Somebody signed in, made past the authenticator. */
export const createSignedIn = async (
  database: Database,
  clock: { readonly now: number },
  role: GrantedRole | null = null,
  practitioner: string | null = null,
) => {
  const context = {
    database,
    now: () => clock.now,
    newId: randomUUID,
    randomBytes: (length: number) => randomBytes(length),
  };
  const account = randomUUID();
  const at = new Date(clock.now);
  const passkeys = [randomUUID(), randomUUID()];
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('account.account')
      .values({
        id: account,
        audit_key: randomBytes(32),
        created_at: at,
        used_on: dayOf(clock.now),
      })
      .execute();
    if (role !== null)
      await transaction
        .insertInto('account.role')
        .values({ account, role, practitioner, granted_at: at })
        .execute();
    await transaction
      .insertInto('account.passkey')
      .values(
        passkeys.map((id) => ({
          id,
          account,
          public_key: randomBytes(77),
          counter: 0,
          transports: '[]',
          name: 'Phone',
          backed_up: true,
          created_at: at,
          last_used_at: null,
        })),
      )
      .execute();
    const { token, session } = await startSession(context, transaction, account, 'passkey');
    return { account, passkeys, session: session.id, cookie: `__Host-zonula-session=${token}` };
  });
};
type SignedIn = Awaited<ReturnType<typeof createSignedIn>>;

export const sessions = ['person', 'clinician', 'clinic-admin', 'researcher'] as const;
export type SessionName = (typeof sessions)[number];

/** Two appointments and somebody of each role, so that each can try what is another's. */
export const createWorld = async (clinic: TestClinic, database: Database) => {
  await clinic.reset();
  const booked = async (start: string) => {
    const held = await clinic.hold(start);
    const { id } = held.body.appointment;
    const { body } = await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    return { id: id as string, tokens: { ...body.links, ...held.body.links } };
  };
  const own = await booked('2026-03-25T09:00:00Z');
  const other = await booked('2026-03-25T10:00:00Z');
  const people = new Map<SessionName, SignedIn>();
  for (const name of sessions)
    people.set(
      name,
      await createSignedIn(
        database,
        clinic.clock,
        name === 'person' ? null : name,
        name === 'clinician' ? 'ana' : null,
      ),
    );
  const share = await shareBetween(database, clinic.clock, people);
  return { own, other, people, share };
};

/** A live view that the person shares with the clinician; the bytes are none that anybody could open. */
const shareBetween = async (
  database: Database,
  clock: { readonly now: number },
  people: ReadonlyMap<SessionName, SignedIn>,
) => {
  const id = randomUUID();
  const key = randomUUID();
  const clinician = people.get('clinician')!.account;
  const at = new Date(clock.now);
  await database
    .insertInto('sharing.clinician_key')
    .values({
      id: key,
      account: clinician,
      public_key: Buffer.concat([Buffer.of(4), randomBytes(64)]),
      created_at: at,
      retired_at: null,
    })
    .execute();
  await database
    .insertInto('sharing.share')
    .values({
      id,
      person: people.get('person')!.account,
      clinician,
      clinician_key: key,
      kind: 'live',
      sender_key: Buffer.concat([Buffer.of(4), randomBytes(64)]),
      version: 1,
      sealed: randomBytes(2000),
      sealed_at: at,
      created_at: at,
      expires_at: new Date(clock.now + 86_400_000),
      revoked_at: null,
    })
    .execute();
  return { id, key, clinician };
};
export type World = Awaited<ReturnType<typeof createWorld>>;
