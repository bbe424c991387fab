import { resolve } from 'node:path';
import type { DataPlace } from '@zonula/server';
import { type Command, Option } from 'commander';
import { asUnusable, checkedUrl } from '../database.ts';
import { UnusableArguments } from '../failure.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { destinationAt, print, printJson } from '../output.ts';
import { version } from '../version.ts';

interface PlaceOptions extends CommonOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
}

const placeOf = ({ data, databaseUrl }: PlaceOptions): DataPlace => {
  if (data !== undefined && databaseUrl !== undefined)
    throw new UnusableArguments('give either --data or --database-url, not both');
  if (databaseUrl !== undefined) return { databaseUrl: checkedUrl(databaseUrl) };
  if (data === undefined || data.trim() === '')
    throw new UnusableArguments('say where the data are: --data FOLDER or --database-url URL');
  return { folder: data };
};

const withPlace = (command: Command): Command =>
  withCommonOptions(command)
    .option('--data <folder>', 'the folder of zonula serve --data')
    .addOption(
      new Option('--database-url <url>', 'the PostgreSQL of zonula serve --database-url').env(
        'ZONULA_DATABASE_URL',
      ),
    );

/** Names the file in what is wrong with it. */
const naming = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'UnusableBackup')
      throw new UnusableArguments(`${file}: ${error.message}`);
    throw asUnusable(error);
  }
};

const runBackup = async (options: PlaceOptions & { readonly out: string }): Promise<void> => {
  const { out, seed, json } = options;
  const place = placeOf(options);
  const { name } = destinationAt(out);
  const { backupTo } = await import('@zonula/server');
  const told = 'folder' in place ? place.folder : 'the database';
  const { tables, rows } = await naming(told, () => backupTo(place, name, Date.now));
  if (json) await printJson({ version, seed, file: resolve(name), tables, rows });
  else
    await print(
      `${rows} rows of ${tables} tables are in ${name}, read back and checked.\nIt holds names, appointments, secrets and what a cohort was given: keep it where nobody else can read it.\n`,
    );
};

const runRestore = async (
  file: string,
  options: PlaceOptions & { readonly check?: true },
): Promise<void> => {
  const { seed, json, check } = options;
  if (check) {
    const { checkBackup } = await import('@zonula/server');
    const { tables, rows, created } = await naming(file, () => checkBackup(file));
    if (json) await printJson({ version, seed, file: resolve(file), tables, rows, created });
    else await print(`${file} is whole: ${rows} rows of ${tables} tables, of ${created}.\n`);
    return;
  }
  const place = placeOf(options);
  const { restoreFrom } = await import('@zonula/server');
  const done = await naming(file, () => restoreFrom(file, place, Date.now));
  if (json) await printJson({ version, seed, ...done });
  else
    await print(
      `${done.rows} rows of ${done.tables} tables are restored, read back and checked.\n`,
    );
};

export const addBackup = (program: Command): void => {
  withPlace(program.command('backup'))
    .description('write everything a server keeps into one file, checked; it may run meanwhile')
    .requiredOption('--out <file>', 'the file; it is written whole or not at all')
    .action(runBackup);
};

export const addRestore = (program: Command): void => {
  withPlace(program.command('restore'))
    .description('restore a backup to an empty place, embedded or PostgreSQL, and check every row')
    .argument('<file>', 'what zonula backup wrote')
    .option('--check', 'only read the file and say whether it is whole')
    .action(runRestore);
};
