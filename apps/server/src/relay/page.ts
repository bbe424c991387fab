import { mostPageBytes, mostPageRows } from '@zonula/journal/sync';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import type { RelayCaller, RelayContext } from './context.ts';

export interface Page {
  readonly head: number;
  readonly base: number;
  readonly rows: readonly { readonly seq: number; readonly bytes: string }[];
}

export const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

interface Found {
  readonly head: number;
  readonly base: number;
  readonly ended: boolean;
  readonly seq: number | null;
  readonly bytes: Uint8Array | null;
}

/**
 * Rows after `since`, as many as fit, or none where a snapshot stands for some of them. One statement, so that the rows
 * fit the head. Refuses with `log-unknown` whoever has no key, and with `device-removed`.
 */
export const pageAfter = async (
  { database, now }: RelayContext,
  { owner, key }: RelayCaller,
  since: number,
): Promise<Page> => {
  const { rows } = await sql<Found>`
    select log.head, log.base, key.ended, page.seq, page.bytes
    from relay.log join relay.key on key.owner = log.owner and key.id = ${key}
      and (key.expires_at is null or key.expires_at > ${new Date(now())})
    left join lateral (
      select seq, bytes from (
        select seq, bytes, sum(size) over (order by seq) - size as before from (
          select seq, bytes, size from relay.row
          where owner = ${owner} and seq > ${since} order by seq limit ${sql.lit(mostPageRows)}
        ) as few
      ) as fitting where before < ${sql.lit(mostPageBytes)}
    ) as page on log.base <= ${since} and not key.ended
    where log.owner = ${owner} order by page.seq`.execute(database);
  const [first] = rows;
  if (first === undefined) throw new Refusal('log-unknown');
  if (first.ended) throw new Refusal('device-removed');
  return {
    head: first.head,
    base: first.base,
    rows: rows.flatMap(({ seq, bytes }) =>
      seq === null || bytes === null ? [] : [{ seq, bytes: base64Of(bytes) }],
    ),
  };
};
