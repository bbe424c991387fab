/** One of many questions, and the probability that its answer is yes. */
export interface Question<Key> {
  readonly key: Key;
  readonly probability: number;
}

/**
 * The most probable ones, as many as keep the expected share of wrong ones among them at or below `rate` (Müller, Parmigiani & Rice 2006;
 * the rule that discovery follows for one diary). Those below `least` are never claimed.
 */
export function claimsWithin<Key>(
  questions: readonly Question<Key>[],
  { rate = 0.1, least = 0.5 }: { readonly rate?: number; readonly least?: number } = {},
): Key[] {
  const claims: Key[] = [];
  let wrong = 0;
  for (const { key, probability } of [...questions].sort((a, b) => b.probability - a.probability)) {
    if (probability < least || (wrong + 1 - probability) / (claims.length + 1) > rate) break;
    wrong += 1 - probability;
    claims.push(key);
  }
  return claims;
}
