import type { Command } from 'commander';
import type { EvidenceOptions } from '../evidence/run-evidence.ts';
import { UnusableArguments } from '../failure.ts';
import { withCommonOptions } from '../options.ts';

const longestQuery = 200;

/** The words as one text; empty without any. */
const queryOf = (words: readonly string[]): string => {
  const query = words.join(' ').replace(/\s+/gu, ' ').trim();
  if (words.length > 0 && !/[\p{L}\p{N}]/u.test(query))
    throw new UnusableArguments(
      'words or an id are needed, for example: zonula evidence dairy acne',
    );
  if ([...query].length > longestQuery)
    throw new UnusableArguments(`at most ${longestQuery} characters can be searched for`);
  return query;
};

export const addEvidence = (program: Command): void => {
  withCommonOptions(program.command('evidence'))
    .description('say what studies know of food, gut and skin, with sources')
    .argument('[query...]', 'what to look for, or the id of a claim; without it all are listed')
    .option('--html <file>', 'write the claims in full as one page, each under its id')
    .action(async (words: readonly string[], options: EvidenceOptions) => {
      const query = queryOf(words);
      const { runEvidence } = await import('../evidence/run-evidence.ts');
      await runEvidence(query, options);
    });
};
