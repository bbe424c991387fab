export { type CohortPlace, type CohortStore, openCohort } from './open.ts';
export {
  type Consent,
  consentsOf,
  inputsOf,
  type PersonData,
  removeOthers,
  saveConsents,
  savePeople,
  withdraw,
} from './people.ts';
export { eachPersonal, type PersonalRow, type PooledRun, poolRun } from './pool.ts';
export {
  failuresOf,
  finishRun,
  openRuns,
  progressOf,
  type Question,
  type RunProgress,
  runById,
  startRun,
} from './run.ts';
export { type Task, type WorkOptions, work } from './work.ts';
