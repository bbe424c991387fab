import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

/** So many at once, and one more each `everyMs`. */
export interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

const second = 1000;
const minute = 60 * second;

/** What one caller (an address of the network) or one account may do. */
export const usualRates = {
  /** Any request of a caller. */
  caller: { burst: 600, everyMs: second / 20 },
  /** Any request of an account. */
  account: { burst: 300, everyMs: second / 5 },
  /** Tries of a caller to hold a start, also in vain. */
  'hold-attempt': { burst: 30, everyMs: 20 * second },
  /** Starts that a caller is given. */
  hold: { burst: 5, everyMs: 3 * minute },
  /** New accounts of a caller. */
  register: { burst: 10, everyMs: 5 * minute },
  'sign-in': { burst: 20, everyMs: 15 * second },
  'recovery-code': { burst: 5, everyMs: 10 * minute },
  /** Sealed versions that an account sends. */
  share: { burst: 60, everyMs: 30 * second },
  /** How often somebody takes all that is kept of them, or erases it. */
  'own-data': { burst: 5, everyMs: 10 * minute },
} as const satisfies Readonly<Record<string, Rate>>;
export type RateName = keyof typeof usualRates;
export type Rates = Readonly<Record<RateName, Rate>>;

export interface RateContext {
  readonly now: () => number;
  /** `null` limits nothing. */
  readonly rates: Rates | null;
  /** Hides who called in what is kept. */
  readonly rateSecret: Uint8Array;
}

/**
 * Counts one of `who` against a limit, or refuses with `too-many` and says when to come back. All processes on one
 * database count together: GCRA (the leaky bucket as a meter, ITU-T I.371), one instant a key, one statement.
 */
export const charge = async (
  database: Database | DatabaseTransaction,
  { now, rates, rateSecret }: RateContext,
  name: RateName,
  who: string,
): Promise<void> => {
  if (rates === null) return;
  const { burst, everyMs } = rates[name];
  const at = now();
  const key = createHmac('sha256', rateSecret).update(`${name}\n${who}`).digest().subarray(0, 16);
  const fullAt = sql<Date>`greatest(rate.full_at, ${new Date(at)}::timestamptz) + ${everyMs} * interval '1 millisecond'`;
  const { rows } = await sql`
    insert into zonula.rate as rate (key, full_at) values (${key}, ${new Date(at + everyMs)})
    on conflict (key) do update set full_at = ${fullAt}
    where ${fullAt} <= ${new Date(at + burst * everyMs)}
    returning key`.execute(database);
  if (rows.length > 0) return;
  const { full_at } = await database
    .selectFrom('zonula.rate')
    .select('full_at')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  const waitMs = full_at.getTime() + everyMs - (at + burst * everyMs);
  throw new Refusal('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / second)) });
};
