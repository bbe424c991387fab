import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { idSchema } from './membership.ts';

/** What devices and relay say to each other over HTTP: JSON, with bytes in base 64 (RFC 4648, section 4). */
export const relayPath = '/api/v1/relay';

/** Bytes of one row, or of one part of a snapshot. */
export const mostRowBytes = 4 * 2 ** 20;
/** Bytes of rows in one answer, but for a single larger one; and rows in one request or answer. */
export const mostPageBytes = 2 ** 20;
export const mostPageRows = 500;
/** Bytes of a request. */
export const mostRequestBytes = 7 * 2 ** 20;

const base64 = z
  .string()
  .min(4)
  .max(Math.ceil(mostRowBytes / 3) * 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/u);

export const pageSchema = z.strictObject({
  /** Rows that the log has. */
  head: z.int().nonnegative(),
  /** A snapshot stands for the rows up to here. */
  base: z.int().nonnegative(),
  rows: z.array(z.strictObject({ seq: z.int().positive(), bytes: base64 })),
});
export const changesSchema = pageSchema.omit({ head: true });
export const ownerSchema = z.strictObject({ owner: idSchema });
export const bytesSchema = z.strictObject({ bytes: base64 });
export const pushSchema = z.strictObject({
  since: z.int().nonnegative(),
  rows: z.array(base64).min(1).max(mostPageRows),
});
export const manifestSchema = z.strictObject({ parts: z.int().min(0).max(10_000), bytes: base64 });

/** What the signature of a request covers: method, address, time (ms since 1970) and the hash of what is sent. */
export const requestStatement = (
  method: string,
  path: string,
  time: number,
  body: Uint8Array,
): Uint8Array =>
  new TextEncoder().encode(`${method} ${path}\n${time}\n${bytesToHex(sha256(body))}`);

export const requestPurpose = 'zonula request 1';
/** The value of `authorization`: public key, time and signature. */
export const writeAuthorization = (sign: string, time: number, signature: string): string =>
  `Zonula ${sign}.${time}.${signature}`;
export const authorizationPattern =
  /^Zonula ([A-Za-z0-9+/]{43}=)\.(\d{1,15})\.([A-Za-z0-9+/]{86}==)$/u;
