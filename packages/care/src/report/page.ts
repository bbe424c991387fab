import { type Html, html } from './html.ts';
import { mark } from './mark.ts';
import { style } from './style.ts';

export interface Page {
  readonly title: string;
  /** Stands at the right of the header. */
  readonly when: string | Html;
  /** Drawing definitions that the figures use. */
  readonly definitions?: Html;
  readonly main: Html;
  readonly footer: Html;
}

/** A self-contained page: no network, no script, both themes, phone and A4. */
export const page = ({ title, when, definitions, main, footer }: Page): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${definitions}
<header>${mark}<p class="brand">Zonula</p><p class="when">${when}</p></header>
<main>
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`.markup
  }`;
