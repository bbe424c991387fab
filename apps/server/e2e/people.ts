import { createAuthenticator } from './authenticator.ts';
import { type Answer, type createTestClinic, origin } from './clinic.ts';

type TestClinic = ReturnType<typeof createTestClinic>;

/** `NAME=VALUE` of the session that an answer sets. */
export const cookieIn = ({ headers }: Answer): string => {
  const cookie = headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('the answer sets no cookie');
  return cookie;
};

/** Makes an account with a passkey, signed in. */
export const createPerson = async (clinic: TestClinic) => {
  const authenticator = createAuthenticator(origin);
  const begun = await clinic.ask('POST', '/api/v1/account/passkeys/options');
  const { ceremony, options } = begun.body;
  const made = await clinic.ask('POST', '/api/v1/account/passkeys', {
    body: { ceremony, name: 'Phone', response: authenticator.create(options) },
  });
  if (made.status !== 201) throw new Error(`no account was made: ${made.body.code}`);
  return {
    authenticator,
    account: made.body.account as string,
    passkey: made.body.passkey as string,
    recoveryCodes: made.body.recoveryCodes as readonly string[],
    cookie: cookieIn(made),
  };
};
export type TestPerson = Awaited<ReturnType<typeof createPerson>>;

/** Signs in with the latest passkey. */
export const signIn = async (
  clinic: TestClinic,
  { authenticator }: Pick<TestPerson, 'authenticator'>,
  wrong: Parameters<TestPerson['authenticator']['get']>[1] = {},
): Promise<Answer> => {
  const { body } = await clinic.ask('POST', '/api/v1/session/options');
  const response = authenticator.get(body.options, wrong);
  return clinic.ask('POST', '/api/v1/session', { body: { ceremony: body.ceremony, response } });
};
