import { existsSync, mkdirSync } from 'node:fs';
import type { CohortStore, DataPlace } from '@zonula/server';
import type { Command } from 'commander';
import { asUnusable, checkedUrl } from '../database.ts';
import { UnusableArguments } from '../failure.ts';
import { cannotWrite, note } from '../output.ts';

export interface PlaceOptions {
  /** Folder of an embedded database. */
  readonly data?: string;
  readonly databaseUrl?: string;
}

export const withPlaceOptions = (command: Command): Command =>
  command
    .option('--data <folder>', 'where an embedded database keeps the people and their results')
    .option('--database-url <url>', 'a PostgreSQL instead, which any number of workers may share');

/** Where the cohort is; `otherwise` where neither option says so. */
export const placeOf = ({ data, databaseUrl }: PlaceOptions, otherwise?: string): DataPlace => {
  if (data !== undefined && databaseUrl !== undefined)
    throw new UnusableArguments('give either --data or --database-url, not both');
  if (databaseUrl !== undefined) return { databaseUrl: checkedUrl(databaseUrl) };
  const folder = data ?? otherwise;
  if (folder === undefined || folder.trim() === '')
    throw new UnusableArguments('say where the cohort is: --data FOLDER or --database-url URL');
  return { folder };
};

/** Makes a folder where it is missing, and none above it. */
export const makeFolder = (folder: string): void => {
  try {
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
};

/** Opens the cohort, does something with it and closes it again. Nothing of a database is loaded before. */
export const withCohort = async <T>(
  data: DataPlace,
  connections: number,
  use: (store: CohortStore) => Promise<T>,
): Promise<T> => {
  if ('folder' in data) makeFolder(data.folder);
  const { openCohort } = await import('@zonula/server');
  const store = await openCohort({
    data,
    connections,
    now: Date.now,
    onError: (error) => note(`database: ${error.message}`),
  }).catch((error: unknown) => {
    throw asUnusable(error);
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};
