/**
 * Hybrid logical clock (Kulkarni, Demirbas et al. 2014): a stamp is the greatest wall time seen so far, a counter for what
 * falls into the same millisecond, and the device. Stamps of all devices are different and, read as text, in an order that
 * agrees with what caused what, also when a device's clock is wrong or set back.
 *
 *     0193e9c7a2f1-0003-5f3a90c2d1e4b768
 *     milliseconds  counter  device        all hexadecimal, 12, 4 and 16 digits
 */
export interface Stamp {
  readonly millis: number;
  readonly counter: number;
  /** 16 hexadecimal digits. */
  readonly device: string;
}

/** Up to the year 6429, so that a stamp from elsewhere can never exhaust the clock. */
export const stampPattern = /^[0-7][0-9a-f]{11}-[0-9a-f]{4}-[0-9a-f]{16}$/u;
export const devicePattern = /^[0-9a-f]{16}$/u;

const mostMillis = 2 ** 47 - 1;
const mostCounter = 2 ** 16 - 1;

export const writeStamp = ({ millis, counter, device }: Stamp): string =>
  `${millis.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;

/** Throws `RangeError` when the text is no stamp. */
export const readStamp = (text: string): Stamp => {
  if (!stampPattern.test(text)) throw new RangeError(`no stamp: ${text}`);
  return {
    millis: Number.parseInt(text.slice(0, 12), 16),
    counter: Number.parseInt(text.slice(13, 17), 16),
    device: text.slice(18),
  };
};

export const deviceOf = (stamp: string): string => readStamp(stamp).device;

/**
 * Gives one stamp after the other, each later than `last` (the latest of any device that was seen; null for none).
 * Throws `RangeError` past the year 6429.
 */
export const createClock = (
  last: string | null,
  { device, now }: { readonly device: string; readonly now: () => number },
): (() => string) => {
  if (!devicePattern.test(device)) throw new RangeError(`no device: ${device}`);
  const seen = last === null ? null : readStamp(last);
  let millis = seen?.millis ?? -1;
  let counter = seen?.counter ?? 0;
  return () => {
    const wall = Math.max(0, Math.floor(now()));
    if (wall > millis) {
      millis = wall;
      counter = 0;
    } else if (counter < mostCounter) counter++;
    else {
      millis++;
      counter = 0;
    }
    if (!(millis <= mostMillis)) throw new RangeError('the clock is past the year 6429');
    return writeStamp({ millis, counter, device });
  };
};
