import { openPglite } from '../src/db/pglite.ts';
import { makeDataFolder } from './data-folder.ts';
import { createSignedIn } from './matrix-world.ts';

/** Makes a data folder in which clinic admins are signed in already; the tokens of their sessions. */
export const folderWithAdmins = async (
  folder: string,
  admins: number,
): Promise<readonly string[]> => {
  await makeDataFolder(folder);
  const database = await openPglite(folder);
  try {
    const clock = { now: Date.now() };
    const tokens: string[] = [];
    for (let k = 0; k < admins; k++) {
      const { cookie } = await createSignedIn(database, clock, 'clinic-admin');
      tokens.push(cookie.slice(cookie.indexOf('=') + 1));
    }
    return tokens;
  } finally {
    await database.destroy();
  }
};
