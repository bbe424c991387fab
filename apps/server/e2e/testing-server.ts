// What loads the server's own code, or drives servers and databases of their own.
export { analyseThroughCrashes, type CohortCrashesOutcome } from './cohort-crashes.ts';
export { fight, type Outcome, seeded, startsAfter } from './contention.ts';
export { type CrashOutcome, fightThroughCrashes } from './crashes.ts';
export { startPostgres } from './postgres.ts';
export { startProcess } from './processes.ts';
export { type RelayProcess, startRelay } from './relays.ts';
export { folderWithAdmins } from './signed-in-folder.ts';
