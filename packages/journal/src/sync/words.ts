import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** 128 random bits and a check of four: twelve words of BIP-39's English list. */
const entropyLength = 16;
export const wordCount = 12;

const known = new Set(wordlist);

/** Twelve new words that open everything; `secretOfWords` gives their secret. */
export const makeWords = (randomBytes: (length: number) => Uint8Array): readonly string[] =>
  entropyToMnemonic(randomBytes(entropyLength), wordlist).split(' ');

/** What is wrong with words that somebody typed. */
export type WordsComplaint =
  | { readonly wrong: 'count'; readonly found: number }
  | { readonly wrong: 'word'; readonly word: string; readonly place: number }
  | { readonly wrong: 'check' };

/** The secret of 16 bytes, or why there is none. Case, numbers before words and the space between them do not matter. */
export const secretOfWords = (text: string): Uint8Array | WordsComplaint => {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  const place = words.findIndex((word) => !known.has(word));
  if (place >= 0) return { wrong: 'word', word: words[place]!, place: place + 1 };
  if (words.length !== wordCount) return { wrong: 'count', found: words.length };
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    return { wrong: 'check' };
  }
};
