import type { Sentence } from '../sentence.ts';

/** Markup that is known to be safe; everything else is escaped when it is put into a template. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const render = (value: Value): string => {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(render).join('');
};

/** Template tag: strings are escaped, lists are joined, null and false are left out. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.reduce(
    (text, part, index) => text + part + (index < values.length ? render(values[index]) : ''),
    '',
  ),
});

export const nothing: Html = { markup: '' };

/** A sentence for the page; each name keeps its own reading direction. */
export const words = (sentence: Sentence): Html =>
  html`${sentence.map((part) =>
    typeof part === 'string' ? part : html`<bdi class="name">${part.name}</bdi>`,
  )}`;

export const prose = (sentences: readonly Sentence[]): Html =>
  html`${sentences.map((sentence, index) => html`${index > 0 && ' '}${words(sentence)}`)}`;

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (string | Html)[])[];
  /** The cells hold sentences and not figures. */
  readonly wordy?: boolean;
}

export const table = ({ caption, head, rows, wordy = false }: Table): Html => html`
<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${wordy ? 'wordy' : 'figures'}">
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...rest]) =>
    html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table></div>`;

export const details = (summary: string | Html, body: Html): Html =>
  html`<details><summary>${summary}</summary>${body}</details>`;
