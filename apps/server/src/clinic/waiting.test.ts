import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { messageOf } from '../mail/letter-message.ts';
import { letterOf } from '../mail/outbox.ts';
import type { ClinicContext } from './context.ts';
import { joinWaiting } from './join-waiting.ts';
import { leaveWaiting } from './leave-waiting.ts';
import { offerFreed } from './offer-freed.ts';
import { remindOfSoon } from './remind.ts';
import { forgetOld } from './retention.ts';

const light = { treatment: 'light', answers: [{ id: 'fever', applies: false }] };
const day = '2026-03-25';
const at = (time: string): string => `${day}T${time}:00.000Z`;
const minute = 60_000;
const hour = 60 * minute;
const addresses = { publicUrl: 'https://clinic.example', linkSecret: new Uint8Array(32).fill(7) };

describe.each(kinds)('what happens by itself on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let context: ClinicContext;
  let ids = 0;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: addresses });
    context = {
      database: opened.database,
      now: () => clinic.clock.now,
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      linkSecret: addresses.linkSecret,
      mail: addresses,
    };
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  const letters = async () => {
    const rows = await opened.database
      .selectFrom('mail.outbox')
      .select(['id', 'notice'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(({ id, notice }) => ({
      kind: letterOf(notice).notice.kind,
      to: letterOf(notice).notice.to.email,
      text: messageOf(addresses, id, notice).text,
    }));
  };
  const lettersTo = async (to: string) => (await letters()).filter((letter) => letter.to === to);
  const join = (name: string, more: object = {}) =>
    joinWaiting(context, {
      ...light,
      from: day,
      until: day,
      client: { name, email: `${name}@example.org` },
      language: 'en',
      consent: 'waiting-list-1',
      ...more,
    });
  /** Ben alone gives light: his whole day, a start every half hour but with ten minutes after each. */
  const fillDay = async () => {
    const booked = [];
    for (let half = 0; half < 16; half++) {
      const start = new Date(Date.parse(at('09:00')) + half * 30 * minute).toISOString();
      const answer = await clinic.book(start, { treatment: 'visit', practitioner: 'ben' });
      if (answer.status === 200) booked.push(answer.body);
    }
    expect(booked).toHaveLength(16);
    return booked;
  };
  const cancel = ({
    appointment,
    links,
  }: {
    appointment: { id: string };
    links: { cancel: string };
  }) => clinic.act(appointment.id, 'cancel', { token: links.cancel });
  const tokenIn = (text: string, purpose: string) => {
    const [, id, token] = new RegExp(
      `/(?:appointment|waiting)/([0-9a-f-]+)\\?${purpose}=([\\w-]+)`,
      'u',
    ).exec(text)!;
    return { id: id!, token: token! };
  };

  test('a start that becomes free is kept for the first in line, and for the next when it is let go', async () => {
    const booked = await fillDay();
    await join('first');
    clinic.clock.now += 1;
    await join('second');
    expect(await offerFreed(context)).toBe(0);
    await cancel(booked[3]!);
    await cancel(booked[4]!);
    expect(await offerFreed(context)).toBe(1);
    const [, offer] = await lettersTo('first@example.org');
    expect(offer).toMatchObject({ kind: 'offered' });
    expect(await lettersTo('second@example.org')).toMatchObject([{ kind: 'joined' }]);
    // Nobody else can have it meanwhile, also not whoever asks once more.
    expect(await offerFreed(context)).toBe(0);
    expect((await clinic.hold(at('10:30'), { practitioner: 'ben', ...light })).status).toBe(409);
    clinic.clock.now += 2 * hour;
    expect(await offerFreed(context)).toBe(1);
    const [, next] = await lettersTo('second@example.org');
    const { id, token } = tokenIn(next!.text, 'confirm');
    const taken = await clinic.act(id, 'confirm', { token });
    expect(taken.body.appointment).toMatchObject({ status: 'confirmed', start: at('10:30') });
    expect(await offerFreed(context)).toBe(0);
    // The first let it go: it stays on the list and is not asked about that start again.
    clinic.clock.now += 1;
    await cancel({ appointment: taken.body.appointment, links: taken.body.links });
    expect(await offerFreed(context)).toBe(0);
    await cancel(booked[8]!);
    await cancel(booked[9]!);
    expect(await offerFreed(context)).toBe(1);
    expect(await lettersTo('first@example.org')).toMatchObject([{}, {}, { kind: 'offered' }]);
  });

  test('several processes at once offer each start once, in order', async () => {
    const booked = await fillDay();
    for (const name of ['a', 'b', 'c']) {
      clinic.clock.now += 1;
      await join(name);
    }
    await cancel(booked[0]!);
    await cancel(booked[1]!);
    await cancel(booked[14]!);
    await cancel(booked[15]!);
    const offers = await Promise.all([0, 1, 2].map(() => offerFreed(context)));
    expect(offers.reduce((sum, one) => sum + one, 0)).toBe(2);
    const offered = (await letters()).filter((letter) => letter.kind === 'offered');
    expect(offered.map(({ to }) => to).sort()).toEqual(['a@example.org', 'b@example.org']);
  });

  test('nobody joins while something is free, without answers, or for days that are not bookable', async () => {
    await expect(join('early')).rejects.toMatchObject({ code: 'starts-free' });
    await fillDay();
    await expect(join('p', { answers: [] })).rejects.toMatchObject({ code: 'question-unanswered' });
    await expect(join('p', { answers: [{ id: 'fever', applies: true }] })).rejects.toMatchObject({
      code: 'ask-the-clinic',
    });
    await expect(join('p', { until: '2027-03-25' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(join('p', { practitioner: 'ana' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('whoever joins twice waits once; whoever leaves by the link is asked no more', async () => {
    const booked = await fillDay();
    await join('one');
    await join('one');
    const [letter, ...more] = await lettersTo('one@example.org');
    expect(more).toEqual([]);
    const { id, token } = tokenIn(letter!.text, 'leave');
    await expect(leaveWaiting(context, id, `A${token.slice(1)}`)).rejects.toMatchObject({
      code: 'link-invalid',
    });
    await leaveWaiting(context, id, token);
    await leaveWaiting(context, id, token);
    await cancel(booked[0]!);
    await cancel(booked[1]!);
    expect(await offerFreed(context)).toBe(0);
  });

  test('a reminder is written once, a day before, and not to whoever has booked since', async () => {
    const early = await clinic.book(at('09:00'), { email: 'early@example.org' });
    expect(await remindOfSoon(context)).toBe(0);
    clinic.clock.now = Date.parse('2026-03-24T09:30:00Z');
    await clinic.book(at('10:00'), { email: 'late@example.org' });
    expect(await remindOfSoon(context)).toBe(1);
    expect(await remindOfSoon(context)).toBe(0);
    const kinds = async (to: string) => (await lettersTo(to)).map((letter) => letter.kind);
    expect(await kinds('early@example.org')).toEqual(['confirmed', 'reminder']);
    expect(await kinds('late@example.org')).toEqual(['confirmed']);
    await cancel(early.body);
    expect(await remindOfSoon(context)).toBe(0);
  });

  test('what has been kept long enough is forgotten, and what has not is there', async () => {
    const past = await clinic.book(at('09:00'), {
      email: 'past@example.org',
      key: 'a-key-that-is-old-enough',
    });
    await clinic.hold(at('10:00'), { email: 'never@example.org' });
    clinic.clock.now += 11 * minute;
    await offerFreed(context);
    const names = async () => {
      const rows = await opened.database.selectFrom('clinic.client').select('email').execute();
      return rows.map(({ email }) => email).sort();
    };
    const none = { keys: 0, appointments: 0, mails: 0, reports: 0, waiting: 0, clients: 0 };
    expect(await forgetOld(opened.database, clinic.clock.now)).toEqual(none);
    clinic.clock.now += 31 * 24 * hour;
    await clinic.book('2026-04-30T09:00:00Z', { email: 'new@example.org' });
    expect(await forgetOld(opened.database, clinic.clock.now)).toMatchObject({
      keys: 2,
      appointments: 1,
      clients: 1,
    });
    expect(await names()).toEqual(['new@example.org', 'past@example.org']);
    clinic.clock.now = Date.parse(past.body.appointment.end) + 365 * 24 * hour + 1;
    expect(await forgetOld(opened.database, clinic.clock.now)).toMatchObject({ appointments: 1 });
    expect(await names()).toEqual(['new@example.org']);
  });
});
