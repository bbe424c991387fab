import { createHash } from 'node:crypto';
import type { Context } from 'hono';

const style =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:36em;margin:2em auto;padding:0 1em;color-scheme:light dark}button{font:inherit;padding:.6em 1.2em}table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.2em 1em .2em 0}code,pre{font-size:.85em;overflow-wrap:anywhere}pre{white-space:pre-wrap}';
const styleDigest = createHash('sha256').update(style).digest('base64');

/** What a page of the server itself may do: show itself, and send its one form back. */
const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => escapes.get(character)!);

/** A page of the server itself, around `body`, which is HTML. It has no script and loads nothing. */
export const htmlPage = (
  context: Context,
  { title, body }: { readonly title: string; readonly body: string },
): Response => {
  context.header('content-security-policy', policy);
  context.header('content-type', 'text/html; charset=utf-8');
  return context.body(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>\n`);
};

/** A few words, with a button that posts to the same address. */
export const page = (
  context: Context,
  {
    title,
    text,
    button,
  }: { readonly title: string; readonly text: string; readonly button?: string },
): Response => {
  const form =
    button === undefined ? '' : `<form method="post"><button>${escaped(button)}</button></form>`;
  return htmlPage(context, { title, body: `<p>${escaped(text)}</p>${form}` });
};
