import { createHash } from 'node:crypto';
import type { DatabaseTransaction } from '../db/tables.ts';
import { Refusal } from './refusal.ts';

/** One request that may arrive several times. */
export interface IdempotentRequest {
  /** Chosen by the client, at random. */
  readonly key: string;
  /** What is asked for, as JSON; the same key with another content is refused. */
  readonly content: unknown;
}

/**
 * Does `work` once for a key and hands out the same result ever after, also when two processes are asked at once or
 * one dies: the key is kept by the same transaction as its effects. A refusal keeps nothing and may be tried again.
 */
export const onceFor = async <Result>(
  transaction: DatabaseTransaction,
  operation: string,
  request: IdempotentRequest | null,
  now: number,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (request === null) return work();
  const { key } = request;
  const fingerprint = createHash('sha256').update(JSON.stringify(request.content)).digest('hex');
  // Waits here while another transaction holds the same key and has not ended.
  const taken = await transaction
    .insertInto('zonula.idempotency')
    .values({ operation, key, fingerprint, created_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute();
  const here = transaction
    .selectFrom('zonula.idempotency')
    .select(['fingerprint', 'result'])
    .where('operation', '=', operation)
    .where('key', '=', key);
  if (taken.length === 0) {
    const earlier = await here.executeTakeFirstOrThrow();
    if (earlier.fingerprint !== fingerprint) throw new Refusal('key-reused');
    return earlier.result as Result;
  }
  const result = await work();
  await transaction
    .updateTable('zonula.idempotency')
    .set({ result: JSON.stringify(result) })
    .where('operation', '=', operation)
    .where('key', '=', key)
    .execute();
  return result;
};
