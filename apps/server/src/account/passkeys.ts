import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf } from '../db/day.ts';
import { retried } from '../db/failures.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import type { AccountContext } from './context.ts';
import { lockAccount } from './lock-account.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { type Session, startSession } from './sessions.ts';

/** Where the app is open: passkeys are bound to it. */
export interface RelyingParty {
  /** Such as `https://clinic.example`. */
  readonly origin: string;
  /** Its host name. */
  readonly id: string;
}

export interface Ceremony<Options> {
  readonly ceremony: string;
  /** For `navigator.credentials`. */
  readonly options: Options;
}

export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

const ceremonyMs = 5 * 60_000;
const mostPasskeys = 20;

const begin = async (
  { database, now, newId }: AccountContext,
  kind: 'register' | 'add' | 'sign-in',
  account: string | null,
  challenge: string,
): Promise<string> => {
  const id = newId();
  const expires_at = new Date(now() + ceremonyMs);
  await database
    .insertInto('account.ceremony')
    .values({ id, kind, account, challenge, expires_at })
    .execute();
  return id;
};

/** What was asked in a ceremony, once: a challenge is never answered twice, not even by two processes at once. */
const takeUp = async (
  { database, now }: AccountContext,
  id: string,
  kinds: readonly ('register' | 'add' | 'sign-in')[],
) => {
  const taken = await database
    .deleteFrom('account.ceremony')
    .where('id', '=', id)
    .where('kind', 'in', kinds)
    .returning(['kind', 'account', 'challenge', 'expires_at'])
    .executeTakeFirst();
  if (taken === undefined || taken.expires_at.getTime() <= now())
    throw new Refusal('ceremony-ended');
  return taken;
};

const bytesOf = (uuid: string) => {
  const bytes = new Uint8Array(16);
  bytes.set(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
  return bytes;
};

/** Begins a passkey: of a new account, or a further one of `account`. */
export const beginRegistration = async (
  context: AccountContext,
  { id: rpID }: RelyingParty,
  account: string | null,
): Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>> => {
  const owner = account ?? context.newId();
  const known = await context.database
    .selectFrom('account.passkey')
    .select('id')
    .where('account', '=', owner)
    .execute();
  const options = await generateRegistrationOptions({
    rpName: 'Zonula',
    rpID,
    // What the device shows; it may put a name in its place, which is never told here.
    userName: 'Zonula',
    userID: bytesOf(owner),
    timeout: ceremonyMs,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const kind = account === null ? 'register' : 'add';
  return { ceremony: await begin(context, kind, owner, options.challenge), options };
};

/** What the verifier throws quotes the response; who sent it is told only that it does not hold. */
const verified = async <Result extends { readonly verified: boolean }>(
  verify: () => Promise<Result>,
): Promise<Result> => {
  let result: Result;
  try {
    result = await verify();
  } catch {
    throw new Refusal('passkey-refused');
  }
  if (!result.verified) throw new Refusal('passkey-refused');
  return result;
};

export interface Registered {
  readonly account: string;
  readonly passkey: string;
  /** Of a new account: it is signed in, and has its recovery codes. */
  readonly fresh: (SignedIn & { readonly recoveryCodes: readonly string[] }) | null;
}

/** Checks what the authenticator made and keeps it. `signedIn` is the account that adds it, if any. */
export const finishRegistration = async (
  context: AccountContext,
  { origin, id }: RelyingParty,
  {
    ceremony,
    response,
    name,
  }: { ceremony: string; response: RegistrationResponseJSON; name: string },
  signedIn: string | null,
): Promise<Registered> => {
  const asked = await takeUp(context, ceremony, ['register', 'add']);
  const account = asked.account!;
  // A further passkey is for the one who began it, and still is signed in.
  if (asked.kind === 'add' && account !== signedIn) throw new Refusal('ceremony-ended');
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: asked.challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  );
  const { credential, credentialBackedUp } = registrationInfo!;
  return context.database.transaction().execute(async (transaction) => {
    if (asked.kind === 'register') await createAccount(context, transaction, account);
    else await assertRoomForOneMore(transaction, account);
    const kept = await transaction
      .insertInto('account.passkey')
      .values({
        id: credential.id,
        account,
        public_key: credential.publicKey,
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        name,
        backed_up: credentialBackedUp,
        created_at: new Date(context.now()),
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (kept.length === 0) throw new Refusal('passkey-known');
    if (asked.kind === 'add') return { account, passkey: credential.id, fresh: null };
    const recoveryCodes = await renewRecoveryCodes(context, transaction, account);
    const fresh = await startSession(context, transaction, account, 'passkey');
    return { account, passkey: credential.id, fresh: { ...fresh, recoveryCodes } };
  });
};

const createAccount = async (
  { now, randomBytes }: AccountContext,
  transaction: DatabaseTransaction,
  id: string,
): Promise<void> => {
  await transaction
    .insertInto('account.account')
    .values({
      id,
      audit_key: randomBytes(32),
      created_at: new Date(now()),
      used_on: dayOf(now()),
    })
    .execute();
};

const assertRoomForOneMore = async (
  transaction: DatabaseTransaction,
  account: string,
): Promise<void> => {
  if (!(await lockAccount(transaction, account))) throw new Refusal('ceremony-ended');
  const { count } = await transaction
    .selectFrom('account.passkey')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  if (count >= mostPasskeys) throw new Refusal('too-many-passkeys');
};

/** Begins a sign-in with whichever passkey the person chooses: nobody is asked who they are. */
export const beginSignIn = async (
  context: AccountContext,
  { id: rpID }: RelyingParty,
): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>> => {
  const options = await generateAuthenticationOptions({
    rpID,
    timeout: ceremonyMs,
    userVerification: 'required',
  });
  return { ceremony: await begin(context, 'sign-in', null, options.challenge), options };
};

/** Checks the signature of a passkey and begins a session. */
export const finishSignIn = async (
  context: AccountContext,
  { origin, id }: RelyingParty,
  { ceremony, response }: { ceremony: string; response: AuthenticationResponseJSON },
): Promise<SignedIn> => {
  const { challenge } = await takeUp(context, ceremony, ['sign-in']);
  return retried(() =>
    context.database.transaction().execute(async (transaction) => {
      const passkey = await transaction
        .selectFrom('account.passkey')
        .select(['id', 'account', 'public_key', 'counter', 'transports'])
        .where('id', '=', response.id)
        .forUpdate()
        .executeTakeFirst();
      if (passkey === undefined) throw new Refusal('passkey-refused');
      const { authenticationInfo } = await verified(() =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(passkey.public_key),
            counter: passkey.counter,
            // Written by us from a response that was checked.
            transports: passkey.transports as AuthenticatorTransport[],
          },
        }),
      );
      await transaction
        .updateTable('account.passkey')
        .set({
          counter: authenticationInfo.newCounter,
          backed_up: authenticationInfo.credentialBackedUp,
          last_used_at: new Date(context.now()),
        })
        .where('id', '=', passkey.id)
        .execute();
      return startSession(context, transaction, passkey.account, 'passkey');
    }),
  );
};
