import { SaxesParser } from 'saxes';
import { UnsupportedSbml } from './unsupported.ts';

export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All text directly inside, trimmed. */
  readonly text: string;
}

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

const deepest = 1000;

/** Reads a small XML document whole. Throws UnsupportedSbml with line and column where it is broken. */
export const parseXml = (xml: string): Element => {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | undefined;
  const fail = (what: string): never => {
    throw new UnsupportedSbml(`line ${parser.line}, column ${parser.column}: ${what}`);
  };
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /u, '')));
  parser.on('doctype', () => fail('a document type declaration is not supported'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element: Growing = {
      name: local,
      namespace: uri,
      attributes: new Map(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    if (open.length >= deepest) fail('nested too deeply');
    const parent = open.at(-1);
    parent?.children.push(element);
    if (parent) parent.text += ' ';
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop()!;
    element.text = element.text.trim();
  });
  parser.write(xml).close();
  return root ?? fail('no element at all');
};

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text that is safe between tags and in attributes. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => escapes.get(character)!);
