import { clinicMigration } from './0001-clinic.ts';
import { accountsMigration } from './0002-accounts.ts';
import { mailMigration } from './0003-mail.ts';
import { relayMigration } from './0004-relay.ts';
import { newsletterMigration } from './0005-newsletter.ts';
import { relayRoundsMigration } from './0006-relay-rounds.ts';
import { newsletterRoleMigration } from './0007-newsletter-role.ts';
import { retentionMigration } from './0008-retention.ts';
import { deskMigration } from './0009-desk.ts';
import type { Migration } from './migration.ts';

/** In order; a new one is added at the end. */
export const migrations: readonly Migration[] = [
  clinicMigration,
  accountsMigration,
  mailMigration,
  relayMigration,
  newsletterMigration,
  relayRoundsMigration,
  newsletterRoleMigration,
  retentionMigration,
  deskMigration,
];
