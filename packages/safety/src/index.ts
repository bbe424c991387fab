export { type AgeBand, type Condition, pillars } from './answers.ts';
export { assess, type Because, type FlagState, type Person } from './assess.ts';
export { type ClockState, clocks } from './clocks.ts';
export { type CountryProfile, countryProfileOf, countryProfiles, inCountry } from './country.ts';
export { classesTakenAlong } from './food-groups.ts';
export {
  type AllowedElimination,
  type AllowedReintroduction,
  type AllowedTrial,
  type Decision,
  type EliminationRequest,
  type FoodRequest,
  isAllowed,
  mayEliminate,
  mayReintroduce,
  mayTry,
  mostDaysOut,
} from './gate.ts';
export { type GateReason, gateQuestions, gateReason } from './gate-reasons.ts';
export { mayShow, shownDiary } from './hidden.ts';
export { type Hidden, hiddenFor } from './hidden-for.ts';
export { type Profile, profileSchema, unaskedProfile } from './profile.ts';
export { readProfile } from './read-profile.ts';
export type { Urgency } from './red-flag.ts';
export { redFlags } from './red-flags.ts';
export { type Triage, triage } from './triage.ts';
export { triageSchema } from './triage-schema.ts';
