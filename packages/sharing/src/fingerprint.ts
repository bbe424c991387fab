import { owned, type Subtle } from './subtle.ts';

/** Crockford's Base32: nothing that looks like something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 20;

/**
 * A public key as two people can compare it aloud or on paper: the first hundred bits of its SHA-256 in five groups of
 * four letters. Only if it is the same on both sides did nobody put a key of their own in between.
 */
export const fingerprintOf = async (subtle: Subtle, publicKey: Uint8Array): Promise<string> => {
  const digest = new Uint8Array(await subtle.digest('SHA-256', owned(publicKey)));
  let bits = '';
  for (const byte of digest.subarray(0, 13)) bits += byte.toString(2).padStart(8, '0');
  return Array.from({ length: letters }, (_, at) => {
    const letter = alphabet[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)];
    return at % 4 === 0 && at > 0 ? `-${letter}` : letter;
  }).join('');
};
