import { Refused } from '../../api/ask.ts';
import { askAsMe, type Page, pageAt, readAll } from '../server.ts';

/** Somebody to share with. */
export interface Clinician {
  readonly account: string;
  readonly name: string;
  readonly practitioner: string;
  readonly key: string;
  /** base64url, 65 bytes. */
  readonly publicKey: string;
}

export const readClinicians = (): Promise<readonly Clinician[]> =>
  readAll((after) => pageAt('clinicians', after));

/** Times are instants in UTC. */
export interface Share {
  readonly id: string;
  readonly clinician: string;
  /** The clinician's key that opens it. */
  readonly key: string;
  readonly kind: 'report' | 'live';
  readonly version: number;
  readonly state: 'open' | 'revoked' | 'expired';
  readonly createdAt: string;
  readonly sealedAt: string;
  readonly expiresAt: string;
}

const pageLength = 20;

export const readShares = (after: string | null): Promise<Page<Share, string>> =>
  pageAt('shares', after, pageLength);

export interface NewShare {
  readonly clinician: string;
  readonly key: string;
  readonly kind: Share['kind'];
  /** base64url. */
  readonly senderKey: string;
  readonly expiresAt: string;
  /** base64url. */
  readonly sealed: string;
}

const pathOf = (id: string): string => `shares/${encodeURIComponent(id)}`;

export const sendShare = (id: string, share: NewShare): Promise<void> =>
  askAsMe(pathOf(id), { method: 'PUT', body: share });

export const sendVersion = (id: string, version: number, sealed: string): Promise<void> =>
  askAsMe(`${pathOf(id)}/versions/${version}`, { method: 'PUT', body: { sealed } });

export const revokeShare = (id: string): Promise<void> => askAsMe(pathOf(id), { method: 'DELETE' });

/** Whether the server says that a share is over, or that it has none such. */
export const isOver = (failure: unknown): boolean =>
  failure instanceof Refused && ['share-ended', 'unknown-share'].includes(failure.code);

export interface Access {
  readonly id: number;
  readonly at: string;
  readonly role: 'person' | 'clinician' | 'clinic-admin' | 'researcher' | 'operator';
  readonly byYou: boolean;
  readonly action: 'shared' | 'updated' | 'viewed' | 'revoked' | 'exported' | 'erased';
  /** The share, while the person still has it. */
  readonly share: string | null;
}

export const readAccesses = (before: number | null): Promise<Page<Access, number>> =>
  askAsMe(`account/accesses?limit=${pageLength}${before === null ? '' : `&before=${before}`}`);

/** For clinicians: the key that people seal for, in the place of the one before; its id. */
export const sendClinicianKey = async (publicKey: string): Promise<string> =>
  (await askAsMe<{ key: string }>('clinician/key', { method: 'PUT', body: { publicKey } })).key;

export const readShared = (after: string | null): Promise<Page<Share, string>> =>
  pageAt('clinician/shares', after, pageLength);

export interface SealedShare {
  readonly id: string;
  readonly kind: Share['kind'];
  readonly version: number;
  readonly key: string;
  readonly senderKey: string;
  readonly sealedAt: string;
  readonly expiresAt: string;
  readonly sealed: string;
}

/** Something that is shared with the clinician; the person is told of it. */
export const viewShared = (id: string): Promise<SealedShare> =>
  askAsMe(`clinician/shares/${encodeURIComponent(id)}`);
