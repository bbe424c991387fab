import type { Command } from 'commander';
import { UnusableArguments } from '../failure.ts';
import { once, parsePoints, withCommonOptions } from '../options.ts';
import type { PoolArguments } from './run-pool.ts';

const checkFiles = (files: readonly string[]): void => {
  if (files.length < 2)
    throw new UnusableArguments('RESULT.json: expected the results of two trials or more');
  if (files.filter((file) => file === '-').length > 1)
    throw new UnusableArguments('standard input can be read once only');
};

/** Several trials of the same thing, of one person or of several. */
export const addPool = (trial: Command): void => {
  withCommonOptions(trial.command('pool'))
    .description('what several trials of the same thing say together')
    .argument('<RESULT.json...>', 'results, as `trial analyse --json` wrote them')
    .option(
      '--spread <points>',
      'how far true effects may lie apart; otherwise a tenth of the scale',
      once(parsePoints),
    )
    .action(async (files: readonly string[], options: PoolArguments) => {
      checkFiles(files);
      const { runPool } = await import('./run-pool.ts');
      await runPool(files, options);
    });
};
