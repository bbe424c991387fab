import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, deviceOf, readStamp, writeStamp } from './clock.ts';

const device = '00000000000000a1';
const other = 'ffffffffffffffff';

test('stamps go on, whatever the wall clock does, and after what another device wrote', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 1, maxLength: 60 }),
      fc.option(fc.integer({ min: 0, max: 2 ** 42 }), { nil: null }),
      (walls, seen) => {
        const last =
          seen === null ? null : writeStamp({ millis: seen, counter: 65_530, device: other });
        let k = 0;
        const tick = createClock(last, { device, now: () => walls[k++ % walls.length]! });
        const stamps = walls.map(() => tick());
        const inOrder = [...(last === null ? [] : [last]), ...stamps];
        expect([...new Set(inOrder)].sort()).toEqual(inOrder);
        expect(stamps.every((stamp) => deviceOf(stamp) === device)).toBe(true);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test('a full counter borrows a millisecond', () => {
  const last = writeStamp({ millis: 5, counter: 65_535, device: other });
  const tick = createClock(last, { device, now: () => 3 });
  expect(readStamp(tick())).toEqual({ millis: 6, counter: 0, device });
});

test('what is no stamp and no device is refused', () => {
  expect(() => readStamp('000000000005-0000-xyz')).toThrow(RangeError);
  expect(() => readStamp('800000000000-0000-00000000000000a1')).toThrow(RangeError);
  expect(() => createClock(null, { device: 'phone', now: () => 1 })).toThrow(RangeError);
  expect(() => createClock(null, { device, now: () => 2 ** 47 })()).toThrow(RangeError);
});
