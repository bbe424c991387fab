import { type Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '../foods/languages.ts';
import type { Correction, FoodsOptions } from '../foods/run-foods.ts';
import { several, withCommonOptions } from '../options.ts';

const parseCorrection = (text: string): Correction => {
  const at = text.lastIndexOf('=');
  const code = Number(text.slice(at + 1));
  const phrase = text.slice(0, at).trim();
  if (at < 0 || phrase === '' || !Number.isSafeInteger(code) || code <= 0)
    throw new InvalidArgumentError('PHRASE=CODE is needed, for example "my latte=92101900".');
  return { phrase, code };
};

export const addFoods = (program: Command): void => {
  withCommonOptions(program.command('foods'))
    .description('say what is in the foods you name: ingredients, classes and nutrients')
    .argument('<text...>', 'what you ate, or an ingredient list; - reads standard input')
    .addOption(
      new Option('--language <language>', 'where British and American words differ').choices(
        languages,
      ),
    )
    .option(
      '--corrections <file>',
      'what you corrected before: CSV or JSON, phrase to code; it wins',
    )
    .option(
      '--correct <phrase=code>',
      'remember in the corrections file what a phrase means; may be given several times',
      several(parseCorrection),
    )
    .option('--profile <file>', 'your answers: energy is hidden where it may do harm')
    .action(async (words: readonly string[], options: FoodsOptions) => {
      const { runFoods } = await import('../foods/run-foods.ts');
      await runFoods(words, options);
    });
};
