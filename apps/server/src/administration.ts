import {
  type AccountSummary,
  grantRole,
  listAccounts,
  UnknownName,
  withdrawRole,
} from './account/roles.ts';
import type { GrantedRole } from './db/account-tables.ts';
import { migrate } from './db/migrate.ts';
import { type DataPlace, openKept } from './db/place.ts';
import { type Erasure, erasePerson } from './privacy/erase.ts';
import { exportPerson, type PersonExport } from './privacy/export.ts';
import { type PersonName, personNamed } from './privacy/person.ts';

/** What whoever runs the server may do with accounts. Names that are not there are `UnknownName`. */
export interface Administration {
  readonly accounts: () => Promise<AccountSummary[]>;
  readonly grant: (
    account: string,
    role: GrantedRole,
    practitioner: string | null,
  ) => Promise<void>;
  readonly withdraw: (account: string, role: GrantedRole) => Promise<void>;
  /** By the id of an account or the e-mail address of a client. */
  readonly export: (name: string) => Promise<PersonExport>;
  readonly erase: (name: string) => Promise<Erasure>;
  readonly close: () => Promise<void>;
}

/** Opens the database of a server, brings its schema forward, and lets accounts be looked after. Throws `NoData`. */
export const openAdministration = async ({
  data,
  now,
  newId,
}: {
  readonly data: DataPlace;
  readonly now: () => number;
  readonly newId: () => string;
}): Promise<Administration> => {
  const database = await openKept(data);
  const known = (name: string): PersonName => {
    const person = personNamed(name);
    if (person === null)
      throw new UnknownName(`${name}: the id of an account or an e-mail address is expected`);
    return person;
  };
  const accountIn = (name: string): string => {
    const person = known(name);
    if (person.kind !== 'account')
      throw new UnknownName(`${name}: the id of an account is expected`);
    return person.account;
  };
  const found = <T>(name: string, result: T | null): T => {
    if (result === null) throw new UnknownName(`nothing is kept of ${name}`);
    return result;
  };
  try {
    await migrate(database, now);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    accounts: () => listAccounts(database),
    grant: async (account, role, practitioner) =>
      grantRole(database, { account: accountIn(account), role, practitioner }, now()),
    withdraw: async (account, role) =>
      withdrawRole(database, { account: accountIn(account), role }),
    export: async (name) => found(name, await exportPerson(database, known(name), now())),
    erase: async (name) =>
      found(name, await erasePerson(database, known(name), { now: now(), newId })),
    close: () => database.destroy(),
  };
};
