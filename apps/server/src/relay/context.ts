import type { Database } from '../db/tables.ts';

export interface RelayContext {
  readonly database: Database;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Whose log, and who asks: the name of the key that signed. */
export interface RelayCaller {
  readonly owner: string;
  readonly key: string;
}

/** Bytes that one owner may keep, rows and parts of snapshots together. */
export const mostOwnerBytes = 256 * 2 ** 20;
