import { setTimeout as sleep } from 'node:timers/promises';

/** The SQLSTATE of what the database threw, else null. */
const sqlStateOf = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/u.test(code) ? code : null;
};

/** The exclusion constraint that a row would have broken, else null. */
export const brokenExclusion = (error: unknown): string | null =>
  sqlStateOf(error) === '23P01' && error instanceof Error && 'constraint' in error
    ? String(error.constraint)
    : null;

/** Deadlocks and serialisation failures: the same transaction may well succeed when it is tried anew. */
export const isTransient = (error: unknown): boolean =>
  ['40001', '40P01'].includes(sqlStateOf(error) ?? '');

/** Error codes of sockets and classes of SQLSTATE (08, 53, 57P) by which a database says that it is not there now. */
const away =
  /^E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NOENT)$|^08|^53|^57P0[1-3]$/u;
/** The words of node-postgres for a connection that broke or was not to be had in time; they carry no code. */
const awayInWords =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client .* is not queryable$)/u;

/**
 * Whether the database cannot be reached just now or has no connection left. What was asked for has most likely not
 * been done; only where the connection broke during the commit itself can nobody know.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  (awayInWords.test(error.message) ||
    ('code' in error && typeof error.code === 'string' && away.test(error.code)));

/** Another process made the same at the same moment: unique_violation, duplicate_table, _object or _function. */
const isMadeMeanwhile = (error: unknown): boolean =>
  ['23505', '42P07', '42710', '42723'].includes(sqlStateOf(error) ?? '');

/** Runs `work` again while `again` says that it may succeed, at most `attempts` times altogether. */
const repeated = async <T>(
  work: () => Promise<T>,
  {
    again,
    attempts,
    pauseMs,
  }: {
    readonly again: (error: unknown) => boolean;
    readonly attempts: number;
    readonly pauseMs: (attempt: number) => number;
  },
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !again(error)) throw error;
    }
    await sleep(pauseMs(attempt));
  }
};

/** Runs `transact` again, at most five times altogether, while the database asks for it. */
export const retried = <T>(transact: () => Promise<T>): Promise<T> =>
  repeated(transact, { again: isTransient, attempts: 5, pauseMs: () => 0 });

/** Makes again, after a while, what another process made at the same moment. */
export const madeTogether = <Made>(make: () => Promise<Made>): Promise<Made> =>
  repeated(make, {
    again: (error) => isTransient(error) || isMadeMeanwhile(error),
    attempts: 8,
    // Apart from each other: who was in the way once should not be again.
    pauseMs: (attempt) => attempt * 100 + Math.random() * 200,
  });
