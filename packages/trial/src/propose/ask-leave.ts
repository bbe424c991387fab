import {
  type AllowedTrial,
  countryProfileOf,
  type Decision,
  gateReason,
  hiddenFor,
  mayShow,
  mayTry,
  type Person,
} from '@zonula/safety';

/** What leave is asked for. */
export interface LeaveRequest {
  readonly exposure: string;
  readonly classes: readonly string[] | null;
  /** Most days in a row without. */
  readonly days: number;
  /** Other foods that are out at present; default none. */
  readonly alsoOut?: readonly string[];
}

/** Asks the gates; what may not even be shown may not be tried either. */
export const askLeave = (
  person: Person,
  { exposure, classes, days, alsoOut = [] }: LeaveRequest,
): Decision<AllowedTrial> => {
  const hidden = hiddenFor(person.profile);
  if (!mayShow(hidden, exposure)) {
    const country = countryProfileOf(person.profile.country);
    return {
      allowed: false,
      blockedBy: hidden.because,
      reasons: hidden.because.map((code) => gateReason(code, country)),
      value: null,
    };
  }
  return mayTry(person, { exposure, classes, days, alsoOut });
};
