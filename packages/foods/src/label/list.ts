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
  /** Per cent of alcohol by volume; null where none is printed. */
  readonly alcohol: number | null;
}

export const start =
  /(?:^|[\n.;])\s*(?:ingredients?|zutaten(?:verzeichnis)?|ingr[ée]dients?|ingredientes|ingredienti|ingredi[eë]nten|ingredienser|sk[lł]adniki|ainesosat|состав|склад|composition)(?: list)?\s*(?:\([a-z]{2}\))?\s*(?:[:\-–]|(?=\s\p{Lu}[^,.]*[,(]))/iu;
/**
 * "Tomato ketchup ingredients tomatoes, vinegar, salt": the heading stands in the line, with nothing behind it; of a
 * packet only where it tells all, down to the salt: "omelette ingredients ham, onion, pepper" are not all.
 */
const startInLine =
  /^[^,;:\n(]{0,60}?(?<!\b(?:with|extra|of|from|fresh|more|other|same|few|simple|raw|natural|clean|the|my))\s(?:ingredients|zutaten|ingr[ée]dients|ingredientes)\b\s*:?\s(?=[^,\n]+,[^,\n]+,)(?=[^\n]*(?:%|(?<!\p{L})(?:salt|sugar|water|vinegar|yeast|flour|starch|e\d{3}|\p{L}*salz|zucker|wasser|essig|hefe|\p{L}*mehl|sel|sucre|eau|vinaigre|levure|farine|sal|azúcar|agua|vinagre|levadura|harina)(?!\p{L})))/iu;
/** Whether a heading says that a list follows. */
export const isHeaded = (text: string): boolean => start.test(text) || startInLine.test(text);
/** "BEEF JERKY beef, water, salt": the name in capitals, and the list in small letters. */
const shouted = /^\s*(?:[\p{Lu}'&-]{3,}\s+){2,5}(?=\p{Lu}?\p{Ll}+[^,]*,[^,]*,)/u;

/** "Granola. Oats (62%), honey": the product, before its list. */
const titled = /^\s*(?!contains?\b|allerg)(?:[\p{L}'&-]+ ){0,4}[\p{L}'-]+\.\s+(?=[^.]*,[^.]*,)/iu;
/** "Crisps: potatoes, sunflower oil, salt": the product before its list, no meal and no "contains". */
export const product =
  /^\s*(?!contains?\b|may\b|enth|contient|contiene|allergen|breakfast|brunch|lunch|dinner|tea\b|supper|snack|tapas|emulsifier)[\p{L}][\p{L}' -]{1,50}?(?::| - )\s*(?=[^:\n]*,[^:\n]*,)/iu;
/** The heading of a list with the name of the product before it. */
const headed = new RegExp(`${startInLine.source}|(?:^[^,;:\\n]{0,80}?)?${start.source}`, 'iu');

const warnings =
  /\b(?:may (?:also )?contains?|can contain|may have traces|(?:contains? |may contain )?traces? of|(?:made|produced|packed|manufactured|processed|prepared) where\b|(?:made|produced|packed|manufactured|processed|prepared) (?:(?:in|on) (?:an? |the |our |shared )+(?:factory|facility|site|bakery|plant|kitchen|environment|lines?|equipment|premises|machinery)|(?:on|using) (?:shared )?(?:lines?|equipment|machinery))[^.()]*?\b(?:handles?|uses?|processes|with|containing|contains?|handled|used|processed|present)\b|not suitable for (?:people|customers|those)[^.]*?(?:allergy|allergies)(?: to)?|kann (?:auch )?(?:spuren (?:von|an) )?|enth[aä]lt (?:m[oö]glicherweise )?spuren (?:von|an)|spuren (?:von|an)|peut (?:aussi )?contenir(?: des)?(?: traces)?(?: [ée]ventuelles)?(?: de)?|traces? (?:[ée]ventuelles? )?(?:de|d')|(?:puede|puede tambien) contener(?: trazas)?(?: de)?|trazas de|contient des traces)\s*:?\s*/iu;
const declares =
  /^\s*(?:allergens?:?\s*)?(?:contains?|enth[aä]lt|contient|contiene|allergens?)\b\s*:?\s*/iu;

/** "148 g per 100 g ketchup": how much went into it. */
const madeFrom =
  /\(?\b\d+(?:[.,]\d+)? ?g(?: (?:of )?\p{L}+){0,3} (?:per|pro|pour|por|je) 100 ?g(?: (?:of )?(?!(?:with|and|from|mit|und|aus|avec|et|con|y)\b)\p{L}+){0,2}\)?/giu;

/** With one of these something else begins, though no full stop stands before it. */
const newThought = String.raw`\b(?:contain|enth|contien|allerg|ingr|zutat|(?:may|kann|but|aber)\b)`;
const uptoNewThought = String.raw`(?:(?!${newThought})[^.\n])*`;

/** Said of the list and of no ingredient: "Allergens: see capitals." */
const advice = new RegExp(
  String.raw`(?:^|(?<=[.!]\s))\s*(?:(?:allerg\p{L}*(?: advice| information)?\s*:?\s*)?(?:for allergens|see (?:ingredients?|capitals|bold)|allergens? (?:are )?(?:in|see|marked))|allergens?: see|allergene(?: sind)? (?:fett|hervor)|(?:bien )?agiter avant|shake (?:well|before)|packed in a protective|suitable for|best before|store in|keep refrigerated|net weight|nutrition)${uptoNewThought}(?:[.\n]|$|(?=${newThought}))`,
  'giu',
);

/** A sentence such as "Free from dairy, soy, nuts", "made in a facility free from nuts" or "contains no milk": all of it is said to be absent. */
const absent = new RegExp(
  String.raw`(?<=^|[.!;\n] ?)(?:(?:(?:made|produced|packed|manufactured|processed|prepared|baked) in (?:an? |our |the )?(?:dedicated )?(?:factory|facility|site|bakery|plant|kitchen)(?: that is)? )?free (?:from|of)|contains no|(?:does|do) not contain|made without|frei von|libre de|exempte? de)\b${uptoNewThought}`,
  'giu',
);

/** "For allergens, including cereals containing gluten, see ingredients in bold." */
const whereAllergensStand =
  /(?:(?:allerg\p{L}*(?: advice| information)?|dietary)\s*[:.]?\s*)?for allergens\b[^.\n]{0,60}?\b(?:see|are)\b(?: the)?(?: ingredients?)?(?: list)?(?: \p{L}+){0,2}? (?:in )?(?:bold|capitals|italics|underlined|above|below)\b/giu;
/** What it is not, though the word is printed: "plant-based alternative to milk". */
const alternative =
  /(?<!\p{L})(?:(?:plant[- ]based|vegane?|pflanzliche|v[ée]g[ée]tale?)\s+)?alternative?\s+(?:to|zu|f[üu]r|au|aux|[àa] la|al|a la)\s+\p{L}+/giu;

/** Before any other pattern: runs of blanks would make them slow. */
const collapsed = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/[\u00ad\u200b-\u200d\ufeff]/gu, '')
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\n[\n ]*\n/gu, '\n\n')
    .replace(/ ?\n ?/gu, '\n');

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
export const cut = (text: string): string[] => {
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
    for (const part of cut(content.replace(declares, ' ')))
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

/** A product that is not what it is named for. */
const vegan =
  /\b(?:vegan|plant|free|frei|sans|ohne|sin|dairy-free|veggie|vegetarian|alternative|substitute|style)\b/iu;

const strength =
  /(?:(?:alc(?:ohol)?|alk(?:ohol)?|alcool|abv)\.?:?\s*(?<behind>\d{1,2}(?:[.,]\d{1,2})?)\s*%(?:\s*(?:by )?vol(?:ume)?\.?)?|(?<before>\d{1,2}(?:[.,]\d{1,2})?)\s*%\s*(?:abv|alc|vol)(?!\p{L})\.?(?:\s*vol(?!\p{L})\.?)?)/iu;

/** The name of the product that stands before its list; null where none is printed. */
export const productOf = (text: string): string | null => {
  const head = text.slice(0, 200);
  const printed = isHeaded(head)
    ? /^([^\n:.]{3,60}?)(?:[.:\n]\s*|\s)(?=ingr|zutat|compos)/iu.exec(head)?.[1]
    : (product.exec(head) ?? titled.exec(head) ?? shouted.exec(head))?.[0];
  const name = printed?.replace(/[\s:.-]+$/u, '').trim() ?? '';
  return name === '' ? null : name;
};

/** Reads printed label text. Never throws; brackets that never close end with the text. */
export const readList = (text: string): LabelText => {
  const whole = collapsed(text);
  const advised = whole
    .replace(whereAllergensStand, ' ')
    .replace(alternative, ' ')
    .replace(advice, ' ')
    .replace(absent, ' ')
    .replace(madeFrom, ' ');
  const hasHeading = isHeaded(advised);
  const title = hasHeading
    ? null
    : (product.exec(advised) ?? titled.exec(advised) ?? shouted.exec(advised));
  const body = (
    hasHeading ? advised.replace(headed, ' ') : advised.slice(title?.[0].length ?? 0)
  ).replace(/-\n\s*/gu, '');
  const declared = strength.exec(body)?.groups;
  const alcohol =
    declared === undefined ? null : Number((declared.behind ?? declared.before)!.replace(',', '.'));
  const letters = body.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter(
    (letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase(),
  );
  const shouting = letters.length > 0 && capitals.length > 0.7 * letters.length;
  const budget = { left: mostEntries };
  const entries: LabelEntry[] = [];
  const mayContain: LabelEntry[] = [];
  // What a product is named for is in it: "Egg noodles. Wheat flour, water, salt".
  const contains =
    title === null || vegan.test(title[0])
      ? []
      : entriesOf(title[0].replace(/[:.]\s*$/u, ''), true, budget);
  const warn = (said: string): void => {
    const warned = said.replace(/\b(?:enthalten|sein)\b/giu, ' ');
    mayContain.push(
      ...entriesOf(
        warned.replace(/\s(?:and|or|und|oder|et|ou|y|o)(?:\s\/\s|\/)?(?:or|oder|ou|o)?\s/giu, ', '),
        shouting,
        budget,
      ),
    );
  };
  // A warning in brackets ends with them.
  const outside = body.replace(strength, ' ').replace(/\(([^()]*)\)/gu, (all, inner: string) => {
    const warning = warnings.exec(inner);
    if (warning === null) return all;
    warn(inner.slice(warning.index + warning[0].length));
    const before = inner.slice(0, warning.index).trim();
    return before === '' ? ' ' : `(${before})`;
  });
  for (const sentence of outside.split(/(?<=[.!])\s+(?=\p{Lu})|\n\s*\n/u)) {
    const warning = warnings.exec(sentence);
    const listed = warning === null ? sentence : sentence.slice(0, warning.index);
    const opening = declares.exec(listed);
    if (opening !== null)
      contains.push(
        ...entriesOf(
          listed.slice(opening[0].length).replace(/\s(?:and|und|et|y)\s/giu, ', '),
          shouting,
          budget,
        ),
      );
    else if (/\p{L}/u.test(listed)) entries.push(...entriesOf(listed, shouting, budget));
    if (warning !== null) warn(sentence.slice(warning.index + warning[0].length));
  }
  // "Contains: water, oats, oil" and nothing else is the list itself.
  return entries.length === 0
    ? { entries: contains, mayContain, contains: [], alcohol }
    : { entries, mayContain, contains, alcohol };
};

/** The folded name by which an entry is looked up. */
export const foldedName = ({ printed }: LabelEntry): string =>
  foldLetters(printed)
    .replace(/\bwhole(?=wheat|rye|oat)/gu, 'whole ')
    .replace(/\bwhole ?grain (?=\p{L})/gu, 'whole ')
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
