import { homedir } from 'node:os';
import { join } from 'node:path';
import { UnusableArguments } from './failure.ts';

/** Where data lie unless a folder is named, as each system has it. */
export const defaultFolder = (): string => {
  const { env, platform } = process;
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Zonula');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Zonula');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'zonula');
};

export const checkedUrl = (text: string): string => {
  if (!/^postgres(?:ql)?:\/\/./u.test(text) || !URL.canParse(text))
    throw new UnusableArguments(
      '--database-url: an address such as postgres://host/name is expected',
    );
  return text;
};

/** Names of what can go wrong with a database that the person can mend. */
const mendable = new Set(['FolderInUse', 'NoData', 'UnknownDatabase', 'UnknownName']);

/** The failure as one that the person can mend, where it is one: addresses, passwords, rights, folders. */
export const asUnusable = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  if (error.name === 'UnusableMailServer')
    return new UnusableArguments(`--smtp-url: ${error.message}`);
  if (mendable.has(error.name)) return new UnusableArguments(error.message);
  const code = 'code' in error ? String(error.code) : '';
  // Classes of SQLSTATE: 08 connection, 28 authorisation, 3D no such database, 42501 no right, 57P03 starting.
  const isTheirs = /^E[A-Z]+$|^08|^28|^3D|^42501$|^57P03$|^0A000$/u.test(code);
  return isTheirs
    ? new UnusableArguments(`the database cannot be used: ${error.message || code}`)
    : error;
};
