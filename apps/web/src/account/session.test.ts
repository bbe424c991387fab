import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { Refused } from '../api/ask.ts';
import { makePasskey, PasskeyFailed, usePasskey } from './passkey.ts';
import { endSession, readSession, type Session } from './server.ts';
import { freshly, register } from './session.ts';
import { knownSession, setSession } from './session-store.ts';

// The authenticator, and the server behind the network.
vi.mock(import('./passkey.ts'), async (original) => ({
  ...(await original()),
  makePasskey: vi.fn(),
  usePasskey: vi.fn(),
}));
vi.mock(import('./server.ts'), async (original) => ({
  ...(await original()),
  endSession: vi.fn(async () => {}),
  readSession: vi.fn(),
}));

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const sessionOf = (account: string, id: string): Session => ({
  ...{ id, account, roles: [], method: 'passkey' },
  ...{ signedInAt: '2026-03-01T08:00:00Z', expiresAt: '2026-05-30T08:00:00Z' },
});
const staleOnce = () => {
  let tries = 0;
  return vi.fn(async () => {
    if (++tries === 1) throw new Refused('sign-in-again', '');
    return 'done';
  });
};

beforeEach(() => {
  vi.clearAllMocks();
  setSession({ state: 'in', session: sessionOf('mine', 'old'), codes: null });
});

test('what needs a fresh sign-in is done after one; the session before it ends', async () => {
  vi.mocked(usePasskey).mockResolvedValue(sessionOf('mine', 'new'));
  const work = staleOnce();
  expect(await freshly(work)).toBe('done');
  expect(endSession).toHaveBeenCalledWith('old');
});

test('the passkey of another account signs that one in, and nothing is done to it', async () => {
  vi.mocked(usePasskey).mockResolvedValue(sessionOf('other', 'new'));
  const work = staleOnce();
  await expect(freshly(work)).rejects.toThrow(PasskeyFailed);
  expect(work).toHaveBeenCalledTimes(1);
  expect(endSession).not.toHaveBeenCalled();
  expect(knownSession()).toMatchObject({ state: 'in', session: { account: 'other' }, codes: null });
});

test('who makes an account and has signed in elsewhere meanwhile is shown the account that they have', async () => {
  setSession({ state: 'out', wasIn: false });
  vi.mocked(makePasskey).mockResolvedValue({ session: null, recoveryCodes: null });
  vi.mocked(readSession).mockResolvedValue(sessionOf('mine', 'other tab'));
  await register('Phone');
  expect(knownSession()).toMatchObject({ state: 'in', session: { id: 'other tab' }, codes: null });
});
