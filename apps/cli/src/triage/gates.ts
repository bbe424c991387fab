import type { Gates } from '@zonula/care';
import type { Diary } from '@zonula/diary';
import { mayTry, type Profile } from '@zonula/safety';
import { today } from '../clock.ts';
import { classesOf } from '../trial/contents.ts';

/** Days in a row that a fair test may ask for at most. */
const daysOut = 14;

/** Asks the gates about testing the members of a suspect, one at a time, on one's own. */
export const gatesFor = (profile: Profile, diary: Diary): Gates => {
  const person = { profile, diary, today: today() };
  return (members) => {
    const decisions = members.map((exposure) =>
      mayTry(person, { exposure, classes: classesOf(exposure), days: daysOut, alsoOut: [] }),
    );
    const reasons = new Map(
      decisions.flatMap(({ reasons: why }) => why.map((reason) => [reason.code, reason] as const)),
    );
    return { allowed: decisions.every(({ allowed }) => allowed), reasons: [...reasons.values()] };
  };
};
