import type { Language } from '@zonula/clinic';
import type { ColumnType, Generated } from 'kysely';

export interface OutboxTable {
  readonly id: string;
  readonly about: string;
  readonly created_at: Date;
  readonly due_at: Date;
  readonly attempts: Generated<number>;
  readonly lease: string | null;
  readonly leased_until: Date | null;
  readonly sent_at: Date | null;
  readonly failed_at: Date | null;
  readonly notice: ColumnType<unknown, string, string | null>;
}

export interface MailTables {
  readonly 'mail.outbox': OutboxTable;
  readonly 'clinic.waiting': {
    readonly id: string;
    readonly client: string;
    readonly client_name: string;
    readonly language: Language;
    readonly treatment: string;
    readonly practitioner: string | null;
    readonly from_day: string;
    readonly until_day: string;
    readonly consent_wording: string;
    readonly joined_at: Date;
    readonly status: 'waiting' | 'offered' | 'booked' | 'left';
    readonly offered: string | null;
  };
  readonly 'clinic.waiting_offer': {
    readonly waiting: string;
    readonly starts_at: Date;
    readonly offered_at: Date;
  };
  readonly 'clinic.program_key': {
    readonly id: string;
    readonly use: 'calendar' | 'fhir';
    readonly practitioner: string | null;
    readonly label: string;
    readonly digest: Uint8Array;
    readonly created_at: Date;
    readonly revoked_at: Date | null;
  };
  readonly 'clinic.attachment': {
    readonly appointment: string;
    readonly media_type: 'application/pdf' | 'text/html' | 'application/vnd.zonula.sealed';
    readonly content: Uint8Array;
    readonly attached_at: Date;
  };
  readonly 'clinic.report_reading': {
    readonly id: Generated<number>;
    readonly appointment: string;
    readonly practitioner: string;
    readonly at: Date;
  };
  readonly 'clinic.discount_use': {
    readonly code: Uint8Array;
    readonly appointment: string | null;
    readonly used_at: Date;
  };
}
