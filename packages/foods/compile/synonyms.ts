import { foldLetters } from '../src/text/normalise.ts';
import { keyOf, stemsOf, wordsOf } from '../src/text/words.ts';
import { TableError } from './read-table.ts';

const keyOfName = (name: string): string => keyOf(stemsOf(wordsOf(foldLetters(name))));

/** What is printed as a name and is none: a remark that stands beside several foods means none of them. */
const isRemark =
  /^(?:see|includes?|assume|formerly)\b|\b(?:nfs|ns as to|all flavou?rs|all varieties|home canned)\b/u;

/** A name of more words is a description: nobody types it word by word. */
const mostWords = 3;

/**
 * Further names of survey foods (FNDDS, `AddFoodDesc`: brands, other words) to lines
 * `step of place TAB name TAB name ...`. Names that the hand-kept table has, that tell nothing beyond the food's own
 * name, that several foods share, or that nobody types (more than three words) are left out.
 * @param text fields divided by `^`, texts between `~`, first line a header
 * @param names by place, folded or not
 * @throws TableError at a line without a code
 */
export const readSynonyms = (
  text: string,
  place: ReadonlyMap<number, number>,
  names: readonly string[],
  commonNames: readonly string[],
): string => {
  const known = new Set(commonNames.map(keyOfName));
  const found = new Map<string, { readonly name: string; readonly places: Set<number> }>();
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    if (i === 0 || line === '') continue;
    const [code = '', , , , described = ''] = line.split('^');
    if (!/^\d{8}$/u.test(code))
      throw new TableError(`AddFoodDesc, line ${i + 1}: "${code}" is no food code`);
    const at = place.get(Number(code));
    const name = foldLetters(described.replace(/^~|~$/gu, '')).replace(/\s+/gu, ' ').trim();
    const key = keyOfName(name);
    if (at === undefined || key === '' || known.has(key) || isRemark.test(name)) continue;
    if (name.split(' ').length > mostWords) continue;
    const own = new Set(stemsOf(wordsOf(foldLetters(names[at]!))));
    if (stemsOf(wordsOf(name)).every((stem) => own.has(stem))) continue;
    const other = found.get(key);
    if (other === undefined) found.set(key, { name, places: new Set([at]) });
    else other.places.add(at);
  }
  const byPlace = new Map<number, string[]>();
  for (const { name, places } of found.values()) {
    const [at] = places;
    if (places.size === 1) byPlace.set(at!, [...(byPlace.get(at!) ?? []), name]);
  }
  let last = 0;
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([at, own]) => {
      const step = at - last;
      last = at;
      return [step, ...own].join('\t');
    })
    .join('\n');
};
