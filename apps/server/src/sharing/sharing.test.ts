import { randomUUID, webcrypto } from 'node:crypto';
import { createSharingKeys, openShare, sealShare } from '@zonula/sharing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';
import { forgetExpiredShares } from './lists.ts';
import { mostOpenShares } from './share.ts';

const { subtle } = webcrypto;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const hour = 3_600_000;
const report = new TextEncoder().encode('Itch 7 of 10 on three days.');

describe.each(kinds)('sharing on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  /** A person, a clinician with a key, and their devices. */
  const meet = async () => {
    const [person, clinician] = await Promise.all([
      createSignedIn(opened.database, clinic.clock),
      createSignedIn(opened.database, clinic.clock, 'clinician', 'ana'),
    ]);
    const keys = {
      person: await createSharingKeys(subtle),
      clinician: await createSharingKeys(subtle),
    };
    const body = { publicKey: base64url(keys.clinician.publicKey) };
    await clinic.ask('PUT', '/api/v1/clinician/key', { cookie: clinician.cookie, body });
    return { person, clinician, keys };
  };
  type Meeting = Awaited<ReturnType<typeof meet>>;

  /** As the person's device does it. */
  const give = async (
    { person, keys }: Meeting,
    { kind: what = 'report', id = randomUUID(), lasts = 24 * hour, content = report } = {},
  ) => {
    const listed = await clinic.ask('GET', '/api/v1/clinicians', person);
    const [{ account, key, publicKey }] = listed.body.items;
    const expiresAt = clinic.clock.now + lasts;
    const sealed = await sealShare(subtle, { share: id, version: 1, expiresAt }, content, {
      sender: keys.person,
      recipient: Buffer.from(publicKey, 'base64url'),
    });
    const body = {
      clinician: account,
      key,
      kind: what,
      senderKey: base64url(keys.person.publicKey),
      expiresAt: new Date(expiresAt).toISOString(),
      sealed: base64url(sealed),
    };
    const answer = await clinic.ask('PUT', `/api/v1/shares/${id}`, { cookie: person.cookie, body });
    return { id, expiresAt, body, answer };
  };
  const look = ({ clinician }: Meeting, id: string) =>
    clinic.ask('GET', `/api/v1/clinician/shares/${id}`, clinician);
  const open = async (
    { keys }: Meeting,
    seen: Awaited<ReturnType<typeof look>>,
  ): Promise<string> => {
    const { id, version, expiresAt, senderKey, sealed } = seen.body;
    const content = await openShare(
      subtle,
      { share: id, version, expiresAt: Date.parse(expiresAt) },
      Buffer.from(sealed, 'base64url'),
      { sender: Buffer.from(senderKey, 'base64url'), recipient: keys.clinician },
    );
    return new TextDecoder().decode(content);
  };
  const accesses = async ({ person }: Meeting) =>
    (await clinic.ask('GET', '/api/v1/account/accesses', person)).body.items;

  test('a report is read by the clinician it is for, and every look is told to the person', async () => {
    const meeting = await meet();
    const { id, answer } = await give(meeting);
    expect(answer.status).toBe(204);
    const listed = await clinic.ask('GET', '/api/v1/clinician/shares', meeting.clinician);
    expect(listed.body.items).toMatchObject([{ id, kind: 'report', state: 'open' }]);
    expect(await open(meeting, await look(meeting, id))).toBe('Itch 7 of 10 on three days.');
    clinic.clock.now += hour / 6;
    await look(meeting, id);
    expect(await accesses(meeting)).toMatchObject([
      {
        action: 'viewed',
        role: 'clinician',
        byYou: false,
        share: id,
        at: '2026-03-20T12:10:00.000Z',
      },
      { action: 'viewed', role: 'clinician', byYou: false, share: id },
      { action: 'shared', role: 'person', byYou: true, share: id },
    ]);
  });

  test('the log comes in pages', async () => {
    const meeting = await meet();
    const { id } = await give(meeting);
    for (let looks = 0; looks < 4; looks++) await look(meeting, id);
    const page = async (query: string) =>
      (await clinic.ask('GET', `/api/v1/account/accesses?limit=3${query}`, meeting.person)).body;
    const first = await page('');
    expect(first.items).toHaveLength(3);
    const second = await page(`&before=${first.next}`);
    expect(second.items.map(({ action }: { action: string }) => action)).toEqual([
      'viewed',
      'shared',
    ]);
    expect(second.next).toBeNull();
  });

  test('both lists come in pages, whatever was shared or sent at the same moment', async () => {
    const meeting = await meet();
    const ids: string[] = [];
    for (let k = 0; k < 5; k++) {
      if (k === 3) clinic.clock.now += 1000;
      ids.push((await give(meeting)).id);
    }
    const walk = async (path: string, { cookie }: { readonly cookie: string }) => {
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const { body } = await clinic.ask('GET', `${path}?limit=2${after}`, { cookie });
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        if (body.next === null) return seen;
        expect(body.items).toHaveLength(2);
        after = `&after=${body.next}`;
      }
    };
    const expected = [...ids.slice(3).sort().reverse(), ...ids.slice(0, 3).sort().reverse()];
    expect(await walk('/api/v1/shares', meeting.person)).toEqual(expected);
    expect(await walk('/api/v1/clinician/shares', meeting.clinician)).toEqual(expected);
    const { cookie } = meeting.person;
    for (const wrong of ['limit=0', 'limit=101', 'after=1', `after=x.${ids[0]}`, 'after=1.2']) {
      const answer = await clinic.ask('GET', `/api/v1/shares?${wrong}`, { cookie });
      expect({ wrong, code: answer.body.code }).toEqual({ wrong, code: 'invalid' });
    }
  });

  test('the server holds nothing that can be read', async () => {
    const meeting = await meet();
    await give(meeting);
    const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from sharing.share`.execute(
      opened.database,
    );
    expect(rows[0]!.sealed.length).toBeGreaterThan(1000);
    expect(Buffer.from(rows[0]!.sealed).includes('Itch')).toBe(false);
  });

  test('a live view is what was sent last, and old versions are refused', async () => {
    const meeting = await meet();
    const { id, expiresAt } = await give(meeting, { kind: 'live' });
    const push = async (version: number, words: string) => {
      const content = new TextEncoder().encode(words);
      const sealed = await sealShare(subtle, { share: id, version, expiresAt }, content, {
        sender: meeting.keys.person,
        recipient: meeting.keys.clinician.publicKey,
      });
      const body = { sealed: base64url(sealed) };
      const { cookie } = meeting.person;
      const send = () =>
        clinic.ask('PUT', `/api/v1/shares/${id}/versions/${version}`, { cookie, body });
      return { answer: await send(), again: send };
    };
    const second = await push(2, 'Itch 5.');
    expect(second.answer.status).toBe(204);
    expect((await second.again()).status).toBe(204);
    expect((await push(2, 'Itch 6.')).answer.body.code).toBe('version-behind');
    expect((await push(4, 'Itch 6.')).answer.body.code).toBe('version-behind');
    expect(await open(meeting, await look(meeting, id))).toBe('Itch 5.');
    const { answer } = await push(3, 'Itch 4.');
    expect(answer.status).toBe(204);
    expect(await open(meeting, await look(meeting, id))).toBe('Itch 4.');
    const actions = (await accesses(meeting)).map(({ action }: { action: string }) => action);
    expect(actions.reverse()).toEqual(['shared', 'updated', 'viewed', 'updated', 'viewed']);
  });

  test('two devices that push at once do not overwrite each other', async () => {
    const meeting = await meet();
    const { id } = await give(meeting, { kind: 'live' });
    const answers = await Promise.all(
      ['AAAA', 'BBBB', 'CCCC'].map((sealed) =>
        clinic.ask('PUT', `/api/v1/shares/${id}/versions/2`, {
          cookie: meeting.person.cookie,
          body: { sealed },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });

  test('a report has no second version', async () => {
    const meeting = await meet();
    const { id } = await give(meeting);
    const answer = await clinic.ask('PUT', `/api/v1/shares/${id}/versions/2`, {
      cookie: meeting.person.cookie,
      body: { sealed: 'AAAA' },
    });
    expect(answer.body.code).toBe('share-exists');
  });

  test('what is revoked is gone at once, for good', async () => {
    const meeting = await meet();
    const { id, body } = await give(meeting);
    const { cookie } = meeting.person;
    const revoke = () => clinic.ask('DELETE', `/api/v1/shares/${id}`, { cookie });
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(204);
    expect((await look(meeting, id)).body.code).toBe('share-ended');
    const { rows } = await sql`select sealed from sharing.share`.execute(opened.database);
    expect(rows).toEqual([{ sealed: null }]);
    expect((await clinic.ask('PUT', `/api/v1/shares/${id}`, { cookie, body })).status).toBe(409);
    const { items } = (await clinic.ask('GET', '/api/v1/shares', meeting.person)).body;
    expect(items).toMatchObject([{ id, state: 'revoked' }]);
    expect((await accesses(meeting)).map(({ action }: { action: string }) => action)).toEqual([
      'revoked',
      'shared',
    ]);
  });

  test('it ends to the millisecond, and is forgotten then', async () => {
    const meeting = await meet();
    const { id, expiresAt } = await give(meeting, { lasts: hour / 2 });
    clinic.clock.now = expiresAt - 1;
    const cookie = meeting.clinician.cookie;
    await sql`update account.session set last_seen_at = ${new Date(clinic.clock.now)},
      idle_until = expires_at`.execute(opened.database);
    expect((await look(meeting, id)).status).toBe(200);
    clinic.clock.now = expiresAt;
    expect((await look(meeting, id)).body.code).toBe('share-ended');
    const listed = await clinic.ask('GET', '/api/v1/clinician/shares', { cookie });
    expect(listed.body.items).toEqual([]);
    expect(await forgetExpiredShares(opened.database, expiresAt)).toBe(1);
    const { rows } = await sql`select sealed from sharing.share`.execute(opened.database);
    expect(rows).toEqual([{ sealed: null }]);
  });

  test('nobody else sees it, changes it or ends it', async () => {
    const meeting = await meet();
    const { id, body } = await give(meeting, { kind: 'live' });
    const ben = await createSignedIn(opened.database, clinic.clock, 'clinician', 'ben');
    const stranger = await createSignedIn(opened.database, clinic.clock);
    expect((await look({ ...meeting, clinician: ben }, id)).body.code).toBe('unknown-share');
    for (const [method, path, content] of [
      ['PUT', `/api/v1/shares/${id}`, body],
      ['PUT', `/api/v1/shares/${id}/versions/2`, { sealed: 'AAAA' }],
      ['DELETE', `/api/v1/shares/${id}`, undefined],
    ] as const)
      for (const { cookie } of [stranger, ben, meeting.clinician]) {
        const answer = await clinic.ask(method, path, {
          cookie,
          ...(content === undefined ? {} : { body: content }),
        });
        expect(['unknown-share', 'share-exists']).toContain(answer.body.code);
      }
    expect((await accesses({ ...meeting, person: stranger })).length).toBe(0);
    expect((await accesses(meeting)).length).toBe(1);
  });

  test('whoever is no clinician any more sees nothing', async () => {
    const meeting = await meet();
    const { id } = await give(meeting);
    await sql`delete from account.role`.execute(opened.database);
    expect((await look(meeting, id)).body.code).toBe('not-allowed');
    expect((await clinic.ask('GET', '/api/v1/clinicians', meeting.person)).body.items).toEqual([]);
  });

  test('with an old key, a wrong clinician or a wrong time nothing is shared', async () => {
    const meeting = await meet();
    const { body } = await give(meeting);
    const fresh = await createSharingKeys(subtle);
    const give2 = (change: object) =>
      clinic.ask('PUT', `/api/v1/shares/${randomUUID()}`, {
        cookie: meeting.person.cookie,
        body: { ...body, ...change },
      });
    expect((await give2({ clinician: meeting.person.account })).body.code).toBe(
      'unknown-clinician',
    );
    for (const expiresAt of ['2026-03-20T12:00:00Z', '2027-03-22T12:00:00Z'])
      expect((await give2({ expiresAt })).status).toBe(422);
    const renewed = await clinic.ask('PUT', '/api/v1/clinician/key', {
      cookie: meeting.clinician.cookie,
      body: { publicKey: base64url(fresh.publicKey) },
    });
    expect((await give2({})).body.code).toBe('key-retired');
    expect((await give2({ key: renewed.body.key })).status).toBe(204);
    const stolen = await clinic.ask('PUT', '/api/v1/clinician/key', {
      cookie: meeting.clinician.cookie,
      body: { publicKey: base64url(meeting.keys.clinician.publicKey) },
    });
    expect(stolen.body.code).toBe('key-retired');
  });

  test('the same again changes nothing; something else under its id is refused', async () => {
    const meeting = await meet();
    const { id, body } = await give(meeting);
    const { cookie } = meeting.person;
    const put = (content: object) =>
      clinic.ask('PUT', `/api/v1/shares/${id}`, { cookie, body: content });
    expect((await put(body)).status).toBe(204);
    expect((await put({ ...body, sealed: 'AAAA' })).body.code).toBe('share-exists');
    const { publicKey } = meeting.keys.clinician;
    const otherSender = await put({ ...body, senderKey: base64url(publicKey) });
    expect(otherSender.body.code).toBe('share-exists');
    expect(await accesses(meeting)).toHaveLength(1);
  });

  test('a page after a time that no database knows is refused, not a defect', async () => {
    const { person } = await meet();
    const after = async (ms: string) =>
      (await clinic.ask('GET', `/api/v1/shares?after=${ms}.${randomUUID()}`, person)).status;
    expect(await after('9'.repeat(14))).toBe(200);
    expect(await after('9'.repeat(15))).toBe(422);
    expect(await after('253402300800000')).toBe(422);
  });

  test('nobody shares more at a time than fits; what ended makes room', async () => {
    const meeting = await meet();
    const { id, body } = await give(meeting, { lasts: hour });
    const share = (at: string) =>
      clinic.ask('PUT', `/api/v1/shares/${at}`, { cookie: meeting.person.cookie, body });
    const ids = Array.from({ length: mostOpenShares + 1 }, () => randomUUID());
    const answers = await Promise.all(ids.map(share));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(mostOpenShares - 1);
    const refused = answers.filter(({ status }) => status !== 204).map((one) => one.body.code);
    expect(refused).toEqual(['too-many-shares', 'too-many-shares']);
    expect((await share(id)).status).toBe(204);
    await clinic.ask('DELETE', `/api/v1/shares/${id}`, meeting.person);
    expect((await share(randomUUID())).status).toBe(204);
    expect((await share(randomUUID())).body.code).toBe('too-many-shares');
    const listed = await clinic.ask('GET', '/api/v1/shares?limit=100', meeting.person);
    expect(listed.body.items).toHaveLength(mostOpenShares + 1);
  });

  test('a report of a megabyte goes through, more does not', async () => {
    const meeting = await meet();
    const large = await give(meeting, { content: new Uint8Array(900_000) });
    expect(large.answer.status).toBe(204);
    const larger = await give(meeting, { content: new Uint8Array(1_100_000) });
    expect(larger.answer.status).toBe(413);
  });

  test('the log of accesses can only be added to, also by the database’s own user', async () => {
    clinic.clock.now = Date.now();
    await give(await meet());
    for (const [statement, why] of [
      ['update audit.access set role = $$person$$', /only added to/u],
      ['delete from audit.access', /kept for three years/u],
      ['truncate audit.access', /only added to/u],
    ] as const)
      await expect(sql.raw(statement).execute(opened.database)).rejects.toThrow(why);
  });

  test('the log alone does not tell whose it is', async () => {
    const meeting = await meet();
    const { id } = await give(meeting);
    await look(meeting, id);
    const { rows } = await sql`select to_jsonb(a)::text as row from audit.access a`.execute(
      opened.database,
    );
    const text = JSON.stringify(rows);
    for (const who of [meeting.person.account, meeting.clinician.account, id])
      expect(text).not.toMatch(new RegExp(`${who}|${who.replaceAll('-', '')}`, 'u'));
  });
});
