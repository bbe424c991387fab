import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { prepared } from './prepared.ts';

/** Nearly always the folder is copied, for which nothing of the server has to be loaded. */
const makeAnew = async (folder: string): Promise<void> =>
  (await import('./new-data-folder.ts')).makeAnew(folder);

/** Makes a data folder with nothing in it but the newest schema: one to create takes seconds, one to copy does not. */
export const makeDataFolder = async (folder: string): Promise<void> => {
  const made = await prepared('data-folder', makeAnew);
  if (made === null) await makeAnew(folder);
  else cpSync(join(made, 'database'), join(folder, 'database'), { recursive: true });
};
