import { join } from 'node:path';
import type { CrashOutcome, Outcome } from '@zonula/server/testing';
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
      figureOf('servers that ended by themselves', 'count', [fallen], 0),
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
  /** Processor time of all devices of the run, and of the server without its PostgreSQL. */
  readonly device: number;
  readonly server: number;
}
interface SyncRun {
  readonly database: string;
  readonly all: {
    readonly entries: number;
    readonly sealedBytes: number;
    readonly upload: SyncTime;
    readonly join: SyncTime;
  };
  readonly paces: readonly (SyncTime & {
    readonly overMs: number;
    readonly p50: number;
    readonly p99: number;
  })[];
  readonly pushes: SyncTime & { readonly requests: number; readonly perSecond: number };
  readonly pulls: SyncTime & { readonly requests: number; readonly perSecond: number };
}

const syncFigures = ({ database, all, paces, pushes, pulls }: SyncRun): Figure[] => {
  const on = `on ${/^\w+/u.exec(database)![0]}`;
  const figure = (name: string, unit: Figure['unit'], value: number, limit: number | null = null) =>
    figureOf(`${name}, ${on}`, unit, [value], limit);
  const relayed = (name: string, run: SyncRun['pushes']): Figure[] => [
    figure(`${name} a second, 16 at a time, by the clock`, 'count', run.perSecond),
    figure(`${name}, processor of the server for one`, 'seconds', run.server / run.requests),
  ];
  return [
    figure(`${all.entries} entries, sealed`, 'megabytes', all.sealedBytes / 1e6),
    figure(`${all.entries} entries laid down, by the clock`, 'seconds', all.upload.clock),
    figure(
      `${all.entries} entries laid down, processor of the device`,
      'seconds',
      all.upload.device,
    ),
    figure(`${all.entries} entries to a new device, by the clock`, 'seconds', all.join.clock, 10),
    figure(
      `${all.entries} entries to a new device, processor of the device`,
      'seconds',
      all.join.device,
    ),
    figure(
      `${all.entries} entries to a new device, processor of the server`,
      'seconds',
      all.join.server,
    ),
    ...paces.flatMap(({ overMs, p50, p99 }) => {
      const name = `1,000 devices ${overMs === 0 ? 'at one moment' : `within ${overMs / 1000} s`}`;
      return [
        figure(`${name}, half of them within`, 'seconds', p50 / 1000),
        figure(`${name}, 99 % within`, 'seconds', p99 / 1000, 0.5),
      ];
    }),
    ...relayed('pushes', pushes),
    ...relayed('pulls', pulls),
  ];
};

export const sync: Suite = {
  name: 'sync',
  long: true,
  run: async () => {
    const program = join(root, 'benchmarks', 'src', 'sync-once.ts');
    const figures: Figure[] = [];
    for (const kind of ['pglite', 'postgres']) {
      const { stdout } = await runNode([...tsx, program, kind]);
      figures.push(...syncFigures(JSON.parse(stdout) as SyncRun));
    }
    return figures;
  },
};
