import { createPublicKey, verify } from 'node:crypto';
import { authorizationPattern, idOf, requestPurpose, requestStatement } from '@zonula/journal/sync';
import { Refusal } from '../clinic/refusal.ts';

/** Requests that are older, or younger, by the server's clock are not answered. */
const mostSkewMs = 5 * 60_000;

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const isSignedBy = (sign: Buffer, signature: Buffer, statement: Uint8Array): boolean => {
  try {
    const der = Buffer.concat([spkiPrefix, sign]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.concat([Buffer.from(requestPurpose), statement]), key, signature);
  } catch {
    return false;
  }
};

/**
 * The name of the key that signed a request. It says nothing yet about what that key may do. Throws `Refusal`:
 * `signature-missing`, `signature-wrong`, `request-old`.
 */
export const signerOf = (
  authorization: string | undefined,
  request: { readonly method: string; readonly path: string; readonly body: Uint8Array },
  now: number,
): string => {
  if (authorization === undefined) throw new Refusal('signature-missing');
  const match = authorizationPattern.exec(authorization);
  if (match === null) throw new Refusal('signature-wrong');
  const [, key, time, signature] = match;
  const sign = Buffer.from(key!, 'base64');
  const statement = requestStatement(request.method, request.path, Number(time), request.body);
  if (!isSignedBy(sign, Buffer.from(signature!, 'base64'), statement))
    throw new Refusal('signature-wrong');
  if (Math.abs(Number(time) - now) > mostSkewMs) throw new Refusal('request-old');
  return idOf(sign);
};
