import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Consent, readConsents, readShare } from '@zonula/cohort';
import { readDiary, tidyImporter, unusable } from '@zonula/diary';
import type { PersonData } from '@zonula/server';
import { readFinishedTrial } from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { readText } from '../input.ts';

const consentsFile = 'consents.csv';

/** The consent of people of whom the folder records none. */
export interface StatedConsent {
  readonly purpose: string;
  readonly wording: string;
}

/** What a folder holds of one person. */
export interface GivenPerson extends PersonData {
  readonly consents: readonly Consent[];
}

export interface PeopleFolder {
  /** Whether somebody's consents are on record; then nobody else's data are used. */
  readonly hasConsents: boolean;
  readonly consents: AsyncIterable<Consent>;
  /** Names of all people of whom there is something, in order. */
  readonly people: readonly string[];
  /** Reads one person. Throws UnusableInput. */
  readonly read: (person: string) => Promise<GivenPerson>;
}

const parsed = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unusable({ file }, `expected JSON; ${error.message}`);
  }
};

/** `ID.csv` is a tidy diary, `ID.share.json` a share, `ID.trial.json` (or `ID.trial-2.json` ...) the result of a trial. */
const ownerOf = (name: string): string | null => {
  if (name.startsWith('.') || name === consentsFile) return null;
  const [, person] = /^(.+?)\.(?:csv|share\.json|trial(?:-\d+)?\.json)$/u.exec(name) ?? [];
  return person ?? null;
};

/**
 * A folder with what people gave: tidy diaries, shares and results of trials, and `consents.csv`. Throws UnusableArguments
 * where there is nobody, UnusableInput from what cannot be read.
 */
export const peopleIn = (folder: string): PeopleFolder => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UnusableArguments(`${folder || '<folder>'}: expected a folder of tidy diaries`);
  const files = new Map<string, string[]>();
  for (const name of readdirSync(folder).sort()) {
    const person = ownerOf(name);
    if (person !== null) files.set(person, [...(files.get(person) ?? []), name]);
  }
  if (files.size === 0)
    throw new UnusableArguments(`${folder}: expected tidy diaries, one CSV file a person`);
  const list = join(folder, consentsFile);
  const hasConsents = existsSync(list);
  return {
    hasConsents,
    consents: hasConsents ? readConsents(createReadStream(list), list) : none(),
    people: [...files.keys()].sort(),
    read: (person) => readPerson(folder, person, files.get(person) ?? []),
  };
};

async function* none(): AsyncGenerator<Consent> {}

const readPerson = async (
  folder: string,
  person: string,
  names: readonly string[],
): Promise<GivenPerson> => {
  let diary: string | undefined;
  let diaryFile = '';
  const consents: Consent[] = [];
  const trials: { id: string; document: unknown }[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const text = readText(file);
    if (name.endsWith('.csv')) {
      diary = text;
      diaryFile = file;
    } else if (name.endsWith('.share.json')) {
      const share = readShare(parsed(text, file), file);
      if (share.consent.person !== person)
        throw unusable({ file }, `consent.person: expected ${person}, as the file is named`);
      consents.push(share.consent);
      if (share.diary !== null) {
        diary = share.diary;
        diaryFile = `${file}: diary`;
      }
    } else {
      const document = readFinishedTrial(text, file);
      trials.push({ id: document.hash, document });
    }
  }
  if (diary !== undefined) await checkDiary(diary, diaryFile);
  return { person, consents, trials, ...(diary === undefined ? {} : { diary }) };
};

/** Throws UnusableInput with the line of what cannot be read. */
const checkDiary = async (diary: string, file: string): Promise<void> => {
  const chunks = (async function* () {
    yield new TextEncoder().encode(diary);
  })();
  await readDiary(chunks, { format: 'zonula', importers: [tidyImporter], file, today: today() });
};
