import { digestOf } from '../commitment/commitment.ts';

/** A UUID made from words: the same words, the same UUID (version 8, RFC 9562, from SHA-256). */
export const uuidOf = (...words: readonly string[]): string => {
  const hex = digestOf([...words]);
  const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
