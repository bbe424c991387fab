import { type AllowedTrial, isAllowed } from '@zonula/safety';
import { longestWithout, type TrialDesign } from '../design.ts';

/** Whoever gets here without leave from a gate is a defect of the program, never of the input. */
export class NotAllowed extends Error {
  constructor(why: string) {
    super(`no leave for this trial: ${why}`);
    this.name = 'NotAllowed';
  }
}

/**
 * Throws `NotAllowed` unless a gate gave this very leave, in this run of the program, for this exposure and for as many days in a
 * row without as the design may draw. The type keeps a trial without leave from being written; this keeps it from being forged.
 */
export const requireLeave = (leave: AllowedTrial, exposure: string, design: TrialDesign): void => {
  if (!isAllowed(leave)) throw new NotAllowed('it was not given by a gate');
  if (leave.exposure !== exposure)
    throw new NotAllowed(`it is for ${leave.exposure}, not for ${exposure}`);
  const days = longestWithout(design);
  if (leave.elimination !== null && leave.elimination.days < days)
    throw new NotAllowed(`it is for ${leave.elimination.days} days without, not for ${days}`);
};
