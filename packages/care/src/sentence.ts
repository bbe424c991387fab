/** A name from the diary: shown set apart from the words around it, never trusted as markup. */
export interface Name {
  readonly name: string;
}

/** Words and names in reading order. The full stop is part of the words. */
export type Sentence = readonly (string | Name)[];

const longest = 80;
/** Control characters, halves of broken pairs, and the marks that turn the reading direction of whatever follows. */
const unprintable = /[\p{Cc}\p{Cs}\p{Bidi_Control}\ufeff]/gu;

/** A diary's text made safe to show on one line: no control marks, at most `most` characters. */
export const tidy = (text: string, most = longest): string => {
  const characters = [...text.replace(/\s+/gu, ' ').replace(unprintable, '').trim()];
  return characters.length > most
    ? `${characters.slice(0, most - 1).join('')}…`
    : characters.join('');
};

/** Text that came with the document, on one line and without control marks, but not shortened. */
export const note = (text: string): string =>
  text
    .split(' ')
    .map((word) => tidy(word))
    .filter((word) => word !== '')
    .join(' ');

export const nameOf = (text: string): Name => ({ name: tidy(text) || 'unnamed' });

/** Names in quotation marks, everything on one line. */
export const plain = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : `“${part.name}”`)).join('');

export const paragraph = (sentences: readonly Sentence[]): string => sentences.map(plain).join(' ');

/** "a", "a and b", "a, b and c"; more than `most` become "a, b and 3 more". */
export const list = (
  names: readonly Name[],
  joint: 'and' | 'or' = 'and',
  most = Number.POSITIVE_INFINITY,
): Sentence => {
  const shown: Sentence = names.slice(0, Math.min(most, names.length));
  const parts: Sentence =
    names.length > shown.length ? [...shown, `${names.length - shown.length} more`] : shown;
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? ` ${joint} ` : ', ', part];
  });
};
