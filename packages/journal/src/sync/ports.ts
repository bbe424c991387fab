import type { Merged } from '../merge.ts';
import type { Revision } from '../revision.ts';
import type { SyncFailureCode } from './failure.ts';
import type { Identity } from './keys.ts';
import type { LogRow, LogState, Page } from './log.ts';

/** Whose key signs a request to the relay. */
export interface Credential {
  readonly id: string;
  readonly identity: Identity;
}

/**
 * The relay as a device sees it. Every call may throw `SyncFailure`: `away`, `removed`, `unknown`, `full`, `too-large`,
 * `refused`, and `busy` where the log or the devices have changed since the caller looked. Nothing that it answers is trusted.
 */
export interface Relay {
  /** Begins a log with its first row. Asked again, nothing changes. */
  readonly create: (start: Uint8Array, as: Credential) => Promise<void>;
  /** The owner whom this recovery key or code belongs to. */
  readonly find: (as: Credential) => Promise<string>;
  /** Rows after `since`, as many as fit. None, when a snapshot stands for some of them: then `base` is larger than `since`. */
  readonly pull: (owner: string, since: number, as: Credential) => Promise<Page>;
  /** Adds rows of the caller, all or none, and gives what follows `since`. A row that is there is not added again. */
  readonly push: (
    owner: string,
    since: number,
    rows: readonly Uint8Array[],
    as: Credential,
  ) => Promise<Page>;
  /** Every change of devices. */
  readonly changes: (
    owner: string,
    as: Credential,
  ) => Promise<{ rows: readonly LogRow[]; base: number }>;
  readonly change: (owner: string, control: Uint8Array, as: Credential) => Promise<void>;
  readonly putPart: (
    owner: string,
    base: number,
    part: number,
    bytes: Uint8Array,
    as: Credential,
  ) => Promise<void>;
  /** The snapshot is whole; rows up to `base` may go. */
  readonly putManifest: (
    owner: string,
    base: number,
    parts: number,
    bytes: Uint8Array,
    as: Credential,
  ) => Promise<void>;
  readonly manifest: (owner: string, as: Credential) => Promise<Uint8Array>;
  readonly part: (owner: string, base: number, part: number, as: Credential) => Promise<Uint8Array>;
  /** Deletes all that the relay has of this owner. */
  readonly erase: (owner: string, as: Credential) => Promise<void>;
}

/** The journal as sync sees it. */
export interface Replica {
  readonly count: () => Promise<number>;
  /** Stamps of all revisions after this one, in order; `''` for all. */
  readonly clocksAfter: (clock: string) => Promise<readonly string[]>;
  /** Those of these stamps, in order: what comes in order can lie in pages at the other device. */
  readonly revisions: (clocks: readonly string[]) => Promise<readonly Revision[]>;
  readonly merge: (revisions: readonly Revision[]) => Promise<Merged>;
}

/** A row that was sealed and may or may not have reached the relay. */
export interface Pending {
  readonly bytes: Uint8Array;
  readonly deviceSeq: number;
  readonly hash: string;
  /** Stamps of its revisions. */
  readonly clocks: readonly string[];
}

/** The log as somebody who is trusted had seen it. */
export interface Pin {
  readonly seq: number;
  readonly head: string;
}

/** All that a device keeps of its sync. */
export interface SyncState {
  readonly self: Credential;
  readonly log: LogState;
  /** Checked when the log was seen so far, then null. */
  readonly pin: Pin | null;
  readonly pending: readonly Pending[];
  /** Rows that a snapshot at the relay stands for, as it says. */
  readonly base: number;
  /** Rows that this device's last snapshot stands for; 0 for none. */
  readonly snapshotAt: number;
  /** ms since 1970; null for never. */
  readonly syncedAt: number | null;
  readonly failure: SyncFailureCode | null;
}

/** Where a device keeps it: small, and whole or not at all. */
export interface SyncStore {
  readonly load: () => Promise<SyncState | null>;
  /** `known`: stamps that have become part of what the log holds. */
  readonly save: (state: SyncState, known?: readonly string[]) => Promise<void>;
  /** All stamps that were saved as known. */
  readonly known: () => Promise<readonly string[]>;
  readonly clear: () => Promise<void>;
}
