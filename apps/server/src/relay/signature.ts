import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { authorizationPattern, idOf, requestPurpose, requestStatement } from '@zonula/journal/sync';
import { Refusal } from '../clinic/refusal.ts';

/** Requests that are older, or younger, by the server's clock are not answered. */
const mostSkewMs = 5 * 60_000;

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A key and its name. */
interface Signer {
  readonly key: KeyObject;
  readonly id: string;
}
/** Keys that signed last, by their text: reading one takes as long as checking what it signed. */
const signers = new Map<string, Signer>();
const mostSigners = 10_000;

const readSigner = (text: string): Signer | null => {
  const sign = Buffer.from(text, 'base64');
  try {
    const der = Buffer.concat([spkiPrefix, sign]);
    return { key: createPublicKey({ key: der, format: 'der', type: 'spki' }), id: idOf(sign) };
  } catch {
    return null;
  }
};

/** Puts a key behind all others that are remembered, and lets go of the first when there are too many. */
const remember = (text: string, signer: Signer): void => {
  signers.delete(text);
  signers.set(text, signer);
  const [first] = signers.keys();
  if (signers.size > mostSigners && first !== undefined) signers.delete(first);
};

const isSignedBy = ({ key }: Signer, signature: Buffer, statement: Uint8Array): boolean => {
  try {
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
  const signer = signers.get(key!) ?? readSigner(key!);
  const statement = requestStatement(request.method, request.path, Number(time), request.body);
  if (signer === null || !isSignedBy(signer, Buffer.from(signature!, 'base64'), statement))
    throw new Refusal('signature-wrong');
  remember(key!, signer);
  if (Math.abs(Number(time) - now) > mostSkewMs) throw new Refusal('request-old');
  return signer.id;
};
