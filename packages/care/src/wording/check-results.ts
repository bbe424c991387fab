import type { Suspects } from '@zonula/discovery';
import { inHundred } from '../numbers.ts';
import { list, note, type Sentence } from '../sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing the engine asked of itself before it said anything. */
export interface CheckResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'not-done' | 'noted';
  readonly meaning: Sentence;
  /** What the engine itself had to say; may be empty. */
  readonly remark: string;
}

const leadCheck = ({ checks }: Suspects, { name, outcome }: Vocabulary): CheckResult => {
  const { performed, failed, text } = checks.leadTest;
  return {
    title: 'Does tomorrow explain today?',
    state: !performed ? 'not-done' : failed.length > 0 ? 'noted' : 'passed',
    meaning:
      failed.length > 0
        ? [
            'With ',
            ...list(failed.map(name), 'and', 6),
            ', ',
            ...outcome.subject,
            ' changes before and not after. Perhaps you have it because of how you feel. Nothing is claimed about that.',
          ]
        : [
            'What you do tomorrow cannot change today. If it seems to, something else is at work, and nothing is claimed.',
          ],
    remark: note(text),
  };
};

const shiftCheck = ({ checks, claims }: Suspects): CheckResult => {
  const { performed, p, shifts, text } = checks.shiftTest;
  const done = performed && p !== null;
  return {
    title: 'Would a shifted diary look the same?',
    state: !done ? 'not-done' : claims.length === 0 ? 'noted' : p <= 0.05 ? 'passed' : 'failed',
    meaning: [
      done
        ? `We slid your scores against your days ${shifts} times, so that nothing can be true. A pattern as strong as yours came up ${inHundred(p)} times.`
        : 'We would slide your scores against your days, so that nothing can be true, and look again.',
    ],
    remark: note(text),
  };
};

/** Without draws nothing ran, and without a figure there is nothing that could have been passed. */
const convergenceState = ({
  draws,
  passed,
  rHat,
}: Suspects['checks']['convergence']): CheckResult['state'] => {
  if (draws === 0) return 'not-done';
  if (!passed) return 'failed';
  return rHat === null ? 'not-done' : 'passed';
};

export const checkResults = (
  suspects: Suspects,
  vocabulary: Vocabulary,
): readonly CheckResult[] => {
  const { convergence, confounders } = suspects.checks;
  return [
    leadCheck(suspects, vocabulary),
    shiftCheck(suspects),
    {
      title: 'Did the calculation settle?',
      state: convergenceState(convergence),
      meaning: ['Several separate runs must reach the same answer.'],
      remark: note(convergence.text),
    },
    ...confounders.map(
      ({ text }): CheckResult => ({
        title: 'Something else to keep in mind',
        state: 'noted',
        meaning: [note(text)],
        remark: '',
      }),
    ),
  ];
};
