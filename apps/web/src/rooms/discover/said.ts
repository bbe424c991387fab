import type { Words } from '../../workers/discover/questions.ts';
import type { Rule } from './german-rule.ts';
import { german } from './said.de.ts';

const opened = '⟨';
const closed = '⟩';

/** A sentence as one text in which the names from the diary are numbered places. */
const asText = (words: Words): { readonly text: string; readonly names: readonly string[] } => {
  const names: string[] = [];
  const text = words
    .map((part) => {
      if (typeof part === 'string') return part;
      names.push(part.name);
      return `${opened}${names.length - 1}${closed}`;
    })
    .join('');
  return { text, names };
};

const asWords = (text: string, names: readonly string[]): Words =>
  text
    .split(/(⟨\d+⟩)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const place = /^⟨(\d+)⟩$/u.exec(part);
      return place === null ? part : { name: names[Number(place[1])] ?? '' };
    });

const sayIn = (rules: readonly Rule[], text: string): string | null => {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(text);
    if (found !== null) return typeof say === 'string' ? say : say(found.slice(1));
  }
  return null;
};

export interface Said {
  readonly words: Words;
  /** The engines speak English; so do sentences that have no other words yet. */
  readonly language: 'en' | null;
}

/** A sentence of the engines in the person's language, by the English one; names from the diary stay as they are. */
export const saidIn = (language: string, words: Words): Said => {
  if (language !== 'de') return { words, language: null };
  const { text, names } = asText(words);
  const said = sayIn(german, text);
  return said === null
    ? { words, language: 'en' }
    : { words: asWords(said, names), language: null };
};
