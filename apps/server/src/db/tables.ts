import type { Language } from '@zonula/clinic';
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { DeskTables } from './desk-tables.ts';
import type { MailTables } from './mail-tables.ts';
import type { NewsletterTables } from './newsletter-tables.ts';
import type { RelayTables } from './relay-tables.ts';

/** JSON goes in as text and comes out parsed. */
type Json = ColumnType<unknown, string, string>;

interface OfferTable {
  readonly id: string;
  readonly position: number;
  readonly active: boolean;
  readonly document: Json;
}

export interface AppointmentTable {
  readonly id: string;
  readonly treatment: string;
  readonly practitioner: string;
  readonly room: string;
  readonly client: string;
  readonly client_name: string;
  readonly client_phone: string | null;
  readonly status: 'held' | 'confirmed' | 'cancelled' | 'expired';
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly occupied_from: Date;
  readonly occupied_until: Date;
  readonly zone: string;
  readonly local_start: string;
  readonly expires_at: Date | null;
  readonly sequence: Generated<number>;
  readonly price: number;
  readonly discount: Generated<number>;
  readonly deposit: number;
  readonly deposit_kept: Generated<number>;
  readonly deposit_received: Generated<number>;
  readonly deposit_received_at: Date | null;
  readonly missed: Generated<boolean>;
  readonly currency: string;
  readonly language: Generated<Language>;
  readonly cancellation: Json;
  readonly created_at: Date;
  readonly changed_at: Date;
}

export interface Tables
  extends AccountTables,
    DeskTables,
    MailTables,
    RelayTables,
    NewsletterTables {
  readonly 'zonula.migration': {
    readonly id: number;
    readonly name: string;
    readonly sha256: string;
    readonly applied_at: Date;
  };
  readonly 'zonula.secret': { readonly name: string; readonly value: Uint8Array };
  readonly 'zonula.idempotency': {
    readonly operation: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly result: ColumnType<unknown, string | undefined, string>;
    readonly created_at: Date;
  };
  readonly 'clinic.clinic': { readonly one: Generated<boolean>; readonly document: Json };
  readonly 'clinic.room': OfferTable;
  readonly 'clinic.practitioner': OfferTable;
  readonly 'clinic.treatment': OfferTable;
  readonly 'clinic.client': {
    readonly id: string;
    readonly email: string;
    readonly created_at: Date;
  };
  readonly 'clinic.appointment': AppointmentTable;
  readonly 'clinic.appointment_event': {
    readonly id: Generated<number>;
    readonly appointment: string;
    readonly kind: 'held' | 'confirmed' | 'moved' | 'cancelled' | 'expired';
    readonly sequence: number;
    readonly at: Date;
  };
  readonly 'clinic.link': {
    readonly id: string;
    readonly appointment: string;
    readonly purpose: 'confirm' | 'move' | 'cancel';
    readonly expires_at: Date;
    readonly used_at: Date | null;
  };
}

export type Database = Kysely<Tables>;
/** What is done through one of these happens whole or not at all. */
export type DatabaseTransaction = Transaction<Tables>;
