import type { z } from 'zod';
import { fromBase64, toBase64 } from '../base64.ts';
import { SyncFailure, type SyncFailureCode } from './failure.ts';
import { publicOf, signed } from './keys.ts';
import type { Credential, Relay } from './ports.ts';
import {
  bytesSchema,
  changesSchema,
  ownerSchema,
  pageSchema,
  relayPath,
  requestPurpose,
  requestStatement,
  writeAuthorization,
} from './protocol.ts';

interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
}

/** What the relay is reached by: `fetch` of a browser, bound to the address of the server. */
export type Fetch = (
  path: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
) => Promise<HttpAnswer>;

const codes: ReadonlyMap<string, SyncFailureCode> = new Map([
  ['log-unknown', 'unknown'],
  ['device-removed', 'removed'],
  ['log-behind', 'busy'],
  ['log-full', 'full'],
  ['too-large', 'too-large'],
  ['too-many', 'away'],
  ['unavailable', 'away'],
]);

const codeOf = (text: string): string => {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
};

const rowsOf = (rows: readonly { readonly seq: number; readonly bytes: string }[]) =>
  rows.map(({ seq, bytes }) => {
    const read = fromBase64(bytes);
    if (read === null) throw new SyncFailure('forged', `row ${seq} is no base 64`);
    return { seq, bytes: read };
  });

/** The headers of a request that a key signs; `path` with its query, `body` as it is sent. */
export const signRequest = (
  { identity }: Credential,
  method: string,
  path: string,
  time: number,
  body?: string,
): Readonly<Record<string, string>> => {
  const sent = new TextEncoder().encode(body ?? '');
  const signature = signed(identity, requestPurpose, requestStatement(method, path, time, sent));
  const sign = toBase64(publicOf(identity).sign);
  return {
    authorization: writeAuthorization(sign, time, toBase64(signature)),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
};

/** A relay behind HTTP. A clock that is wrong here is mended by what the relay says the time is. */
export const createHttpRelay = (fetch: Fetch, now: () => number): Relay => {
  let ahead = 0;

  const ask = async (
    as: Credential,
    method: string,
    address: string,
    content?: unknown,
    attempt = 1,
  ): Promise<string> => {
    const path = `${relayPath}${address}`;
    const body = content === undefined ? undefined : JSON.stringify(content);
    const time = Math.max(0, Math.round(now() + ahead));
    const headers = signRequest(as, method, path, time, body);
    let answer: HttpAnswer;
    let text: string;
    try {
      answer = await fetch(path, { method, headers, ...(body === undefined ? {} : { body }) });
      text = await answer.text();
    } catch (cause) {
      throw new SyncFailure('away', cause instanceof Error ? cause.message : '');
    }
    if (answer.status < 300) return text;
    const code = codeOf(text);
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (code === 'request-old' && attempt === 1 && !Number.isNaN(date)) {
      ahead = date - now();
      return ask(as, method, address, content, 2);
    }
    const known = codes.get(code) ?? (answer.status >= 500 ? 'away' : 'refused');
    throw new SyncFailure(known, `${answer.status} ${code}`);
  };

  const read = async <Schema extends z.ZodType>(
    schema: Schema,
    ...request: Parameters<typeof ask>
  ): Promise<z.output<Schema>> => {
    const text = await ask(...request);
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      throw new SyncFailure('refused', 'the relay answers in another way than it should');
    }
  };
  const bytesOf = async (...request: Parameters<typeof ask>): Promise<Uint8Array> => {
    const bytes = fromBase64((await read(bytesSchema, ...request)).bytes);
    if (bytes === null) throw new SyncFailure('forged', 'no base 64');
    return bytes;
  };

  return {
    create: async (start, as) => {
      await ask(as, 'POST', '/logs', { bytes: toBase64(start) });
    },
    find: async (as) => (await read(ownerSchema, as, 'GET', `/keys/${as.id}`)).owner,
    pull: async (owner, since, as) => {
      const page = await read(pageSchema, as, 'GET', `/logs/${owner}/rows?since=${since}`);
      return { ...page, rows: rowsOf(page.rows) };
    },
    push: async (owner, since, rows, as) => {
      const content = { since, rows: rows.map(toBase64) };
      const page = await read(pageSchema, as, 'POST', `/logs/${owner}/rows`, content);
      return { ...page, rows: rowsOf(page.rows) };
    },
    changes: async (owner, as) => {
      const { base, rows } = await read(changesSchema, as, 'GET', `/logs/${owner}/devices`);
      return { base, rows: rowsOf(rows) };
    },
    change: async (owner, control, as) => {
      await ask(as, 'POST', `/logs/${owner}/devices`, { bytes: toBase64(control) });
    },
    putPart: async (owner, base, part, bytes, as) => {
      const content = { bytes: toBase64(bytes) };
      await ask(as, 'PUT', `/logs/${owner}/snapshots/${base}/parts/${part}`, content);
    },
    putManifest: async (owner, base, parts, bytes, as) => {
      const content = { parts, bytes: toBase64(bytes) };
      await ask(as, 'PUT', `/logs/${owner}/snapshots/${base}`, content);
    },
    manifest: (owner, as) => bytesOf(as, 'GET', `/logs/${owner}/snapshot`),
    part: (owner, base, part, as) =>
      bytesOf(as, 'GET', `/logs/${owner}/snapshots/${base}/parts/${part}`),
    erase: async (owner, as) => {
      await ask(as, 'DELETE', `/logs/${owner}`);
    },
  };
};
