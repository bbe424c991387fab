import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuthenticator } from '../../e2e/authenticator.ts';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { cookieIn, createPerson, signIn } from '../../e2e/people.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(kinds)('accounts on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  const whoAmI = (cookie: string) => clinic.ask('GET', '/api/v1/session', { cookie });

  test('a passkey makes an account, signs out and signs in again', async () => {
    const person = await createPerson(clinic);
    expect((await whoAmI(person.cookie)).body).toMatchObject({
      account: person.account,
      roles: ['person'],
      method: 'passkey',
    });
    const out = await clinic.ask('DELETE', '/api/v1/session', { cookie: person.cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-zonula-session=; Max-Age=0/u);
    expect((await whoAmI(person.cookie)).body.code).toBe('not-signed-in');
    const again = await signIn(clinic, person);
    expect(again.status).toBe(201);
    expect(again.body.account).toBe(person.account);
    const [cookie] = again.headers.getSetCookie();
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  test.each([
    ['another origin', { origin: 'https://clinic.example.evil' }],
    ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another key', { forged: true }],
    ['a device that did not check who holds it', { userVerified: false }],
    ['what was made for registering', { type: 'webauthn.create' }],
  ])('nobody signs in with %s', async (_, wrong) => {
    const person = await createPerson(clinic);
    expect((await signIn(clinic, person, wrong)).body.code).toBe('passkey-refused');
    expect((await signIn(clinic, person)).status).toBe(201);
  });

  test.each([
    ['another origin', { origin: 'http://clinic.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['a device that did not check who holds it', { userVerified: false }],
    ['what was made for signing in', { type: 'webauthn.get' }],
  ])('no account is made with %s', async (_, wrong) => {
    const { body } = await clinic.ask('POST', '/api/v1/account/passkeys/options');
    const response = createAuthenticator(origin).create(body.options, wrong);
    const made = await clinic.ask('POST', '/api/v1/account/passkeys', {
      body: { ceremony: body.ceremony, name: 'Phone', response },
    });
    expect(made.body.code).toBe('passkey-refused');
    const { rows } = await sql`select 1 from account.account`.execute(opened.database);
    expect(rows).toEqual([]);
  });

  test('what a passkey signed holds once, for five minutes, and not for something else', async () => {
    const person = await createPerson(clinic);
    const begun = await clinic.ask('POST', '/api/v1/session/options');
    const { ceremony, options } = begun.body;
    const body = { ceremony, response: person.authenticator.get(options) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => clinic.ask('POST', '/api/v1/session', { body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);

    const late = await clinic.ask('POST', '/api/v1/session/options');
    clinic.clock.now += 5 * minute;
    const response = person.authenticator.get(late.body.options);
    const refused = await clinic.ask('POST', '/api/v1/session', {
      body: { ceremony: late.body.ceremony, response },
    });
    expect(refused.body.code).toBe('ceremony-ended');

    const registering = await clinic.ask('POST', '/api/v1/account/passkeys/options');
    const other = await clinic.ask('POST', '/api/v1/session', {
      body: {
        ceremony: registering.body.ceremony,
        response: person.authenticator.get(registering.body.options),
      },
    });
    expect(other.body.code).toBe('ceremony-ended');
  });

  test('a counter that goes back is a copied passkey', async () => {
    const person = await createPerson(clinic);
    await signIn(clinic, person);
    await sql`update account.passkey set counter = 1000`.execute(opened.database);
    expect((await signIn(clinic, person)).body.code).toBe('passkey-refused');
  });

  test('several passkeys; the last one stays; taking one away signs out everywhere else', async () => {
    const person = await createPerson(clinic);
    const elsewhere = cookieIn(await signIn(clinic, person));
    const begun = await clinic.ask('POST', '/api/v1/account/passkeys/options', person);
    expect(begun.body.options.excludeCredentials).toMatchObject([{ id: person.passkey }]);
    const tablet = createAuthenticator(origin);
    const request = {
      ceremony: begun.body.ceremony,
      name: 'Tablet',
      response: tablet.create(begun.body.options),
    };
    // Who is not the one who began it adds nothing.
    const stranger = await createPerson(clinic);
    const stolen = await clinic.ask('POST', '/api/v1/account/passkeys', {
      body: request,
      cookie: stranger.cookie,
    });
    expect(stolen.body.code).toBe('ceremony-ended');
    clinic.clock.now += minute;
    const anew = await clinic.ask('POST', '/api/v1/account/passkeys/options', person);
    const added = await clinic.ask('POST', '/api/v1/account/passkeys', {
      body: {
        ...request,
        ceremony: anew.body.ceremony,
        response: tablet.create(anew.body.options),
      },
      cookie: person.cookie,
    });
    expect(added).toMatchObject({ status: 201, body: { session: null, recoveryCodes: null } });
    expect((await signIn(clinic, { authenticator: tablet })).body.account).toBe(person.account);
    const { items } = (await clinic.ask('GET', '/api/v1/account/passkeys', person)).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Phone', 'Tablet']);

    const remove = (id: string) => clinic.ask('DELETE', `/api/v1/account/passkeys/${id}`, person);
    expect((await remove(stranger.passkey)).body.code).toBe('unknown-passkey');
    expect((await remove(person.passkey)).status).toBe(204);
    expect((await whoAmI(elsewhere)).status).toBe(401);
    expect((await whoAmI(person.cookie)).status).toBe(200);
    expect((await signIn(clinic, person)).body.code).toBe('passkey-refused');
    expect((await remove(added.body.passkey)).body.code).toBe('last-passkey');
  });

  test('a recovery code signs in once, however it is typed, and new ones end the old', async () => {
    const person = await createPerson(clinic);
    expect(new Set(person.recoveryCodes).size).toBe(8);
    const [first, second] = person.recoveryCodes as [string, string];
    const recover = (code: string) =>
      clinic.ask('POST', '/api/v1/session/recovery', { body: { code } });
    const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const recovered = await recover(typed);
    expect(recovered.body).toMatchObject({ account: person.account, method: 'recovery-code' });
    expect((await recover(first)).body.code).toBe('code-wrong');
    expect((await recover('0000-0000-0000-0000-0000')).body.code).toBe('code-wrong');
    const cookie = cookieIn(recovered);
    const anew = await clinic.ask('POST', '/api/v1/account/recovery-codes', { cookie });
    expect(anew.body.recoveryCodes).toHaveLength(8);
    expect((await recover(second)).body.code).toBe('code-wrong');
    const both = await Promise.all([0, 0].map((which) => recover(anew.body.recoveryCodes[which])));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  test('a session ends when it is not used for 14 days, and after 90 days', async () => {
    const person = await createPerson(clinic);
    clinic.clock.now += 14 * day - 1;
    expect((await whoAmI(person.cookie)).status).toBe(200);
    clinic.clock.now += 14 * day;
    expect((await whoAmI(person.cookie)).status).toBe(401);
    const cookie = cookieIn(await signIn(clinic, person));
    for (let days = 0; days < 81; days += 9) {
      expect((await whoAmI(cookie)).status).toBe(200);
      clinic.clock.now += 9 * day;
    }
    expect((await whoAmI(cookie)).status).toBe(200);
    clinic.clock.now += 9 * day;
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  test('who sees what others share is signed out after 30 minutes, also when the role is new', async () => {
    const person = await createPerson(clinic);
    await sql`insert into account.role values (${person.account}, 'clinic-admin', null, now())`.execute(
      opened.database,
    );
    expect((await whoAmI(person.cookie)).body.roles).toEqual(['person', 'clinic-admin']);
    clinic.clock.now += 30 * minute;
    expect((await whoAmI(person.cookie)).status).toBe(401);
    const cookie = cookieIn(await signIn(clinic, person));
    for (let hours = 0; hours < 12; hours += 0.25) {
      expect((await whoAmI(cookie)).status).toBe(200);
      clinic.clock.now += 15 * minute;
    }
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  test('sessions are listed and ended by their owner alone', async () => {
    const person = await createPerson(clinic);
    const stranger = await createPerson(clinic);
    const second = cookieIn(await signIn(clinic, person));
    const { items } = (await clinic.ask('GET', '/api/v1/account/sessions', person)).body;
    expect(items).toHaveLength(2);
    const other = items.find(({ current }: { current: boolean }) => !current);
    const end = (cookie: string) =>
      clinic.ask('DELETE', `/api/v1/account/sessions/${other.id}`, { cookie });
    expect((await end(stranger.cookie)).body.code).toBe('unknown-session');
    expect((await whoAmI(second)).status).toBe(200);
    expect((await end(person.cookie)).status).toBe(204);
    expect((await whoAmI(second)).status).toBe(401);
  });

  test('after ten minutes what cannot be undone asks for a new sign-in', async () => {
    const person = await createPerson(clinic);
    clinic.clock.now += 11 * minute;
    for (const [method, path] of [
      ['POST', '/api/v1/account/passkeys/options'],
      ['DELETE', `/api/v1/account/passkeys/${person.passkey}`],
      ['POST', '/api/v1/account/recovery-codes'],
    ] as const)
      expect((await clinic.ask(method, path, person)).body.code).toBe('sign-in-again');
  });

  test('neither tokens nor codes are in the database', async () => {
    const person = await createPerson(clinic);
    const token = person.cookie.split('=')[1]!;
    const hexOf = (text: string): string => Buffer.from(text).toString('hex');
    for (const table of ['session', 'recovery_code', 'passkey', 'account', 'ceremony']) {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(t) as row from ${sql.table(`account.${table}`)} t`.execute(opened.database);
      const text = JSON.stringify(rows);
      const raw = Buffer.from(token, 'base64url').toString('hex');
      for (const secret of [token, raw, hexOf(token)]) expect(text).not.toContain(secret);
      for (const code of person.recoveryCodes) {
        expect(text).not.toContain(code);
        expect(text).not.toContain(hexOf(code.replaceAll('-', '')));
      }
    }
  });

  test('another page changes nothing in the name of the person', async () => {
    const person = await createPerson(clinic);
    const attack = (headers: Record<string, string>) =>
      clinic.app.request('/api/v1/session', {
        method: 'DELETE',
        headers: { cookie: person.cookie, ...headers },
      });
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', origin },
      { origin: 'https://evil.example', host: 'clinic.example' },
      { origin: 'null', host: 'clinic.example' },
      {},
    ] as Record<string, string>[]) {
      const response = await attack(headers);
      expect({ headers, status: response.status }).toEqual({ headers, status: 403 });
      expect(await response.json()).toMatchObject({ code: 'cross-site' });
    }
    expect((await whoAmI(person.cookie)).status).toBe(200);
    expect((await attack({ origin })).status).toBe(204);
  });

  test('without an address of its own the server has accounts on this computer only', async () => {
    const local = createTestClinic(opened.database, { origin: null });
    const begin = (host: string) =>
      local.ask('POST', '/api/v1/session/options', { headers: { host } });
    expect((await begin('localhost:4100')).body.options.rpId).toBe('localhost');
    for (const host of ['127.0.0.1:4100', 'evil.example', 'localhost.evil.example', ''])
      expect((await begin(host)).body.code).toBe('origin-unknown');
  });
});
