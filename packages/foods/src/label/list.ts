import { foldLetters } from '../text/normalise.ts';

/** One entry of an ingredient list, with what stands in its brackets. */
export interface LabelEntry {
  /** As printed, without its percentage and brackets. */
  readonly printed: string;
  /** Declared share of the product, 0 to 100; null where none is printed. */
  readonly percent: number | null;
  /** Printed in capitals, bold or italics, as allergens must be. */
  readonly emphasised: boolean;
  readonly parts: readonly LabelEntry[];
}

export interface LabelText {
  readonly entries: readonly LabelEntry[];
  /** What follows "may contain". */
  readonly mayContain: readonly LabelEntry[];
  /** What follows "contains". */
  readonly contains: readonly LabelEntry[];
}

const start =
  /(?:^|[\n.;])\s*(?:ingredients?|zutaten(?:verzeichnis)?|ingr[ée]dients?|ingredientes|ingredienti|composition)(?: list)?\s*(?:\([a-z]{2}\))?\s*[:\-–]/iu;

/** "Crisps: potatoes, sunflower oil, salt": the product before its list, no meal and no "contains". */
const product =
  /^\s*(?!contains?\b|may\b|enth|contient|contiene|allergen|breakfast|brunch|lunch|dinner|tea\b|supper|snack|tapas|emulsifier)[\p{L}][\p{L}' -]{1,50}?(?::| - )\s*(?=[^:\n]*,[^:\n]*,)/iu;
/** Oil of a factory and salt by themselves: nobody's meal. */
const factoryOil =
  /[,:-]\s*(?:(?:refined|organic|pure) )?(?:sunflower|vegetable|palm|rapeseed|canola|corn|soya?|soybean|cottonseed|sonnenblumen|raps)[ -]?(?:oil|ol|öl)\s*(?:\([^)]*\))?\s*,/iu;
const saltLast = /,\s*(?:sea )?salt\s*(?:[.,]|$)/iu;
const isShortList = (text: string): boolean =>
  product.test(text) && factoryOil.test(text) && saltLast.test(text);

/** Flour, water, salt and oil in a row: what a factory weighs, and nobody eats so. */
const rawStuff =
  /^(?:(?:[\p{L}]+ ){0,2}(?:flour|oil|starch|syrup|extract|vinegar)|water|salt|sea salt|sugar|yeast|spices|preservatives?.*|dextrose|cocoa (?:butter|mass|powder)|(?:garlic|onion|milk) powder)$/iu;
const isBareList = (text: string): boolean => {
  const entries = text
    .split(/[,.\n]/u)
    .map((entry) => entry.replace(/\(.*?\)|\d+(?:[.,]\d+)?\s*%/gu, '').trim())
    .filter((entry) => entry !== '');
  const raw = entries.filter((entry) => rawStuff.test(entry));
  return (
    entries.length >= 4 &&
    raw.length >= 4 &&
    raw.length >= entries.length / 2 &&
    raw.some((entry) => /\b(?:salt|oil)$/iu.test(entry))
  );
};

/** The heading of a list with the name of the product before it. */
const headed = new RegExp(`(?:^[^,;:\\n]{0,80}?)?${start.source}`, 'iu');

/** What stands on packages and in nobody's diary. */
const packageWords =
  /\b(?:emulsifiers?|stabilis?z?ers?|preservatives?|acidity regulators?|antioxidants?|flavourings?|flavorings?|natural flavo(?:u?r|rs)|raising agents?|thickeners?|sweeteners?|colou?rs?|lecithins?|modified (?:corn|maize|food|potato )?\s?(?:starch|flour)|glucose syrup|corn syrup|cocoa mass|maltodextrin|dextrose|e\d{3}[a-z]?|skimmed milk powder|malt extract|may contain|allergens?:|riboflavin|thiamin|niacin|whey powder|palm (?:oil|fat)|emulgator|aroma|arome|konservierungsstoff|emulsifiant|conservateur|emulgente|conservador|calcium carbonate|vitamins? [abd]\d*|\(milk\)|\(wheat\)|\(soya\)|from milk)(?!\p{L})/giu;
const contentsFirst = /^\s*(?:contains?|enth[aä]lt|contient|contiene)\s*:/iu;

/** "... salt. CONTAINS: MILK" */
const contentsLast =
  /[.,;)]\s*(?:allergens?:|contains:?)\s+(?:wheat|milk|soya?|eggs?|peanuts?|tree nuts?|fish|shellfish|sesame|gluten|nuts|sulphites?)\b/iu;
/** Allergens printed in capitals within a list in small letters. */
const capitals =
  /(?<![\p{L}])(?:WHEAT|MILK|SOYA?|EGGS?|PEANUTS?|FISH|CRUSTACEANS|SESAME|MUSTARD|CELERY|LUPIN|SULPHITES?|SULPHUR DIOXIDE|BARLEY|RYE|OATS?|ALMONDS?|HAZELNUTS?|CASHEWS?|WALNUTS?|NUTS|WEIZEN|MILCH|SOJA|EI|SENF|SELLERIE|BLE|BLÉ|LAIT|OEUFS?|ŒUFS?|TRIGO|LECHE|HUEVO|SÉSAME|SÉSAMO)(?![\p{L}])(?=[^,;]*\p{Ll}|[,;)])/gu;

/** Whether the text is an ingredient list and no meal. */
export const isLabelText = (text: string): boolean => {
  const head = text.slice(0, 2000);
  if (start.test(head)) return true;
  if (contentsFirst.test(head)) return true;
  if (isShortList(head) || isBareList(head)) return true;
  const commas = head.match(/[,;]/gu)?.length ?? 0;
  if (commas < 3) return false;
  if (contentsLast.test(head) || (head.match(capitals)?.length ?? 0) >= 2) return true;
  const words = head.match(packageWords)?.length ?? 0;
  return words >= 2 || (words === 1 && /\d\s?%/u.test(head));
};

const warnings =
  /\b(?:may (?:also )?contains?|can contain|may have traces|(?:contains? |may contain )?traces? of|(?:made|produced|packed|manufactured|processed) in a (?:factory|facility|site|bakery)[^.]*?(?:handles?|uses?|processes|with|containing|contains?)|not suitable for (?:people|customers|those)[^.]*?(?:allergy|allergies)(?: to)?|kann (?:auch )?(?:spuren (?:von|an) )?|enth[aä]lt (?:m[oö]glicherweise )?spuren (?:von|an)|spuren (?:von|an)|peut (?:aussi )?contenir(?: des)?(?: traces)?(?: [ée]ventuelles)?(?: de)?|traces? (?:[ée]ventuelles? )?(?:de|d')|(?:puede|puede tambien) contener(?: trazas)?(?: de)?|trazas de|contient des traces)\s*:?\s*/iu;
const declares =
  /^\s*(?:allergens?:?\s*)?(?:contains?|enth[aä]lt|contient|contiene|allergens?)\b\s*:?\s*/iu;

const openers = '([{';
const closers = ')]}';
const deepest = 12;
const mostEntries = 400;

const percentOf = (text: string): { percent: number | null; rest: string } => {
  const match = /(?:min(?:imum|\.)?\s*)?(\d{1,3}(?:[.,]\d{1,3})?)\s*%/iu.exec(text);
  if (match === null) return { percent: null, rest: text };
  const percent = Number(match[1]!.replace(',', '.'));
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { percent: percent <= 100 ? percent : null, rest };
};

const markup = /<\/?(?:b|strong|em|i|u)>|\*\*|__|\*|_/giu;

const isCapitals = (text: string): boolean => {
  const letters = text.replace(/\be\d{3}[a-z]?\b/giu, '').match(/\p{L}{3,}/gu) ?? [];
  return letters.some((word) => word === word.toUpperCase() && word !== word.toLowerCase());
};

/** Cuts at separators outside brackets; brackets may be nested or left open. */
const cut = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (openers.includes(sign)) depth += 1;
    else if (closers.includes(sign)) depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      (sign === ',' ||
        sign === ';' ||
        sign === '\n' ||
        sign === '•' ||
        sign === '·' ||
        sign === '|')
    ) {
      const decimal =
        sign === ',' && /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '');
      if (decimal) continue;
      parts.push(text.slice(from, at));
      from = at + 1;
    } else if (
      depth === 0 &&
      sign === '.' &&
      /\s/u.test(text[at + 1] ?? ' ') &&
      !/\b(?:min|ca|incl|vit|inkl)$/iu.test(text.slice(0, at))
    ) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
};

const entryOf = (
  text: string,
  shouting: boolean,
  depth: number,
  budget: { left: number },
): LabelEntry => {
  budget.left -= 1;
  const inner: string[] = [];
  let outer = '';
  let level = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (openers.includes(sign)) {
      if (level === 0) from = at + 1;
      level += 1;
    } else if (closers.includes(sign) && level > 0) {
      level -= 1;
      if (level === 0) inner.push(text.slice(from, at));
    } else if (level === 0) outer += sign;
  }
  if (level > 0) inner.push(text.slice(from));
  const own = percentOf(outer);
  let { percent } = own;
  const parts: LabelEntry[] = [];
  for (const content of inner) {
    const inside = percentOf(content);
    if (inside.percent !== null && !/\p{L}{2,}/u.test(inside.rest)) {
      percent ??= inside.percent;
      continue;
    }
    if (depth >= deepest) continue;
    for (const part of cut(content))
      if (budget.left > 0) parts.push(entryOf(part, shouting, depth + 1, budget));
  }
  // "Emulsifier: soya lecithin" tells a purpose and a thing.
  const [first = '', ...rest] = own.rest.split(':');
  if (rest.length > 0 && /\p{L}/u.test(rest.join(':')) && budget.left > 0)
    parts.unshift(entryOf(rest.join(':'), shouting, depth + 1, budget));
  const name = rest.length > 0 ? first : own.rest;
  return {
    printed: name.replace(markup, ' ').replace(/\s+/gu, ' ').trim(),
    percent,
    emphasised:
      /<(?:b|strong|em|i|u)>|\*\*|__|\*\p{L}|_\p{L}/iu.test(name) ||
      (!shouting && isCapitals(name)),
    parts,
  };
};

const entriesOf = (text: string, shouting: boolean, budget: { left: number }): LabelEntry[] => {
  const entries: LabelEntry[] = [];
  for (const part of cut(text))
    if (budget.left > 0) entries.push(entryOf(part, shouting, 0, budget));
  return entries;
};

/** Reads printed label text. Never throws; brackets that never close end with the text. */
export const readList = (text: string): LabelText => {
  const body = text
    .slice(0, 20_000)
    .replace(/[\u00ad\u200b-\u200d\ufeff]/gu, '')
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(start.test(text) ? headed : product, ' ')
    .replace(/-\n\s*/gu, '');
  const letters = body.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter(
    (letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase(),
  );
  const shouting = letters.length > 0 && capitals.length > 0.7 * letters.length;
  const budget = { left: mostEntries };
  const entries: LabelEntry[] = [];
  const mayContain: LabelEntry[] = [];
  const contains: LabelEntry[] = [];
  for (const sentence of body.split(/(?<=[.!])\s+(?=\p{Lu})|\n\s*\n/u)) {
    const warning = warnings.exec(sentence);
    const listed = warning === null ? sentence : sentence.slice(0, warning.index);
    const declared = declares.exec(listed);
    if (declared !== null)
      contains.push(
        ...entriesOf(
          listed.slice(declared[0].length).replace(/\s(?:and|und|et|y)\s/giu, ', '),
          shouting,
          budget,
        ),
      );
    else if (/\p{L}/u.test(listed)) entries.push(...entriesOf(listed, shouting, budget));
    if (warning !== null) {
      const warned = sentence
        .slice(warning.index + warning[0].length)
        .replace(/\b(?:enthalten|sein)\b/giu, ' ');
      mayContain.push(
        ...entriesOf(
          warned.replace(
            /\s(?:and|or|und|oder|et|ou|y|o)(?:\s\/\s|\/)?(?:or|oder|ou|o)?\s/giu,
            ', ',
          ),
          shouting,
          budget,
        ),
      );
    }
  }
  // "Contains: water, oats, oil" and nothing else is the list itself.
  return entries.length === 0
    ? { entries: contains, mayContain, contains: [] }
    : { entries, mayContain, contains };
};

/** The folded name by which an entry is looked up. */
export const foldedName = ({ printed }: LabelEntry): string =>
  foldLetters(printed)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
