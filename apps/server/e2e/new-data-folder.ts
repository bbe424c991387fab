import { migrate } from '../src/db/migrate.ts';
import { openPglite } from '../src/db/pglite.ts';
import { dropTemplates } from './drop-templates.ts';

export const makeAnew = async (folder: string): Promise<void> => {
  const database = await openPglite(folder);
  try {
    await migrate(database, () => 0);
    await dropTemplates(database);
  } finally {
    await database.destroy();
  }
};
