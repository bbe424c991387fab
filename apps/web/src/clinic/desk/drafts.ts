import { useSyncExternalStore } from 'react';

/** Something half written, and what was there when it was begun. */
export interface Begun<Base, Draft> {
  readonly base: Base;
  readonly draft: Draft;
}

/** Where something half written stands (behind `#/desk/`), and what it is called. */
export interface BegunPlace {
  readonly place: string;
  readonly name: string;
}

// For this tab alone, until it is closed: so it outlives a link, the end of a session and a page that is loaded again.
const prefix = 'zonula-desk';
const keyOf = (account: string, place: string): string => `${prefix} ${account} ${place}`;
const keysOf = (account: string): string[] =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(keyOf(account, '')))
    .sort();

const watchers = new Set<() => void>();
const tell = (): void => {
  for (const one of watchers) one();
};
const watch = (one: () => void): (() => void) => {
  watchers.add(one);
  return () => watchers.delete(one);
};

const read = (key: string) => JSON.parse(sessionStorage.getItem(key) ?? 'null');

/** What an account has begun at a place, where a form with these fields still reads it; else null. */
export const begunAt = <Base, Draft extends object>(
  account: string,
  place: string,
  fields: readonly string[],
): Begun<Base, Draft> | null => {
  const kept = read(keyOf(account, place));
  if (kept === null) return null;
  const fits = [...fields].sort().join() === Object.keys(kept.draft).sort().join();
  return fits ? kept : null;
};

/** What was there when an account began something at a place: it may have been withdrawn since. Null where nothing was begun, or nothing was there. */
export const baseBegun = <Base>(account: string, place: string): Base | null =>
  read(keyOf(account, place))?.base ?? null;

export const keepBegun = <Base, Draft>(
  account: string,
  { place, name }: BegunPlace,
  begun: Begun<Base, Draft>,
): void => {
  sessionStorage.setItem(keyOf(account, place), JSON.stringify({ ...begun, name }));
  tell();
};

export const forgetBegun = (account: string, place: string): void => {
  sessionStorage.removeItem(keyOf(account, place));
  tell();
};

/** Somebody else sits here now: what others have begun is not for them; nobody's is where no account is named. */
export const forgetOthers = (account?: string): void => {
  const own = new Set(account === undefined ? [] : keysOf(account));
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(`${prefix} `) && !own.has(key)) sessionStorage.removeItem(key);
  tell();
};

/** Whether anything half written is in this tab, whoever began it. */
export const isAnythingBegun = (): boolean =>
  Object.keys(sessionStorage).some((key) => key.startsWith(`${prefix} `));

/** All that an account has begun. */
export const useBegun = (account: string): readonly BegunPlace[] => {
  const keys = useSyncExternalStore(watch, () => keysOf(account).join('\n'));
  return keys === ''
    ? []
    : keys.split('\n').map((key) => ({
        place: key.slice(keyOf(account, '').length),
        name: `${read(key)?.name}`,
      }));
};
