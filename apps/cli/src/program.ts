import { Command } from 'commander';
import { version } from './version.ts';

type Add = (program: Command) => void;

/** Each loads its part of the bundle: a start pays for one command, not for all. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  account: async () => (await import('./commands/account.ts')).addAccount,
  axis: async () => (await import('./commands/axis.ts')).addAxis,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  clinician: async () => (await import('./commands/clinician.ts')).addClinician,
  cohort: async () => (await import('./commands/cohort.ts')).addCohort,
  discover: async () => (await import('./commands/discover.ts')).addDiscover,
  import: async () => (await import('./commands/import.ts')).addImport,
  foods: async () => (await import('./commands/foods.ts')).addFoods,
  evidence: async () => (await import('./commands/evidence.ts')).addEvidence,
  plan: async () => (await import('./commands/plan.ts')).addPlan,
  restore: async () => (await import('./commands/backup.ts')).addRestore,
  score: async () => (await import('./commands/score.ts')).addScore,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  simulate: async () => (await import('./commands/simulate.ts')).addSimulate,
  triage: async () => (await import('./commands/triage.ts')).addTriage,
  trial: async () => (await import('./commands/trial.ts')).addTrial,
  validate: async () => (await import('./commands/validate.ts')).addValidate,
};

/** The first argument says which commands are needed; help, and whoever mistyped, need all. */
const neededFor = (first: string): readonly (() => Promise<Add>)[] => {
  if (Object.hasOwn(commands, first)) return [commands[first]!];
  return first === '--version' ? [] : Object.values(commands);
};

/** The command line for these arguments; errors are thrown, never printed or exited on. */
export const createProgram = async (args: readonly string[]): Promise<Command> => {
  const program = new Command('zonula')
    .description(
      'Does what happens on your plate and in your gut move your skin, and how sure can you be?',
    )
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  const adds = await Promise.all(neededFor(args[0] ?? '').map((load) => load()));
  for (const add of adds) add(program);
  return program;
};
