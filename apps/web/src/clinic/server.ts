import type { Clinic, Treatment } from '@zonula/clinic';
import { ask, Refused, type Slot, Unreachable } from '../api/ask.ts';

export type { Clinic, Slot, Treatment };
export { Refused, Unreachable };

export interface Practitioner {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Start extends Slot {
  /** What the clinic's clock shows, with its offset. */
  readonly localStart: string;
}

export interface Appointment {
  readonly id: string;
  readonly status: 'held' | 'confirmed' | 'cancelled' | 'expired';
  readonly treatment: string;
  readonly practitioner: string;
  /** As they are called, also when they are not offered any more. */
  readonly names: { readonly treatment: string; readonly practitioner: string };
  readonly start: string;
  readonly end: string;
  readonly localStart: string;
  /** Raised by every change. */
  readonly sequence: number;
  readonly expiresAt: string | null;
  readonly price: number;
  /** What a code took off the price. */
  readonly discount: number;
  readonly deposit: number;
  readonly depositKept: number;
  /** What the clinic has noted as paid. */
  readonly depositReceived: number;
  /** The clinic has noted that nobody came. */
  readonly missed: boolean;
  /** When a report was attached; null without one. */
  readonly reportAt: string | null;
  readonly currency: string;
  readonly cancellation: {
    readonly freeUntil: string;
    readonly free: boolean;
    readonly kept: number;
    /** What was agreed for cancelling later. */
    readonly keepsDeposit: boolean;
  };
}

export interface Links {
  readonly confirm?: string;
  readonly move?: string;
  readonly cancel?: string;
}

export interface Booked {
  readonly appointment: Appointment;
  readonly links: Links;
}

export interface Client {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

export interface HoldRequest {
  readonly treatment: string;
  readonly start: string;
  readonly practitioner: string;
  readonly client: Client;
  readonly answers: Answers;
  /** Of the mails. */
  readonly language: string;
  /** A code of the newsletter. */
  readonly discount?: string;
  /** An earlier hold, which is let go for this one. */
  readonly replaces?: { readonly id: string; readonly link: string };
}

/** Whether each of a treatment's questions applies. */
export type Answers = readonly { readonly id: string; readonly applies: boolean }[];

export interface WaitingRequest {
  readonly treatment: string;
  readonly from: string;
  readonly until: string;
  readonly client: { readonly name: string; readonly email: string };
  readonly language: string;
  readonly answers: Answers;
}

export interface Offer {
  readonly clinic: Clinic;
  readonly treatments: readonly Treatment[];
  readonly practitioners: readonly Practitioner[];
  /** Whether this server sends mail, which the waiting list and the newsletter need. */
  readonly mail: boolean;
}

const sendsMail = async (): Promise<boolean> => {
  const answer = await fetch('offers.json', { cache: 'no-store' }).catch(() => {
    throw new Unreachable();
  });
  return answer.ok && (await answer.json()).mail === true;
};

/** What the clinic is and offers, all pages of it. Throws `Refused` and `Unreachable`, as all of these do. */
export const loadOffer = async (): Promise<Offer> => {
  const [clinic, practitioners, mail] = await Promise.all([
    ask<Clinic>('clinic'),
    ask<{ items: Practitioner[] }>('practitioners'),
    sendsMail(),
  ]);
  const treatments: Treatment[] = [];
  let after: string | null = '';
  while (after !== null) {
    const rest: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: { items: Treatment[]; next: string | null } = await ask(
      `treatments?limit=100${rest}`,
    );
    treatments.push(...page.items);
    after = page.next;
  }
  return { clinic, treatments, practitioners: practitioners.items, mail };
};

/** Free starts from one day to another, both by the clinic's clock. */
export const freeStarts = async (
  treatment: string,
  { from, to, practitioner }: { from: string; to: string; practitioner: string | null },
): Promise<readonly Start[]> => {
  const who = practitioner === null ? '' : `&practitioner=${encodeURIComponent(practitioner)}`;
  const path = `treatments/${encodeURIComponent(treatment)}/slots?from=${from}&to=${to}${who}`;
  return (await ask<{ items: readonly Start[] }>(path)).items;
};

/** Asked again with the same key, the answer is the same: nothing is booked twice. */
export const hold = (request: HoldRequest, key: string): Promise<Booked> =>
  ask('appointments', { body: request, key });

const pathOf = (id: string): string => `appointments/${encodeURIComponent(id)}`;

export const readAppointment = (id: string, token: string): Promise<Booked> =>
  ask(pathOf(id), { token });

export const confirm = (id: string, token: string): Promise<Booked> =>
  ask(`${pathOf(id)}/confirm`, { token, body: {} });

export const move = (id: string, token: string, start: Slot, key: string): Promise<Booked> =>
  ask(`${pathOf(id)}/move`, {
    token,
    key,
    body: { start: start.start, practitioner: start.practitioner },
  });

export const cancel = (id: string, token: string): Promise<Booked> =>
  ask(`${pathOf(id)}/cancel`, { token, body: {} });

const reportOf = (id: string): string => `${pathOf(id)}/report`;

/** Lets the practitioner of an appointment read a report; it takes the place of an earlier one. */
export const attachReport = (
  id: string,
  token: string,
  report: { readonly mediaType: string; readonly content: string },
): Promise<void> => ask(reportOf(id), { method: 'PUT', token, body: report });

export const detachReport = (id: string, token: string): Promise<void> =>
  ask(reportOf(id), { method: 'DELETE', token });

/** That somebody read the report of an appointment, at a moment in UTC. */
export interface Reading {
  readonly id: number;
  readonly at: string;
  readonly name: string;
}

/** Who read the report, the latest first; the fifty latest. */
export const reportReadings = async (id: string, token: string): Promise<readonly Reading[]> =>
  (await ask<{ items: readonly Reading[] }>(`${reportOf(id)}/readings`, { token })).items;

/** The version of the words beside the box of the waiting list (`waiting.agree`). */
const waitingWording = 'waiting-1';

export const joinWaiting = async (request: WaitingRequest): Promise<void> => {
  await ask('waiting', { body: { ...request, consent: waitingWording, agreed: true } });
};

export const leaveWaiting = async (id: string, token: string): Promise<void> => {
  await ask(`waiting/${encodeURIComponent(id)}/leave`, { token, body: {} });
};

export interface Newsletter {
  readonly wording: string;
  readonly text: { readonly en: string; readonly de: string };
  readonly discountPercent: number;
}

export const readNewsletter = (): Promise<Newsletter> => ask('newsletter');

/** Asks for the newsletter; a mail then asks whether it was this person. */
export const subscribe = async (request: {
  readonly email: string;
  readonly language: string;
  readonly wording: string;
}): Promise<void> => {
  await ask('newsletter/subscriptions', { body: { ...request, agreed: true } });
};
