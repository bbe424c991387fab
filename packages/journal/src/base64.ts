const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitValues = new Map([...digits].map((digit, value) => [digit, value]));

/** RFC 4648, section 4, with padding. */
export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let k = 0; k < bytes.length; k += 3) {
    const [a, b, c] = [bytes[k]!, bytes[k + 1], bytes[k + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      digits[group >> 18]! +
        digits[(group >> 12) & 63]! +
        (b === undefined ? '=' : digits[(group >> 6) & 63]!) +
        (c === undefined ? '=' : digits[group & 63]!),
    );
  }
  return parts.join('');
};

/** Null for anything that `toBase64` does not write. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const body = text.replace(/={1,2}$/u, '');
  if (text.length % 4 !== 0 || body.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of body) {
    const value = digitValues.get(digit);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return toBase64(bytes) === text ? bytes : null;
};
