/**
 * Finds survey foods ("Coffee, latte, with non-dairy milk") by the words of a phrase. An inverted index over
 * stems; candidates are ranked by how much of the phrase they cover and how little they add, both
 * weighted by the rarity of the words (inverse document frequency), by whether the phrase's head noun
 * opens the name, and by how recent the survey is.
 */
import { foldLetters } from '../text/normalise.ts';
import { stemOf, stemsOf, wordsOf } from '../text/words.ts';

export interface Hit {
  readonly index: number;
  /** 0 to 1; not a probability. */
  readonly score: number;
  /** Share of the phrase's weight that the name holds. */
  readonly coverage: number;
  /** Share of the name's weight that the phrase asks for. */
  readonly precision: number;
  readonly head: boolean;
}

/** Words by which the survey says "of any kind"; they add nothing to a name. */
const neutral = new Set(
  wordsOf(
    'nfs ns as to type form not specified or plain regular other all any kind made home recipe ready from ' +
      'purchased store bought formerly include included added fat eaten with no coating and in of the for on ' +
      'frozen fresh cooked cooking method variety varieties unspecified restaurant fast food',
  ).map(stemOf),
);
const lacking = /\b(?:no|without) (\p{L}+)/u;
const generic = /\bNFS\b|NS as to/u;

interface Entry {
  readonly stems: readonly string[];
  /** Stems before the first comma. */
  readonly opening: number;
}

export interface Search {
  readonly find: (stems: readonly string[], most: number) => readonly Hit[];
  readonly weightOf: (stem: string) => number;
  readonly knows: (stem: string) => boolean;
  /** In how many names each stem stands. */
  readonly vocabulary: () => ReadonlyMap<string, number>;
  /** A word with that stem. */
  readonly wordOf: (stem: string) => string | undefined;
  /** The food whose name has exactly these stems, whatever their order and the words that mean "of any kind". */
  readonly exactly: (stems: readonly string[]) => number | undefined;
}

interface Index {
  readonly entries: readonly Entry[];
  /** Names by their stems. */
  readonly lists: ReadonlyMap<string, readonly number[]>;
  readonly weights: ReadonlyMap<string, number>;
  /** Stems of the parts of names, as the parts are written. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

const indexNames = (names: readonly string[]): Index => {
  const lists = new Map<string, number[]>();
  const parts = new Map<string, string[]>();
  const entries = names.map((name, index) => {
    const stems: string[] = [];
    let opening = 0;
    foldLetters(name)
      .split(/[,(]/u)
      .forEach((text, at) => {
        let found = parts.get(text);
        if (found === undefined) parts.set(text, (found = stemsOf(wordsOf(text))));
        for (const stem of found) if (!stems.includes(stem)) stems.push(stem);
        if (at === 0) opening = stems.length;
      });
    for (const stem of stems) {
      const list = lists.get(stem);
      if (list === undefined) lists.set(stem, [index]);
      else list.push(index);
    }
    return { stems, opening };
  });
  const weights = new Map<string, number>();
  for (const [stem, list] of lists)
    weights.set(
      stem,
      neutral.has(stem)
        ? 0.15
        : Math.log(1 + names.length / list.length) / Math.log(1 + names.length),
    );
  return { entries, lists, weights, parts };
};

export const createSearch = (names: readonly string[], surveys: Uint16Array): Search => {
  // Only phrases that are no hand-kept name ask for it.
  let indexed: Index | undefined;
  const byWords = (): Index => (indexed ??= indexNames(names));
  let spelled: Map<string, string> | undefined;
  let latest = 0;
  for (const year of surveys) latest = Math.max(latest, year);
  function better(a: number, b: number): boolean {
    const general = Number(generic.test(names[a]!)) - Number(generic.test(names[b]!));
    return general > 0 || (general === 0 && surveys[a]! > surveys[b]!);
  }
  const weightOf = (stem: string): number => byWords().weights.get(stem) ?? 1;
  const sums = new Float64Array(names.length);

  const find = (asked: readonly string[], most: number): readonly Hit[] => {
    const { entries, lists } = byWords();
    const stems = [...new Set(asked)];
    const total = stems.reduce((sum, stem) => sum + weightOf(stem), 0);
    if (total === 0) return [];
    const touched: number[] = [];
    for (const stem of stems) {
      const weight = weightOf(stem);
      for (const index of lists.get(stem) ?? []) {
        if (sums[index] === 0) touched.push(index);
        sums[index]! += weight;
      }
    }
    const headStem = stems.at(-1)!;
    const hits: Hit[] = [];
    for (const index of touched) {
      const coverage = sums[index]! / total;
      if (coverage >= 0.45) {
        const entry = entries[index]!;
        let own = 0;
        let shared = 0;
        entry.stems.forEach((stem, at) => {
          const weight = weightOf(stem) * (at < entry.opening ? 1 : 0.6);
          own += weight;
          if (stems.includes(stem)) shared += weight;
        });
        const precision = own === 0 ? 0 : shared / own;
        const opening = entry.stems.slice(0, entry.opening);
        const head = opening.at(-1) === headStem || (opening[0] === headStem && stems.length > 1);
        const started = stems.includes(entry.stems[0]!);
        const recency = surveys[index] === 0 ? 1 : Math.max(0, 1 - (latest - surveys[index]!) / 20);
        const score =
          0.46 * coverage +
          0.3 * precision +
          (head ? 0.1 : 0) +
          (started ? 0.05 : 0) +
          0.06 * recency +
          (generic.test(names[index]!) ? 0.03 : 0);
        hits.push({ index, score, coverage, precision, head });
      }
      sums[index] = 0;
    }
    hits.sort((a, b) => b.score - a.score || a.index - b.index);
    return hits.slice(0, most);
  };
  const exactly = (asked: readonly string[]): number | undefined => {
    const { entries, lists } = byWords();
    const wanted = new Set(asked.filter((stem) => !neutral.has(stem)));
    let rarest: readonly number[] | undefined;
    for (const stem of wanted) {
      const list = lists.get(stem);
      if (list === undefined) return undefined;
      if (rarest === undefined || list.length < rarest.length) rarest = list;
    }
    let found: number | undefined;
    for (const index of rarest ?? []) {
      const own = entries[index]!.stems.filter((stem) => !neutral.has(stem));
      if (own.length !== wanted.size || !own.every((stem) => wanted.has(stem))) continue;
      // "Burrito, with beans, no cheese" is no bean and cheese burrito.
      const absent = lacking.exec(names[index]!);
      if (absent !== null && wanted.has(stemOf(absent[1]!.toLowerCase())) && !asked.includes('no'))
        continue;
      if (found === undefined || better(index, found)) found = index;
    }
    return found;
  };
  return {
    find,
    weightOf,
    knows: (stem) => byWords().lists.has(stem),
    vocabulary: () => new Map([...byWords().lists].map(([stem, list]) => [stem, list.length])),
    wordOf: (stem) => {
      // Only misspelt phrases ask for it.
      spelled ??= new Map(
        [...byWords().parts.keys()].flatMap((text) =>
          wordsOf(text).map((word) => [stemOf(word), word]),
        ),
      );
      return spelled.get(stem);
    },
    exactly,
  };
};
