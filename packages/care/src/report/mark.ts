import { type Html, html } from './html.ts';

/** Two cells and the seal between them. Decorative: the name stands beside it. */
export const mark: Html = html`<svg class="mark" width="46" height="34" viewBox="0 0 46 34" aria-hidden="true" focusable="false">
<path class="cell" d="M9 2h9q4.500 0 4.500 4.500v21q0 4.500-4.500 4.500H9Q2 32 2 25V9Q2 2 9 2z"/>
<path class="cell" d="M37 2h-9q-4.500 0-4.500 4.500v21q0 4.500 4.500 4.500h9Q44 32 44 25V9Q44 2 37 2z"/>
<ellipse class="nucleus" cx="12" cy="20" rx="4" ry="5"/><ellipse class="nucleus" cx="34" cy="20" rx="4" ry="5"/>
<path class="seal" d="M23 6v3M23 11v3M23 16v3"/>
</svg>`;
