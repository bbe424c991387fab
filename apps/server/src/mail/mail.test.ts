import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { startSmtp, type TestSmtp } from '../../e2e/smtp.ts';
import { deliverDue } from './deliver.ts';
import { messageOf } from './letter-message.ts';
import { openPost, type Post } from './post.ts';

const nine = '2026-03-25T09:00:00.000Z';
const addresses = { publicUrl: 'https://clinic.example', linkSecret: new Uint8Array(32).fill(7) };

describe.each(kinds)('mail on %s', (kind) => {
  let opened: TestDatabase;
  let smtp: TestSmtp;
  let post: Post;
  let clinic: ReturnType<typeof createTestClinic>;
  const unwritable: unknown[] = [];
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: addresses });
    smtp = await startSmtp();
    post = openPost(smtp.url);
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    smtp.received.length = 0;
    smtp.answer = 'take';
    unwritable.length = 0;
  });
  afterAll(async () => {
    post.close();
    await smtp.close();
    await opened.close();
  });

  const deliver = (leaseMs = 60_000) =>
    deliverDue({
      outbox: 'mail.outbox',
      run: (work) => work(opened.database),
      post,
      now: () => clinic.clock.now,
      newId: randomUUID,
      leaseMs,
      onUnwritable: (error) => unwritable.push(error),
      write: (id, letter) => messageOf(addresses, id, letter),
    });
  const outbox = () => opened.database.selectFrom('mail.outbox').selectAll().execute();
  const subjects = () => smtp.received.map(({ mail }) => mail.subject);
  const calendarOf = ({ mail }: (typeof smtp.received)[number]): string => {
    const content = mail.attachments.find(({ mimeType }) =>
      /calendar|ics/u.test(mimeType),
    )?.content;
    if (content === undefined) return '';
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return text.replaceAll('\r\n ', '');
  };
  const tokenIn = (text: string, purpose: string): string =>
    new RegExp(`\\?${purpose}=([\\w-]+)`, 'u').exec(text)![1]!;

  test('an appointment is told when it is confirmed, moved and cancelled, each once', async () => {
    const booked = await clinic.book(nine, { email: 'one@example.org', name: 'Øne <One>' });
    const { id } = booked.body.appointment;
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    const [first] = smtp.received;
    expect(first!.to).toEqual(['one@example.org']);
    expect(first!.mail).toMatchObject({
      subject: 'Your appointment on Wednesday, 25 March 2026 at 09:00 GMT',
      from: { name: 'Example Skin Clinic', address: 'hello@clinic.example' },
      to: [{ name: 'Øne <One>', address: 'one@example.org' }],
      messageId: expect.stringMatching(/^<[0-9a-f-]{36}@clinic\.example>$/u),
    });
    expect(first!.mail.html).toContain('Hello Øne &lt;One&gt;,');
    // Neither what is done there nor anything of health.
    expect(first!.raw).not.toMatch(/skin visit|visit/iu);
    const text = first!.mail.text!;
    expect(text).toContain(`https://clinic.example/clinic.html#/appointment/${id}?move=`);
    expect(calendarOf(first!)).toMatch(/METHOD:REQUEST[\s\S]*UID:.*@zonula[\s\S]*SEQUENCE:0/u);
    expect(calendarOf(first!)).toMatch(/DTSTART:20260325T090000Z[\s\S]*DTEND:20260325T093000Z/u);

    const move = { token: tokenIn(text, 'move'), body: { start: '2026-03-25T11:00:00Z' } };
    expect((await clinic.act(id, 'move', move)).status).toBe(200);
    await deliver();
    const moved = smtp.received[1]!;
    expect(calendarOf(moved)).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1[\s\S]*DTSTART:20260325T11/u);
    // The links of the first mail are used up or replaced.
    expect((await clinic.act(id, 'move', move)).body.code).toBe('link-used');
    const cancel = { token: tokenIn(moved.mail.text!, 'cancel') };
    expect((await clinic.act(id, 'cancel', cancel)).status).toBe(200);
    await deliver();
    const cancelled = smtp.received[2]!;
    expect(calendarOf(cancelled)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/u);
    expect(cancelled.mail.text).not.toContain('https://');
    const identity = (mail: (typeof smtp.received)[number]) =>
      /UID:(\S+)/u.exec(calendarOf(mail))![1];
    expect(new Set(smtp.received.map(identity))).toEqual(new Set([`${id}@zonula`]));
  });

  test('in German for whoever wants it', async () => {
    await clinic.book(nine, { language: 'de' });
    await deliver();
    expect(subjects()).toEqual(['Dein Termin am Mittwoch, 25. März 2026 um 09:00 Uhr']);
    expect(smtp.received[0]!.mail.text).toMatch(/Anzahlung: 20,00\s£/u);
  });

  test('what has been sent is forgotten: neither address nor content stays', async () => {
    await clinic.book(nine, { email: 'one@example.org' });
    expect(JSON.stringify(await outbox())).toContain('one@example.org');
    await deliver();
    expect(await outbox()).toMatchObject([{ notice: null, sent_at: expect.any(Date) }]);
    expect(JSON.stringify(await outbox())).not.toContain('one@example.org');
  });

  test('no token of a link is ever in the outbox', async () => {
    const booked = await clinic.book(nine);
    const stored = JSON.stringify(await outbox());
    for (const token of Object.values<string>(booked.body.links))
      expect(stored).not.toContain(token);
  });

  test('a booking that fails tells nobody', async () => {
    const held = await clinic.hold(nine);
    clinic.clock.now += 11 * 60_000;
    const { id } = held.body.appointment;
    await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    expect(await outbox()).toEqual([]);
  });

  test('confirming again tells nothing twice', async () => {
    const held = await clinic.hold(nine);
    const { id } = held.body.appointment;
    const confirm = () => clinic.act(id, 'confirm', { token: held.body.links.confirm });
    await Promise.all([confirm(), confirm(), confirm()]);
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
  });

  test('a mail server that asks to wait is asked again later; one that refuses is not', async () => {
    await clinic.book(nine);
    smtp.answer = 'later';
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    clinic.clock.now += 60_000;
    smtp.answer = 'take';
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    await clinic.book('2026-03-25T10:00:00Z');
    smtp.answer = 'refuse';
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    clinic.clock.now += 24 * 3_600_000;
    smtp.answer = 'take';
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect((await outbox()).map(({ failed_at }) => failed_at !== null).sort()).toEqual([
      false,
      true,
    ]);
  });

  test('a mail server that wants us to sign in first loses no mail', async () => {
    await clinic.book(nine);
    smtp.answer = 'sign-in';
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    clinic.clock.now += 60_000;
    smtp.answer = 'take';
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
  });

  test('a letter that cannot be written keeps no other from being sent', async () => {
    await clinic.book(nine);
    await sql`update mail.outbox set notice = '{"notice": {"kind": "of another version"}, "links": []}'`.execute(
      opened.database,
    );
    clinic.clock.now += 1;
    await clinic.book('2026-03-25T10:00:00Z');
    expect(await deliver()).toEqual({ sent: 1, failed: 1 });
    expect(unwritable).toHaveLength(1);
    // It waits for a server that knows it.
    expect((await outbox()).filter(({ notice }) => notice !== null)).toHaveLength(1);
  });

  test('several senders at once share the work', async () => {
    const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30'];
    for (const start of starts) await clinic.book(`2026-03-25T${start}:00Z`);
    const done = await Promise.all([deliver(), deliver(), deliver()]);
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(8);
    const ids = smtp.received.map(({ mail }) => mail.messageId);
    expect(new Set(ids).size).toBe(8);
    expect(ids).toHaveLength(8);
  });

  test('what a sender left behind is sent by another one when its time is over', async () => {
    await clinic.book(nine);
    const never: Post = { send: () => new Promise(() => {}), close: () => {} };
    void deliverDue({
      outbox: 'mail.outbox',
      run: (work) => work(opened.database),
      post: never,
      now: () => clinic.clock.now,
      newId: randomUUID,
      leaseMs: 60_000,
      onUnwritable: (error) => unwritable.push(error),
      write: (id, letter) => messageOf(addresses, id, letter),
    });
    await new Promise((settled) => setTimeout(settled, 100));
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    clinic.clock.now += 60_000;
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
  });
});
