import type { Consent } from '@zonula/cohort';
import { UnusableInput } from '@zonula/diary';
import { type CohortStore, removeOthers, saveConsents, savePeople, withdraw } from '@zonula/server';
import { placedMessage } from '../failure.ts';
import type { GivenPerson, PeopleFolder, StatedConsent } from './people-folder.ts';

export interface ReadOptions {
  readonly skipUnreadable: boolean;
  readonly onProgress: (done: number, of: number) => void;
}

/** Some people of a folder. */
interface Batch {
  readonly people: readonly GivenPerson[];
  readonly unreadable: readonly string[];
}

const batch = 100;

async function* readAll(
  folder: PeopleFolder,
  { skipUnreadable, onProgress }: ReadOptions,
): AsyncGenerator<Batch> {
  for (let from = 0; from < folder.people.length; from += batch) {
    const people = [];
    const unreadable = [];
    for (const person of folder.people.slice(from, from + batch)) {
      try {
        people.push(await folder.read(person));
      } catch (error) {
        if (!(error instanceof UnusableInput) || !skipUnreadable) throw error;
        unreadable.push(placedMessage(error));
      }
      onProgress(from + people.length + unreadable.length, folder.people.length);
    }
    yield { people, unreadable };
  }
}

/**
 * Reads a folder a hundred people at a time. The first hundred are read when this settles, so that what is wrong with
 * them is told before there is a database; but not where consents are listed apart, as what somebody took back is
 * removed whatever else cannot be read. Throws UnusableInput for what cannot be read, then or later.
 */
export const readPeople = async (
  folder: PeopleFolder,
  options: ReadOptions,
): Promise<AsyncIterable<Batch>> => {
  const batches = readAll(folder, options);
  if (folder.hasConsents) return batches;
  const { done, value } = await batches.next();
  const ahead = done === true ? [] : [value];
  return (async function* () {
    // Taken out, as it would be kept until the last.
    for (let one = ahead.shift(); one !== undefined; one = ahead.shift()) yield one;
    yield* batches;
  })();
};

export interface FillOptions {
  /** Holds for people of whom the folder records no consent, as long as it records nobody's. */
  readonly stated: StatedConsent;
  /** Whether the folder is all there is: who is not in it is forgotten. */
  readonly whole: boolean;
}

export interface Filled {
  readonly people: number;
  /** People in the folder without a consent that holds. */
  readonly withoutConsent: number;
  readonly unreadable: readonly string[];
}

/** Puts what a folder holds into the tables of a cohort. Throws UnusableInput for what cannot be read. */
export const fill = async (
  { database }: CohortStore,
  folder: PeopleFolder,
  batches: AsyncIterable<Batch>,
  { stated, whole }: FillOptions,
): Promise<Filled> => {
  let recorded: Consent[] = [];
  for await (const consent of folder.consents) {
    recorded.push(consent);
    if (recorded.length === 1000) {
      await saveConsents(database, recorded);
      recorded = [];
    }
  }
  await saveConsents(database, recorded);
  const unreadable: string[] = [];
  let [kept, given] = [0, 0];
  for await (const { people, unreadable: left } of batches) {
    unreadable.push(...left);
    await saveConsents(
      database,
      people.flatMap(({ person, consents }) =>
        consents.length > 0 || folder.hasConsents
          ? consents
          : [{ person, ...stated, given: null, withdrawn: null }],
      ),
    );
    // A share that takes back is about the purpose, whatever words were agreed to before.
    for (const { person, purpose, withdrawn } of people.flatMap(({ consents }) => consents))
      if (withdrawn !== null) await withdraw(database, [person], { purpose, on: withdrawn });
    given += people.length;
    kept += await savePeople(database, people);
  }
  if (whole) await removeOthers(database, folder.people);
  return { people: kept, withoutConsent: given - kept, unreadable };
};
