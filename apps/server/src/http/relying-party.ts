import type { Context } from 'hono';
import type { RelyingParty } from '../account/passkeys.ts';
import { Refusal } from '../clinic/refusal.ts';

/**
 * Where the app is open. Without an `origin` of the server it is this computer alone, `http://localhost`, at whichever
 * port: no other Host is believed.
 */
export const relyingPartyOf = (context: Context, origin: string | null): RelyingParty => {
  if (origin !== null) return { origin, id: new URL(origin).hostname };
  const host = context.req.header('host') ?? '';
  if (!/^localhost(?::\d{1,5})?$/u.test(host)) throw new Refusal('origin-unknown');
  return { origin: `http://${host}`, id: 'localhost' };
};
