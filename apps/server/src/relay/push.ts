import { readRowHeader } from '@zonula/journal/sync';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf, mostOwnerBytes, type RelayCaller, type RelayContext } from './context.ts';
import { type Page, pageAfter } from './page.ts';
import type { RelayProblem } from './problems.ts';

/** The bytes of base 64 that is written in the one way there is. Refuses with `row-refused`. */
export const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Refusal('row-refused');
  return bytes;
};

/** Number and epoch of the first of rows that this device wrote one after the other. Refuses with `row-refused`. */
const firstOf = (rows: readonly string[], device: string) => {
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

/**
 * Adds rows behind the last one of the log, all or none, and gives what follows `since`. Rows that are there already are not
 * added again. Refuses with `log-behind` when another row has the number or a rotation came between, with `log-full`,
 * `log-unknown`, `device-removed` and `row-refused`.
 */
export const push = async (
  context: RelayContext,
  caller: RelayCaller,
  { since, rows }: { readonly since: number; readonly rows: readonly string[] },
): Promise<Page> => {
  const { owner, key } = caller;
  const { deviceSeq, epoch } = firstOf(rows, key);
  const { rows: outcome } = await sql<{ outcome: 'ok' | RelayProblem }>`
    select relay.append(${owner}, ${key}, ${deviceSeq}::bigint, ${epoch}::int, ${rows.join(',')},
      ${mostOwnerBytes}::bigint, ${dayOf(context.now())}::date) as outcome`.execute(
    context.database,
  );
  const [{ outcome: said }] = outcome as [{ outcome: 'ok' | RelayProblem }];
  if (said !== 'ok') throw new Refusal(said);
  return pageAfter(context, caller, since);
};
