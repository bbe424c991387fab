/** Words that no spelling mends by letters: written as they are heard, or broken off. */
import { foldLetters } from '../text/normalise.ts';
import { soundOf } from '../text/sounds.ts';
import { editDistance } from '../text/spelling.ts';
import { brands, empty, praise } from '../text/vocabulary.ts';
import { isFiller, isJoin, wordsOf } from '../text/words.ts';
import type { CommonNames } from './common-names.ts';

/** A word of fewer letters may be anything. */
const shortest = { heard: 4, broken: 3 };
const mostBroken = 5;
/** A broken-off word stands for one that is in so many more names than any other that begins alike. */
const muchCommoner = 3;
const leastNames = 12;
const mostRemembered = 5000;
/** Letters of the word for each of its short form, at most. */
const mostOfShort = 2.5;

export interface Mender {
  /** Words that a word may stand for, the commonest first. */
  readonly alike: (word: string) => readonly string[];
  /** Whether it is a word of names. */
  readonly isEveryday: (word: string) => boolean;
}

export const createMender = (names: CommonNames): Mender => {
  let uses: Map<string, number> | undefined;
  const bySound = new Map<string, string[]>();
  const build = (): Map<string, number> => {
    const counted = new Map<string, number>();
    for (const { name, english } of names.byKey.values())
      if (english)
        for (const word of new Set(wordsOf(foldLetters(name))))
          if (/^\p{L}{3,}$/u.test(word)) counted.set(word, (counted.get(word) ?? 0) + 1);
    for (const word of counted.keys()) {
      const key = soundOf(word);
      const alike = bySound.get(key);
      if (alike === undefined) bySound.set(key, [word]);
      else alike.push(word);
    }
    return counted;
  };
  const broken = (word: string, counted: ReadonlyMap<string, number>): string | null => {
    const sums = new Map<string, { word: string; names: number; most: number }>();
    for (const [one, count] of counted) {
      if (!one.startsWith(word) || one.length < word.length + 2) continue;
      const start = one.slice(0, word.length + 2);
      const sum = sums.get(start) ?? { word: one, names: 0, most: 0 };
      sum.names += count;
      if (count > sum.most) {
        sum.word = one;
        sum.most = count;
      }
      sums.set(start, sum);
    }
    const [first, second] = [...sums.values()].sort((a, b) => b.names - a.names);
    return first !== undefined &&
      first.names >= leastNames &&
      first.names >= muchCommoner * (second?.names ?? 0)
      ? first.word
      : null;
  };
  /** "ckn", "sndwch": its consonants. */
  const shortened = (word: string, counted: ReadonlyMap<string, number>): readonly string[] => {
    const letters = new RegExp(
      `^${word[0]!}\\p{L}*${[...word.slice(1)].join('\\p{L}*')}\\p{L}*$`,
      'u',
    );
    return [...counted]
      .filter(([one]) => one.length <= mostOfShort * word.length && letters.test(one))
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([one]) => one);
  };
  const alike = (word: string): readonly string[] => {
    const idle = praise.has(word) || empty.has(word) || brands.has(word);
    if (isFiller(word) || isJoin(word) || !/^\p{L}+$/u.test(word)) return [];
    uses ??= build();
    const counted = uses;
    const heard =
      word.length < shortest.heard
        ? []
        : (bySound.get(soundOf(word)) ?? [])
            .filter((one) => one !== word && one.length > 2 && editDistance(one, word, 2) <= 2)
            .sort((a, b) => counted.get(b)! - counted.get(a)!);
    if (heard.length > 0) return heard.slice(0, 3);
    const isShort = word.length >= shortest.broken && word.length <= mostBroken;
    if (isShort && !idle && !counted.has(word) && !/[aeiou]/u.test(word))
      return shortened(word, counted);
    const whole = isShort && !idle && !counted.has(word) ? broken(word, counted) : null;
    return whole === null ? [] : [whole];
  };
  /** The same word is asked for with each of its neighbours. */
  const remembered = new Map<string, readonly string[]>();
  const alikeOnce = (word: string): readonly string[] => {
    let found = remembered.get(word);
    if (found === undefined) {
      if (remembered.size > mostRemembered) remembered.clear();
      remembered.set(word, (found = alike(word)));
    }
    return found;
  };
  return { alike: alikeOnce, isEveryday: (word) => (uses ??= build()).has(word) };
};
