import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { cookieIn, createPerson, signIn } from '../../e2e/people.ts';
import { grantRole, listAccounts, withdrawRole } from './roles.ts';

describe.each(kinds)('roles on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  const grant = (account: string, practitioner: string | null) =>
    grantRole(
      opened.database,
      { account, role: practitioner === null ? 'clinic-admin' : 'clinician', practitioner },
      clinic.clock.now,
    );

  test('a role opens its routes at once, and taking it away signs out', async () => {
    const person = await createPerson(clinic);
    const ask = (cookie: string) => clinic.ask('GET', '/api/v1/clinic/catalogue', { cookie });
    expect((await ask(person.cookie)).body.code).toBe('not-allowed');
    await grant(person.account, null);
    await grant(person.account, null);
    expect((await ask(person.cookie)).status).toBe(200);
    const role = { account: person.account, role: 'clinic-admin' } as const;
    await withdrawRole(opened.database, role);
    expect((await ask(person.cookie)).body.code).toBe('not-signed-in');
    expect((await ask(cookieIn(await signIn(clinic, person)))).body.code).toBe('not-allowed');
    await expect(withdrawRole(opened.database, role)).rejects.toThrow('is no clinic-admin');
  });

  test('a clinician is one practitioner of the clinic, and each is one clinician', async () => {
    const [ana, other] = [await createPerson(clinic), await createPerson(clinic)];
    await grant(ana.account, 'ana');
    await expect(grant(other.account, 'ana')).rejects.toThrow(
      `ana has the account ${ana.account} already`,
    );
    await expect(grant(other.account, 'zoe')).rejects.toThrow('there is no practitioner zoe');
    await grant(ana.account, 'ben');
    await grant(other.account, 'ana');
    const accounts = await listAccounts(opened.database);
    const byId = new Map(accounts.map(({ account, ...rest }) => [account, rest]));
    expect(byId.size).toBe(2);
    expect(byId.get(ana.account)).toEqual({
      createdAt: '2026-03-20T12:00:00.000Z',
      usedOn: '2026-03-20',
      passkeys: 1,
      roles: [{ role: 'clinician', practitioner: 'ben' }],
    });
  });
});
