// @ts-check
import { compileMessage } from '@lingui/message-utils/compileMessage';

const catalogues = /\/apps\/web\/src\/.*(?:i18n\/(?:en|de)|words(?:\.de)?)\.ts$/u;
const names = new Set(['en', 'de']);

/** @param {any} node @returns {any} what stands behind `as const` and the like */
const inner = (node) =>
  node?.expression && node.type.startsWith('TS') ? inner(node.expression) : node;

/** @param {any} node @returns {string | null} the text, where it is written out as one */
const textOf = (node) => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked;
  return null;
};

/** @param {any} program @returns {any[]} top-level catalogues: objects named `en` or `de` */
const cataloguesIn = (program) =>
  program.body
    .map((/** @type {any} */ node) => node.declaration ?? node)
    .filter((/** @type {any} */ node) => node.type === 'VariableDeclaration')
    .flatMap((/** @type {any} */ node) => node.declarations)
    .filter((/** @type {any} */ { id }) => id.type === 'Identifier' && names.has(id.name))
    .map((/** @type {any} */ { init }) => inner(init))
    .filter((/** @type {any} */ init) => init?.type === 'ObjectExpression');

/**
 * The catalogue with every ICU message as Lingui runs it, so that the app need not know how to read ICU. Plain texts stay texts.
 * @param {string} code @param {(code: string) => any} parse @param {string} file
 */
export const compileWords = (code, parse, file) => {
  let compiled = code;
  const values = cataloguesIn(parse(code))
    .flatMap((object) => object.properties)
    .map((property) => property.value)
    .sort((a, b) => b.start - a.start);
  for (const node of values) {
    const value = inner(node);
    const message = textOf(value);
    if (message === null)
      throw new Error(`${file}: a message has to be one text: ${code.slice(node.start, node.end)}`);
    const parts = compileMessage(message);
    const plain = parts.length === 1 && typeof parts[0] === 'string';
    const now = JSON.stringify(plain ? parts[0] : parts);
    compiled = compiled.slice(0, node.start) + now + compiled.slice(node.end);
  }
  return compiled;
};

/** @returns {import('vite').Plugin} */
export const wordsCompiled = () => ({
  name: 'words-compiled',
  transform(code, id) {
    return catalogues.test(id)
      ? { code: compileWords(code, (text) => this.parse(text), id), map: null }
      : null;
  },
});
