import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical-json.ts';

/**
 * A commitment that is made before the start and can be checked by anybody later: the SHA-256 of each field, and one SHA-256
 * over these, all over canonical JSON. The single sums are kept so that a change can be told by the field's name.
 */
export interface Commitment {
  /** SHA-256 of each field's canonical JSON, in hexadecimal, by name. */
  readonly digests: Readonly<Record<string, string>>;
  /** SHA-256 of the canonical JSON of `digests`. */
  readonly hash: string;
}

/** SHA-256 of a value's canonical JSON as 64 hexadecimal digits. */
export const digestOf = (value: Json): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** Commits to every field that has a value. */
export const commit = (fields: Readonly<Record<string, Json | undefined>>): Commitment => {
  const digests = Object.fromEntries(
    Object.entries(fields)
      .filter((entry): entry is [string, Json] => entry[1] !== undefined)
      .map(([name, value]) => [name, digestOf(value)]),
  );
  return { digests, hash: digestOf(digests) };
};

/** The names of what does not fit the commitment: fields that changed, came or went; `hash` where the sums themselves changed. */
export const changedFields = (
  fields: Readonly<Record<string, Json | undefined>>,
  { digests, hash }: Commitment,
): readonly string[] => {
  const now = new Map(Object.entries(commit(fields).digests));
  const then = new Map(Object.entries(digests));
  const names = [...new Set([...then.keys(), ...now.keys()])];
  const changed = names.filter((name) => now.get(name) !== then.get(name));
  return digestOf(digests) === hash ? changed : [...changed, 'hash'];
};

/** A seed for drawing the order, made from all that is committed to: 52 bits of the SHA-256. */
export const seedFrom = (value: Json): number => Number.parseInt(digestOf(value).slice(0, 13), 16);
