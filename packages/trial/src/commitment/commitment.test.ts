import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';
import { changedFields, commit, digestOf, seedFrom } from './commitment.ts';

it('is the SHA-256 of the canonical text, as any other program computes it', () => {
  expect(canonicalJson({ b: [1, 'ü', null], a: 0.1, c: undefined })).toBe(
    '{"a":0.1,"b":[1,"ü",null]}',
  );
  expect(digestOf({ b: 1, a: 'x' })).toBe(
    createHash('sha256').update('{"a":"x","b":1}').digest('hex'),
  );
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
});

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;

it('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (fields) => {
      const turned = Object.fromEntries(Object.entries(fields).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(fields));
    }),
    { seed: 1, numRuns: 200 },
  );
});

it('names each field that changed, and only those', () => {
  const fields = { design: { pairs: 6 }, seed: 1, start: '2026-01-01' };
  const commitment = commit(fields);
  expect(changedFields(fields, commitment)).toEqual([]);
  expect(changedFields({ ...fields, seed: 2 }, commitment)).toEqual(['seed']);
  expect(changedFields({ design: fields.design, seed: 1, more: 1 }, commitment)).toEqual([
    'start',
    'more',
  ]);
  const forged = commit({ ...fields, seed: 2 });
  expect(changedFields({ ...fields, seed: 2 }, { ...forged, hash: commitment.hash })).toEqual([
    'hash',
  ]);
});

it('makes a safe seed', () => {
  const seeds = Array.from({ length: 100 }, (_, k) => seedFrom({ k }));
  expect(seeds.every(Number.isSafeInteger)).toBe(true);
  expect(new Set(seeds).size).toBe(100);
});
