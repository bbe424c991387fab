/**
 * Edit distance with neighbours swapped (optimal string alignment), stopping above `most`.
 */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
};

const vowels: ReadonlySet<string> = new Set('aeiouy');
const soundsAlike: ReadonlySet<string> = new Set([
  'ck',
  'cs',
  'sz',
  'kc',
  'sc',
  'zs',
  'fv',
  'vf',
  'td',
  'dt',
  'gj',
  'jg',
  'bp',
  'pb',
]);

/**
 * How unlike a slip of the pen a change is: doubled letters, vowels and neighbours swapped are light, another
 * consonant or another first letter is heavy.
 */
export const slipCost = (typed: string, meant: string): number => {
  // More than an ending is another word: "spaghettieis".
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (long.length > short.length + 1 && long.startsWith(short)) return long.length;
  const rows = typed.length + 1;
  const columns = meant.length + 1;
  const table = Array.from({ length: rows }, () => new Float64Array(columns));
  const loss = (word: string, at: number): number => {
    const letter = word[at - 1]!;
    if (letter === word[at - 2] || letter === word[at]) return 0.5;
    return vowels.has(letter) || letter === 'h' ? 0.8 : 1;
  };
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      if (i === 0 && j === 0) continue;
      let cost = Number.POSITIVE_INFINITY;
      const first = i <= 1 && j <= 1 ? 0.8 : 0;
      if (i > 0) cost = Math.min(cost, table[i - 1]![j]! + loss(typed, i) + first);
      if (j > 0) cost = Math.min(cost, table[i]![j - 1]! + loss(meant, j) + first);
      if (i > 0 && j > 0) {
        const [a, b] = [typed[i - 1]!, meant[j - 1]!];
        const light = (vowels.has(a) && vowels.has(b)) || soundsAlike.has(a + b);
        const change = a === b ? 0 : (light ? 0.7 : 1.3) + first;
        cost = Math.min(cost, table[i - 1]![j - 1]! + change);
        if (i > 1 && j > 1 && a === meant[j - 2] && typed[i - 2] === b)
          cost = Math.min(cost, table[i - 2]![j - 2]! + 0.7);
      }
      table[i]![j] = cost;
    }
  return table[rows - 1]![columns - 1]!;
};

/** Slips allowed in a word: none in the shortest, where every slip is another word. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

const withoutOne = (word: string): string[] => {
  const forms = [word];
  for (let i = 0; i < word.length; i += 1) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
};

/** A letter that was doubled is the likeliest slip. */
const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');

export interface Suggestion {
  readonly word: string;
  readonly distance: number;
}

/**
 * Finds known words near a mistyped one: both sides lose one letter at a time and meet (symmetric
 * delete), then the true distance decides; ties go to the heavier word, then by alphabet. Words of weight
 * `everyday` are also tried one by one.
 */
export const createSpeller = (weights: ReadonlyMap<string, number>, everyday: number) => {
  // Most forms are of one word, and a list for each would take 10 MB.
  let forms: Map<string, string | string[]> | null = null;
  let byStart: Map<string, string[]> | null = null;
  const build = (): Map<string, string | string[]> => {
    const built = new Map<string, string | string[]>();
    for (const word of weights.keys()) {
      if (word.length < 4 || /\d/u.test(word)) continue;
      for (const form of withoutOne(word)) {
        const words = built.get(form);
        if (words === undefined) built.set(form, word);
        else if (typeof words === 'string') built.set(form, [words, word]);
        else words.push(word);
      }
    }
    return built;
  };
  /** Everyday words by first letter: what two lost letters on either side do not meet is looked for there. */
  const startsWith = (letter: string): readonly string[] => {
    if (byStart === null) {
      byStart = new Map();
      for (const [word, weight] of weights) {
        if (weight < everyday || word.length < 5) continue;
        const words = byStart.get(word[0]!);
        if (words === undefined) byStart.set(word[0]!, [word]);
        else words.push(word);
      }
    }
    return byStart.get(letter) ?? [];
  };
  /** `length` of the word as typed: its stem is shorter; words below the weight `least` are passed over. */
  return (typed: string, length = typed.length, least = 0): Suggestion | null => {
    const most = slipsAllowed(length);
    if (most === 0 || typed.length > 40 || /\d/u.test(typed)) return null;
    forms ??= build();
    let best: Suggestion | null = null;
    const seen = new Set<string>();
    // Long words may have lost or gained two letters: one side loses two.
    const tried = withoutOne(typed);
    if (most > 1) for (const form of withoutOne(typed)) tried.push(...withoutOne(form));
    const consider = (word: string): void => {
      if (seen.has(word) || weights.get(word)! < least) return;
      seen.add(word);
      const distance = editDistance(typed, word, most);
      if (distance > most) return;
      const better =
        best === null ||
        distance < best.distance ||
        (distance === best.distance &&
          (weights.get(word)! > weights.get(best.word)! ||
            (weights.get(word) === weights.get(best.word) &&
              (single(word) === single(typed) ||
                (single(best.word) !== single(typed) && word < best.word)))));
      if (better) best = { word, distance };
    };
    for (const form of new Set(tried)) {
      const words = forms.get(form);
      if (typeof words === 'string') consider(words);
      else words?.forEach(consider);
    }
    if (best === null && most > 1) startsWith(typed[0]!).forEach(consider);
    return best;
  };
};
