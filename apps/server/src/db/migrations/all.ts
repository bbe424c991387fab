import { clinicMigration } from './0001-clinic.ts';
import type { Migration } from './migration.ts';

/** In order; a new one is added at the end. */
export const migrations: readonly Migration[] = [clinicMigration];
