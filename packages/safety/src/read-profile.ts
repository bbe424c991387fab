import { quoted, unusable } from '@zonula/diary';
import type { z } from 'zod';
import { type Profile, profileSchema } from './profile.ts';

export interface ReadProfileOptions {
  /** For messages only. */
  readonly file: string;
  /** Local day of the person, `YYYY-MM-DD`; answers cannot be younger. */
  readonly today: string;
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : `${text}${text && '.'}${String(part)}`,
    '',
  );

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined,
    value,
  );

const known = Object.keys(profileSchema.shape).join(', ');

const found = (value: unknown): string => {
  if (value === undefined) return 'found nothing';
  if (typeof value === 'string') return `found ${quoted(value)}`;
  if (Array.isArray(value)) return 'found a list';
  return typeof value === 'object' && value !== null
    ? 'found an object'
    : `found ${String(value).slice(0, 40)}`;
};

const complaint = (issue: z.core.$ZodIssue, value: unknown): string => {
  const field = fieldOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const name = `${field}${field && '.'}${quoted(issue.keys[0] ?? '').slice(1, -1)}`;
    return field === ''
      ? `${name}: there is no such field; expected ${known}`
      : `${name}: there is no such field`;
  }
  if (field === '') return `expected a JSON object with ${known}`;
  return `${field}: ${issue.message}, ${found(valueAt(value, issue.path))}`;
};

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
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw unusable({ file }, `expected JSON, such as { "country": "GB", "ageBand": "18-59" }`);
  }
  const read = profileSchema.safeParse(value);
  if (!read.success) throw unusable({ file }, complaint(read.error.issues[0]!, value));
  const future = futureDay(read.data, today);
  if (future !== null)
    throw unusable({ file }, `${future}: expected a day that has come, at the latest ${today}`);
  return read.data;
};
