import type { Foods } from '@zonula/foods';
import { type AllowedTrial, type Decision, type GateReason, triage } from '@zonula/safety';
import { askLeave, longestWithout, mostDaysWithout, type TrialDesign } from '@zonula/trial';
import { version } from '../../version.ts';
import { everyClassOf } from '../discover/classes-held.ts';
import type { Person, Shut, Wanted } from './questions.ts';

/** What the tables know counts, whatever is said; what they do not know, the person may say. */
export const classesOf = (
  foods: Foods,
  exposure: string,
  said: readonly string[] | null,
): readonly string[] | null => {
  const labelRead = exposure.startsWith('supplement/') && said !== null;
  const known = everyClassOf(foods, exposure, { otherRecipes: !labelRead });
  return known === null ? said : [...new Set([...known, ...(said ?? [])])];
};

/** Asks the gates before a plan, for as many days as any design may draw. */
export const leaveFor = (
  { diary, profile, today, exposure, holds, alsoOut }: Person & Wanted,
  foods: Foods,
): Decision<AllowedTrial> =>
  askLeave(
    { profile, diary, today },
    { exposure, classes: classesOf(foods, exposure, holds), days: mostDaysWithout, alsoOut },
  );

/** Asks the gates anew, as things stand today: an open red flag stops a trial that has begun. */
export const leaveToday = (
  { diary, profile, today }: Pick<Person, 'diary' | 'profile' | 'today'>,
  { exposure, design }: { readonly exposure: string; readonly design: TrialDesign },
  classes: readonly string[] | null,
): Decision<AllowedTrial> =>
  askLeave({ profile, diary, today }, { exposure, classes, days: longestWithout(design) });

/** Why a gate is shut, with the questions about warning signs that it waits for. */
export const shut = (
  { diary, profile, today }: Pick<Person, 'diary' | 'profile' | 'today'>,
  reasons: readonly GateReason[],
): Shut => ({
  kind: 'shut',
  reasons,
  questions: reasons.some(({ code }) => code.startsWith('not-asked:redFlags.'))
    ? triage({ diary, profile, today }, version).questions.map(({ id, question }) => ({
        id,
        question,
      }))
    : [],
});
