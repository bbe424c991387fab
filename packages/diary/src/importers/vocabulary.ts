import type { Category } from '../category.ts';
import { factorPhrases } from './vocabulary/factors.ts';
import { remedyPhrases } from './vocabulary/remedies.ts';
import { siteWords, symptomPhrases } from './vocabulary/symptoms.ts';

/** Where an item of a foreign diary belongs, and whether the committed table says so. */
export interface Placement {
  readonly category: Category;
  readonly known: boolean;
}

type Table = ReadonlyMap<string, Category>;

/** Lower case, without accents, punctuation and doubled blanks: the key of the tables. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

const tableOf = (phrases: Readonly<Partial<Record<Category, string>>>): Table => {
  const table = new Map<string, Category>();
  for (const [category, text] of Object.entries(phrases)) {
    for (const phrase of text.split(',')) {
      const key = fold(phrase);
      if (key !== '' && !table.has(key)) table.set(key, category as Category);
    }
  }
  return table;
};

const symptoms = tableOf(symptomPhrases);
const remedies = tableOf(remedyPhrases);
const factors = tableOf(factorPhrases);
const sites: ReadonlySet<string> = new Set(siteWords);

const inTable = (table: Table, key: string): Category | undefined =>
  table.get(key) ?? (key.endsWith('s') ? table.get(key.slice(0, -1)) : undefined);

/** `itchy hands` and `left knee pain` are what they are without the place on the body. */
const withoutSites = (key: string): string => {
  const words = key.split(' ');
  let from = 0;
  let to = words.length;
  while (from < to && sites.has(words[from] ?? '')) from++;
  while (to > from && sites.has(words[to - 1] ?? '')) to--;
  return words.slice(from, to).join(' ');
};

const symptomCategory = (key: string): Category | undefined => {
  const found = inTable(symptoms, key);
  if (found !== undefined) return found;
  const bare = withoutSites(key);
  if (bare === key || bare === '') return undefined;
  const category = inTable(symptoms, bare);
  return category === 'skin' || category === 'symptom' ? category : undefined;
};

const place = (category: Category | undefined, otherwise: Category): Placement =>
  category === undefined ? { category: otherwise, known: false } : { category, known: true };

/** A thing that is felt and rated; what the table does not know is a `symptom`. */
export const placeSymptom = (name: string): Placement =>
  place(symptomCategory(fold(name)), 'symptom');

/** A thing that is taken or done against symptoms; what the table does not know is a `habit`. */
export const placeRemedy = (name: string): Placement =>
  place(inTable(remedies, fold(name)), 'habit');

/** A thing that is ticked or tagged about a day; what no table knows is a `habit`. */
export const placeFactor = (name: string): Placement => {
  const key = fold(name);
  return place(inTable(factors, key) ?? inTable(remedies, key) ?? symptomCategory(key), 'habit');
};
