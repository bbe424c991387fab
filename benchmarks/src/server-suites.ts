import { join } from 'node:path';
import type { CrashOutcome, Outcome } from '@zonula/server/testing/server';
import { root, runNode, tsx } from './measure.ts';
import type { Suite } from './suite.ts';
import { type Figure, figureOf } from './summary.ts';

interface FightRun extends Outcome {
  readonly processor: Readonly<Record<'clients' | 'servers' | 'database', number | null>>;
}

const bookingsOnce = async <Run>(mode: 'fight' | 'kills'): Promise<Run> => {
  const program = join(root, 'benchmarks', 'src', 'bookings-once.ts');
  return JSON.parse((await runNode([...tsx, program, mode])).stdout) as Run;
};

const checked = (
  name: string,
  {
    attempts,
    confirmed,
    cancelled,
    moved,
    open,
    looks,
    doubleBookings,
    halves,
    lost,
    statuses,
  }: Outcome,
): Figure[] => [
  figureOf(`attempts, ${name}`, 'count', [attempts]),
  figureOf(`confirmations told, ${name}`, 'count', [confirmed]),
  figureOf(`moves told, ${name}`, 'count', [moved]),
  figureOf(`cancellations told, ${name}`, 'count', [cancelled]),
  figureOf(`changes never answered, ${name}`, 'count', [open]),
  figureOf(`told that it was just taken, ${name}`, 'count', [statuses['409'] ?? 0]),
  figureOf(`looks at the book meanwhile, ${name}`, 'count', [looks]),
  figureOf(`double bookings, ${name}`, 'count', [doubleBookings], 0),
  figureOf(`half bookings, ${name}`, 'count', [halves], 0),
  figureOf(`lost confirmations, ${name}`, 'count', [lost.length], 0),
  figureOf(`defects told, ${name}`, 'count', [statuses['500'] ?? 0], 0),
];

/** 200 clients on three processes, 100,000 attempts. */
export const bookings: Suite = {
  name: 'bookings',
  long: true,
  run: async () => {
    const outcome = await bookingsOnce<FightRun>('fight');
    const name = '200 clients on three servers';
    const used = Object.entries(outcome.processor).flatMap(([who, seconds]) =>
      seconds === null ? [] : [figureOf(`processor of the ${who}, ${name}`, 'seconds', [seconds])],
    );
    return [
      ...checked(name, outcome),
      ...used,
      figureOf(`by the clock, ${name}`, 'seconds', [outcome.seconds]),
      figureOf(`attempts a second, ${name}`, 'count', [outcome.attempts / outcome.seconds]),
    ];
  },
};

/** The same while servers and the database are killed, a hundred times. */
export const kills: Suite = {
  name: 'kills',
  long: true,
  run: async () => {
    const outcome = await bookingsOnce<CrashOutcome>('kills');
    const { killedServers, killedDatabases, fallen, sync: synced, statuses } = outcome;
    const name = `${killedServers + killedDatabases} kills`;
    return [
      figureOf('servers killed', 'count', [killedServers]),
      figureOf('databases killed', 'count', [killedDatabases]),
      figureOf('servers that ended by themselves', 'count', [fallen.length], 0),
      ...checked(name, outcome),
      figureOf(`requests without an answer, ${name}`, 'count', [statuses['0'] ?? 0]),
      figureOf(`entries of devices acknowledged, ${name}`, 'count', [synced.acknowledged]),
      figureOf(`exchanges of devices made again, ${name}`, 'count', [synced.failed]),
      figureOf(`entries of devices lost, ${name}`, 'count', [synced.missing], 0),
      figureOf(`by the clock, ${name}`, 'seconds', [outcome.seconds]),
    ];
  },
};

interface SyncTime {
  readonly clock: number;
  /** Processor time of all devices, of the servers, and of PostgreSQL (null where the system does not tell). */
  readonly device: number;
  readonly server: number;
  readonly database: number | null;
}
interface SyncRun {
  readonly all: readonly {
    readonly name: string;
    readonly entries: number;
    readonly requests: number;
    readonly received: number;
    readonly upload: SyncTime;
    readonly join: SyncTime;
  }[];
  readonly measured: readonly ({
    readonly name: string;
    readonly requests: number;
    readonly took: SyncTime;
  } & (
    | {
        readonly kind: 'pace';
        readonly overMs: number;
        readonly p50: number;
        readonly p99: number;
        readonly load: number;
      }
    | { readonly kind: 'pushes' | 'pulls' }
  ))[];
}

const wholeFigures = (one: SyncRun['all'][number]): Figure[] => {
  const figure = (name: string, unit: Figure['unit'], value: number, limit: number | null = null) =>
    figureOf(`${one.entries} entries ${name}, on ${one.name}`, unit, [value], limit);
  const times = (name: string, { device, server, database }: SyncTime): Figure[] => [
    figure(`${name}, processor of the device`, 'seconds', device),
    figure(`${name}, processor of the server`, 'seconds', server),
    ...(database === null || database === 0
      ? []
      : [figure(`${name}, processor of PostgreSQL`, 'seconds', database)]),
  ];
  return [
    figure('laid down, by the clock', 'seconds', one.upload.clock),
    ...times('laid down', one.upload),
    figure('to a new device, by the clock', 'seconds', one.join.clock, 10),
    ...times('to a new device', one.join),
    figure('to a new device, requests', 'count', one.requests),
    figure('to a new device, received', 'megabytes', one.received / 1e6),
  ];
};

const milliseconds = (values: readonly number[]): number[] => values.map((value) => value / 1000);

/** Every kind of load on every database, over the rounds. */
const loadFigures = (measured: SyncRun['measured']): Figure[] => {
  const groups = new Map<string, SyncRun['measured'][number][]>();
  for (const one of measured) {
    const name =
      one.kind !== 'pace'
        ? `${one.kind}, 16 at a time`
        : `${one.requests} devices ${one.overMs === 0 ? 'at one moment' : `within ${one.overMs / 1000} s`}`;
    const key = `${name}, on ${one.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([name, all]) => {
    const paced = all.flatMap((one) => (one.kind === 'pace' ? [one] : []));
    const each = (read: (time: SyncTime) => number | null): number[] =>
      all.flatMap(({ took, requests }) => {
        const value = read(took);
        return value === null || value === 0 ? [] : [value / requests];
      });
    const database = each((took) => took.database);
    return [
      ...(paced.length > 0
        ? [
            figureOf(
              `${name}, half of them within`,
              'seconds',
              milliseconds(paced.map((p) => p.p50)),
            ),
            figureOf(`${name}, 99 % within`, 'seconds', milliseconds(paced.map((p) => p.p99)), 0.5),
            figureOf(
              `${name}, processes that wanted a processor`,
              'count',
              paced.map((p) => p.load),
            ),
          ]
        : [
            figureOf(
              `${name}, a second`,
              'count',
              all.map(({ requests, took }) => requests / took.clock),
            ),
          ]),
      figureOf(
        `${name}, processor of the servers for one`,
        'seconds',
        each((took) => took.server),
      ),
      ...(database.length > 0
        ? [figureOf(`${name}, processor of PostgreSQL for one`, 'seconds', database)]
        : []),
      figureOf(
        `${name}, processor of a device for one`,
        'seconds',
        each((took) => took.device),
      ),
    ];
  });
};

/** Ten years to a new device, then a thousand devices, on PGlite and on PostgreSQL in turn. */
export const sync: Suite = {
  name: 'sync',
  long: true,
  run: async (runs) => {
    const program = join(root, 'benchmarks', 'src', 'sync-once.ts');
    const { stdout } = await runNode([...tsx, program, '1000', String(Math.min(runs, 3))]);
    const { all, measured } = JSON.parse(stdout) as SyncRun;
    return [...all.flatMap(wholeFigures), ...loadFigures(measured)];
  },
};
