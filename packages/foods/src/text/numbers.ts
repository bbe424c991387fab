const numbers = new Map<string, number>(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    couple: 2,
    few: 3,
    several: 4,
    some: 1,
    half: 0.5,
    quarter: 0.25,
    third: 1 / 3,
    double: 2,
    triple: 3,
    another: 1,
    ein: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    eins: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    halbe: 0.5,
    halber: 0.5,
    halbes: 0.5,
    halben: 0.5,
    paar: 3,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    demi: 0.5,
    demie: 0.5,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    medio: 0.5,
    media: 0.5,
    unos: 3,
    unas: 3,
  }),
);
/** Words of size and what they do to a usual portion. */
export const sizes = new Map<string, number>(
  Object.entries({
    small: 0.7,
    little: 0.7,
    lil: 0.7,
    mini: 0.5,
    tiny: 0.5,
    medium: 1,
    regular: 1,
    large: 1.4,
    big: 1.4,
    huge: 1.7,
    giant: 1.7,
    generous: 1.3,
    heaped: 1.3,
    heaping: 1.3,
    level: 1,
    tall: 0.9,
    sm: 0.7,
    sml: 0.7,
    med: 1,
    lg: 1.4,
    lrg: 1.4,
    lge: 1.4,
    lrge: 1.4,
    xl: 1.7,
    massive: 1.7,
    jumbo: 1.7,
    full: 1,
    decent: 1,
    'good-sized': 1,
    average: 1,
    normal: 1,
    footlong: 2,
    wee: 0.7,
    cheeky: 1,
    mittel: 1,
    moyen: 1,
    mediano: 1,
    mediana: 1,
    grande: 1.2,
    venti: 1.5,
    klein: 0.7,
    kleine: 0.7,
    kleiner: 0.7,
    kleines: 0.7,
    gross: 1.4,
    grosse: 1.4,
    grosser: 1.4,
    grosses: 1.4,
    petit: 0.7,
    petite: 0.7,
    grand: 1.4,
    pequeno: 0.7,
    pequena: 0.7,
  }),
);

/** A number word such as "two"; "a" and "half" combine: "half a", "a half", "one and a half". */
export const wordNumber = (
  text: string,
): { readonly value: number; readonly rest: string } | null => {
  const words = text.split(' ');
  const first = numbers.get(words[0] ?? '');
  if (first === undefined) return null;
  let used = 1;
  let value = first;
  const halfWords = /^(?:and a half|und eine? halbe|et demie?|y medi[oa])\b\s*/u.exec(
    words.slice(1).join(' '),
  );
  if (halfWords !== null) {
    return { value: first + 0.5, rest: words.slice(1).join(' ').slice(halfWords[0].length) };
  }
  for (; used < 3; used += 1) {
    const next = numbers.get(words[used] ?? '');
    if (next === undefined || words.length === used + 1) break;
    value *= next;
  }
  return { value, rest: words.slice(used).join(' ') };
};
