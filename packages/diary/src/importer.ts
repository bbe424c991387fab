import type { Observation, Scale } from './diary.ts';

/**
 * Input that cannot be used. The command prints `message` as its one line and exits with code 2.
 * `line` and `column` are 1-based places in the file where they are known.
 */
export class UnusableInput extends Error {
  readonly place: { readonly file?: string; readonly line?: number; readonly column?: number };
  constructor(message: string, place: UnusableInput['place'] = {}) {
    super(message);
    this.name = 'UnusableInput';
    this.place = place;
  }
}

/** The file holds several people, and nobody said whose diary it is to be. */
export class SeveralPeople extends UnusableInput {
  /** Their names in the file, in its order. */
  readonly people: readonly string[];
  /** False where there may be more. */
  readonly complete: boolean;
  constructor({ message, place }: UnusableInput, people: readonly string[], complete: boolean) {
    super(message, place);
    this.people = people;
    this.complete = complete;
  }
}

export const formats = [
  'zonula',
  'flaredown',
  'bearable',
  'daylio',
  'mysymptoms',
  'cronometer',
  'nomie',
  'apple-health',
  'studyu',
  'csv',
] as const;
export type Format = (typeof formats)[number];

/** Columns of a foreign table: `{ "date": "Day", "columns": { "Itch": "skin/itch" } }`. */
export interface ColumnMap {
  readonly date: string;
  readonly time?: string;
  readonly columns: Readonly<Record<string, string>>;
  /** For dates such as 03/04/2026 when the table alone does not tell. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Zone of stamps that end in `Z`, e.g. `+02:00`. */
  readonly utcOffset?: string;
}

export interface ImportOptions {
  /** File name for messages only. */
  readonly file: string;
  /** Which person of a many-person file. */
  readonly person?: string;
  /** For `csv`. */
  readonly map?: ColumnMap;
  /** The local day of today, `YYYY-MM-DD`, to warn about future dates. */
  readonly today: string;
  /** Bytes read so far, for progress. */
  readonly onProgress?: (bytes: number) => void;
}

/** What an importer hands on, piece by piece; nothing is kept but what the diary needs. */
export interface ImportSink {
  observe(observation: Observation): void;
  scale(identity: string, scale: Scale): void;
  /** Equal codes and texts are counted together. */
  warn(code: string, text: string): void;
}

/** One foreign format. `detect` sees the first 64 KiB as text and says how sure it is, 0 to 1. */
export interface Importer {
  readonly format: Format;
  detect(head: string): number;
  read(chunks: AsyncIterable<Uint8Array>, options: ImportOptions, sink: ImportSink): Promise<void>;
}
