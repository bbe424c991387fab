import type { Finding, Suspects } from '@zonula/discovery';

/** Things that could not be judged for one and the same reason. */
export interface Unjudged {
  readonly code: string;
  /** Why, said of all of them. */
  readonly heading: string;
  readonly findings: readonly Finding[];
}

/** Headings by code; a code that is not here is explained by the text that came with it. */
const headings: ReadonlyMap<string, string> = new Map([]);

const unexplained = 'no-reason';

/** Groups what was judged neither alone nor in a set by its reason, the largest group first. */
export const unjudged = (suspects: Suspects): readonly Unjudged[] => {
  const groups = new Map<string, Finding[]>();
  const inSets = new Set(suspects.suspects.flatMap(({ members }) => members));
  for (const finding of suspects.exposures) {
    if (finding.identifiable || inSets.has(finding.id)) continue;
    const code = finding.reason?.code ?? unexplained;
    const group = groups.get(code);
    if (group) group.push(finding);
    else groups.set(code, [finding]);
  }
  return [...groups]
    .map(([code, findings]) => ({
      code,
      heading:
        headings.get(code) ?? findings[0]?.reason?.text ?? 'Your diary did not allow a judgement.',
      findings,
    }))
    .sort((a, b) => b.findings.length - a.findings.length || (a.code < b.code ? -1 : 1));
};
