import type { Suspect } from '@zonula/discovery';
import { hasMedicine, keepMedicine } from '../medicine.ts';
import { note, type Sentence } from '../sentence.ts';

/** What the gates say about testing a suspect on one's own. */
export interface GateAnswer {
  readonly allowed: boolean;
  /** Fixed texts, each with a way out. */
  readonly reasons: readonly { readonly text: string; readonly wayOut: string }[];
}

/** Asks the gates about all members of a suspect; not there where nobody gave their answers. */
export type Gates = (members: readonly string[]) => GateAnswer;

const alone: Sentence = ['Do not test this on your own.'];
/** Reasons that are told of one suspect; the rest stand in `triage`. */
const mostReasons = 2;

/**
 * What may come next for one suspect: with a medicine nothing, for it is said beside it; where a gate is shut, why and the way
 * out; otherwise the test that discovery proposes.
 */
export const nextStep = (
  suspect: Pick<Suspect, 'members' | 'test'>,
  gates: Gates | undefined,
): readonly Sentence[] => {
  if (hasMedicine(suspect)) return [];
  const answer = gates?.(suspect.members);
  if (answer && !answer.allowed) {
    const others = answer.reasons.length - mostReasons;
    return [
      alone,
      ...answer.reasons
        .slice(0, mostReasons)
        .map(({ text, wayOut }): Sentence => [`${note(text)} ${note(wayOut)}`]),
      ...(others > 0
        ? [[`${others === 1 ? 'One more reason' : `${others} more reasons`}: ./zonula triage`]]
        : []),
    ];
  }
  return suspect.test ? [[note(suspect.test)]] : [];
};

const testNext: Sentence = ['A fair test would be next.'];
const notAlone: Sentence = ['A fair test would be next, but not on your own: see below.'];

/** The same for the first paragraph, said once for all suspects. */
export const nextForAll = (
  suspects: readonly Pick<Suspect, 'members' | 'test'>[],
  gates: Gates | undefined,
): Sentence => {
  if (suspects.some(hasMedicine)) return keepMedicine;
  return gates && suspects.some(({ members }) => !gates(members).allowed) ? notAlone : testNext;
};
