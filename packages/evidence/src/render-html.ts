import type { Claim } from './claim.ts';
import { pageNotice, pageOf } from './page.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character]!);

const link = ({ text, url }: { readonly text: string; readonly url: string }): string =>
  `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(text)}</a>`;

/** The page of one claim as an `article`, everything escaped; no style, no script. */
export const renderClaim = (claim: Claim): string => {
  const { id, claim: sentence, verdict, about, sections, sources } = pageOf(claim);
  const body = sections.map(({ title, lines }) =>
    [
      `<section><h2>${escaped(title)}</h2>`,
      lines.length > 1
        ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : `<p>${escaped(lines[0]!)}</p>`,
      '</section>',
    ].join(''),
  );
  const cited = sources.map(
    ({ text, at }) => `<li>${escaped(text)}${at.map((place) => ` ${link(place)}`).join('')}</li>`,
  );
  return [
    `<article class="claim" id="claim-${escaped(id)}">`,
    `<div class="claim-head"><p class="claim-id">${escaped(id)}</p><h1><q>${escaped(sentence.slice(1, -1))}</q></h1>`,
    `<p class="claim-verdict"><strong>${escaped(verdict)}</strong></p>`,
    `<dl>${about.map(([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl></div>`,
    ...body,
    `<section><h2>Sources</h2><ol>${cited.join('')}</ol></section>`,
    `<p class="claim-note">${escaped(pageNotice)}</p>`,
    '</article>',
    '',
  ].join('\n');
};
