/** How a word sounds, roughly: what is written as it is heard has the key of what is meant ("hunny", "chow mien"). */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/gu, '$1'],
  [/ph/gu, 'f'],
  [/^[kq][wu](?=[aeiou])/u, 'kw'],
  [/(?:sch|sh|ch(?=e$))/gu, 'x'],
  [/c(?=[eiy])/gu, 's'],
  [/(?:ck|q|c(?!h))/gu, 'k'],
  [/z/gu, 's'],
  [/gh(?=t|$)/gu, ''],
  [/^(?:kn|gn)/u, 'n'],
  [/(?<=a)l(?=m)/u, ''],
  [/^wr/u, 'r'],
  [/(?<=[aeiou])w(?=[^aeiouy]|$)/gu, ''],
  [/(?<=[aeiou])[ey](?=$|s$)/gu, ''],
  [/[aeiouy]+/gu, 'a'],
  [/(.)\1+/gu, '$1'],
];

/** The key of a folded word; its first letter stays unless it sounds as another. */
export const soundOf = (word: string): string =>
  spellings.reduce((key, [sound, sign]) => key.replace(sound, sign), word);
