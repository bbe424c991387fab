import { html, page } from '@zonula/care';
import { type Claim, quotedClaim, renderClaim, verdictWords } from '@zonula/evidence';

/** One self-contained page: every claim in full, each under its id, so that `#claim-A23` leads to it. */
export const claimsPage = (query: string, claims: readonly Claim[]): string =>
  page({
    title: query === '' ? 'What studies say' : `What studies say: ${query}`,
    when: claims.length === 1 ? '1 claim' : `${claims.length} claims`,
    main: html`<p class="question">What do studies say?</p>
${
  claims.length !== 1 &&
  html`<p class="about">Sentences that people say, in quotation marks, and what is known of each. They are about people in general, not about you.</p>
<ul class="claims">${claims.map(
    (claim) =>
      html`<li><a href="#claim-${claim.id}">${claim.id}</a> ${quotedClaim(claim)} <b>${verdictWords(claim)}</b></li>`,
  )}</ul>`
}
${claims.map((claim) => ({ markup: renderClaim(claim) }))}`,
    footer: html`<p><strong>What this page is not.</strong> It is not medical advice, and it says nothing of you.</p>`,
  });
