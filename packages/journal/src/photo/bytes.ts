export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Big-endian. */
export const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

/** What is kept of a file, and the names of what is left out. Null when the file is damaged. */
export interface Stripped {
  readonly bytes: Uint8Array;
  readonly removed: readonly string[];
}
