import type { Database } from '../db/tables.ts';

/** What the operations need from outside. */
export interface ClinicContext {
  readonly database: Database;
  /** ms since 1970. */
  readonly now: () => number;
  /** A random UUID. */
  readonly newId: () => string;
  /** Signs links; the same for all processes on one database. */
  readonly linkSecret: Uint8Array;
}
