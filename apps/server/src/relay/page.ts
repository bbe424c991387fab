import { mostPageBytes, mostPageRows } from '@zonula/journal/sync';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf } from '../db/day.ts';
import type { RelayCaller, RelayContext } from './context.ts';
import { noteUse } from './forget.ts';
import type { Outcome } from './in-rounds.ts';

export interface Page {
  readonly head: number;
  readonly base: number;
  readonly rows: readonly { readonly seq: number; readonly bytes: string }[];
}

export const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

export interface PageRequest extends RelayCaller {
  readonly since: number;
}

interface Found {
  readonly number: number;
  readonly head: number;
  readonly base: number;
  readonly ended: boolean;
  /** Whether nobody used the log today before. */
  readonly idle: boolean;
  readonly seq: number | null;
  readonly bytes: Uint8Array | null;
}

const pageOf = (found: readonly Found[]): Outcome<Page> => {
  const [first] = found;
  if (first === undefined) return { error: new Refusal('log-unknown') };
  if (first.ended) return { error: new Refusal('device-removed') };
  const rows = found.flatMap(({ seq, bytes }) =>
    seq === null || bytes === null ? [] : [{ seq, bytes: base64Of(bytes) }],
  );
  return { result: { head: first.head, base: first.base, rows } };
};

/**
 * For each of several the rows after `since`, as many as fit, or none where a snapshot stands for some of them. One statement,
 * so that the rows fit the head. Refused with `log-unknown` is whoever has no key, and with `device-removed`.
 */
export const pagesAfter = async (
  { database, now }: RelayContext,
  requests: readonly PageRequest[],
): Promise<readonly Outcome<Page>[]> => {
  const asked = requests.map(({ owner, key, since }, number) => ({ number, owner, key, since }));
  const { rows } = await sql<Found>`
    select asked.number, log.head, log.base, key.ended, page.seq, page.bytes,
      log.used_on < ${dayOf(now())}::date and not key.ended as idle
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as asked (number int, owner text, key text, since bigint)
    join relay.log on log.owner = asked.owner
    join relay.key on key.owner = asked.owner and key.id = asked.key
      and (key.expires_at is null or key.expires_at > ${new Date(now())})
    left join lateral (
      select seq, bytes from (
        select seq, bytes, sum(size) over (order by seq) - size as before from (
          select seq, bytes, size from relay.row
          where owner = asked.owner and seq > asked.since order by seq limit ${sql.lit(mostPageRows)}
        ) as few
      ) as fitting where before < ${sql.lit(mostPageBytes)}
    ) as page on log.base <= asked.since and not key.ended
    order by asked.number, page.seq`.execute(database);
  const found = requests.map((): Found[] => []);
  for (const row of rows) found[row.number]!.push(row);
  const idle = rows.flatMap((row) => (row.idle ? [requests[row.number]!.owner] : []));
  if (idle.length > 0) await noteUse(database, idle, now());
  return found.map(pageOf);
};
