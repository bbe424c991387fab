const smallest = 1024;

/** The next length that is told: 1,024, then eight steps for each doubling. */
export const paddedLength = (length: number): number => {
  if (length <= smallest) return smallest;
  const step = 2 ** (Math.floor(Math.log2(length - 1)) - 3);
  return Math.ceil(length / step) * step;
};

/** Four bytes of length (big-endian), the content, zeros. */
export const padded = (content: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(paddedLength(content.length + 4));
  new DataView(whole.buffer).setUint32(0, content.length);
  whole.set(content, 4);
  return whole;
};

/** What `padded` was given. Throws `RangeError` for what it cannot have made. */
export const unpadded = (whole: Uint8Array): Uint8Array => {
  if (whole.length < 4) throw new RangeError('too short');
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  if (length > whole.length - 4) throw new RangeError('too long');
  return whole.slice(4, 4 + length);
};
