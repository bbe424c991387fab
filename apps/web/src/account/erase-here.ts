import { PasskeyFailed } from './passkey.ts';
import { eraseOwn, readSession } from './server.ts';
import { freshly } from './session.ts';
import { setSession } from './session-store.ts';
import { forgetKeysOf } from './sharing/seal.ts';

/**
 * Erases an account at the server, and on this device what it needed to share; whoever had it is signed out then. All tabs have one session:
 * where another account was signed in meanwhile, nothing is done to it, and it is shown.
 */
export const eraseHere = async (account: string): Promise<void> => {
  await freshly(async () => {
    const session = await readSession();
    if (session.account !== account) {
      setSession({ state: 'in', session, codes: null });
      throw new PasskeyFailed('other');
    }
    await eraseOwn();
  });
  try {
    await forgetKeysOf(account);
  } finally {
    setSession({ state: 'out', wasIn: false });
  }
};
