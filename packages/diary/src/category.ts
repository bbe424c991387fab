/** Every kind of thing a diary row can be about; the order is the tidy CSV's canonical order. */
export const categories = [
  'skin',
  'gut',
  'symptom',
  'mood',
  'food',
  'sleep',
  'stress',
  'habit',
  'skincare',
  'supplement',
  'medication',
  'cycle',
  'weather',
  'note',
  'day',
] as const;

export type Category = (typeof categories)[number];

/** `category/name`, trimmed, case-folded and with inner white space collapsed: the identity of an item. */
export const identityOf = (category: Category, name: string): string =>
  `${category}/${name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()}`;
