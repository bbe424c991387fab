import type { Command } from 'commander';
import { withCommonOptions } from '../options.ts';
import { neededProfile } from '../triage/needed-profile.ts';
import type { TriageOptions } from '../triage/run-triage.ts';

export const addTriage = (program: Command): void => {
  withCommonOptions(program.command('triage'))
    .description('say when to see someone, what to ask, and what may be tested on your own')
    .option('--profile <file.json>', 'your answers: age band, conditions, allergies and so on')
    .option('--diary <file>', 'your diary: what it says may raise a question')
    .action(async (options: TriageOptions) => {
      const profile = neededProfile(options);
      const { runTriage } = await import('../triage/run-triage.ts');
      await runTriage(profile, options);
    });
};
