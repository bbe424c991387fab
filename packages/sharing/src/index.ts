export { fingerprintOf } from './fingerprint.ts';
export { openShare, type ShareLabel, ShareUnreadable, sealShare } from './share.ts';
export {
  createSharingKeys,
  type OpaqueKey,
  publicKeyLength,
  type SharingKeys,
  type Subtle,
} from './subtle.ts';
