import { beginPasskey, beginSignIn, finishPasskey, finishSignIn } from './server.ts';

/** The device made no passkey, or used none that was asked for. */
export class PasskeyFailed extends Error {
  override readonly name = 'PasskeyFailed';
  /** `stopped`: the person closed the device's question or let it pass. `there`: this device holds one already. `other`: it is of another account. */
  readonly reason: 'stopped' | 'there' | 'not-here' | 'other';
  constructor(reason: PasskeyFailed['reason']) {
    super(reason);
    this.reason = reason;
  }
}

export const canUsePasskeys = (): boolean =>
  isSecureContext && typeof globalThis.PublicKeyCredential === 'function';

const reasonOf = (error: unknown): PasskeyFailed['reason'] => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return 'there';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'stopped' : 'not-here';
};

const onDevice = async <Response>(work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work();
  } catch (error) {
    throw new PasskeyFailed(reasonOf(error));
  }
};

/** A passkey that this device makes: of a new account, or a further one of whoever is signed in. */
export const makePasskey = async (name: string): ReturnType<typeof finishPasskey> => {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { ceremony, options } = await beginPasskey();
  const response = await onDevice(() => startRegistration({ optionsJSON: options }));
  return finishPasskey(ceremony, name, response);
};

/** Signs in with whichever passkey the person chooses. */
export const usePasskey = async (): ReturnType<typeof finishSignIn> => {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { ceremony, options } = await beginSignIn();
  const response = await onDevice(() => startAuthentication({ optionsJSON: options }));
  return finishSignIn(ceremony, response);
};
