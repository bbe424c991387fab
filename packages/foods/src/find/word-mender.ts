/** German plurals and misspelt words to words of names. */
import { foldLetters } from '../text/normalise.ts';
import { createSpeller, slipCost } from '../text/spelling.ts';
import { brands, praise, preparationWords, saysWith } from '../text/vocabulary.ts';
import { isFiller, isJoin, stemOf, wordsOf } from '../text/words.ts';
import type { CommonNames } from './common-names.ts';
import type { Search } from './search.ts';

/** A word is mended only where so much of it at most has to change; the more, the less sure. */
const mostUnlike = 0.27;
const slipsPerUnlike = 8;
/** A word of fewer letters, or with two slips, is mended only towards a word of at least so many names: "tinga" is no slip of "tinda". */
const rareLength = 7;
const leastUses = 2;
/** Fewer letters are left of no German plural. */
const shortestSingular = 4;
/** Weight of the words of hand-kept names in the speller, above any count of the survey; English first. */
const everydayWeight = 1_000_000;
const englishWeight = 2_000_000;

const isSetAside = (word: string): boolean =>
  praise.has(word) || preparationWords.has(word) || brands.has(word) || saysWith.has(word);

interface Counted {
  readonly weights: ReadonlyMap<string, number>;
  /** In how many names a stem stands, of ours and of the survey. */
  readonly uses: ReadonlyMap<string, number>;
  readonly suggest: ReturnType<typeof createSpeller>;
}

const countWords = (names: CommonNames, search: Search): Counted => {
  const weights = new Map<string, number>(search.vocabulary());
  const uses = new Map<string, number>(weights);
  for (const [key, { stems, english }] of names.byKey) {
    const weight = english ? englishWeight : everydayWeight;
    for (const stem of [key, ...stems]) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
    for (const stem of new Set(stems)) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  }
  return { weights, uses, suggest: createSpeller(weights, everydayWeight) };
};

export const createWordMender = (names: CommonNames, search: Search, isAbroad: () => boolean) => {
  // Only phrases that are no name as they stand ask for what follows.
  let counted: Counted | undefined;
  const count = (): Counted => (counted ??= countWords(names, search));
  let everydayWords: Map<string, string> | undefined;
  const spelled = (stem: string): string | undefined => {
    everydayWords ??= new Map(
      [...names.byKey.values()].flatMap(({ name }) =>
        wordsOf(foldLetters(name)).map((word) => [stemOf(word), word]),
      ),
    );
    return everydayWords.get(stem);
  };
  const germanOf = (word: string): string | undefined =>
    [word.slice(0, -1), word.slice(0, -2)].find(
      (one) => names.byKey.get(stemOf(one))?.english === false && one.length >= shortestSingular,
    );
  const known = (stem: string): boolean => count().weights.has(stem);
  /** German plurals become singular, and misspelt words what they are nearest to. */
  const mend = (
    words: readonly string[],
    everydayOnly = false,
  ): { words: string[]; slips: number } => {
    const { weights, uses, suggest } = count();
    let slips = 0;
    const mended = words.flatMap((word) => {
      const stem = stemOf(word);
      const settled = everydayOnly ? (weights.get(stem) ?? 0) >= everydayWeight : known(stem);
      // "Gurken", known from a longer name, are Gurke.
      const one = /.{4}n$/u.test(word) && !names.byKey.has(stem) ? germanOf(word) : undefined;
      if (one !== undefined) return [one];
      if (settled || isJoin(word) || isFiller(word) || isSetAside(word)) return [word];
      const singular = ['er', 'en', 'n', 'e']
        .filter((ending) => word.endsWith(ending))
        .map((ending) => word.slice(0, -ending.length))
        .find((one) => one.length > 1 && names.byKey.has(stemOf(one)));
      if (singular !== undefined) return [singular];
      const found = suggest(stem, word.length, everydayOnly ? everydayWeight : 0);
      // Two slips are forgiven only towards a name people use, one in a short word likewise.
      const everyday =
        found !== null &&
        weights.get(found.word)! >= everydayWeight &&
        (found.distance < 2 || word.length > 7 || found.word[0] === word[0]);
      // A short word is mended in its own language only.
      const foreign =
        found !== null &&
        !isAbroad() &&
        word.length < 6 &&
        weights.get(found.word)! < englishWeight;
      const rare =
        found !== null &&
        (word.length < rareLength || found.distance > 1) &&
        !isAbroad() &&
        (uses.get(found.word) ?? 0) < leastUses;
      if (
        found === null ||
        foreign ||
        rare ||
        (!everyday && (found.distance > 1 || word.length < 6))
      )
        return [word];
      // In a short word every slip may be another word.
      const unlike = slipCost(stem, found.word) / Math.max(stem.length, found.word.length);
      if (unlike > mostUnlike) return [word];
      slips += slipsPerUnlike * unlike;
      const name = names.byKey.get(found.word);
      if (name !== undefined) return wordsOf(foldLetters(name.name));
      return [spelled(found.word) ?? search.wordOf(found.word) ?? found.word];
    });
    return { words: mended, slips };
  };
  return { known, mend };
};
