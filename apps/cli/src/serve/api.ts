import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { catalogueSchema } from '@zonula/clinic';
import { complaintOf, parseJson, unusable } from '@zonula/diary';
import type { LogEntry, RunningServer } from '@zonula/server';
import { createCrew } from '../cohort/crew.ts';
import { asUnusable, checkedUrl, defaultFolder } from '../database.ts';
import { UnusableArguments } from '../failure.ts';
import { readText } from '../input.ts';
import { note } from '../output.ts';
import { version } from '../version.ts';

export interface ApiOptions {
  /** Where an embedded database lives. */
  readonly data?: string;
  readonly databaseUrl?: string;
  /** A file that says what a clinic offers. */
  readonly clinic?: string;
  /** Where people reach the app. */
  readonly origin?: string;
  readonly smtpUrl?: string;
  readonly behindProxy?: true;
  /** A file with the key that signs links; `ZONULA_KEY` in the environment otherwise. */
  readonly keyFile?: string;
  /** A file with the key that opens the figures of the server; `ZONULA_METRICS_KEY` in the environment otherwise. */
  readonly metricsKeyFile?: string;
  /** People of a cohort that are analysed here at the same time. */
  readonly workers: number;
}

const parts = Object.keys(catalogueSchema.shape).join(', ');

const readCatalogue = (file: string) => {
  const content = parseJson(readText(file), { file }, `expected JSON with ${parts}`);
  const result = catalogueSchema.safeParse(content);
  if (result.success) return result.data;
  throw unusable({ file }, complaintOf(result.error.issues[0]!, content, parts));
};

const shortestKey = 32;

/** A key from a file, or from the environment where no file is named. */
const readKey = (
  file: string | undefined,
  variable: 'ZONULA_KEY' | 'ZONULA_METRICS_KEY',
): Uint8Array | null => {
  const fromEnvironment = process.env[variable];
  if (file === undefined && fromEnvironment === undefined) return null;
  const [text, place] = file === undefined ? [fromEnvironment!, variable] : [readText(file), file];
  const key = new TextEncoder().encode(text.trim());
  if (key.length < shortestKey)
    throw new UnusableArguments(
      `${place}: a key of at least ${shortestKey} random characters is expected; openssl rand -base64 32 makes one`,
    );
  return key;
};

/** `https://clinic.example`: a place without path, query or name of a user. */
const checkedOrigin = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || `${url.origin}/` !== url.href)
    throw new UnusableArguments('--origin: an address such as https://clinic.example is expected');
  return url.origin;
};

/** The API beside the app. Nothing of it is loaded, and no database opened, before it is needed. */
export interface Api {
  /** Whether an option asks for it: then it is started, and failures are told, before anything is served. */
  readonly isWanted: boolean;
  /** Whether it can send mail, which the waiting list and the newsletter need. */
  readonly sendsMail: boolean;
  readonly start: () => Promise<void>;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly retire: () => void;
  readonly close: () => Promise<void>;
}

export const createApi = (options: ApiOptions): Api => {
  const { data: folder, databaseUrl, clinic, smtpUrl } = options;
  const origin = options.origin === undefined ? undefined : checkedOrigin(options.origin);
  if (smtpUrl !== undefined && origin === undefined)
    throw new UnusableArguments('--smtp-url needs --origin, with which links in mails begin');
  if (folder !== undefined && databaseUrl !== undefined)
    throw new UnusableArguments('give either --data or --database-url, not both');
  const data =
    databaseUrl === undefined
      ? { folder: folder ?? defaultFolder() }
      : { databaseUrl: checkedUrl(databaseUrl) };
  const key = readKey(options.keyFile, 'ZONULA_KEY');
  const metricsKey = readKey(options.metricsKeyFile, 'ZONULA_METRICS_KEY');
  const catalogue = clinic === undefined ? {} : { catalogue: readCatalogue(clinic) };
  const isWanted = [folder, databaseUrl, clinic, origin].some((option) => option !== undefined);
  const log = (entry: LogEntry): void => {
    if (isWanted || entry.level === 'error') note(JSON.stringify(entry));
  };
  let running: Promise<RunningServer> | null = null;
  const run = (): Promise<RunningServer> => {
    running ??= import('@zonula/server').then(({ startServer }) =>
      startServer({
        data,
        ...catalogue,
        ...(key === null ? {} : { key }),
        ...(metricsKey === null ? {} : { metricsKey }),
        behindProxy: options.behindProxy ?? false,
        ...(origin === undefined ? {} : { origin }),
        ...(smtpUrl === undefined || origin === undefined
          ? {}
          : { mail: { smtpUrl, publicUrl: origin } }),
        ...(options.workers === 0
          ? {}
          : { cohort: { workers: options.workers, hire: async (count) => createCrew(count) } }),
        version,
        now: () => Date.now(),
        newId: randomUUID,
        randomBytes: (length) => randomBytes(length),
        log,
      }),
    );
    // What failed once may be mended when it is asked for again.
    running.catch(() => {
      running = null;
    });
    return running;
  };
  return {
    isWanted,
    sendsMail: smtpUrl !== undefined,
    start: async () => {
      try {
        await run();
      } catch (error) {
        throw asUnusable(error);
      }
    },
    answer: (request, response) => {
      run().then(
        (server) => server.answer(request, response),
        (error: unknown) => {
          const time = new Date(Date.now()).toISOString();
          const failure = error instanceof Error ? error.name : typeof error;
          log({ time, level: 'error', event: 'start-failed', failure });
          response.writeHead(503, { 'content-type': 'application/problem+json' });
          response.end(JSON.stringify({ status: 503, title: 'The database cannot be opened.' }));
        },
      );
    },
    retire: () =>
      void running?.then(
        (server) => server.retire(),
        () => {},
      ),
    close: async () => {
      const server = await running?.catch(() => null);
      await server?.close();
    },
  };
};
