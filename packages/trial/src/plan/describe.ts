import { assignmentCount, smallestPossibleP, type TrialDesign, trialDays } from '../design.ts';
import type { DescribedDesign } from './document.ts';

/** A design together with what follows from it. */
export const describeDesign = (design: TrialDesign): DescribedDesign => {
  const described = {
    days: trialDays(design),
    assignments: assignmentCount(design),
    smallestPossibleP: smallestPossibleP(design),
  };
  const looks = [...design.looks];
  switch (design.kind) {
    case 'one-member-of-a-set':
      return { ...design, ...described, looks, keepUsual: [...design.keepUsual] };
    case 'randomised-pairs':
    case 'randomised-periods':
    case 'alternating':
    case 'elimination-reintroduction':
      return { ...design, ...described, looks };
  }
};
