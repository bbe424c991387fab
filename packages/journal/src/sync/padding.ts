/** What is sealed is at least as long as this, so that a row of one entry looks like a row of a few. */
export const leastPadded = 512;

/**
 * Length that hides the length: PADME (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", 2019): at most 12 % longer, and of a length up to L only about log log L bits can be told.
 */
export const paddedLength = (length: number): number => {
  if (length <= leastPadded) return leastPadded;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
};

/** The length in four bytes, the bytes, and zeros. */
export const padded = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(paddedLength(bytes.length + 4));
  new DataView(out.buffer).setUint32(0, bytes.length);
  out.set(bytes, 4);
  return out;
};

/** Null when it is not what `padded` made. */
export const unpadded = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (bytes.length !== paddedLength(length + 4)) return null;
  return bytes.subarray(4 + length).some((byte) => byte !== 0)
    ? null
    : bytes.subarray(4, 4 + length);
};
