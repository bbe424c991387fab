/**
 * The clinician's page as nodes for a preview. The page's policy lets no text become markup, so the few elements and attributes that our own
 * templates use are made one by one; anything else is an error.
 */
const svg = 'http://www.w3.org/2000/svg';
const drawn: ReadonlySet<string> = new Set(['svg', 'path', 'circle', 'ellipse', 'rect', 'g']);
const known: ReadonlySet<string> = new Set([
  ...drawn,
  ...'main header footer section div p h1 h2 table thead tbody tr th td ul ol li span small bdi br b em figure figcaption img'.split(
    ' ',
  ),
]);
const empty: ReadonlySet<string> = new Set(['br', 'img']);
const attributes: ReadonlySet<string> = new Set(
  'class id scope data-of alt src viewBox d cx cy r rx ry x y width height aria-hidden focusable role tabindex'.split(
    ' ',
  ),
);
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);

const decoded = (text: string): string =>
  text.replace(/&(#?\w+);/gu, (whole, name: string) => entities.get(name) ?? whole);

const token = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w:-]+)="([^"]*)"/gu;

/** The app has its own main part. */
const shownAs = (name: string): string => (name === 'main' ? 'article' : name);

const elementOf = (name: string, written: string): Element => {
  if (!known.has(name)) throw new TypeError(`the page holds an unknown element: ${name}`);
  const element = drawn.has(name)
    ? document.createElementNS(svg, name)
    : document.createElement(shownAs(name));
  for (const [, key = '', value = ''] of written.matchAll(attribute)) {
    const own = decoded(value);
    if (!attributes.has(key) || (key === 'src' && !own.startsWith('data:image/')))
      throw new TypeError(`the page holds an unknown attribute: ${key}`);
    element.setAttribute(key, own);
  }
  return element;
};

/** Nodes of well-formed markup of our own templates. Throws `TypeError` for anything they do not use. */
export const nodesOf = (markup: string): DocumentFragment => {
  const root = document.createDocumentFragment();
  const open: ParentNode[] = [root];
  token.lastIndex = 0;
  let at = 0;
  for (let match = token.exec(markup); match !== null; match = token.exec(markup)) {
    at = token.lastIndex;
    const [, closing, name, written = '', selfClosing, text] = match;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.append(decoded(text));
    else if (closing) open.pop();
    else {
      const element = elementOf(name!, written);
      parent.append(element);
      if (!selfClosing && !empty.has(name!)) open.push(element);
    }
  }
  if (at !== markup.length || open.length !== 1)
    throw new TypeError(`the page cannot be shown, from character ${at}`);
  return root;
};

/** What stands in the body of a whole page, and the class of its size. */
export const bodyOf = (page: string): { readonly body: string; readonly size: string } => ({
  body: /<body>\s*([\s\S]*?)\s*<\/body>/u.exec(page)?.[1] ?? '',
  size: /<html[^>]*\sclass="(\w+)"/u.exec(page)?.[1] ?? '',
});
