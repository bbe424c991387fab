export const conditions = ['acne', 'eczema', 'rosacea', 'psoriasis'] as const;
export type Condition = (typeof conditions)[number];

const names: readonly (readonly [Condition, RegExp])[] = [
  ['acne', /\b(?:acne|pimples?|zits?|breakouts?|blackheads?|whiteheads?|comedones?)\b/iu],
  ['eczema', /\b(?:eczema|atopic|neurodermatitis)\b/iu],
  ['rosacea', /\b(?:rosacea|flushing)\b/iu],
  ['psoriasis', /\b(?:psoriasis|plaques?)\b/iu],
];

/** The condition that the name of a score names; null where it names none, such as `itch`, or several. */
export const conditionOf = (name: string): Condition | null => {
  const named = names.filter(([, pattern]) => pattern.test(name.replaceAll(/[_-]/gu, ' ')));
  return named.length === 1 ? named[0]![0] : null;
};
