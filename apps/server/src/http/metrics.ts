import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/tables.ts';
import type { LogEntry } from './log.ts';

/** Figures for whoever runs the server: patterns of routes, states and times, never of whom. */
export interface Metrics {
  /** Counts what the log is told. */
  readonly note: (entry: LogEntry) => void;
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

export const createMetrics = (database: Database): Metrics => {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'zonula_' });
  const requests = new Histogram({
    name: 'zonula_request_seconds',
    help: 'Time to answer, by method, pattern of the route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const failures = new Counter({
    name: 'zonula_failures_total',
    help: 'Failures of ours, by what was going on',
    labelNames: ['event'],
    registers,
  });
  new Gauge({
    name: 'zonula_mails_waiting',
    help: 'Mails that are written down and not sent',
    registers,
    async collect() {
      const { waiting } = await database
        .selectFrom('mail.outbox')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .executeTakeFirstOrThrow();
      this.set(waiting);
    },
  });
  return {
    note: ({ event, level, method = '', route = '', status = 0, ms = 0 }) => {
      if (event === 'request') requests.observe({ method, route, status }, ms / 1000);
      if (level === 'error') failures.inc({ event });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
