import { createFoods, indexOfCode } from '@zonula/foods';
import { hiddenFor } from '@zonula/safety';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readProfileFile } from '../triage/profile.ts';
import { readRemembered, toCorrections, writeRemembered } from './corrections.ts';
import { loadFoodTables, loadNutrients } from './data.ts';
import { documentOf } from './document.ts';
import type { Language } from './languages.ts';
import { textOf } from './text.ts';

export interface Correction {
  readonly phrase: string;
  readonly code: number;
}

export interface FoodsOptions extends CommonOptions {
  readonly language?: Language;
  readonly corrections?: string;
  readonly profile?: string;
  readonly correct?: readonly Correction[];
}

export const runFoods = async (words: readonly string[], options: FoodsOptions): Promise<void> => {
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
