import type { DeviceView, SyncFailureCode } from '@zonula/journal/sync';

export interface SyncStatus {
  /** ms since 1970; null for never. */
  readonly syncedAt: number | null;
  readonly failure: SyncFailureCode | null;
  readonly devices: readonly DeviceView[];
}

/** What was done, or why not. */
export type Tried<T> =
  | { readonly ok: T }
  | { readonly failure: SyncFailureCode; readonly where: string };

/** Revisions that came and went so far. */
export interface SyncProgress {
  readonly received: number;
  readonly sent: number;
}

interface Question<Ask, T> {
  readonly ask: Ask;
  readonly answer: Tried<T>;
}

export type SyncQuestions = {
  /** Null while it is off. */
  readonly status: Question<null, SyncStatus | null>;
  /** Gives the recovery words. */
  readonly start: Question<{ readonly label: string }, readonly string[]>;
  readonly joinByWords: Question<{ readonly words: string; readonly label: string }, null>;
  readonly joinByCode: Question<{ readonly code: string; readonly label: string }, null>;
  readonly invite: Question<null, string>;
  readonly exchange: Question<null, SyncProgress>;
  readonly revoke: Question<{ readonly id: string }, null>;
  readonly rotate: Question<null, null>;
  readonly renewWords: Question<null, readonly string[]>;
  /** This device forgets its keys; the diary stays. */
  readonly leave: Question<null, null>;
  /** The same, and the server deletes what it has of everybody's. */
  readonly erase: Question<null, null>;
};
