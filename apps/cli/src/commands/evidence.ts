import type { Command } from 'commander';
import type { EvidenceOptions } from '../evidence/run-evidence.ts';
import { withCommonOptions } from '../options.ts';

export const addEvidence = (program: Command): void => {
  withCommonOptions(program.command('evidence'))
    .description('say what studies know of food, gut and skin, with sources')
    .argument('[query...]', 'what to look for, or the id of a claim; without it all are listed')
    .option('--html <file>', 'write the claims in full as one page, each under its id')
    .action(async (words: readonly string[], options: EvidenceOptions) => {
      const { runEvidence } = await import('../evidence/run-evidence.ts');
      await runEvidence(words, options);
    });
};
