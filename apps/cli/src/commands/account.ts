import { randomUUID } from 'node:crypto';
import type { Administration } from '@zonula/server';
import { type Command, Option } from 'commander';
import { placeOf } from '../cohort/place.ts';
import { asUnusable, defaultFolder } from '../database.ts';
import { UnusableArguments } from '../failure.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { destinationAt, print, printJson } from '../output.ts';
import { version } from '../version.ts';

interface PlaceOptions extends CommonOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
}

const roles = ['clinician', 'clinic-admin', 'researcher'] as const;
type Role = (typeof roles)[number];
const parts: Readonly<Record<Role, string>> = {
  clinician: 'clinician',
  'clinic-admin': 'clinic admin',
  researcher: 'researcher',
};

/** Opens the server's database, does something with its accounts and closes it again. */
const withAccounts = async <T>(
  options: PlaceOptions,
  use: (accounts: Administration) => Promise<T>,
): Promise<T> => {
  const data = placeOf(options, defaultFolder());
  const { openAdministration } = await import('@zonula/server');
  try {
    const accounts = await openAdministration({ data, now: Date.now, newId: randomUUID });
    try {
      return await use(accounts);
    } finally {
      await accounts.close();
    }
  } catch (error) {
    throw asUnusable(error);
  }
};

const runList = async (options: PlaceOptions): Promise<void> => {
  const accounts = await withAccounts(options, (open) => open.accounts());
  if (options.json) return printJson({ version, accounts });
  if (accounts.length === 0) return print('There are no accounts yet.\n');
  for (const { account, createdAt, usedOn, passkeys, roles: granted } of accounts) {
    const as = granted.map(({ role, practitioner }) =>
      practitioner === null ? parts[role] : `${parts[role]} (${practitioner})`,
    );
    await print(
      `${account}  since ${createdAt.slice(0, 10)}  last used ${usedOn}  ${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'}  ${as.join(', ') || 'person'}\n`,
    );
  }
};

interface GrantOptions extends PlaceOptions {
  readonly practitioner?: string;
}

const runGrant = async (account: string, role: Role, options: GrantOptions): Promise<void> => {
  const { practitioner = null } = options;
  if (role === 'clinician' && practitioner === null)
    throw new UnusableArguments(
      'a clinician needs --practitioner ID, who they are in the catalogue',
    );
  if (role !== 'clinician' && practitioner !== null)
    throw new UnusableArguments('--practitioner is for a clinician only');
  await withAccounts(options, (open) => open.grant(account, role, practitioner));
  if (options.json) await printJson({ version, account, role, practitioner });
  else await print(`${account} is now ${parts[role]}.\n`);
};

const runWithdraw = async (account: string, role: Role, options: PlaceOptions): Promise<void> => {
  await withAccounts(options, (open) => open.withdraw(account, role));
  if (options.json) await printJson({ version, account, role });
  else await print(`${account} is no ${parts[role]} any more and is signed out everywhere.\n`);
};

interface ExportOptions extends PlaceOptions {
  readonly out?: string;
}

const runExport = async (name: string, options: ExportOptions): Promise<void> => {
  const destination = options.out === undefined ? null : destinationAt(options.out);
  const exported = await withAccounts(options, (open) => open.export(name));
  const document = { version, name, ...exported };
  if (destination === null) return printJson(document);
  destination.write(`${JSON.stringify(document, null, 2)}\n`);
  const rows = exported.tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (options.json) await printJson({ version, name, file: destination.name, rows });
  else await print(`${rows} rows about ${name} written to ${destination.name}.\n`);
};

interface EraseOptions extends PlaceOptions {
  readonly yes?: true;
}

const runErase = async (name: string, options: EraseOptions): Promise<void> => {
  if (options.yes !== true)
    throw new UnusableArguments('this cannot be undone; add --yes to erase it');
  const erasure = await withAccounts(options, (open) => open.erase(name));
  if (options.json) return printJson({ version, name, ...erasure });
  const { before, tablesSearched, keptWithoutName } = erasure;
  await print(`Erased ${name}.\n\nBefore, this was kept:\n`);
  for (const [table, rows] of Object.entries(before))
    await print(`  ${table}  ${rows} ${rows === 1 ? 'row' : 'rows'}\n`);
  await print(`\nNow nothing is: ${tablesSearched} tables were looked through row by row.\n`);
  if (keptWithoutName > 0)
    await print(
      `${keptWithoutName} past ${keptWithoutName === 1 ? 'appointment stays' : 'appointments stay'} in the books without a name.\n`,
    );
};

export const addAccount = (program: Command): void => {
  const account = program
    .command('account')
    .description('look after the accounts of a server, and what it keeps of people');
  const add = (name: string, description: string): Command =>
    withCommonOptions(account.command(name).description(description))
      .option('--data <folder>', 'where the server keeps its data; it must not be running')
      .option('--database-url <url>', 'its PostgreSQL instead; the server may be running');
  const withRole = (command: Command): Command =>
    command
      .argument('<account>', 'the id of the account, as its owner sees it')
      .argument('<role>', roles.join(', '), (text: string) => {
        const role = roles.find((one) => one === text);
        if (role === undefined)
          throw new UnusableArguments(`${text}: one of ${roles.join(', ')} is expected`);
        return role;
      });
  add('list', 'all accounts and their roles').action(runList);
  withRole(add('grant', 'give an account a role'))
    .addOption(new Option('--practitioner <id>', 'who a clinician is in the catalogue'))
    .action(runGrant);
  withRole(add('withdraw', 'take a role away, and sign the account out')).action(runWithdraw);
  const who = 'the id of an account, or the e-mail address of a client';
  add('export', 'everything that is kept of somebody, as JSON')
    .argument('<name>', who)
    .option('--out <file>', 'write it there')
    .action(runExport);
  add('erase', 'erase somebody from every table, and show that nothing is left')
    .argument('<name>', who)
    .option('--yes', 'do it; it cannot be undone')
    .action(runErase);
};
