import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Without 0 O 1 I L U: read aloud and typed without doubt. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const length = 10;

const spelled = (digest: Buffer): string =>
  Array.from({ length }, (_, index) => letters[digest[index]! % letters.length]).join('');

const seal = (secret: Uint8Array, id: string): string =>
  spelled(createHmac('sha256', secret).update('zonula discount seal\n').update(id).digest());

/**
 * The code of an address: `XXXXX-XXXXX-XXXXX-XXXXX`, the second half sealing the first. The same address has the same
 * code for ever, so that leaving and coming back earns no second one; whoever sees a code learns no address.
 */
export const discountCode = (secret: Uint8Array, email: string): string => {
  const id = spelled(
    createHmac('sha256', secret).update('zonula discount\n').update(email.toLowerCase()).digest(),
  );
  return (id + seal(secret, id)).replace(/(.{5})(?=.)/gu, '$1-');
};

/** What is kept of a code that was used; null for a code that we never gave. */
export const discountDigest = (secret: Uint8Array, code: string): Uint8Array | null => {
  const plain = code.toUpperCase().replace(/[\s-]/gu, '');
  if (plain.length !== 2 * length) return null;
  const [id, own] = [plain.slice(0, length), Buffer.from(plain.slice(length))];
  const right = Buffer.from(seal(secret, id));
  if (own.length !== right.length || !timingSafeEqual(own, right)) return null;
  return createHash('sha256').update(id).digest();
};
