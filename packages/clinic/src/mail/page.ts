/** A mail as text and as simple HTML: both say the same. */
export interface MailText {
  /** One line, without anything that somebody outside the clinic has written. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail is made of: lines that belong together, and links with what they do. */
export type MailBlock =
  | { readonly lines: readonly string[] }
  | { readonly link: string; readonly label: string };

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => escapes.get(character)!);

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

const asText = (block: MailBlock): string =>
  'lines' in block ? block.lines.join('\n') : `${block.label}:\n${block.link}`;

const asHtml = (block: MailBlock): string =>
  'lines' in block
    ? `<p>${block.lines.map((line) => escaped(line).replaceAll('\n', '<br>')).join('<br>')}</p>`
    : `<p><a href="${escaped(block.link)}">${escaped(block.label)}</a></p>`;

/** Whatever stands in the blocks is shown as it is: none of it becomes markup, a header or a further line of the subject. */
export const mailText = (
  language: string,
  subject: string,
  blocks: readonly MailBlock[],
): MailText => ({
  subject: oneLine(subject),
  text: `${blocks.map(asText).join('\n\n')}\n`,
  html: [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escaped(oneLine(subject))}</title></head>`,
    '<body style="font:16px/1.5 sans-serif;max-width:36em">',
    ...blocks.map(asHtml),
    '</body></html>\n',
  ].join('\n'),
});
