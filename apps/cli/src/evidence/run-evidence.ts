import { type Claim, createEvidence, type Evidence } from '@zonula/evidence';
import { oneLine, UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { documentOf } from './document.ts';
import { claimsPage } from './page.ts';
import { contentsOf, textOf } from './text.ts';

/** Claims by id where all words are ids, else by what they say. */
const find = (evidence: Evidence, query: string): readonly Claim[] => {
  const letters = new Set(evidence.claims.map(({ id }) => id[0]));
  const words = query.split(/[\s,]+/u);
  const isId = (word: string): boolean =>
    /^[a-z]\d{2}$/iu.test(word) && letters.has(word[0]!.toUpperCase());
  if (!words.every(isId)) return evidence.search(query);
  return [...new Set(words)].map((id) => {
    const claim = evidence.claim(id);
    if (claim) return claim;
    throw new UnusableArguments(`there is no claim ${id}; ./zonula evidence lists them all`);
  });
};

export interface EvidenceOptions extends CommonOptions {
  readonly html?: string;
}

export const runEvidence = async (
  query: string,
  { json, html }: EvidenceOptions,
): Promise<void> => {
  const destination = html === undefined ? null : destinationAt(html);
  const evidence = createEvidence();
  const claims = query === '' ? evidence.claims : find(evidence, query);
  if (destination) {
    destination.write(claimsPage(query, claims));
    note(oneLine(`page written to ${destination.name}`));
  }
  if (json) await printJson(documentOf(query, claims));
  else if (query === '') await print(contentsOf(claims));
  else await print(textOf(query.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd'), claims));
};
