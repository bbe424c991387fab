import { concat, openFrom, sealTo } from './hpke.ts';
import { padded, unpadded } from './padding.ts';
import { createSharingKeys, type SharingKeys, type Subtle } from './subtle.ts';

/** What is bound to what is sealed: none of it can be exchanged by whoever keeps the bytes. */
export interface ShareLabel {
  /** A UUID, chosen by whoever shares. */
  readonly share: string;
  /** 1, 2, 3 ... A report has one; each update of a live view is the next. */
  readonly version: number;
  /** Until when it may be seen, ms since 1970. */
  readonly expiresAt: number;
}

/** It was not sealed by this sender for this recipient under this label, or was changed since. */
export class ShareUnreadable extends Error {
  constructor() {
    super('this was not sealed for you by this person, or was changed on the way');
    this.name = 'ShareUnreadable';
  }
}

const formatVersion = 1;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const info = text('zonula share 1');
const aadOf = ({ share, version, expiresAt }: ShareLabel): Uint8Array =>
  text(`${share.toLowerCase()}\n${version}\n${expiresAt}`);

/**
 * Seals `content` for the holder of the key `recipient`: format (1 byte: 1), encapsulated key (65), ciphertext and tag.
 * The length tells the size to within an eighth.
 */
export const sealShare = async (
  subtle: Subtle,
  label: ShareLabel,
  content: Uint8Array,
  { sender, recipient }: { readonly sender: SharingKeys; readonly recipient: Uint8Array },
): Promise<Uint8Array> => {
  const ephemeral = await createSharingKeys(subtle);
  const message = { info, aad: aadOf(label), content: padded(content) };
  const sealed = await sealTo(subtle, message, { ephemeral, sender, recipient });
  return concat(Uint8Array.of(formatVersion), sealed);
};

/** The content of `sealed`; throws `ShareUnreadable`. */
export const openShare = async (
  subtle: Subtle,
  label: ShareLabel,
  sealed: Uint8Array,
  { sender, recipient }: { readonly sender: Uint8Array; readonly recipient: SharingKeys },
): Promise<Uint8Array> => {
  if (sealed[0] !== formatVersion) throw new ShareUnreadable();
  const message = { info, aad: aadOf(label), sealed: sealed.subarray(1) };
  let content: Uint8Array;
  try {
    content = await openFrom(subtle, message, { sender, recipient });
  } catch {
    throw new ShareUnreadable();
  }
  return unpadded(content);
};
