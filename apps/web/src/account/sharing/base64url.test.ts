import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlOf, bytesOf } from './base64url.ts';

test('is what Node writes, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base64urlOf(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...bytesOf(text)]).toEqual([...bytes]);
    }),
    { seed: 1, numRuns: 100 },
  );
});
