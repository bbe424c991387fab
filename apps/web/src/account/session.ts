import { Refused } from '../api/ask.ts';
import { makePasskey, PasskeyFailed, usePasskey as signWithPasskey } from './passkey.ts';
import {
  endSession,
  endThisSession,
  type Role,
  readSession,
  type Session,
  signInByCode,
} from './server.ts';
import { asking, isMarked, knownSession, setSession } from './session-store.ts';

/** Asks who is signed in, where somebody was on this device. */
export const lookAtSession = async (): Promise<void> => {
  if (!isMarked()) return setSession({ state: 'out', wasIn: false });
  setSession(asking);
  try {
    setSession({ state: 'in', session: await readSession(), codes: null });
  } catch (failure) {
    const isOut = failure instanceof Refused && failure.code === 'not-signed-in';
    setSession(isOut ? { state: 'out', wasIn: true } : { state: 'failed', failure });
  }
};

export const hasRole = (session: Session, role: Role): boolean => session.roles.includes(role);

export const signIn = async (): Promise<void> =>
  setSession({ state: 'in', session: await signWithPasskey(), codes: null });

export const recover = async (code: string): Promise<void> =>
  setSession({ state: 'in', session: await signInByCode(code), codes: null });

/**
 * A new account with its first passkey, signed in; its codes are told once. Whoever has signed in elsewhere in this browser meanwhile has
 * one passkey more, and is shown their account.
 */
export const register = async (name: string): Promise<void> => {
  const { session, recoveryCodes } = await makePasskey(name);
  setSession({ state: 'in', session: session ?? (await readSession()), codes: recoveryCodes });
};

/** Recovery codes are to be shown, or (null) are kept. */
export const tellCodes = (codes: readonly string[] | null): void => {
  const known = knownSession();
  if (known?.state === 'in') setSession({ ...known, codes });
};

export const signOut = async (): Promise<void> => {
  try {
    await endThisSession();
  } catch (failure) {
    if (!(failure instanceof Refused && failure.code === 'not-signed-in')) throw failure;
  }
  setSession({ state: 'out', wasIn: false });
};

/**
 * Does what the server does only after a sign-in of the last ten minutes: asks for the passkey once more where it has to. With the passkey of
 * another account that one is signed in, and nothing is done to it.
 */
export const freshly = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof Refused && failure.code === 'sign-in-again')) throw failure;
  }
  const before = knownSession();
  const session = await signWithPasskey();
  const known = knownSession();
  setSession({ state: 'in', session, codes: known?.state === 'in' ? known.codes : null });
  if (before?.state === 'in') {
    if (before.session.account !== session.account) throw new PasskeyFailed('other');
    await endSession(before.session.id).catch((failure: unknown) => {
      // It ended by itself meanwhile.
      if (!(failure instanceof Refused && failure.code === 'unknown-session')) throw failure;
    });
  }
  return work();
};
