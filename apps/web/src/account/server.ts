import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { type Ask, ask, Refused } from '../api/ask.ts';
import { setSession } from './session-store.ts';

export type Role = 'person' | 'clinician' | 'clinic-admin' | 'researcher';

/** Times are instants in UTC. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly roles: readonly Role[];
  readonly method: 'passkey' | 'recovery-code';
  readonly signedInAt: string;
  readonly expiresAt: string;
}

/** Asks in the name of whoever is signed in; where the server says that nobody is, the app knows it from then on. */
export const askAsMe = async <Answer>(path: string, request: Ask = {}): Promise<Answer> => {
  try {
    return await ask<Answer>(path, request);
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'not-signed-in')
      setSession({ state: 'out', wasIn: true });
    throw failure;
  }
};

export interface Page<Item, Next> {
  readonly items: readonly Item[];
  /** Where the next page begins; null at the end. */
  readonly next: Next | null;
}

/** A list of the server, all pages of it. */
export const readAll = async <Item>(
  read: (after: string | null) => Promise<Page<Item, string>>,
): Promise<readonly Item[]> => {
  const all: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item, string> = await read(after);
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
};

/** A page of a list after an item of it. */
export const pageAt = <Item>(
  path: string,
  after: string | null,
  limit = 100,
): Promise<Page<Item, string>> =>
  askAsMe(`${path}?limit=${limit}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);

interface Ceremony<Options> {
  readonly ceremony: string;
  readonly options: Options;
}

export const readSession = (): Promise<Session> => ask('session');
export const endThisSession = (): Promise<void> => ask('session', { method: 'DELETE' });

export const beginSignIn = (): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>> =>
  ask('session/options', { method: 'POST' });
export const finishSignIn = (
  ceremony: string,
  response: AuthenticationResponseJSON,
): Promise<Session> => ask('session', { body: { ceremony, response } });
export const signInByCode = (code: string): Promise<Session> =>
  ask('session/recovery', { body: { code } });

export const beginPasskey = (): Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>> =>
  ask('account/passkeys/options', { method: 'POST' });
/** The session and the codes are those of a new account; a further passkey has none. */
export const finishPasskey = (
  ceremony: string,
  name: string,
  response: RegistrationResponseJSON,
): Promise<{
  readonly session: Session | null;
  readonly recoveryCodes: readonly string[] | null;
}> => ask('account/passkeys', { body: { ceremony, name, response } });

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Whether it is on other devices of the person as well. */
  readonly backedUp: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export const readPasskeys = (): Promise<readonly Passkey[]> =>
  readAll((after) => pageAt('account/passkeys', after));
export const removePasskey = (id: string): Promise<void> =>
  askAsMe(`account/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
export const renewCodes = async (): Promise<readonly string[]> =>
  (
    await askAsMe<{ recoveryCodes: readonly string[] }>('account/recovery-codes', {
      method: 'POST',
    })
  ).recoveryCodes;

export interface OpenSession {
  readonly id: string;
  readonly method: Session['method'];
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export const readSessions = (): Promise<readonly OpenSession[]> =>
  readAll((after) => pageAt('account/sessions', after));
export const endSession = (id: string): Promise<void> =>
  askAsMe(`account/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** For how long an account is kept that nobody uses. */
export interface Keeping {
  readonly months: number;
  /** The day on which it is erased unless it is used again; null for whoever has a role. */
  readonly erasedOn: string | null;
}

export const keptMonths = [6, 12, 24, 36, 60] as const;
export const readKeeping = (): Promise<Keeping> => askAsMe('account/keeping');
export const keepFor = (months: number): Promise<Keeping> =>
  askAsMe('account/keeping', { method: 'PUT', body: { months } });

/** All that the server keeps of the account, as it says it. */
export const exportOwn = (): Promise<object> => askAsMe('account/export', { method: 'POST' });
export const eraseOwn = (): Promise<object> => askAsMe('account', { method: 'DELETE' });
