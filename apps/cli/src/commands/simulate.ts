import { type Command, InvalidArgumentError, Option } from 'commander';
import { once, withCommonOptions } from '../options.ts';
import type { SimulateOptions } from '../simulate/run-simulate.ts';

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < least || value > most)
    throw new InvalidArgumentError(`A whole number within ${least} and ${most} is needed.`);
  return value;
};

const examples = `
Examples:
  zonula simulate --out people
  zonula simulate --people 20 --days 365 --out people
  zonula simulate --scenario dairy-acne --out dairy
  zonula simulate --people 10000 --days 730 --summary --out population

Diaries are 0001.csv and so on. truth.json tells for each what truly moves the skin, after how many days and how
much of it goes through the gut, and which rows were never written. These people are invented by a model.`;

export const addSimulate = (program: Command): void => {
  withCommonOptions(program.command('simulate'))
    .description('invent people and write their diaries, with the truth about each')
    .option('--scenario <name or file>', 'what is settled of them; everything else is drawn')
    .addOption(
      new Option('--days <n>', 'length of each diary, 180 by default').argParser(
        once(whole(7, 3650)),
      ),
    )
    .addOption(
      new Option('--people <n>', 'how many people, 1 by default').argParser(
        once(whole(1, 1_000_000)),
      ),
    )
    .option('--summary', 'no diaries: one table with how each person fared')
    .requiredOption('--out <folder>', 'a new or an empty folder')
    .addHelpText('after', examples)
    .action(async (options: SimulateOptions) => {
      const { runSimulate } = await import('../simulate/run-simulate.ts');
      await runSimulate(options);
    });
};
