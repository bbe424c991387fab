import { complaintOf, parseJson, unusable } from '@zonula/diary';
import { type Profile, profileSchema } from './profile.ts';

export interface ReadProfileOptions {
  /** For messages only. */
  readonly file: string;
  /** Local day of the person, `YYYY-MM-DD`; answers cannot be younger. */
  readonly today: string;
}

const known = Object.keys(profileSchema.shape).join(', ');

/** Names the first day that has not come yet. */
const futureDay = (profile: Profile, today: string): string | null => {
  const days: readonly (readonly [string, string | undefined])[] = [
    ['redFlags.askedOn', profile.redFlags?.askedOn],
    ['acneCare.startedOn', profile.acneCare?.startedOn],
    ...profile.clinicianAgreements.map(
      ({ agreedOn }, k) => [`clinicianAgreements[${k + 1}].agreedOn`, agreedOn] as const,
    ),
  ];
  return days.find(([, day]) => day !== undefined && day > today)?.[0] ?? null;
};

/** Reads a profile (JSON). Throws `UnusableInput` with one line that names the field and what was expected. */
export const readProfile = (text: string, { file, today }: ReadProfileOptions): Profile => {
  const value = parseJson(
    text,
    { file },
    'expected JSON, such as { "country": "GB", "ageBand": "18-59" }',
  );
  const read = profileSchema.safeParse(value);
  if (!read.success) throw unusable({ file }, complaintOf(read.error.issues[0]!, value, known));
  const future = futureDay(read.data, today);
  if (future !== null)
    throw unusable({ file }, `${future}: expected a day that has come, at the latest ${today}`);
  return read.data;
};
