import { appointmentMail, joinedMail } from '@zonula/clinic';
import { type Link, tokenOf } from '../clinic/links.ts';
import { leaveToken } from '../clinic/waiting-links.ts';
import { letterOf } from './outbox.ts';
import type { Message } from './post.ts';

export interface Addresses {
  /** Where people reach the app, without a slash at the end. */
  readonly publicUrl: string;
  readonly linkSecret: Uint8Array;
}

/** Behind the `#`, so that the token reaches the page and never a server's log. */
const linkUrl = ({ publicUrl, linkSecret }: Addresses, link: Link): string =>
  `${publicUrl}/clinic.html#/appointment/${link.appointment}?${link.purpose}=${tokenOf(link, linkSecret)}`;

/** The mail of a letter. The tokens of its links exist here only. */
export const messageOf = (addresses: Addresses, id: string, stored: unknown): Message => {
  const { notice, links, waiting } = letterOf(stored);
  const urls = Object.fromEntries(links.map((link) => [link.purpose, linkUrl(addresses, link)]));
  const leave =
    waiting === undefined
      ? {}
      : {
          leave: `${addresses.publicUrl}/clinic.html#/waiting/${waiting}?leave=${leaveToken(waiting, addresses.linkSecret)}`,
        };
  const { name, email } = notice.clinic;
  const { to, at } = notice;
  return {
    id,
    from: { name, email },
    to,
    date: at,
    ...(notice.kind === 'joined'
      ? joinedMail(notice, leave)
      : appointmentMail(notice, { ...urls, ...leave })),
  };
};
