import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { migrate } from '../db/migrate.ts';
import { type DataPlace, openPlace } from '../db/place.ts';
import type { Database } from '../db/tables.ts';
import { startBoss } from '../jobs/boss.ts';
import { cohortMigrations } from './schema.ts';

export interface CohortStore {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly close: () => Promise<void>;
}

export interface CohortPlace {
  readonly data: DataPlace;
  readonly now: () => number;
  readonly onError: (error: Error) => void;
  /** Connections to PostgreSQL at most; default 4. */
  readonly connections?: number;
}

/** Opens the tables and queues of a cohort and brings them forward. Throws `FolderInUse`, `UnknownDatabase` and whatever the database says. */
export const openCohort = async ({
  data,
  now,
  onError,
  connections = 4,
}: CohortPlace): Promise<CohortStore> => {
  const database = await openPlace(data, { connections, onIdleError: onError });
  try {
    const store = await openCohortOn(database, { now, onError });
    // Nobody else has the folder: what was under way in it has ended.
    if ('folder' in data) await releaseAll(store);
    return store;
  } catch (error) {
    await database.destroy();
    throw error;
  }
};

export const openCohortOn = async (
  database: Database,
  { now, onError }: Pick<CohortPlace, 'now' | 'onError'>,
): Promise<CohortStore> => {
  await migrate(database, now, cohortMigrations, 'cohort');
  const boss = await startBoss(database, { onError });
  return {
    database,
    boss,
    close: async () => {
      await boss.stop({ graceful: false });
      await database.destroy();
    },
  };
};

const releaseAll = async ({ database, boss }: CohortStore): Promise<void> => {
  await sql`update pgboss.job set started_on = now() - expire_in - interval '1 second'
    where name like 'cohort-%' and state = 'active'`.execute(database);
  await boss.expire();
};
