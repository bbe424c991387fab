import pg from 'pg';
import { isDatabaseAway } from '../src/db/failures.ts';

/** What many clients did to few starts, and what the book says afterwards. */
export interface Outcome {
  readonly attempts: number;
  /** Answers by status: 201 held, 409 just taken, ... ; 0 is a request without an answer. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly confirmed: number;
  readonly cancelled: number;
  readonly moved: number;
  /**
   * Pairs of appointments that overlap with the same practitioner or room (buffers included) or client, at the end and
   * whenever the book was looked at before; must be 0.
   */
  readonly doubleBookings: number;
  /** How often the book was looked at while the fight went on. */
  readonly looks: number;
  /** Appointments that lack an event or a link, and keys without a result; must be 0. */
  readonly halves: number;
  /** Appointments whose last change was never answered, so that nobody was told what became of it. */
  readonly open: number;
  /** What a server has acknowledged and the book does not hold; must be empty. */
  readonly lost: readonly string[];
  readonly seconds: number;
}

export interface Fight {
  /** Servers on one database; may change while the fight goes on. */
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  readonly clients: number;
  readonly attempts: number;
  /** The starts fought for, ISO 8601. */
  readonly starts: readonly string[];
  /** Ends it before all attempts are made. */
  readonly isOver?: () => boolean;
  /** From 0 up to but without 1. */
  readonly random: () => number;
}

interface Known {
  readonly status: 'confirmed' | 'cancelled';
  readonly start: string;
}

/**
 * Clients hold, confirm, move and cancel as fast as they are answered. What they were told is compared with the
 * database afterwards, by queries that do not rely on its constraints.
 */
export const fight = async (options: Fight): Promise<Outcome> => {
  const { urls, clients, attempts, starts, random, isOver = () => false } = options;
  const started = performance.now();
  const statuses = new Map<number, number>();
  const told = new Map<string, Known>();
  /** Changes without an answer: what became of these appointments is open. */
  const open = new Set<string>();
  /** Confirmed, with the link that cancels it. */
  const kept: { readonly id: string; readonly link: string }[] = [];
  const counts = { attempts: 0, confirmed: 0, cancelled: 0, moved: 0 };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  const post = async (path: string, headers: Record<string, string>, body?: unknown) => {
    let status = 0;
    // biome-ignore lint/suspicious/noExplicitAny: the answer is looked at field by field.
    let answer: any = {};
    try {
      const response = await fetch(`${pick(urls)}/api/v1/appointments${path}`, {
        method: 'POST',
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      answer = await response.json();
      status = response.status;
    } catch {
      // The server or its connection went away before the answer: status 0.
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return { status, answer };
  };
  const withLink = (token: string) => ({ authorization: `Bearer ${token}` });

  /** Whether nobody can know what became of a request: no answer, or a database that went away. */
  const isOpen = (status: number): boolean => status === 0 || status === 503;
  const pause = () => new Promise((settled) => setTimeout(settled, 300));

  const attempt = async (number: number): Promise<void> => {
    const email = `client-${Math.floor(random() * clients * 0.75)}@example.org`;
    const key = { 'idempotency-key': `attempt-${number}-${Math.floor(random() * 1e9)}-0000` };
    const wanted = { treatment: 'visit', start: pick(starts), client: { name: 'Client', email } };
    let held = await post('', key, wanted);
    // The same key again: the same hold, or the first one.
    for (let tries = 0; isOpen(held.status) && tries < 20; tries++) {
      await pause();
      held = await post('', key, wanted);
    }
    // Few let a hold run out: it keeps its start for minutes.
    if (held.status !== 201 || random() < 0.01) return;
    const { id } = held.answer.appointment;
    const confirm = () => post(`/${id}/confirm`, withLink(held.answer.links.confirm));
    let confirmed = await confirm();
    for (let tries = 0; isOpen(confirmed.status) && tries < 20; tries++) {
      await pause();
      confirmed = await confirm();
    }
    if (isOpen(confirmed.status)) open.add(id);
    if (confirmed.status !== 200) return;
    counts.confirmed++;
    told.set(id, { status: 'confirmed', start: confirmed.answer.appointment.start });
    let links = confirmed.answer.links;
    if (random() < 0.3) {
      const moved = await post(`/${id}/move`, withLink(links.move), { start: pick(starts) });
      if (isOpen(moved.status)) open.add(id);
      if (moved.status === 200) {
        counts.moved++;
        told.set(id, { status: 'confirmed', start: moved.answer.appointment.start });
        links = moved.answer.links;
      }
    }
    if (!open.has(id)) kept.push({ id, link: links.cancel });
  };
  const cancelOne = async (): Promise<void> => {
    const one = kept.splice(Math.floor(random() * kept.length), 1)[0];
    if (one === undefined) return;
    const cancelled = await post(`/${one.id}/cancel`, withLink(one.link));
    if (isOpen(cancelled.status)) open.add(one.id);
    if (cancelled.status !== 200) return;
    counts.cancelled++;
    told.set(one.id, { status: 'cancelled', start: cancelled.answer.appointment.start });
  };

  const work = async (): Promise<void> => {
    while (counts.attempts < attempts && !isOver()) {
      await attempt(counts.attempts++);
      // A full book would be no fight.
      if (kept.length > 2 * starts.length * random()) await cancelOne();
    }
  };
  let fought = false;
  const watched = watchBook(options.databaseUrl, () => fought);
  await Promise.all(Array.from({ length: clients }, work));
  fought = true;
  const meanwhile = await watched;
  const seconds = (performance.now() - started) / 1000;
  const book = await readBook(options.databaseUrl);
  const lost = [...told].filter(([id, { status, start }]) => {
    const row = book.appointments.get(id);
    return !open.has(id) && (row?.status !== status || row.start !== start);
  });
  return {
    ...counts,
    statuses: Object.fromEntries(statuses),
    open: open.size,
    doubleBookings: book.doubleBookings + meanwhile.doubleBookings,
    looks: meanwhile.looks,
    halves: book.halves,
    lost: lost.map(([id, { status }]) => `${id} ${status}`),
    seconds,
  };
};

const overlapping = (column: string, from: string, until: string): string => `
  (select count(*) from taken a join taken b
    on a.id < b.id and a.${column} = b.${column} and a.${from} < b.${until} and b.${from} < a.${until})`;

/** One statement, so that it sees the book as it is at one moment. */
const doubleBooked = `
  with taken as (select * from clinic.appointment where status in ('held', 'confirmed'))
  select (${[
    overlapping('practitioner', 'occupied_from', 'occupied_until'),
    overlapping('room', 'occupied_from', 'occupied_until'),
    overlapping('client', 'starts_at', 'ends_at'),
  ].join('+')})::int as pairs`;

/** Whatever is written together must be there together. */
const halfBookings = `
  select (
    (select count(*) from clinic.appointment a where
      not exists (select from clinic.link l where l.appointment = a.id and l.purpose = 'confirm')
      or not exists (select from clinic.appointment_event e where e.appointment = a.id and e.kind = 'held')
      or a.status in ('cancelled', 'expired') and not exists (
        select from clinic.appointment_event e where e.appointment = a.id and e.kind = a.status)
      or a.status = 'confirmed' and (
        not exists (select from clinic.appointment_event e where e.appointment = a.id and e.kind = 'confirmed')
        or 2 <> (select count(*) from clinic.link l
          where l.appointment = a.id and l.purpose <> 'confirm' and l.used_at is null)))
    + (select count(*) from zonula.idempotency where result is null)
  )::int as halves`;

const pairsIn = async (client: pg.Client): Promise<number> =>
  (await client.query<{ pairs: number }>(doubleBooked)).rows[0]!.pairs;

/** Looks at the book several times a second until it is over; a database that is away is not looked at. */
const watchBook = async (databaseUrl: string, isOver: () => boolean) => {
  let [looks, doubleBookings] = [0, 0];
  while (!isOver()) {
    const client = new pg.Client(databaseUrl);
    // Told again by the query that it breaks.
    client.on('error', () => {});
    try {
      await client.connect();
      while (!isOver()) {
        doubleBookings += await pairsIn(client);
        looks++;
        await new Promise((settled) => setTimeout(settled, 250));
      }
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await new Promise((settled) => setTimeout(settled, 250));
    } finally {
      await client.end().catch(() => {});
    }
  }
  return { looks, doubleBookings };
};

const readBook = async (databaseUrl: string) => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string; status: string; starts_at: Date }>(
    'select id, status, starts_at from clinic.appointment',
  );
  const doubleBookings = await pairsIn(client);
  const halves = (await client.query<{ halves: number }>(halfBookings)).rows[0]!.halves;
  await client.end();
  const appointments = new Map(
    rows.map(({ id, status, starts_at }) => [id, { status, start: starts_at.toISOString() }]),
  );
  return { appointments, doubleBookings, halves };
};

/** Mulberry32: numbers from 0 up to but without 1, the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Thirteen starts on each of `days` days from the day after tomorrow, within hours in summer and in winter. */
export const startsAfter = (now: number, days: number): string[] =>
  Array.from({ length: days }, (_, day) =>
    Array.from({ length: 13 }, (_, half) => {
      const date = new Date(now + (day + 2) * 86_400_000).toISOString().slice(0, 10);
      return new Date(Date.parse(`${date}T09:00:00Z`) + half * 30 * 60_000).toISOString();
    }),
  ).flat();
