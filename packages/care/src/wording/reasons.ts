import type { Finding, Suspects } from '@zonula/discovery';

/** Things that could not be judged for one and the same reason. */
export interface Unjudged {
  readonly code: string;
  /** Why, said of all of them. */
  readonly heading: string;
  readonly findings: readonly Finding[];
}

/**
 * What is said of several things at once, by code. One thing alone, or a code that is not here, is
 * explained by the text that came with it.
 */
const headings: ReadonlyMap<string, string> = new Map([
  ['mostly-unknown', 'On most days your diary does not say whether you had them.'],
  ['never-with', 'Your diary has no day with them.'],
  ['too-few-days-with', 'You had them on too few days.'],
  ['constant-dose', 'You had the same amount on every known day, so there is nothing to compare.'],
  ['never-without', 'You never go without them, so there is nothing to compare.'],
  ['too-few-days-without', 'You almost never go without them, so there is too little to compare.'],
  ['outcome-missing', 'Too few of their days are followed by a score.'],
  [
    'too-few-spells',
    'Their days lie in one or two stretches, and something else may have changed then.',
  ],
  ['confounded-with-break', 'They came or went together with a new medicine or skin product.'],
  [
    'confounded-with-covariates',
    'They come and go with sleep, stress, the calendar or the weather.',
  ],
  ['same-foods-as', 'They come from the same foods as something that is looked at already.'],
  ['identical-to', 'You had them on exactly the same days as something else.'],
]);

const unexplained = 'Your diary did not allow a judgement.';

/** Groups what was judged neither alone nor in a set by its reason, the largest group first. */
export const unjudged = (suspects: Suspects): readonly Unjudged[] => {
  const groups = new Map<string, Finding[]>();
  const inSets = new Set(suspects.suspects.flatMap(({ members }) => members));
  for (const finding of suspects.exposures) {
    if (finding.identifiable || inSets.has(finding.id)) continue;
    const code = finding.reason?.code ?? '';
    const group = groups.get(code);
    if (group) group.push(finding);
    else groups.set(code, [finding]);
  }
  return [...groups]
    .map(([code, findings]) => {
      const own = findings[0]?.reason?.text;
      const general = headings.get(code);
      return {
        code,
        heading: (findings.length === 1 ? (own ?? general) : (general ?? own)) ?? unexplained,
        findings,
      };
    })
    .sort((a, b) => b.findings.length - a.findings.length || (a.code < b.code ? -1 : 1));
};
