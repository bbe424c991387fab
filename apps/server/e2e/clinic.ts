import { randomBytes, randomUUID } from 'node:crypto';
import { catalogueSchema } from '@zonula/clinic';
import { saveCatalogue } from '../src/clinic/catalogue-store.ts';
import type { ClinicContext } from '../src/clinic/context.ts';
import type { Database } from '../src/db/tables.ts';
import { createApp } from '../src/http/app.ts';
import type { LogEntry } from '../src/http/log.ts';
import type { Rates } from '../src/limits/rates.ts';
import { emptyTables } from './empty-tables.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const everyDay = (from: string, to: string) => ({
  weekly: weekdays.map((weekday) => ({ weekday, from, to })),
  exceptions: [],
});

/** An invented clinic: Ana and Ben give visits in two rooms, Ben alone gives light in the second. */
export const catalogue = catalogueSchema.parse({
  clinic: {
    name: 'Example Skin Clinic',
    about: '',
    zone: 'Europe/London',
    currency: 'GBP',
    contact: { email: 'hello@clinic.example', phone: '+44 20 7946 0000', address: 'London' },
    booking: { stepMinutes: 30, noticeMinutes: 60, daysAhead: 60, holdMinutes: 10 },
    cancellation: { freeUntilHours: 24, keepsDeposit: true },
  },
  rooms: [
    { id: 'room-1', name: 'Room 1' },
    { id: 'room-2', name: 'Room 2' },
  ],
  practitioners: [
    { id: 'ana', name: 'Ana', role: 'Dermatologist', availability: everyDay('09:00', '17:00') },
    { id: 'ben', name: 'Ben', role: 'Nurse', availability: everyDay('09:00', '17:00') },
  ],
  treatments: [
    {
      id: 'visit',
      name: 'Skin visit',
      about: '',
      price: 9000,
      deposit: 2000,
      minutes: 30,
      practitioners: ['ana', 'ben'],
      rooms: ['room-1', 'room-2'],
    },
    {
      id: 'light',
      name: 'Light',
      about: '',
      price: 4000,
      minutes: 30,
      bufferAfter: 10,
      practitioners: ['ben'],
      rooms: ['room-2'],
      contraindications: [
        { id: 'fever', question: 'Do you have a fever?', advice: 'Please call us first.' },
      ],
    },
  ],
});

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what came back is what a test looks at.
  readonly body: any;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly key?: string;
  /** Of a session; as a page of the app itself would send it. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Wiring = Pick<ClinicContext, 'mail' | 'nudge'>;

/** Where the app of the tests is open. */
export const origin = 'https://clinic.example';

/** The API on a database, with a clock that the test turns, asked without a socket. */
export const createTestClinic = (
  database: Database,
  {
    rates = null,
    ...more
  }: {
    readonly rates?: Rates | null;
    readonly origin?: string | null;
    readonly behindProxy?: boolean;
    readonly metricsKey?: Uint8Array;
  } & Wiring = {},
) => {
  const clock = { now: Date.parse('2026-03-20T12:00:00Z') };
  const logs: LogEntry[] = [];
  const app = createApp({
    database,
    now: () => clock.now,
    newId: randomUUID,
    randomBytes: (length) => randomBytes(length),
    linkSecret: new Uint8Array(32).fill(7),
    rateSecret: new Uint8Array(32).fill(8),
    rates,
    origin,
    behindProxy: true,
    log: (entry) => logs.push(entry),
    readiness: async () => true,
    version: 'test',
    ...more,
  });
  const ask = async (
    method: string,
    path: string,
    { body, token, key, cookie, headers = {} }: AskOptions = {},
  ): Promise<Answer> => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(cookie === undefined ? {} : { cookie, 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: /json/u.test(response.headers.get('content-type') ?? '')
        ? JSON.parse(text)
        : text || null,
    };
  };
  let people = 0;
  /** Holds a start for a new person, or for `email`. */
  const hold = (
    start: string,
    more: {
      treatment?: string;
      practitioner?: string;
      email?: string;
      key?: string;
      answers?: unknown;
      language?: string;
      name?: string;
    } = {},
  ): Promise<Answer> => {
    const { email = `person-${++people}@example.org`, key = randomUUID(), ...others } = more;
    const { name = 'Person', ...rest } = others;
    const client = { name, email };
    const body = { treatment: 'visit', start, client, ...rest };
    return ask('POST', '/api/v1/appointments', { body, key });
  };
  const act = (id: string, verb: 'confirm' | 'move' | 'cancel', options: AskOptions) =>
    ask('POST', `/api/v1/appointments/${id}/${verb}`, options);
  /** Holds and confirms. */
  const book = async (start: string, more: Parameters<typeof hold>[1] = {}): Promise<Answer> => {
    const held = await hold(start, more);
    if (held.status !== 201) return held;
    const { appointment, links } = held.body;
    return act(appointment.id, 'confirm', { token: links.confirm });
  };
  /** Empties the book and offers the example again. */
  const reset = async (): Promise<void> => {
    clock.now = Date.parse('2026-03-20T12:00:00Z');
    logs.length = 0;
    await emptyTables(
      database,
      ...['mail.outbox', 'clinic.client', 'clinic.appointment', 'clinic.link'],
      ...['clinic.appointment_event', 'zonula.idempotency', 'zonula.rate'],
      ...['account.account', 'account.ceremony'],
    );
    await saveCatalogue(database, catalogue, clock.now);
  };
  return { app, clock, logs, ask, hold, act, book, reset };
};
