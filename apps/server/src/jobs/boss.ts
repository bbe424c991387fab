import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import PgBoss from 'pg-boss';

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

const mostTries = 8;

/** Another process made the same at the same moment: unique_violation, duplicate_table or _object, deadlock_detected. */
const isRace = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['23505', '42P07', '42710', '42723', '40P01'].includes(String(error.code));

/** Makes again, after a while, what another process made at the same moment. */
export const madeTogether = async <Made>(make: () => Promise<Made>): Promise<Made> => {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (error) {
      if (!isRace(error) || tries === mostTries) throw error;
      await sleep(tries * 100 + Math.random() * 200);
    }
  }
};

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
