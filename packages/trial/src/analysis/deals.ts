import type { Random } from '@zonula/numerics';
import {
  type Assignment,
  assignmentCount,
  drawAssignment,
  enumerateAssignments,
  type TrialDesign,
} from '../design.ts';

/** Assignments of a design, one after the other. */
export interface Deals {
  readonly units: number;
  readonly count: number;
  /** count x units; 1 = with the exposure, 0 = without. */
  readonly arms: Uint8Array;
  /** All that the design allows, each equally probable; otherwise drawn independently. */
  readonly complete: boolean;
}

/** Up to this many assignments are listed one by one. */
export const mostListed = 1 << 16;

/** All assignments where there are at most `listed`, otherwise `drawn` of them. */
export function dealsOf(
  design: TrialDesign,
  random: Random,
  { listed = mostListed, drawn = 4999 }: { readonly listed?: number; readonly drawn?: number } = {},
): Deals {
  const complete = assignmentCount(design) <= Math.min(listed, mostListed);
  const all = complete
    ? enumerateAssignments(design)
    : Array.from({ length: drawn }, () => drawAssignment(design, random));
  const units = all[0]?.length ?? 0;
  const arms = new Uint8Array(all.length * units);
  all.forEach((assignment, row) => {
    arms.set(armsOf(assignment), row * units);
  });
  return { units, count: all.length, arms, complete };
}

export const armsOf = (assignment: Assignment): Uint8Array =>
  Uint8Array.from(assignment, (arm) => (arm === 'with' ? 1 : 0));
