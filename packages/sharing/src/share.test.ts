import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { openFrom, sealTo } from './hpke.ts';
import { padded, paddedLength, unpadded } from './padding.ts';
import { openShare, ShareUnreadable, sealShare } from './share.ts';
import { createSharingKeys, type SharingKeys } from './subtle.ts';

const { subtle } = webcrypto;
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const vector: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'rfc9180-a3-auth.json'), 'utf8'),
);

const keysOf = async (secret: string, point: string): Promise<SharingKeys> => {
  const publicKey = hex(point);
  const part = (from: number) =>
    Buffer.from(publicKey.subarray(from, from + 32)).toString('base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: Buffer.from(hex(secret)).toString('base64url'),
    x: part(1),
    y: part(33),
  };
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  return {
    publicKey,
    privateKey: await subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits']),
  };
};

describe('RFC 9180, appendix A.3, mode_auth', () => {
  test('sealing gives the published bytes, opening gives them back', async () => {
    const ephemeral = await keysOf(vector.skEm!, vector.pkEm!);
    const sender = await keysOf(vector.skSm!, vector.pkSm!);
    const recipient = await keysOf(vector.skRm!, vector.pkRm!);
    const message = { info: hex(vector.info!), aad: hex(vector.aad!) };
    const sealed = await sealTo(
      subtle,
      { ...message, content: hex(vector.pt!) },
      { ephemeral, sender, recipient: recipient.publicKey },
    );
    expect(Buffer.from(sealed).toString('hex')).toBe(vector.enc! + vector.ct!);
    const keys = { sender: sender.publicKey, recipient };
    const opened = await openFrom(subtle, { ...message, sealed }, keys);
    expect(Buffer.from(opened).toString('hex')).toBe(vector.pt);
  });
});

describe('a share', async () => {
  const [person, clinician, stranger] = await Promise.all(
    [0, 1, 2].map(() => createSharingKeys(subtle)),
  );
  const label = {
    share: '6f9c3d5e-0000-4000-8000-000000000001',
    version: 1,
    expiresAt: 1_800_000_000_000,
  };
  const content = new TextEncoder().encode('Itch 7 of 10 on three days.');
  const sealed = await sealShare(subtle, label, content, {
    sender: person!,
    recipient: clinician!.publicKey,
  });
  const keys = { sender: person!.publicKey, recipient: clinician! };

  test('is read by whom it was sealed for', async () => {
    expect(await openShare(subtle, label, sealed, keys)).toEqual(content);
    expect(Buffer.from(sealed).includes('Itch')).toBe(false);
  });

  test.each([
    ['another share', { ...label, share: '6f9c3d5e-0000-4000-8000-000000000002' }, keys],
    ['another version', { ...label, version: 2 }, keys],
    ['a longer time', { ...label, expiresAt: label.expiresAt + 1 }, keys],
    ['another sender', label, { ...keys, sender: stranger!.publicKey }],
    ['another reader', label, { ...keys, recipient: stranger! }],
    ['a sender that is no key', label, { ...keys, sender: new Uint8Array(65) }],
  ])('cannot be passed off as that of %s', async (_, other, others) => {
    await expect(openShare(subtle, other, sealed, others)).rejects.toThrow(ShareUnreadable);
  });

  test('a single byte changed, or one fewer, and it does not open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const broken = sealed.map((byte, index) => (index === at ? byte ^ change : byte));
          await expect(openShare(subtle, label, broken, keys)).rejects.toThrow(ShareUnreadable);
          await expect(openShare(subtle, label, sealed.slice(0, at), keys)).rejects.toThrow(
            ShareUnreadable,
          );
        },
      ),
      { seed: 1, numRuns: 40 },
    );
  });

  test('two seals of the same are different', async () => {
    const pair = { sender: person!, recipient: clinician!.publicKey };
    expect(await sealShare(subtle, label, content, pair)).not.toEqual(sealed);
  });

  test('its private key stays where it is', async () => {
    const key = clinician!.privateKey as webcrypto.CryptoKey;
    await expect(subtle.exportKey('jwk', key)).rejects.toThrow(/extractable/iu);
    await expect(subtle.exportKey('pkcs8', key)).rejects.toThrow(/extractable/iu);
  });

  test('a fingerprint is one hundred bits of its key', async () => {
    // Worked out by Python's hashlib.
    expect(await fingerprintOf(subtle, hex(vector.pkRm!))).toBe('X5GF-ZY8R-85DG-Q0XT-5WJJ');
  });
});

describe('padding', () => {
  test('comes off again and tells the size to within an eighth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), (length) => {
        const content = new Uint8Array(length).fill(1);
        const whole = padded(content);
        expect(Buffer.compare(unpadded(whole), content)).toBe(0);
        expect(paddedLength(whole.length)).toBe(whole.length);
        expect(whole.length).toBeLessThanOrEqual(Math.max(1024, (length + 4) * 1.125));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test.each([new Uint8Array(3), Uint8Array.of(0, 0, 0, 2, 1)])('%j is none', (bytes) => {
    expect(() => unpadded(bytes)).toThrow(RangeError);
  });
});
