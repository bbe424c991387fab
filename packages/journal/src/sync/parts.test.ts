import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeEffects } from '../../fixtures/sync-world.ts';
import { codeText, makeCode, readCode } from './code.ts';
import { identityOf, idOf, isSigned, openFrom, publicOf, sealTo, signed } from './keys.ts';
import { leastPadded, padded, paddedLength, unpadded } from './padding.ts';
import { makeWords, secretOfWords } from './words.ts';

const seeded = (seed: number) => (length: number) =>
  Uint8Array.from({ length }, (_, k) => (seed * 31 + k * 17) % 256);

test('words carry 128 bits, and a slip is told', () => {
  const zero = makeWords(() => new Uint8Array(16));
  // The test vector of BIP-39 for 128 bits of zero.
  expect(zero.join(' ')).toBe(`${'abandon '.repeat(11)}about`);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (secret) => {
      const words = makeWords(() => secret);
      expect(words).toHaveLength(12);
      expect(secretOfWords(words.map((word, k) => `${k + 1}. ${word}`).join('\n'))).toEqual(secret);
    }),
    { seed: 1, numRuns: 50 },
  );
  expect(secretOfWords(`${'abandon '.repeat(11)}abandon`)).toEqual({ wrong: 'check' });
  expect(secretOfWords('abandon')).toEqual({ wrong: 'count', found: 1 });
  expect(secretOfWords('abandon brot')).toEqual({ wrong: 'word', word: 'brot', place: 2 });
});

test('codes are read as people type them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const code = makeCode(() => bytes);
      expect(readCode(code)).toBe(code);
      expect(readCode(codeText(code))).toBe(code);
      const typed = code
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readCode(` ${typed} `)).toBe(code);
    }),
    { seed: 1, numRuns: 100 },
  );
  for (const wrong of ['', 'ABC', 'U'.repeat(20), 'A'.repeat(21)])
    expect(readCode(wrong)).toBeNull();
});

test('padding hides lengths at a cost of 12 % at most', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5_000_000 }), (length) => {
      const out = paddedLength(length);
      expect(out).toBeGreaterThanOrEqual(length);
      expect(paddedLength(out)).toBe(out);
      if (length > leastPadded) expect(out / length).toBeLessThan(1.12);
    }),
    { seed: 1, numRuns: 500 },
  );
  const lengths = new Set(Array.from({ length: 100_000 }, (_, k) => paddedLength(k)));
  expect(lengths.size).toBeLessThan(150);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const long = padded(bytes);
      expect(unpadded(long)).toEqual(bytes);
      expect(unpadded(long.subarray(1))).toBeNull();
      const changed = long.slice();
      const last = long.length - 1;
      if (bytes.length + 4 < last) {
        changed[last] = 1;
        expect(unpadded(changed)).toBeNull();
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('only the one it is sealed to opens it, and only for its purpose', async () => {
  const effects = nodeEffects();
  const [one, other] = [identityOf(seeded(1)(32)), identityOf(seeded(2)(32))];
  const plain = new Uint8Array([1, 2, 3]);
  const sealed = await sealTo(effects, publicOf(one).box, plain, 'a');
  expect(await openFrom(effects, one, sealed, 'a')).toEqual(plain);
  expect(await openFrom(effects, other, sealed, 'a')).toBeNull();
  expect(await openFrom(effects, one, sealed, 'b')).toBeNull();
  for (const at of sealed.keys()) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    expect(await openFrom(effects, one, changed, 'a')).toBeNull();
  }
  for (const short of [0, 31, 32, 44])
    expect(await openFrom(effects, one, sealed.slice(0, short), 'a')).toBeNull();
  expect(await openFrom(effects, one, new Uint8Array(80), 'a')).toBeNull();
});

test('a signature is of one key, one purpose and these bytes', () => {
  const one = identityOf(seeded(1)(32));
  const { sign } = publicOf(one);
  const bytes = new Uint8Array([1, 2, 3]);
  const signature = signed(one, 'a', bytes);
  expect(isSigned(signature, 'a', bytes, sign)).toBe(true);
  expect(isSigned(signature, 'b', bytes, sign)).toBe(false);
  expect(isSigned(signature, 'a', new Uint8Array([1, 2]), sign)).toBe(false);
  expect(isSigned(signature.slice(1), 'a', bytes, sign)).toBe(false);
  expect(isSigned(signature, 'a', bytes, publicOf(identityOf(seeded(2)(32))).sign)).toBe(false);
  expect(isSigned(signature, 'a', bytes, new Uint8Array(32).fill(255))).toBe(false);
  expect(idOf(sign)).toMatch(/^[0-9a-f]{32}$/u);
});
