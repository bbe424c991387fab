import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../src/db/migrate.ts';
import { openPglite } from '../src/db/pglite.ts';
import { dropTemplates } from './drop-templates.ts';
import { prepared } from './prepared.ts';

const makeAnew = async (folder: string): Promise<void> => {
  const database = await openPglite(folder);
  try {
    await migrate(database, () => 0);
    await dropTemplates(database);
  } finally {
    await database.destroy();
  }
};

/** Makes a data folder with nothing in it but the newest schema: one to create takes seconds, one to copy does not. */
export const makeDataFolder = async (folder: string): Promise<void> => {
  const made = await prepared('data-folder', makeAnew);
  if (made === null) await makeAnew(folder);
  else cpSync(join(made, 'database'), join(folder, 'database'), { recursive: true });
};
