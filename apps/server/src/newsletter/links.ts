import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link of the newsletter does. Each is good as long as its subscriber is there. */
export type NewsletterStep = 'confirm' | 'leave';

const digestOf = (secret: Uint8Array, step: NewsletterStep, subscriber: string): Buffer =>
  createHmac('sha256', secret).update(`zonula newsletter ${step}\n`).update(subscriber).digest();

export const newsletterToken = (
  secret: Uint8Array,
  step: NewsletterStep,
  subscriber: string,
): string => digestOf(secret, step, subscriber).toString('base64url');

export const isNewsletterToken = (
  token: string,
  secret: Uint8Array,
  step: NewsletterStep,
  subscriber: string,
): boolean => {
  const [given, right] = [
    Buffer.from(token),
    Buffer.from(newsletterToken(secret, step, subscriber)),
  ];
  return given.length === right.length && timingSafeEqual(given, right);
};

/** In the address and not behind `#`: mail programs post to it themselves (RFC 8058). The log holds its pattern only. */
export const newsletterUrl = (
  { publicUrl, linkSecret }: { readonly publicUrl: string; readonly linkSecret: Uint8Array },
  step: NewsletterStep,
  subscriber: string,
): string =>
  `${publicUrl}/api/v1/newsletter/${step}/${subscriber}/${newsletterToken(linkSecret, step, subscriber)}`;

/** Whose proof it is, told only to who knows the address already. */
export const addressDigest = (secret: Uint8Array, email: string): Uint8Array =>
  createHmac('sha256', secret).update('zonula newsletter address\n').update(email).digest();
