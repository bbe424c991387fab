import { parseSync } from 'oxc-parser';

/** A text of the program and where it stands. */
export interface FoundText {
  readonly place: string;
  readonly text: string;
}

interface Node {
  readonly type?: string;
  readonly start?: number;
  readonly value?: unknown;
  readonly [key: string]: unknown;
}

/** Gaps of a template are told as a dash: what fills them is a text of its own. */
const gap = '–';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Whether a string names something for the program and is no text: imports and types. */
const silent: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration source',
  'ExportAllDeclaration',
  'TSLiteralType',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
]);

const collect = (value: unknown, found: { start: number; text: string }[]): void => {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found);
    return;
  }
  if (!isNode(value) || (value.type !== undefined && silent.has(value.type))) return;
  if (value.type === 'Literal' && typeof value.value === 'string')
    found.push({ start: value.start ?? 0, text: value.value });
  if (value.type === 'TemplateLiteral')
    found.push({
      start: value.start ?? 0,
      text: (value.quasis as readonly { readonly value: { readonly cooked: string | null } }[])
        .map((quasi) => quasi.value.cooked ?? '')
        .join(gap),
    });
  for (const inner of Object.values(value)) collect(inner, found);
};

const withoutMarkup = (text: string): string =>
  /<[a-z!/]/iu.test(text) ? text.replace(/<[^>]*>/gu, ' ') : text;

/** A text that people read holds a space between words; a lone word is a key more often than not. */
const isProse = (text: string): boolean => /\p{L}[\p{L}’']+\s+\p{L}/u.test(text);

/** Every string and template of a program that reads like prose, without markup. Throws where the code cannot be parsed. */
export const textsOfCode = (path: string, code: string): readonly FoundText[] => {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const found: { start: number; text: string }[] = [];
  collect(program, found);
  return found
    .map(({ start, text }) => ({
      place: `${path}:${code.slice(0, start).split('\n').length}`,
      text: withoutMarkup(text).replace(/\s+/gu, ' ').trim(),
    }))
    .filter(({ text }) => isProse(text));
};

/** Every string of a JSON document that reads like prose, with the names on the way to it. */
export const textsOfJson = (path: string, value: unknown, way = ''): readonly FoundText[] => {
  if (typeof value === 'string')
    return isProse(value) ? [{ place: `${path}${way}`, text: value }] : [];
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOfJson(path, inner, `${way}.${key}`));
};
