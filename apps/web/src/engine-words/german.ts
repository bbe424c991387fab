import { fill, type Wording } from '@zonula/care';
import { createEvidence } from '@zonula/evidence';
import { claimPairs } from './claims.ts';
import { planWords } from './plan.de.ts';
import { safetyWords } from './safety.de.ts';
import { sheetWords } from './sheet.de.ts';

const words: ReadonlyMap<string, string> = new Map([
  ...claimPairs(createEvidence()),
  ...safetyWords,
  ...planWords,
  ...sheetWords,
]);

const months = 'Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' ');

/** German of a fixed sentence; null where there is none. */
export const germanOf = (english: string): string | null => words.get(english) ?? null;

/** The engines' fixed sentences in German, looked up by the English ones; what a person wrote stays as it is. */
export const german: Wording = {
  language: 'de',
  say: (english, values) => fill(words.get(english) ?? english, values),
  day: (iso) =>
    `${Number(iso.slice(8, 10))}. ${months[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`,
  figure: (text) => text.replace('.', ','),
};
