import { conditions } from '@zonula/evidence';
import { grains as allGrains, type Grain } from '@zonula/timeline';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DiscoverOptions } from '../discover/run-discover.ts';
import { UnusableArguments } from '../failure.ts';
import {
  once,
  parseOutcome,
  parsePoints,
  several,
  withCommonOptions,
  withDiaryOptions,
} from '../options.ts';

const grainsOf = new Map<string, readonly Grain[]>([
  ['dish', ['dish', 'entry']],
  ['ingredient', ['ingredient', 'entry']],
  ['class', ['class', 'entry']],
  ['all', allGrains],
]);

const parseGrain = (text: string): readonly Grain[] => {
  const grains = grainsOf.get(text);
  if (grains !== undefined) return grains;
  throw new InvalidArgumentError(`Allowed choices are ${[...grainsOf.keys()].join(', ')}.`);
};

/** What does not go together; told before anything is read. */
const checkArguments = (file: string, options: DiscoverOptions): void => {
  const { outcome = [], evidencePrior, trial = [], profile } = options;
  if (evidencePrior && outcome.length > 1)
    throw new UnusableArguments('--evidence-prior is for one score: give --outcome once');
  if (trial.length > 0 && outcome.length > 1)
    throw new UnusableArguments('--trial is for one score: give --outcome once');
  if (file === '-' && profile === '-')
    throw new UnusableArguments('standard input can be read once only');
};

export const addDiscover = (program: Command): void => {
  withCommonOptions(withDiaryOptions(program.command('discover')))
    .description('say what moves your skin, after which delay, and how sure that is')
    .option(
      '--outcome <category/name>',
      'the score to explain; may be given several times',
      several(parseOutcome),
    )
    .addOption(
      new Option('--grain <grain>', 'how finely food is looked at: dish, ingredient, class or all')
        .argParser(parseGrain)
        .default(parseGrain('all'), 'all'),
    )
    .option('--worthwhile <points>', 'smallest change that matters to you', once(parsePoints))
    .option('--research', 'add a forecast of seven days, to grade the method')
    .option('--corrections <file>', 'what you corrected of foods: CSV or JSON, phrase to code')
    .addOption(
      new Option('--condition <condition>', 'your skin condition, for what studies say').choices(
        conditions,
      ),
    )
    .option(
      '--trial <result.json>',
      'count the result of a trial, as `trial analyse --json` wrote it; may be given several times',
      several((name) => name),
    )
    .option('--evidence-prior', 'start from what studies say; never adds a claim')
    .option('--profile <file.json>', 'your answers: red flags come first, and some hide foods')
    .option('--report <file.html>', 'write a page to read, print and show')
    .action(async (file: string, options: DiscoverOptions) => {
      checkArguments(file, options);
      const { runDiscover } = await import('../discover/run-discover.ts');
      await runDiscover(file, options);
    });
};
