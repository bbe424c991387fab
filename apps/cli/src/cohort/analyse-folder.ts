import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { analysePerson, type PersonResult, personResultSchema } from '@zonula/cohort';
import { readDiary, tidyImporter, UnusableInput } from '@zonula/diary';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { cannotRead, readBytes } from '../input.ts';
import { cannotWrite, destinationAt } from '../output.ts';
import { version } from '../version.ts';

export interface FolderOptions {
  readonly seed: number;
  readonly outcome?: string;
  readonly discovery: boolean;
  /** Leave diaries out that cannot be read, and say which. */
  readonly skipUnreadable: boolean;
  readonly onProgress: (done: number, of: number) => void;
}

export interface FolderResult {
  readonly results: readonly PersonResult[];
  readonly unreadable: readonly string[];
  /** Of each diary's bytes, by person. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Diaries whose result was there from an earlier run. */
  readonly kept: number;
}

/** Names of the tidy diaries in a folder, in order. Throws where there are fewer than `fewest`. */
export const diariesIn = (folder: string, fewest: number): readonly string[] => {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UnusableArguments(`${folder || '<folder>'}: expected a folder of tidy diaries`);
  const names = namesIn(folder)
    .filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
    .sort();
  if (names.length === 0)
    throw new UnusableArguments(`${folder}: expected tidy diaries, one CSV file a person`);
  if (names.length < fewest) throw tooFew(folder, fewest);
  return names;
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw cannotRead(folder, error);
  }
};

export const tooFew = (folder: string, fewest: number): UnusableArguments =>
  new UnusableArguments(
    `${folder}: fewer than ${fewest} people, so nothing about them may be published`,
  );

/** Makes a folder and the one above it where they are missing, and none above these. */
const makeFolder = (folder: string): void => {
  for (const place of [dirname(folder), folder])
    try {
      if (!existsSync(place)) mkdirSync(place);
    } catch (error) {
      throw cannotWrite(place, error);
    }
};

/**
 * Analyses tidy diaries of a folder, one at a time. Results are kept in the folder `work`, each written whole, under the diary's hash and the options: an interrupted
 * run goes on where it stopped, a changed diary is analysed anew, and one that was taken away is no longer counted.
 */
export async function analyseFolder(
  folder: string,
  files: readonly string[],
  work: string,
  { seed, outcome, discovery, skipUnreadable, onProgress }: FolderOptions,
): Promise<FolderResult> {
  const results: PersonResult[] = [];
  const unreadable: string[] = [];
  const hashes = new Map<string, string>();
  let kept = 0;
  for (const [done, name] of files.entries()) {
    onProgress(done, files.length);
    const file = join(folder, name);
    const person = basename(name, '.csv');
    const place = join(work, `${person}.json`);
    try {
      const bytes = readBytes(file);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const key = JSON.stringify([version, hash, seed, outcome ?? null, discovery]);
      const earlier = earlierResult(place, key);
      if (earlier !== null) {
        kept++;
        hashes.set(person, hash);
        results.push(earlier);
        continue;
      }
      const chunks = (async function* () {
        yield bytes;
      })();
      const diary = await readDiary(chunks, {
        format: 'zonula',
        importers: [tidyImporter],
        file,
        today: today(),
      });
      const result = analysePerson(diary, {
        person,
        version,
        seed,
        discovery,
        ...(outcome === undefined ? {} : { outcome }),
      });
      makeFolder(work);
      destinationAt(place).write(`${JSON.stringify({ key, result })}\n`);
      hashes.set(person, hash);
      results.push(result);
    } catch (error) {
      if (!(error instanceof UnusableInput) || !skipUnreadable) throw error;
      unreadable.push(`${name}: ${error.message}`);
    }
  }
  return { results, unreadable, hashes, kept };
}

/** The result of an earlier run for this very diary and question; a file that is damaged counts as none. */
function earlierResult(place: string, key: string): PersonResult | null {
  if (!existsSync(place)) return null;
  const kept = parsed(readFileSync(place, 'utf8'));
  if (typeof kept !== 'object' || kept === null || !('key' in kept) || !('result' in kept))
    return null;
  if (kept.key !== key) return null;
  const read = personResultSchema.safeParse(kept.result);
  return read.success ? read.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
