/** The language that a text is written in, as far as its small words tell. */
import type { CommonName } from '../tables.ts';

export type Tongue = Extract<CommonName['language'], 'de' | 'fr' | 'es'>;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that one of the languages has and the others have not, units among them. */
const small: ReadonlyMap<Tongue, ReadonlySet<string>> = new Map([
  [
    'de',
    setOf(
      'und mit ohne ein eine einen zwei drei vier der die das den dem im vom zum zur aus auf fur am bei dazu glas tasse tute stuck scheibe scheiben handvoll becher teller schussel flasche dose packung tafel kugel loffel halbe halbes heute abend mittag fruhstuck etwas',
    ),
  ],
  [
    'fr',
    setOf(
      'une des du au aux avec sans le la les et dans sur chez deux trois quatre verre tasse tranche tranches morceau part assiette bol bouteille sachet paquet poignee carre petit petite gouter dejeuner cafe',
    ),
  ],
  [
    'es',
    setOf(
      'una unos unas y con sin el los las del al dos tres cuatro vaso taza plato copa rebanada trozo punado lata botella paquete racion desayuno comida cena merienda pequeno pequena',
    ),
  ],
]);
const english = setOf(
  'with and the of a an my on for from some no without at slice glass cup bowl piece two three half bit had',
);

/** Null for English, for two languages at once, and where nothing tells; `text` is folded. */
export const tongueOf = (text: string): Tongue | null => {
  const words = text.split(/[^\p{L}]+/u);
  if (words.some((word) => english.has(word))) return null;
  let best: Tongue | null = null;
  let most = 0;
  for (const [tongue, own] of small) {
    const count = words.filter((word) => own.has(word)).length;
    if (count === most && count > 0) best = null;
    if (count <= most) continue;
    best = tongue;
    most = count;
  }
  return best;
};
