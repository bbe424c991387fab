export { fight, type Outcome, seeded, startsAfter } from './contention.ts';
export { type CrashOutcome, fightThroughCrashes } from './crashes.ts';
export { startPostgres } from './postgres.ts';
export { startProcess } from './processes.ts';
