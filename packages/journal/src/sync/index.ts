export { invite, renewWords, revokeDevices, rotateKey } from './change-devices.ts';
export { codeText, makeCode, readCode } from './code.ts';
export type { SyncContext } from './context.ts';
export { type DeviceView, devicesOf } from './devices.ts';
export { type AesGcm, type Subtle, type SyncEffects, webAesGcm } from './effects.ts';
export { type ExchangeOptions, exchange, type SyncReport } from './exchange.ts';
export { isMisdeed, SyncFailure, type SyncFailureCode } from './failure.ts';
export { createHttpRelay, type Fetch } from './http-relay.ts';
export { joinByCode, joinByWords, startSync } from './join.ts';
export { idOf } from './keys.ts';
export type { Page } from './log.ts';
export {
  applyControl,
  type Control,
  hashOf,
  idSchema,
  type Membership,
  readControl,
} from './membership.ts';
export type { Credential, Relay, Replica, SyncState, SyncStore } from './ports.ts';
export * from './protocol.ts';
export { readRowHeader } from './row.ts';
export { secretOfWords, type WordsComplaint, wordCount } from './words.ts';
