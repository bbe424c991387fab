import { fromBase64, toBase64 } from '../base64.ts';
import type { SyncEffects } from './effects.ts';
import { openWith, sealWith } from './keys.ts';

const labelPurpose = 'zonula label 1';
/** Bytes of UTF-8. */
const mostLabel = 63;

/** The beginning of the label, in as many bytes as any other. */
export const sealLabel = async (
  effects: SyncEffects,
  key: Uint8Array,
  label: string,
): Promise<string> => {
  let text = label.trim();
  while (new TextEncoder().encode(text).length > mostLabel) text = [...text].slice(0, -1).join('');
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(mostLabel + 1);
  bytes[0] = encoded.length;
  bytes.set(encoded, 1);
  return toBase64(await sealWith(effects, key, bytes, labelPurpose));
};

/** Empty where it does not open. */
export const openLabel = async (
  effects: SyncEffects,
  key: Uint8Array,
  sealed: string,
): Promise<string> => {
  const plain = await openWith(effects, key, fromBase64(sealed)!, labelPurpose);
  return plain === null ? '' : new TextDecoder().decode(plain.slice(1, 1 + plain[0]!));
};
