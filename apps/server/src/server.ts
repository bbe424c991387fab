import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Catalogue } from '@zonula/clinic';
import { sql } from 'kysely';
import { saveCatalogue } from './clinic/catalogue-store.ts';
import type { ClinicContext } from './clinic/context.ts';
import { type CohortWork, serveCohort } from './cohort/serve.ts';
import { migrate } from './db/migrate.ts';
import { type DataPlace, openPlace } from './db/place.ts';
import { derivedSecret, sharedSecret } from './db/secret.ts';
import type { Database } from './db/tables.ts';
import { createApp } from './http/app.ts';
import { failureIn, type Log } from './http/log.ts';
import { type RunningJobs, startJobs } from './jobs/run-jobs.ts';
import { serverJobs } from './jobs/server-jobs.ts';
import { type Rates, usualRates } from './limits/rates.ts';
import { openPost } from './mail/post.ts';

export interface ServerOptions {
  readonly data: DataPlace;
  /** Takes the place of what the clinic offered, unless the very same did so before. */
  readonly catalogue?: Catalogue;
  readonly version: string;
  /** Where the app is open, such as `https://clinic.example`; without it accounts work on this computer only. */
  readonly origin?: string;
  /** Whether a proxy before it says in X-Forwarded-For who calls. */
  readonly behindProxy?: boolean;
  /** Signs links in the place of a key that the database keeps; 32 bytes or more. */
  readonly key?: Uint8Array;
  /** Whoever knows it may read the figures of the server; 32 bytes or more. */
  readonly metricsKey?: Uint8Array;
  /** What a caller and an account may do; `null` limits nothing. */
  readonly rates?: Rates | null;
  /** Sends mails: the mail server, and the address with which links in mails begin. */
  readonly mail?: {
    readonly smtpUrl: string;
    readonly publicUrl: string;
    /** For how long a mail is one process's own. */
    readonly leaseMs?: number;
  };
  /** Analyses the people of a cohort where the database has one; without it others do. */
  readonly cohort?: CohortWork;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly log: Log;
}

export interface RunningServer {
  /** Answers a request of Node's HTTP server whose address begins with `/api/`. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** From now on says that it is not ready, so that no new requests are sent here. */
  readonly retire: () => void;
  /** Ends the connections to the database. */
  readonly close: () => Promise<void>;
}

/** How long the work of queues may go on when the server stops. */
const graceMs = 8000;

/**
 * Opens the database, brings its schema forward and answers requests. Several processes may run on one PostgreSQL; a
 * folder can be open once. Throws `FolderInUse`, `UnknownDatabase` and whatever the database says.
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { data, log, now } = options;
  const report = (event: string) => (error: unknown) =>
    log({
      time: new Date(now()).toISOString(),
      level: 'error',
      event,
      failure: failureIn(error),
    });
  const database = await openPlace(data, { onIdleError: report('connection-lost') });
  try {
    return await serveOn(database, options, report);
  } catch (error) {
    await database.destroy();
    throw error;
  }
};

const serveOn = async (
  database: Database,
  options: ServerOptions,
  report: (event: string) => (error: unknown) => void,
): Promise<RunningServer> => {
  const { now, newId, log, version, randomBytes, catalogue } = options;
  const { origin = null, behindProxy = false, rates = usualRates } = options;
  await migrate(database, now);
  if (catalogue !== undefined) await saveCatalogue(database, catalogue, now());
  const secret = async (name: string): Promise<Uint8Array> =>
    options.key === undefined
      ? sharedSecret(database, name, randomBytes)
      : derivedSecret(options.key, name);
  const linkSecret = await secret('link');
  const rateSecret = await secret('rate');
  let retired = false;
  const readiness = async (): Promise<boolean> => {
    if (retired) return false;
    try {
      await sql`select 1`.execute(database);
      return true;
    } catch (error) {
      report('database-away')(error);
      return false;
    }
  };
  let jobs: RunningJobs | null = null;
  const { mail } = options;
  const post = mail === undefined ? null : openPost(mail.smtpUrl);
  const clinic: ClinicContext = {
    database,
    now,
    newId,
    linkSecret,
    nudge: (queue) => jobs?.nudge(queue),
    ...(mail === undefined ? {} : { mail: { publicUrl: mail.publicUrl.replace(/\/$/u, '') } }),
  };
  const app = createApp({
    ...clinic,
    randomBytes,
    rateSecret,
    rates,
    origin,
    behindProxy,
    log,
    readiness,
    version,
    ...(options.metricsKey === undefined ? {} : { metricsKey: options.metricsKey }),
  });
  const work = serverJobs(clinic, {
    post,
    ...(mail?.leaseMs === undefined ? {} : { leaseMs: mail.leaseMs }),
    onMailFailed: () => report('mail-failed')(new Error('the mail server did not take a mail')),
    onUnwritable: report('mail-unwritable'),
  });
  jobs = await startJobs(database, work, { onError: report('job-failed') });
  const cohort =
    options.cohort === undefined
      ? null
      : serveCohort(database, options.cohort, { now, version, onError: report('cohort-failed') });
  const listener = getRequestListener(app.fetch);
  return {
    answer: (request, response) => void listener(request, response),
    retire: () => {
      retired = true;
    },
    close: async () => {
      try {
        await Promise.all([jobs?.stop(graceMs), cohort?.stop(graceMs)]);
      } finally {
        post?.close();
        await database.destroy();
      }
    },
  };
};
