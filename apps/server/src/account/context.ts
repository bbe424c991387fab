import type { Database } from '../db/tables.ts';

/** What accounts and sharing need from outside. */
export interface AccountContext {
  readonly database: Database;
  /** ms since 1970. */
  readonly now: () => number;
  /** A random UUID. */
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
}
