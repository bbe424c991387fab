/**
 * Why devices could not be brought together.
 *
 * What a relay did that it must not do, told apart as far as the log shows it:
 * - `forged`: a row that none of the person's devices wrote, or that was changed
 * - `replayed`: a row that was there before
 * - `reordered`: a row that stands before one that its writer had seen, or before an earlier one of the same device
 * - `missing`: a row between others of the same device, or one that was acknowledged, is not there
 * - `rolled-back`: the log is shorter than it was
 * - `forked`: devices were shown different logs
 *
 * And what can happen with an honest one:
 * - `away`: the relay cannot be reached, or is not ready
 * - `busy`: another device changed something at the same moment, again and again
 * - `removed`: this device was taken out
 * - `unknown`: the relay knows nothing of these words or of this code
 * - `full`: there is no room left at the relay
 * - `too-large`: one entry is too large for the relay
 * - `newer`: a newer Zonula wrote what is there
 * - `refused`: the relay did not accept what was sent
 */
export type SyncFailureCode =
  | 'forged'
  | 'replayed'
  | 'reordered'
  | 'missing'
  | 'rolled-back'
  | 'forked'
  | 'away'
  | 'busy'
  | 'removed'
  | 'unknown'
  | 'full'
  | 'too-large'
  | 'newer'
  | 'refused';

/** An expected failure; `message` says where. */
export class SyncFailure extends Error {
  readonly code: SyncFailureCode;
  constructor(code: SyncFailureCode, where = '') {
    super(where === '' ? code : `${code}: ${where}`);
    this.name = 'SyncFailure';
    this.code = code;
  }
}

const misdeeds: ReadonlySet<SyncFailureCode> = new Set([
  'forged',
  'replayed',
  'reordered',
  'missing',
  'rolled-back',
  'forked',
]);

/** Whether the relay did what it must not do. */
export const isMisdeed = (code: SyncFailureCode): boolean => misdeeds.has(code);
