import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  importers,
  readDiary,
  readRows,
  UnusableInput,
  type Warning,
  writeTidy,
} from '@zonula/diary';
import type { Source } from '../input.ts';
import { type ExportLayout, layoutOf } from './export-layout.ts';

export interface SplitOptions {
  /** Where the diaries go; must exist. */
  readonly folder: string;
  readonly today: string;
  /** Leave rows out that cannot be read, and say which; otherwise the first one ends it. */
  readonly skipUnreadable: boolean;
  readonly onProgress: (what: string, share: number | null) => void;
}

export interface SplitResult {
  readonly people: number;
  readonly rows: number;
  readonly skipped: {
    readonly rows: number;
    /** The first ones. */
    readonly first: readonly { readonly line: number; readonly expected: string }[];
  };
  /** What was accepted, guessed or not understood, over all people; the most frequent first. */
  readonly warnings: readonly Warning[];
  /** SHA-256 of the export, hex. */
  readonly sha256: string;
}

const bucketCount = 256;
/** A bucket is written out when this much text waits. */
const bufferLength = 1 << 15;
const listed = 20;

/** The name of a person's diary: says nothing to whoever does not know the ID, and finds the person again who does. */
export const pseudonymOf = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 16);

/**
 * Splits a whole research export of Flaredown or StudyU into one tidy diary a person. The export may hold any number of rows in any order: they first go into
 * 256 files by person, so that memory does not grow with the export, and then each of these is read on its own. Throws UnusableInput with the line
 * of a row that cannot be read.
 */
export async function splitExport(source: Source, options: SplitOptions): Promise<SplitResult> {
  const { folder, onProgress } = options;
  const spill = join(folder, '.rows');
  mkdirSync(spill);
  try {
    const hash = createHash('sha256');
    const { layout, ...told } = await spillRows(source, spill, hash, options);
    if (told.rows === 0)
      throw new UnusableInput('expected rows of a research export, found none to read', {
        file: source.name,
      });
    const warnings = createCounts();
    let people = 0;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      onProgress('writing diaries', bucket / bucketCount);
      people += await writePeople(
        join(spill, `${bucket}`),
        layout,
        source.name,
        options,
        warnings.add,
      );
    }
    return { ...told, people, warnings: warnings.all(), sha256: hash.digest('hex') };
  } finally {
    rmSync(spill, { recursive: true, force: true });
  }
}

/** Counts the warnings of many diaries by what they say. */
const createCounts = () => {
  const counts = new Map<string, Warning>();
  return {
    add: ({ code, text, count }: Warning): void => {
      counts.set(text, { code, text, count: (counts.get(text)?.count ?? 0) + count });
    },
    all: (): readonly Warning[] =>
      [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  };
};

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

async function spillRows(
  source: Source,
  spill: string,
  hash: ReturnType<typeof createHash>,
  { skipUnreadable, onProgress }: SplitOptions,
): Promise<Pick<SplitResult, 'rows' | 'skipped'> & { readonly layout: ExportLayout }> {
  const file = source.name;
  const buckets = Array.from({ length: bucketCount }, (_, i) => ({
    handle: openSync(join(spill, `${i}`), 'w'),
    waiting: '',
  }));
  try {
    const rows = readRows(hashed(source.chunks(), hash), {
      file,
      raggedAllowed: true,
      onProgress: (bytes) =>
        onProgress(`reading ${file}`, source.size ? bytes / source.size : null),
    });
    const header = await rows.next();
    if (header.done === true)
      throw new UnusableInput('expected a header line, found an empty file', { file });
    const names = header.value.cells.map((cell) => cell.trim());
    const layout = layoutOf(names, { file, line: header.value.line });
    let read = 0;
    let skipped = 0;
    const first: { line: number; expected: string }[] = [];
    for await (const row of rows) {
      const [user, ...rest] = layout.at.map((index) => row.cells[index] ?? '');
      const cells = [user!.trim(), ...rest];
      const expected =
        row.cells.length === names.length
          ? layout.problemOf(cells)
          : `expected ${names.length} cells, found ${row.cells.length}`;
      if (expected !== null) {
        if (!skipUnreadable) throw new UnusableInput(expected, { file, line: row.line });
        skipped++;
        if (first.length < listed) first.push({ line: row.line, expected });
        continue;
      }
      read++;
      const bucket = buckets[bucketOf(cells[0]!)]!;
      bucket.waiting += `${JSON.stringify(cells)}\n`;
      if (bucket.waiting.length > bufferLength) {
        writeSync(bucket.handle, bucket.waiting);
        bucket.waiting = '';
      }
    }
    for (const { handle, waiting } of buckets) if (waiting !== '') writeSync(handle, waiting);
    return { rows: read, skipped: { rows: skipped, first }, layout };
  } finally {
    for (const { handle } of buckets) closeSync(handle);
  }
}

/** FNV-1a. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % bucketCount;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

async function writePeople(
  path: string,
  { format, columns }: ExportLayout,
  file: string,
  { folder, today }: SplitOptions,
  warn: (warning: Warning) => void,
): Promise<number> {
  const people = new Map<string, string[]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const cells = JSON.parse(line) as string[];
    const rows = people.get(cells[0]!) ?? [`${columns.map(quoted).join(',')}\n`];
    rows.push(`${cells.map(quoted).join(',')}\n`);
    people.set(cells[0]!, rows);
  }
  const encoder = new TextEncoder();
  for (const [id, rows] of people) {
    const chunks = (async function* () {
      yield encoder.encode(rows.join(''));
    })();
    const diary = await readDiary(chunks, {
      format,
      importers,
      file,
      today,
    });
    for (const warning of diary.warnings) warn(warning);
    writeFileSync(join(folder, `${pseudonymOf(id)}.csv`), writeTidy(diary));
  }
  return people.size;
}
