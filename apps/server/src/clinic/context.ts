import type { Database } from '../db/tables.ts';

export interface MailSettings {
  /** Where people reach the app, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string;
}

/** What the operations need from outside. */
export interface ClinicContext {
  readonly database: Database;
  /** ms since 1970. */
  readonly now: () => number;
  /** A random UUID. */
  readonly newId: () => string;
  /** Signs links; the same for all processes on one database. */
  readonly linkSecret: Uint8Array;
  /** Absent where the server sends no mail; then none is written down either. */
  readonly mail?: MailSettings;
  /** Asks for work to be done soon that was written down by a transaction, which has ended. */
  readonly nudge?: (queue: 'mail' | 'waiting') => void;
}
