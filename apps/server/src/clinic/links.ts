import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import type { ClinicContext } from './context.ts';
import { Refusal } from './refusal.ts';

/** What a link allows: each is for one appointment and one purpose, until it expires. */
export const purposes = ['confirm', 'move', 'cancel'] as const;
export type Purpose = (typeof purposes)[number];

/** Links of whoever has an appointment, which they may look at also once it can no longer be moved or cancelled. */
export const ownersPurposes: readonly Purpose[] = ['move', 'cancel'];

/** A link as its token says it. */
export interface Link {
  readonly id: string;
  readonly appointment: string;
  readonly purpose: Purpose;
  /** ms since 1970, whole seconds. */
  readonly expiresAt: number;
}

const version = 1;
const payloadLength = 1 + 1 + 16 + 16 + 4;

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
const signatureOf = (payload: Buffer, secret: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('zonula link\n').update(payload).digest();

/**
 * The token of a link: version (1 byte), purpose (1), appointment (16), link (16), expiry in seconds since 1970 (4,
 * big-endian) and their HMAC-SHA-256 (32), in base64url. The same link always has the same token.
 */
export const tokenOf = ({ id, appointment, purpose, expiresAt }: Link, secret: Uint8Array) => {
  const expiry = Buffer.alloc(4);
  expiry.writeUInt32BE(expiresAt / 1000);
  const payload = Buffer.concat([
    Buffer.of(version, purposes.indexOf(purpose)),
    bytesOf(appointment),
    bytesOf(id),
    expiry,
  ]);
  return Buffer.concat([payload, signatureOf(payload, secret)]).toString('base64url');
};

/** Reads a token that we have signed; null for anything else. */
const readToken = (token: string, secret: Uint8Array): Link | null => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== payloadLength + 32 || bytes.toString('base64url') !== token) return null;
  const payload = bytes.subarray(0, payloadLength);
  if (!timingSafeEqual(signatureOf(payload, secret), bytes.subarray(payloadLength))) return null;
  const purpose = purposes[payload[1]!];
  if (payload[0] !== version || purpose === undefined) return null;
  return {
    purpose,
    appointment: uuidOf(payload.subarray(2, 18)),
    id: uuidOf(payload.subarray(18, 34)),
    expiresAt: payload.readUInt32BE(34) * 1000,
  };
};

/** What the token allows at this moment: refuses forged, foreign and misused ones, and expired ones but of `evenExpired`. */
export const checkedLink = (
  { now, linkSecret }: ClinicContext,
  token: string,
  {
    appointment,
    allowed,
    evenExpired = [],
  }: {
    appointment: string;
    allowed: readonly Purpose[];
    evenExpired?: readonly Purpose[];
  },
): Link => {
  const link = readToken(token, linkSecret);
  if (link === null || link.appointment !== appointment) throw new Refusal('link-invalid');
  if (!allowed.includes(link.purpose)) throw new Refusal('link-other-purpose');
  if (link.expiresAt <= now() && !evenExpired.includes(link.purpose))
    throw new Refusal('link-expired');
  return link;
};

/** The same, and that the link was not used: whoever has used it up opens nothing more with it. */
export const unusedLink = async (
  context: ClinicContext,
  token: string,
  allowed: Parameters<typeof checkedLink>[2],
): Promise<Link> => {
  const link = checkedLink(context, token, allowed);
  if (await wasUsed(context.database, link)) throw new Refusal('link-used');
  return link;
};

/** Whether a link was used, or went with its appointment. */
const wasUsed = async (database: Database, { id }: Link): Promise<boolean> => {
  const kept = await database
    .selectFrom('clinic.link')
    .select('used_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return kept === undefined || kept.used_at !== null;
};

/** Uses up whatever links of an appointment are left. */
export const useLinks = async (
  transaction: DatabaseTransaction,
  appointment: string,
  now: number,
): Promise<void> => {
  await transaction
    .updateTable('clinic.link')
    .set({ used_at: new Date(now) })
    .where('appointment', '=', appointment)
    .where('used_at', 'is', null)
    .execute();
};

/** Makes a link; until it is told to somebody nobody can guess its token. */
export const createLink = async (
  { newId }: ClinicContext,
  transaction: DatabaseTransaction,
  { appointment, purpose, expiresAt }: Omit<Link, 'id'>,
): Promise<Link> => {
  const seconds = Math.ceil(expiresAt / 1000) * 1000;
  const link: Link = { id: newId(), appointment, purpose, expiresAt: seconds };
  await transaction
    .insertInto('clinic.link')
    .values({ id: link.id, appointment, purpose, expires_at: new Date(seconds), used_at: null })
    .execute();
  return link;
};

/** Uses a link up. Of several who try at once one succeeds; the others are refused with `link-used`. */
export const useLink = async (
  transaction: DatabaseTransaction,
  { id }: Link,
  now: number,
): Promise<void> => {
  const used = await transaction
    .updateTable('clinic.link')
    .set({ used_at: new Date(now) })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .execute();
  if (used.length === 0) throw new Refusal('link-used');
};

/** The links of a confirmed appointment that can still be used. */
export const openLinks = async (
  transaction: DatabaseTransaction,
  appointment: string,
): Promise<Link[]> => {
  const rows = await transaction
    .selectFrom('clinic.link')
    .select(['id', 'purpose', 'expires_at'])
    .where('appointment', '=', appointment)
    .where('used_at', 'is', null)
    .where('purpose', 'in', ['move', 'cancel'])
    .orderBy('purpose', 'desc')
    .execute();
  return rows.map(({ id, purpose, expires_at }) => ({
    id,
    appointment,
    purpose,
    expiresAt: expires_at.getTime(),
  }));
};
