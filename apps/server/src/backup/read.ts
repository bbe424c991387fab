import { z } from '@hono/zod-openapi';
import { createSum, type Sum } from './digest.ts';
import type { TableShape } from './tables.ts';

/** The file is no backup, not a whole one, or not of this Zonula. */
export class UnusableBackup extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableBackup';
  }
}

const appliedSchema = z.object({ id: z.int(), name: z.string(), sha256: z.string() });
const headSchema = z.object({
  format: z.literal('zonula-backup'),
  version: z.literal(1),
  created: z.iso.datetime(),
  migrations: z.array(appliedSchema),
  cohort: z.array(appliedSchema).optional(),
});
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const endSchema = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.int(), sum: z.string() })),
});

const parsed = <Schema extends z.ZodType>(schema: Schema, line: string, what: string) => {
  try {
    return schema.parse(JSON.parse(line)) as z.infer<Schema>;
  } catch {
    throw new UnusableBackup(`${what} is expected`);
  }
};

export type BackupHeadRead = z.infer<typeof headSchema>;

export interface BackupReader {
  readonly onHead: (head: BackupHeadRead) => Promise<void>;
  /** Rows of a table, some at a time. */
  readonly onRows: (table: TableShape, rows: readonly string[]) => Promise<void>;
}

const headIn = (line: string): BackupHeadRead =>
  parsed(headSchema, line, 'the first line of a backup of Zonula');

/** What a backup says first. Throws `UnusableBackup`. */
export const headOf = async (lines: AsyncIterable<string>): Promise<BackupHeadRead> => {
  for await (const line of lines) if (line !== '') return headIn(line);
  throw new UnusableBackup('the file ends too early');
};

const batch = 500;

/** Reads a backup line by line and compares it with the sums at its end. Throws `UnusableBackup`. */
export const readBackup = async (
  lines: AsyncIterable<string>,
  { onHead, onRows }: BackupReader,
): Promise<ReadonlyMap<string, Sum>> => {
  let table: TableShape | null = null;
  let sum = createSum();
  let rows: string[] = [];
  let [started, ended] = [false, false];
  const sums = new Map<string, Sum>();
  const flush = async (): Promise<void> => {
    if (table !== null && rows.length > 0) await onRows(table, rows);
    rows = [];
  };
  const finish = async (): Promise<void> => {
    await flush();
    if (table !== null) sums.set(table.name, sum.result());
    sum = createSum();
  };
  for await (const line of lines) {
    if (line === '') continue;
    if (ended) throw new UnusableBackup('nothing is expected after the last line');
    if (!started) {
      await onHead(headIn(line));
      started = true;
    } else if (line.startsWith('{"table":')) {
      await finish();
      const { table: name, columns } = parsed(tableSchema, line, 'the name of a table');
      table = { name, columns };
    } else if (line.startsWith('{"end":')) {
      await finish();
      const { tables } = parsed(endSchema, line, 'the last line of a backup');
      const told = new Map(Object.entries(tables));
      for (const [name, { rows: count, sum: digest }] of told)
        if (sums.get(name)?.rows !== count || sums.get(name)?.sum !== digest)
          throw new UnusableBackup(`the rows of ${name} are not those that were written`);
      if (told.size !== sums.size) throw new UnusableBackup('a table is not in the last line');
      ended = true;
    } else {
      if (table === null) throw new UnusableBackup('the name of a table is expected');
      sum.add(line);
      rows.push(line);
      if (rows.length === batch) await flush();
    }
  }
  if (!ended) throw new UnusableBackup('the file ends too early');
  return sums;
};
