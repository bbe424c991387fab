import { CompiledQuery, type Kysely } from 'kysely';
import PgBoss from 'pg-boss';
import { madeTogether } from '../db/failures.ts';

// biome-ignore lint/suspicious/noExplicitAny: whichever tables the caller knows, pg-boss has its own.
type AnyDatabase = Kysely<any>;

/** A script has transactions of its own: one that fails must not leave its connection inside. */
const runScript = (database: AnyDatabase, text: string) =>
  database.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(CompiledQuery.raw(text));
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
      throw error;
    }
  });

/** What pg-boss asks a database with; through a transaction, what it does belongs to that transaction. */
export const bossOn = (database: AnyDatabase): PgBoss.Db => ({
  executeSql: async (text, values = []) => {
    const parameters = values.map((value) => value ?? null);
    const { rows } = await (parameters.length === 0 && !database.isTransaction
      ? runScript(database, text)
      : database.executeQuery(CompiledQuery.raw(text, parameters)));
    return { rows: rows ?? [] };
  },
});

export interface BossOptions {
  /** Told what goes wrong beside the calls. */
  readonly onError: (error: Error) => void;
  /** Whether this process puts back jobs whose time ran out and clears away old ones, once a minute. Default false. */
  readonly supervise?: boolean;
}

/**
 * The queues on our own connections, PGlite or PostgreSQL, in the schema `pgboss`, which is made or brought forward. Several processes may start at once.
 * Nothing runs at fixed hours; stop it with `stop({ graceful: false })` before the database is closed.
 */
export const startBoss = async (
  database: AnyDatabase,
  { onError, supervise = false }: BossOptions,
): Promise<PgBoss> => {
  const start = async (): Promise<PgBoss> => {
    const boss = new PgBoss({
      db: bossOn(database),
      supervise,
      ...(supervise ? { maintenanceIntervalSeconds: 60 } : {}),
      schedule: false,
    });
    boss.on('error', onError);
    await boss.start();
    return boss;
  };
  return madeTogether(start);
};
