import type { RedFlagId } from './red-flags.ts';

/** The flags of `red-flags.ts` in its order, apart from their words: what a profile is checked against need not hold those. */
export const redFlagIds = [
  'anaphylaxis',
  'eczema-herpeticum',
  'red-all-over',
  'acne-fulminans',
  'severe-acne',
  'skin-distress',
  'suicidal-thoughts',
  'low-mood-or-body-image',
  'bowel-alarm',
  'loose-stools-over-60',
  'severe-bowel',
  'gluten-rash',
  'medicine-and-pregnancy',
  'child-with-eczema',
  'child-with-psoriasis',
] as const satisfies readonly RedFlagId[];
