import { type Consent, consentSchema, type Invitation, writeShare } from '@zonula/cohort';
import { type Category, categories, type Diary, identityOf, writeTidy } from '@zonula/diary';
import type { Journal, Json } from '@zonula/journal';

const kept = 'studies';

/** A study that the person agreed to, as this diary remembers it. */
export type Part = Consent & {
  readonly given: string;
  readonly title: string;
  readonly by: string;
  readonly contact: string;
  /** The words that were agreed to, in the language in which they were read. */
  readonly words: string;
  /** Categories that are not given. */
  readonly without: readonly string[];
};

const texts = ['title', 'by', 'contact', 'words', 'given'] as const;

const isPart = (value: Json): boolean => {
  if (!consentSchema.safeParse(value).success) return false;
  const part = value as Readonly<Record<string, Json>>;
  return texts.every((name) => typeof part[name] === 'string') && Array.isArray(part.without);
};

const partsOf = (document: { readonly parts?: Json } | null): readonly Part[] =>
  Array.isArray(document?.parts) ? (document.parts.filter(isPart) as unknown as Part[]) : [];

/** The studies that the person agreed to, those that were taken back among them. */
export const partsIn = async (journal: Journal): Promise<readonly Part[]> =>
  partsOf(await journal.document('settings', kept));

/** Keeps what was agreed to with a study, in the place of what was agreed to under the same name before. */
export const keepPart = (journal: Journal, part: Part): Promise<void> =>
  journal.change('settings', kept, (before) => ({
    parts: [...partsOf(before).filter(({ person }) => person !== part.person), { ...part }],
  }));

/** The part that an invitation asks for anew: of the same people for the same purpose, and not taken back. */
export const partBefore = (
  parts: readonly Part[],
  { purpose, by }: Pick<Invitation, 'purpose' | 'by'>,
): Part | undefined =>
  parts.find((part) => part.purpose === purpose && part.by === by && part.withdrawn === null);

/** A name that says nothing of the person: 16 hexadecimal digits. */
export const newName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** The words of the invitation in a language, or in its first one. */
export const wordsIn = (
  { text }: Invitation,
  language: string,
): { readonly language: string; readonly words: string } =>
  text.find((one) => one.language === language) ?? text[0]!;

/**
 * What a study gets of a diary: no notes, and nothing of the categories left out, not even the names and scales of what is in them. Without the food it
 * may not say either that a day's food is complete.
 */
export const givenOf = (diary: Diary, without: readonly string[]): Diary => {
  const observations = diary.observations
    .filter(
      ({ category }) =>
        category !== 'note' &&
        !without.includes(category) &&
        !(category === 'day' && without.includes('food')),
    )
    .map(({ note: _, ...rest }) => rest);
  const given = new Set(observations.map(({ category, name }) => identityOf(category, name)));
  const scales = new Map([...diary.scales].filter(([identity]) => given.has(identity)));
  return { ...diary, observations, scales };
};

/** Categories of which a study could get something, in the order of the diary. */
export const categoriesIn = ({ observations }: Diary): readonly Category[] => [
  ...new Set(
    observations
      .map(({ category }) => category)
      .filter((category) => category !== 'note' && category !== 'day'),
  ),
];

/** Categories that are not given, later neither: all but those that were ticked, also where nothing was in them yet. */
export const withheldOf = (ticked: readonly Category[]): readonly Category[] =>
  categories.filter((category) => category !== 'day' && !ticked.includes(category));

/** The file for the study; without a diary once the consent is taken back. */
export const shareFile = (
  { person, purpose, wording, given, withdrawn, without }: Part,
  diary: Diary,
): { readonly name: string; readonly text: string } => ({
  name: `${person}.share.json`,
  text: writeShare({
    format: 'zonula-share',
    version: 1,
    consent: { person, purpose, wording, given, withdrawn },
    diary: withdrawn === null ? writeTidy(givenOf(diary, without)) : null,
  }),
});
