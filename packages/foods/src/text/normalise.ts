/** Nobody writes a longer meal; what follows is left out and said so. */
export const maxCharacters = 20_000;

const vulgar = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
  ['⅛', '1/8'],
]);

export interface Normalised {
  /** Lower case, without accents, control characters or pictures; lines kept. */
  readonly text: string;
  /** Only the first `maxCharacters` were read. */
  readonly cut: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a whole is meant
export const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/u.test(text);

/** Lower case without accents, for comparing: "Käse" and "kase" are one word. */
export const foldLetters = (text: string): string => {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i');
};

/** Text as a person typed it to the plain form that all matching works on. Never throws. */
export const normalise = (typed: string): Normalised => {
  const cut = typed.length > maxCharacters;
  const text = (cut ? typed.slice(0, maxCharacters) : typed)
    .replace(/[½¼¾⅓⅔⅛]/gu, (sign) => ` ${vulgar.get(sign)}`)
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(
      /(\d) ?(?:["\u201d\u2033]|'')(?=[^,;\n]{0,40}\b(?:pizza|sub|subway|roll|baguette))/giu,
      '$1 inch',
    )
    .replace(/(\bpizza[^,;\n\d]{0,20}\d{1,2}) ?(?:["\u201d\u2033]|'')/giu, '$1 inch')
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb"]/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2022\u00b7\u2023\u25aa\u25cf\u27a4]/gu, '\n')
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u20e3/gu,
      ' ',
    )
    .replace(/\u2044/gu, '/')
    // Without its accent it would be an article.
    .replace(
      /(?<!\p{L})th(?:é|e\u0301)(?=\s*(?:$|[,;.)+\n]|(?:et|avec|sans|puis|aux?(?! lait)|glac[ée]|nature|sucr[ée])(?!\p{L})))/giu,
      'black tea',
    )
    // With it, no pâté.
    .replace(
      /(?<!\p{L})p(?:â|a\u0302)tes(?=\s*(?:$|[,;.)+\n])| (?:jambon|poulet|thon|saumon|fromage|lardons|crevettes|l[ée]gumes|tomates?|courgettes?|champignons|blanches|compl[èe]tes|et|avec|sans)(?!\p{L}))/giu,
      'pasta',
    )
    // With it, no monkfish.
    .replace(/(?<!\p{L})r(?:â|a\u0302)p(?:é|e\u0301)s?(?!\p{L})/giu, 'grated')
    // A word that nobody types.
    .replace(/[\p{L}\p{N}]{100,}/gu, (run) => run.slice(0, 100));
  return {
    text: foldLetters(text)
      .replace(/[^\S\n]+/gu, ' ')
      .trim(),
    cut,
  };
};
