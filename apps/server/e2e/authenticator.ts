import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Uint8Array | ReadonlyMap<Cbor, Cbor>;

const header = (major: number, size: number): Buffer => {
  if (size < 24) return Buffer.of((major << 5) | size);
  if (size < 256) return Buffer.of((major << 5) | 24, size);
  return Buffer.of((major << 5) | 25, size >> 8, size & 255);
};

/** As much of CBOR (RFC 8949) as an attestation needs. */
const encode = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value >= 0 ? header(0, value) : header(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([header(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([header(2, value.length), value]);
  const pairs = [...value].flatMap(([key, content]) => [encode(key), encode(content)]);
  return Buffer.concat([header(5, value.size), ...pairs]);
};

const sha256 = (content: Uint8Array | string): Buffer =>
  createHash('sha256').update(content).digest();
const flags = { present: 1, verified: 4, mayBeBackedUp: 8, backedUp: 16, hasCredential: 64 };

interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly rpId: string;
  readonly userHandle: string;
}

/** How a test lets an authenticator or a page misbehave. */
export interface Misbehaviour {
  readonly origin?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly type?: string;
  /** Signs with another key. */
  readonly forged?: boolean;
}

/**
 * An authenticator in software: makes keys on P-256 and real attestation objects ("none") and assertions, byte by byte
 * as a device would (Web Authentication Level 2, section 6).
 */
export const createAuthenticator = (pageOrigin: string) => {
  const credentials: Credential[] = [];
  let counter = 0;
  const clientData = (type: string, challenge: string, wrong: Misbehaviour): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? pageOrigin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (
    rpId: string,
    { userVerified = true }: Misbehaviour,
    credential?: Buffer,
  ) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const bits =
      flags.present |
      (userVerified ? flags.verified : 0) |
      flags.mayBeBackedUp |
      flags.backedUp |
      (credential === undefined ? 0 : flags.hasCredential);
    return Buffer.concat([sha256(rpId), Buffer.of(bits), count, credential ?? Buffer.alloc(0)]);
  };
  return {
    /** `navigator.credentials.create`, as JSON. */
    // biome-ignore lint/suspicious/noExplicitAny: options as they came over the network.
    create: (options: any, wrong: Misbehaviour = {}) => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(32);
      credentials.push({ id, key: privateKey, rpId: options.rp.id, userHandle: options.user.id });
      const { x, y } = publicKey.export({ format: 'jwk' });
      const cose = new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, 32), id, encode(cose)]);
      const attestation = new Map<Cbor, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(options.rp.id, wrong, attested)],
      ]);
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, wrong).toString(
            'base64url',
          ),
          attestationObject: encode(attestation).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    /** `navigator.credentials.get` with the latest credential, or the one of that number. */
    // biome-ignore lint/suspicious/noExplicitAny: options as they came over the network.
    get: (options: any, wrong: Misbehaviour = {}, which = credentials.length - 1) => {
      const { id, key, rpId, userHandle } = credentials[which]!;
      const data = authenticatorData(rpId, wrong);
      const client = clientData('webauthn.get', options.challenge, wrong);
      const signer =
        wrong.forged === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : key;
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), signer);
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle,
        },
      };
    },
  };
};
