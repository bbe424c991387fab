export {
  conditionOf,
  type PersonTruth,
  type SimulatedPerson,
  type SimulateRequest,
  simulatePerson,
} from './simulate-person.ts';
export { type PersonSummary, summarisePerson, summaryColumns } from './summary.ts';
export type { Effect, TrueTrigger } from './truth.ts';
