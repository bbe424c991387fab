import { createHmac, timingSafeEqual } from 'node:crypto';

const digestOf = (waiting: string, secret: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('zonula waiting list\n').update(waiting).digest();

/** The token of the link by which somebody leaves the waiting list; the same as long as they are on it. */
export const leaveToken = (waiting: string, secret: Uint8Array): string =>
  digestOf(waiting, secret).toString('base64url');

export const isLeaveToken = (token: string, waiting: string, secret: Uint8Array): boolean => {
  const [given, right] = [Buffer.from(token), Buffer.from(leaveToken(waiting, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
};
