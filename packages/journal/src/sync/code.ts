/** Crockford's base 32: no letters that look like digits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;
const prefix = 'zonula-sync:';

/** Twenty letters, 100 random bits, that let one device in: `7Q4TZ-...`. */
export const makeCode = (randomBytes: (length: number) => Uint8Array): string =>
  [...randomBytes(length)]
    .map((byte, k) => `${k > 0 && k % 5 === 0 ? '-' : ''}${letters[byte & 31]}`)
    .join('');

/** What a QR code of it holds. */
export const codeText = (code: string): string => `${prefix}${code}`;

/** The code as `makeCode` writes it, from what somebody typed or scanned; null when it is none. */
export const readCode = (text: string): string | null => {
  const typed = text.trim();
  const plain = (typed.toLowerCase().startsWith(prefix) ? typed.slice(prefix.length) : typed)
    .toUpperCase()
    .replace(/[\s-]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter)))
    return null;
  return plain.replace(/(.{5})(?=.)/gu, '$1-');
};
