import { type Command, InvalidArgumentError } from 'commander';
import { withCommonOptions } from '../options.ts';
import type { ScoreOptions } from '../score/run-score.ts';

const parseTotal = (text: string): number => {
  const total = Number(text);
  if (text.trim() === '' || !Number.isFinite(total) || total < 0)
    throw new InvalidArgumentError('A total from 0 is needed.');
  return total;
};

export const addScore = (program: Command): void => {
  withCommonOptions(program.command('score'))
    .description('add up a form that you or a clinician filled in: EASI, SCORAD, PASI, GAGS ...')
    .argument('[instrument]', 'which one; without it, all are listed')
    .argument(
      '[file.json]',
      'the answers, as JSON or as a FHIR QuestionnaireResponse; - reads standard input',
    )
    .option('--before <total>', 'an earlier total: says whether the change matters', parseTotal)
    .action(async (id: string | undefined, file: string | undefined, options: ScoreOptions) => {
      const { runScore } = await import('../score/run-score.ts');
      await runScore(id, file, options);
    });
};
