export { type CohortPlace, type CohortStore, openCohort } from './open.ts';
export {
  consentsOf,
  diaryDigest,
  diaryDigests,
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
  lastRun,
  outcomelessOf,
  progressOf,
  type Question,
  type RunProgress,
  runOf,
  startRun,
} from './run.ts';
export type { CohortCrew, CohortWork } from './serve.ts';
export { pause, type Task, type WorkOptions, work } from './work.ts';
