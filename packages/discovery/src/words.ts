import type { Convergence } from './converge.ts';
import type { ShiftTest } from './falsify.ts';
import type { Reason, Suspect } from './suspects.ts';

/** The name part of an identity: `food/ice cream` is spoken of as "ice cream". */
const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1);

const listOf = (names: readonly string[], word: string): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;

/** What would settle a suspicion. It never suggests leaving anything out, and no test of a medicine. */
export const testOf = (members: readonly string[], why: Suspect['why']): string => {
  const names = members.map(nameOf);
  if (members.some((id) => id.startsWith('medication/')))
    return `Keep taking ${listOf(names, 'and')} as agreed. Show this to whoever prescribed it before anything changes.`;
  if (why === 'reversed')
    return `${listOf(names, 'and')}: your outcome may come first and your choice second. A fair test, with days chosen by chance, could tell.`;
  if (names.length > 1)
    return `A fair test that changes one of ${listOf(names, 'and')} at a time, on days chosen by chance, would tell them apart.`;
  if (why === null) return `A fair test of ${names[0]}, on days chosen by chance, would be next.`;
  if (why === 'too-small')
    return `It may be too small to matter. A fair test of ${names[0]}, on days chosen by chance, would tell how large it is.`;
  return `This may be chance. A fair test of ${names[0]}, on days chosen by chance, would tell.`;
};

export const leadText = (tested: number, failed: number): string =>
  tested === 0
    ? 'Nothing stood out enough to be tested.'
    : failed === 0
      ? 'What came later explains nothing of what came before, as it should be.'
      : 'What came later goes along with what came before, so the direction cannot be told.';

export const shiftText = ({ shifts, p }: ShiftTest): string =>
  p === null
    ? 'The diary is too short to be shifted against itself.'
    : `Largest score statistic against ${shifts} circular shifts: p = ${p.toFixed(3)}.`;

export const convergenceText = (convergence: Convergence, chains: number): string =>
  convergence.rHat === null
    ? 'Too few draws to compare.'
    : `${chains} chains; largest split R-hat ${convergence.rHat.toFixed(2)}; they differ by at most ${convergence.disagreement.toFixed(2)} on any probability.${convergence.settled ? (convergence.contested.length > 0 ? ' Nothing is claimed where they differ much.' : '') : ' They do not agree on how the outcome moves by itself; only what each of them finds is claimed.'}`;

export const notConverged: Reason = {
  code: 'not-converged',
  text: 'Separate runs of the calculation did not agree, so nothing is said.',
};

export const nothingRan = {
  leadTest: { performed: false, failed: [], tests: [], text: 'Nothing was tested.' },
  shiftTest: { performed: false, shifts: 0, p: null, text: 'Nothing was tested.' },
  convergence: {
    passed: false,
    chains: 0,
    draws: 0,
    rHat: null,
    effectiveSampleSize: null,
    text: 'Nothing was calculated.',
  },
  confounders: [],
};

export const confounderText = (id: string, label: string): string =>
  `${nameOf(id)} goes along with ${label}. Both were looked at together.`;
