import type { Citation, Claim, Effect } from './claim.ts';

/** The sentence as people say it, in quotation marks; it may be wrong. */
export const quotedClaim = ({ claim }: Pick<Claim, 'claim'>): string =>
  `“${claim.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** "Weak or mixed, low certainty". */
export const verdictWords = ({
  verdict,
  certainty,
}: Pick<Claim, 'verdict' | 'certainty'>): string =>
  `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}, ${certainty} certainty`;

/** "Acne with any milk: 1.28 odds ratio (1.13 to 1.44)". */
export const effectWords = ({ what, value, control, interval, unit, p }: Effect): string => {
  const range = interval === undefined ? null : `${interval[0]} to ${interval[1]}`;
  const [figure, rest] = value === undefined ? [range, null] : [`${value}`, range];
  if (figure === null) return p === undefined ? what : `${what} (p ${withSign(p)})`;
  const shown =
    unit === '%' || unit?.startsWith('% ')
      ? `${figure} ${unit}`
      : [figure, unit].filter(Boolean).join(' ');
  const compared = control === undefined ? shown : `${shown} against ${control}`;
  const notes = [rest, p === undefined ? null : `p ${withSign(p)}`].filter((note) => note !== null);
  return `${what}: ${compared}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
};

const withSign = (p: string): string => (p.startsWith('<') ? `< ${p.slice(1)}` : `= ${p}`);

/** "Juhl CR, … (2018). Title. Journal." without the identifiers. */
export const citationWords = (citation: Citation): string => {
  const { authors, year, title, about, journal, incomplete } = citation;
  const head = [authors, year === undefined ? null : `(${year})`].filter(Boolean).join(' ');
  const parts = [head, title ?? `[${about}]`, journal].filter(Boolean);
  return `${parts.map((part) => `${part}`.replace(/\.$/u, '')).join('. ')}.${incomplete ? ' Incomplete: some of it we have not seen ourselves.' : ''}`;
};

export interface Identifier {
  readonly text: string;
  readonly url: string;
}

/** Where a citation can be looked up, best first. */
export const identifiersOf = ({ doi, pmid, pmcid, url }: Citation): readonly Identifier[] => {
  const known: Identifier[] = [];
  if (doi) known.push({ text: `doi:${doi}`, url: `https://doi.org/${encodeURI(doi)}` });
  if (pmid) known.push({ text: `PMID ${pmid}`, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` });
  if (pmcid) known.push({ text: pmcid, url: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}` });
  if (known.length === 0 && url) known.push({ text: url, url });
  return known;
};

/** "Juhl 2018, doi:10.3390/nu10081049": enough to find it. */
export const shortCitation = (citation: Citation): string => {
  const first = citation.authors?.split(/[,;]/u)[0] ?? citation.journal ?? '';
  const name = first.replace(/(?<!^Coeliac) \p{Lu}{1,3}$/u, '');
  const place = identifiersOf(citation)[0]?.text ?? '';
  return [[name, citation.year].filter(Boolean).join(' '), place].filter(Boolean).join(', ');
};
