/** Compounds of German ingredient lists that no table has: "Kokosnussextrakt" is of Kokosnuss. */
import type { ClassShare, LabelWord } from '../tables.ts';

/** What was made of it, or which part of it: the classes are those of the word in front. */
const forms: ReadonlySet<string> = new Set(
  (
    'extrakt pulver konzentrat saft saftkonzentrat mark mus fett ol flocken kerne kern schnitzel brust fleisch filet ' +
    'stuckchen stucke wurfel scheiben granulat aroma zubereitung fullung gewurz faser kleie keime paste schrot vollkornschrot vollkornmehl sirup kraut blatt blatter'
  ).split(' '),
);
/** "Reisnudeln", "Mandelmilch": what is in front takes the place of the wheat or of the milk. */
const instead: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    new Set(
      'reis mais buchweizen linsen kichererbsen soja kartoffel hirse mandel kokos tapioka quinoa'.split(
        ' ',
      ),
    ),
    new Set('nudeln nudel mehl griess teigwaren brot'.split(' ')),
  ],
  [
    new Set('reis soja mandel kokos hafer haselnuss erdnuss cashew erbsen'.split(' ')),
    new Set('milch butter joghurt sahne kase quark'.split(' ')),
  ],
];
const shortest = { word: 8, front: 3, back: 2 };

/** Looks a folded word up as a compound; undefined where either side is not known. */
export const createCompounds = (labelWords: readonly LabelWord[]) => {
  let known: ReadonlyMap<string, readonly ClassShare[]> | undefined;
  const find = (word: string): readonly ClassShare[] | undefined => {
    // Only unknown words ask for it.
    known ??= new Map(
      labelWords
        .filter(({ language, name }) => language === 'de' && !name.includes(' '))
        .map(({ name, classes }) => [name, classes]),
    );
    return known.get(word);
  };
  const front = (word: string): readonly ClassShare[] | undefined =>
    find(word) ?? find(word.replace(/(?:en|n|s|er)$/u, '')) ?? find(`${word}n`) ?? find(`${word}e`);
  return (word: string): readonly ClassShare[] | undefined => {
    if (word.length < shortest.word) return undefined;
    for (let at = shortest.front; at <= word.length - shortest.back; at += 1) {
      const end = word.slice(at);
      const start = word.slice(0, at);
      const isForm =
        forms.has(end) || instead.some(([fronts, nouns]) => nouns.has(end) && fronts.has(start));
      const back = isForm ? [] : find(end);
      const first = back === undefined ? undefined : front(start);
      if (first === undefined) continue;
      return isForm
        ? first
        : [...first, ...back!.filter(({ key }) => !first.some((one) => one.key === key))];
    }
    return undefined;
  };
};
