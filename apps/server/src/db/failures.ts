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
const awayInWords = /^(?:timeout exceeded when trying to connect|Connection terminated)/u;

/**
 * Whether the database cannot be reached just now or has no connection left. What was asked for has most likely not
 * been done; only where the connection broke during the commit itself can nobody know.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  (awayInWords.test(error.message) ||
    ('code' in error && typeof error.code === 'string' && away.test(error.code)));

/** Runs `transact` again, at most `attempts` times altogether, while the database asks for it. */
export const retried = async <T>(transact: () => Promise<T>, attempts = 5): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact();
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error;
    }
  }
};
