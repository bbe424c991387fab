import type { Catalogue, UnfitReason } from '@zonula/clinic';
import { askAsMe } from '../../account/server.ts';
import type { Appointment, HoldRequest, Start } from '../server.ts';

export type { Catalogue };

/** An appointment with whose it is. */
export interface DeskAppointment extends Appointment {
  readonly client: {
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly roomName: string;
  readonly depositReceivedAt: string | null;
  readonly unfit: readonly UnfitReason[];
}

export interface CatalogueChange {
  readonly kind: 'clinic' | 'room' | 'practitioner' | 'treatment';
  readonly id: string;
  readonly name: string;
  readonly what: 'added' | 'changed' | 'withdrawn';
}

export interface VersionSummary {
  readonly version: number;
  readonly at: string;
  readonly byYou: boolean;
  readonly source: 'file' | 'desk';
  readonly changes: readonly CatalogueChange[];
}

const catalogue = 'clinic/catalogue';
const book = 'clinic/appointments';
const ofAppointment = (id: string): string => `${book}/${encodeURIComponent(id)}`;

/** What is offered and its version. A newer one between both answers is met when it is changed: by its version. */
export const readCatalogue = async (): Promise<{
  readonly version: number;
  readonly catalogue: Catalogue;
}> => {
  const { items } = await readVersions({ limit: 1 });
  return { version: items[0]?.version ?? 0, catalogue: await askAsMe<Catalogue>(catalogue) };
};

/** Offers this from now on; refused with `changed-meanwhile` where `version` is not what is offered. */
export const writeCatalogue = async (content: Catalogue, version: number): Promise<number> =>
  (await askAsMe<{ version: number }>(catalogue, { method: 'PUT', body: content, version }))
    .version;

export const previewCatalogue = (
  content: Catalogue,
): Promise<{
  readonly changes: readonly CatalogueChange[];
  readonly unfit: readonly DeskAppointment[];
}> => askAsMe(`${catalogue}/preview`, { body: content });

export const readVersions = ({
  before,
  limit,
}: {
  readonly before?: number;
  readonly limit: number;
}): Promise<{ readonly items: readonly VersionSummary[] }> =>
  askAsMe(`${catalogue}/versions?limit=${limit}${before === undefined ? '' : `&before=${before}`}`);

/** Takes back what one version changed; `seen` is the version that is shown. `kept` was changed again since. */
export const takeBack = (
  version: number,
  seen: number,
): Promise<{
  readonly version: number;
  readonly kept: readonly Pick<CatalogueChange, 'kind' | 'id' | 'name'>[];
}> => askAsMe(`${catalogue}/versions/${version}/take-back`, { method: 'POST', version: seen });

/** All appointments from one day to another, by the clinic's clock. */
export const readBook = async (from: string, to: string): Promise<readonly DeskAppointment[]> => {
  const items: DeskAppointment[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const rest: string = after === '' ? '' : `&after=${after}`;
    const page: { items: DeskAppointment[]; next: string | null } = await askAsMe(
      `${book}?from=${from}&to=${to}${rest}`,
    );
    items.push(...page.items);
    after = page.next;
  }
  return items;
};

export const readUnfit = async (): Promise<readonly DeskAppointment[]> =>
  (await askAsMe<{ items: DeskAppointment[] }>(`${book}/unfit`)).items;

export const startsToMoveTo = async (
  id: string,
  { from, to, practitioner }: { from: string; to: string; practitioner: string | null },
): Promise<readonly Start[]> => {
  const who = practitioner === null ? '' : `&practitioner=${encodeURIComponent(practitioner)}`;
  const path = `${ofAppointment(id)}/slots?from=${from}&to=${to}${who}`;
  return (await askAsMe<{ items: readonly Start[] }>(path)).items;
};

/** Free starts of a treatment, without the notice that clients must give. */
export const startsAtDesk = async (
  treatment: string,
  { from, to, practitioner }: { from: string; to: string; practitioner: string | null },
): Promise<readonly Start[]> => {
  const who = practitioner === null ? '' : `&practitioner=${encodeURIComponent(practitioner)}`;
  const path = `clinic/treatments/${encodeURIComponent(treatment)}/slots?from=${from}&to=${to}${who}`;
  return (await askAsMe<{ items: readonly Start[] }>(path)).items;
};

/** Books and confirms in one step. Asked again with the same key, the answer is the same. */
export const bookForClient = (
  request: Omit<HoldRequest, 'discount' | 'replaces'>,
  key: string,
): Promise<Appointment> => askAsMe(book, { body: request, key });

export const moveAppointment = (
  { id, sequence }: DeskAppointment,
  { start, practitioner }: Start,
): Promise<Appointment> =>
  askAsMe(`${ofAppointment(id)}/move`, { body: { start, practitioner }, version: sequence });

export const cancelAppointment = (
  { id, sequence }: DeskAppointment,
  by: 'clinic' | 'client',
): Promise<Appointment> =>
  askAsMe(`${ofAppointment(id)}/cancel`, { body: { by }, version: sequence });

export const noteMissed = (id: string, missed: boolean): Promise<void> =>
  askAsMe(`${ofAppointment(id)}/attendance`, { method: 'PUT', body: { missed } });

export const noteDeposit = (id: string, received: number): Promise<void> =>
  askAsMe(`${ofAppointment(id)}/deposit`, { method: 'PUT', body: { received } });

export interface WaitingEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly treatmentName: string;
  readonly practitioner: string | null;
  readonly from: string;
  readonly until: string;
  readonly joinedAt: string;
  readonly offeredStart: string | null;
}

export const readWaiting = async (): Promise<readonly WaitingEntry[]> =>
  (await askAsMe<{ items: WaitingEntry[] }>('clinic/waiting')).items;

export interface ProgramKey {
  readonly id: string;
  readonly use: 'calendar' | 'fhir';
  readonly practitioner: string | null;
  readonly label: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** A key as it is told once. */
export interface NewKey {
  readonly key: ProgramKey;
  readonly token: string;
  /** Of a calendar, from the host's root where the server does not know its own address. */
  readonly calendar: string | null;
}

export const readKeys = async (): Promise<readonly ProgramKey[]> =>
  (await askAsMe<{ items: ProgramKey[] }>('clinic/keys')).items;

export const makeKey = (request: {
  readonly use: ProgramKey['use'];
  readonly label: string;
  readonly practitioner?: string;
}): Promise<NewKey> => askAsMe('clinic/keys', { body: request });

export const renewKey = (id: string): Promise<NewKey> =>
  askAsMe(`clinic/keys/${id}/renew`, { method: 'POST' });

export const revokeKey = (id: string): Promise<void> =>
  askAsMe(`clinic/keys/${id}`, { method: 'DELETE' });

export interface LogEntry {
  readonly id: number;
  readonly at: string;
  readonly account: string | null;
  readonly byYou: boolean;
  readonly action:
    | 'catalogue-changed'
    | 'booked'
    | 'moved'
    | 'cancelled'
    | 'missed'
    | 'came'
    | 'deposit'
    | 'key-made'
    | 'key-renewed'
    | 'key-revoked';
  readonly version: number | null;
  readonly changes: readonly CatalogueChange[] | null;
}

export const readLog = async (before: number | null): Promise<readonly LogEntry[]> =>
  (
    await askAsMe<{ items: LogEntry[] }>(
      `clinic/log?limit=50${before === null ? '' : `&before=${before}`}`,
    )
  ).items;
