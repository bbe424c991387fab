import { createFoods, indexOfCode } from '@zonula/foods';
import { hiddenFor } from '@zonula/safety';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readRemembered, toCorrections, writeRemembered } from '../foods/corrections.ts';
import { loadFoodTables, loadNutrients } from '../foods/data.ts';
import { documentOf } from '../foods/document.ts';
import { textOf } from '../foods/text.ts';
import { readAll } from '../input.ts';
import { type CommonOptions, several, withCommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readProfileFile } from '../triage/profile.ts';

const languages = ['en', 'en-GB', 'en-US', 'de', 'fr', 'es'] as const;

interface Correction {
  readonly phrase: string;
  readonly code: number;
}

interface FoodsOptions extends CommonOptions {
  readonly language?: (typeof languages)[number];
  readonly corrections?: string;
  readonly profile?: string;
  readonly correct?: readonly Correction[];
}

const parseCorrection = (text: string): Correction => {
  const at = text.lastIndexOf('=');
  const code = Number(text.slice(at + 1));
  const phrase = text.slice(0, at).trim();
  if (at < 0 || phrase === '' || !Number.isSafeInteger(code) || code <= 0)
    throw new InvalidArgumentError('PHRASE=CODE is needed, for example "my latte=92101900".');
  return { phrase, code };
};

const runFoods = async (words: readonly string[], options: FoodsOptions): Promise<void> => {
  const asked = words.join(' ');
  const text = asked === '-' ? await readAll('-') : asked;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text))
    throw new UnusableArguments(
      'words are needed, for example: zonula foods "latte and a croissant"',
    );
  const hidden =
    options.profile !== undefined && hiddenFor(await readProfileFile(options.profile)).energy;
  const tables = loadFoodTables();
  const file = options.corrections;
  const added = options.correct ?? [];
  if (added.length > 0 && file === undefined)
    throw new UnusableArguments('--correct needs --corrections FILE, where it is remembered');
  for (const { code } of added)
    if (indexOfCode(tables.codes, code) < 0)
      throw new UnusableArguments(`--correct: there is no food with the code ${code}`);
  const destination = added.length > 0 ? destinationAt(file!) : null;
  const known =
    file !== undefined && (added.length === 0 || destination!.exists)
      ? await readRemembered(file, tables)
      : [];
  const remembered = [...known, ...added];
  const foods = createFoods(tables, {
    ...(options.language === undefined ? {} : { language: options.language }),
    nutrientsOf: loadNutrients(tables),
    corrections: toCorrections(remembered),
  });
  const document = documentOf(text, foods.read(text), hidden);
  if (destination !== null) {
    destination.write(writeRemembered(remembered));
    note(oneLine(`remembered in ${destination.name}`));
  }
  if (options.json) await printJson(document);
  else await print(textOf(document));
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
    .action(runFoods);
};
