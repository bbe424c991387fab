import type { Effect, Finding, Suspects } from '@zonula/discovery';
import { count } from '../numbers.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { type Html, html, nothing } from './html.ts';
import { whiskers } from './whiskers.ts';

const most = 12;

const furthest = ({ peakInterval }: Effect): number => Math.max(...peakInterval.map(Math.abs));

/** What could still hide where nothing was found: the widest intervals, as if that thing did act. */
export const nothingFoundSection = (
  { exposures, suspects, worthwhile, status }: Suspects,
  vocabulary: Vocabulary,
): Html => {
  if (suspects.length > 0 || status !== 'ok') return nothing;
  const bounded = exposures
    .filter((f): f is Finding & { readonly effect: Effect } => f.identifiable && f.effect !== null)
    .sort((a, b) => furthest(b.effect) - furthest(a.effect));
  if (bounded.length === 0) return nothing;
  const unbounded = exposures.filter(({ identifiable }) => identifiable).length - bounded.length;
  const rows = bounded
    .slice(0, most)
    .map(({ id, effect }) => ({ label: [vocabulary.name(id)], effect }));
  return html`<section id="bounds"><h2>How much could still hide</h2>
<p>Each bar shows how large the change could be on its strongest day, if that thing does anything at all (8 times in 10 it lies within the bar). Right of the line is a higher score, left is lower; the quiet corridor is too small to matter.${
    bounded.length > most && ` These ${most} are the ones we know least about.`
  }</p>
${unbounded > 0 && html`<p>${count(unbounded, 'other thing')} cannot be drawn: your diary does not tell how large a change could be.</p>`}
${whiskers(rows, worthwhile, vocabulary, 'bound')}</section>`;
};
