import { categories, type Format, formats, identityOf } from '@zonula/diary';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** What every command takes. */
export interface CommonOptions {
  readonly json?: true;
  readonly seed: number;
}

/** A whole number that seeds every draw: same input and seed, same bytes. */
export const parseSeed = (text: string): number => {
  const seed = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(seed))
    throw new InvalidArgumentError('A whole number from 0 is needed.');
  return seed;
};

/** A positive number of points of the outcome's scale. */
export const parsePoints = (text: string): number => {
  const points = Number(text);
  if (text.trim() === '' || !Number.isFinite(points) || points <= 0)
    throw new InvalidArgumentError('A number above 0 is needed.');
  return points;
};

/** `CATEGORY/NAME`. */
export const parseOutcome = (text: string): string => {
  const slash = text.indexOf('/');
  const wanted = text.slice(0, slash).trim().toLowerCase();
  const category = categories.find((one) => one === wanted);
  const name = text.slice(slash + 1).trim();
  if (slash < 0 || category === undefined || name === '')
    throw new InvalidArgumentError('CATEGORY/NAME is needed, for example skin/itch.');
  return identityOf(category, name);
};

/** An option that may be given once only; commander would silently take the last. */
export const once =
  <T>(parse: (text: string) => T) =>
  (text: string, earlier: T | undefined): T => {
    if (earlier !== undefined) throw new InvalidArgumentError('It can be given once only.');
    return parse(text);
  };

/** An option that may be given several times; all are kept in order. */
export const several =
  <T>(parse: (text: string) => T) =>
  (text: string, earlier: readonly T[] = []): readonly T[] => [...earlier, parse(text)];

export const withCommonOptions = (command: Command): Command =>
  command
    .option('--json', 'print one JSON document and nothing else')
    .addOption(
      new Option('--seed <n>', 'same input and seed, same bytes').argParser(parseSeed).default(1),
    )
    .option('--debug', 'on a defect of ours, show where it happened');

/** What the commands take that read a diary. */
export interface DiaryOptions extends CommonOptions {
  readonly format: Format | 'auto';
  readonly person?: string;
  readonly map?: string;
}

export const withDiaryOptions = (command: Command): Command =>
  command
    .argument('<file>', 'the diary: an export of another app or a table; - reads standard input')
    .addOption(
      new Option('--format <format>', 'what wrote the file')
        .choices(['auto', ...formats])
        .default('auto'),
    )
    .option('--person <id>', 'which person, where the file holds several')
    .option('--map <columns.json>', 'what the columns of any other table mean (format csv)');

/** How many threads work at the same time. */
export const parseWorkers = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value > 256)
    throw new InvalidArgumentError('A whole number from 0 to 256 is needed.');
  return value;
};
