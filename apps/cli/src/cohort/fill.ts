import type { Consent } from '@zonula/cohort';
import { UnusableInput } from '@zonula/diary';
import { type CohortStore, removeOthers, saveConsents, savePeople, withdraw } from '@zonula/server';
import { placedMessage } from '../failure.ts';
import type { PeopleFolder, StatedConsent } from './people-folder.ts';

export interface FillOptions {
  /** Holds for people of whom the folder records no consent, as long as it records nobody's. */
  readonly stated: StatedConsent;
  /** Whether the folder is all there is: who is not in it is forgotten. */
  readonly whole: boolean;
  readonly skipUnreadable: boolean;
  readonly onProgress: (done: number, of: number) => void;
}

export interface Filled {
  readonly people: number;
  /** People in the folder without a consent that holds. */
  readonly withoutConsent: number;
  readonly unreadable: readonly string[];
}

const batch = 100;

/** Puts what a folder holds into the tables of a cohort, some people at a time. Throws UnusableInput for what cannot be read. */
export const fill = async (
  { database }: CohortStore,
  folder: PeopleFolder,
  { stated, whole, skipUnreadable, onProgress }: FillOptions,
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
  for (let from = 0; from < folder.people.length; from += batch) {
    const names = folder.people.slice(from, from + batch);
    const people = [];
    for (const person of names) {
      try {
        people.push(await folder.read(person));
      } catch (error) {
        if (!(error instanceof UnusableInput) || !skipUnreadable) throw error;
        unreadable.push(placedMessage(error));
      }
      onProgress(from + people.length, folder.people.length);
    }
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
