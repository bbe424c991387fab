import { Command } from 'commander';
import { addAccount } from './commands/account.ts';
import { addAxis } from './commands/axis.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addClinician } from './commands/clinician.ts';
import { addCohort } from './commands/cohort.ts';
import { addDiscover } from './commands/discover.ts';
import { addEvidence } from './commands/evidence.ts';
import { addFoods } from './commands/foods.ts';
import { addImport } from './commands/import.ts';
import { addPlan } from './commands/plan.ts';
import { addScore } from './commands/score.ts';
import { addServe } from './commands/serve.ts';
import { addSimulate } from './commands/simulate.ts';
import { addTriage } from './commands/triage.ts';
import { addTrial } from './commands/trial.ts';
import { addValidate } from './commands/validate.ts';
import { version } from './version.ts';

/** The command line; errors are thrown, never printed or exited on. */
export const createProgram = (): Command => {
  const program = new Command('zonula')
    .description(
      'Does what happens on your plate and in your gut move your skin, and how sure can you be?',
    )
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  addAccount(program);
  addAxis(program);
  addBackup(program);
  addClinician(program);
  addCohort(program);
  addDiscover(program);
  addImport(program);
  addFoods(program);
  addEvidence(program);
  addPlan(program);
  addRestore(program);
  addScore(program);
  addServe(program);
  addSimulate(program);
  addTriage(program);
  addTrial(program);
  addValidate(program);
  return program;
};
