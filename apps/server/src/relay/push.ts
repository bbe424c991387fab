import { readRowHeader } from '@zonula/journal/sync';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf } from '../db/day.ts';
import { retried } from '../db/failures.ts';
import { mostOwnerBytes, type RelayContext } from './context.ts';
import { inRounds, type Outcome } from './in-rounds.ts';
import { type Page, type PageRequest, pagesAfter } from './page.ts';
import type { RelayProblem } from './problems.ts';

/** The bytes of base 64 that is written in the one way there is. Refuses with `row-refused`. */
export const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Refusal('row-refused');
  return bytes;
};

/** Number and epoch of the first of rows that this device wrote one after the other. Refuses with `row-refused`. */
export const firstOf = (rows: readonly string[], device: string) => {
  const headers = rows.map((text) => {
    const header = readRowHeader(bytesOf(text));
    if (header?.device !== device) throw new Refusal('row-refused');
    return header;
  });
  const first = headers[0]!;
  const follow = headers.every(
    ({ deviceSeq, epoch }, k) => deviceSeq === first.deviceSeq + k && epoch === first.epoch,
  );
  if (!follow) throw new Refusal('row-refused');
  return first;
};

/** What a device asks for: rows after `since`, and to add some of its own before. */
export interface ExchangeRequest extends PageRequest {
  readonly rows: readonly string[];
  /** Of the first row. */
  readonly first?: { readonly deviceSeq: number; readonly epoch: number };
}

/** Adds the rows of several, each all or none; what was said to each, by their place. */
const appendEach = async (
  { database, now }: RelayContext,
  requests: readonly ExchangeRequest[],
): Promise<ReadonlyMap<number, 'ok' | RelayProblem>> => {
  const asked = requests
    .map(({ owner, key, rows, first }, number) => ({
      ...{ number, owner, key, texts: rows.join(',') },
      ...{ first: first?.deviceSeq, epoch: first?.epoch },
    }))
    .filter(({ first }) => first !== undefined)
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));
  if (asked.length === 0) return new Map();
  const { rows } = await retried(() =>
    sql<{ number: number; outcome: 'ok' | RelayProblem }>`
      select number, outcome from relay.append_each(${JSON.stringify(asked)}::json,
        ${mostOwnerBytes}::bigint, ${dayOf(now())}::date)`.execute(database),
  );
  return new Map(rows.map(({ number, outcome }) => [number, outcome]));
};

const exchangeAll = async (
  context: RelayContext,
  requests: readonly ExchangeRequest[],
): Promise<readonly Outcome<Page>[]> => {
  const said = await appendEach(context, requests);
  const pages = await pagesAfter(context, requests);
  return pages.map((page, number) => {
    const refused = said.get(number) ?? 'ok';
    return refused === 'ok' ? page : { error: new Refusal(refused) };
  });
};

/** Bytes that one round may have to hold are bounded by this and the size of a page. */
const mostInRound = 32;

/**
 * Adds rows behind the last one of the log, all or none, and gives what follows `since`. Rows that are there already are not
 * added again. Refuses with `log-behind` when another row has the number or a rotation came between, with `log-full`,
 * `log-unknown` and `device-removed`.
 */
export const createExchange = (
  context: RelayContext,
): ((request: ExchangeRequest) => Promise<Page>) =>
  inRounds((requests) => exchangeAll(context, requests), { most: mostInRound, parallel: 4 });
