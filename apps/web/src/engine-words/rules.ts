/** English of the engines and its German; `{1}` is the first group as `part` says it. */
export type Rule = readonly [pattern: RegExp, german: string];

/** German by the first rule that fits; null where none does. */
export const inGerman = (
  rules: readonly Rule[],
  english: string,
  part: (found: string) => string = (found) => found,
): string | null => {
  for (const [pattern, german] of rules) {
    const found = pattern.exec(english);
    if (found !== null)
      return german.replace(/\{(\d)\}/gu, (_, place: string) => part(found[Number(place)] ?? ''));
  }
  return null;
};
