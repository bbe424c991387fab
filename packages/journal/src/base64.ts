const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitCodes = new TextEncoder().encode(digits);
const padding = 61;
const noDigit = 255;
const digitValues = new Uint8Array(256).fill(noDigit);
digitCodes.forEach((code, value) => {
  digitValues[code] = value;
});

/** RFC 4648, section 4, with padding. */
export const toBase64 = (bytes: Uint8Array): string => {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let k = 0; k < bytes.length; k += 3) {
    const left = bytes.length - k;
    const group =
      (bytes[k]! << 16) | ((left > 1 ? bytes[k + 1]! : 0) << 8) | (left > 2 ? bytes[k + 2]! : 0);
    out[at++] = digitCodes[group >> 18]!;
    out[at++] = digitCodes[(group >> 12) & 63]!;
    out[at++] = left > 1 ? digitCodes[(group >> 6) & 63]! : padding;
    out[at++] = left > 2 ? digitCodes[group & 63]! : padding;
  }
  return new TextDecoder().decode(out);
};

/** Null for anything that `toBase64` does not write. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const codes = new TextEncoder().encode(text);
  if (codes.length % 4 !== 0) return null;
  const pads = codes.at(-1) !== padding ? 0 : codes.at(-2) !== padding ? 1 : 2;
  const length = (codes.length / 4) * 3 - pads;
  const bytes = new Uint8Array(length);
  const end = codes.length - pads;
  let at = 0;
  for (let k = 0; k < codes.length; k += 4) {
    const a = digitValues[codes[k]!]!;
    const b = digitValues[codes[k + 1]!]!;
    const c = k + 2 < end ? digitValues[codes[k + 2]!]! : 0;
    const d = k + 3 < end ? digitValues[codes[k + 3]!]! : 0;
    if ((a | b | c | d) > 63) return null;
    const group = (a << 18) | (b << 12) | (c << 6) | d;
    bytes[at++] = group >> 16;
    if (at < length) bytes[at++] = (group >> 8) & 255;
    else if ((group & 0xffff) !== 0) return null;
    if (at < length) bytes[at++] = group & 255;
    else if ((group & 0xff) !== 0) return null;
  }
  return bytes;
};
