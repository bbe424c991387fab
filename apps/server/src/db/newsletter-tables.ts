import type { Language } from '@zonula/clinic';
import type { ColumnType, Generated } from 'kysely';
import type { OutboxTable } from './mail-tables.ts';

export interface NewsletterTables {
  readonly 'newsletter.subscriber': {
    readonly id: string;
    readonly email: string;
    readonly language: Language;
    readonly wording: string;
    readonly asked_at: Date;
    readonly confirmed_at: Date | null;
  };
  readonly 'newsletter.consent': {
    readonly id: Generated<number>;
    readonly address: Uint8Array;
    readonly step: 'asked' | 'confirmed' | 'left';
    readonly wording: string;
    readonly at: Date;
  };
  readonly 'newsletter.issue': {
    readonly id: string;
    readonly key: string;
    readonly content: ColumnType<unknown, string, string>;
    readonly created_at: Date;
  };
  readonly 'newsletter.outbox': OutboxTable;
}
