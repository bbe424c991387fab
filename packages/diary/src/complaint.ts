import type { z } from 'zod';
import { quoted } from './place.ts';

/** `regions.head[2]`: where in a document, lists counted from 1. */
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

const found = (value: unknown): string => {
  if (value === undefined) return 'found nothing';
  if (typeof value === 'string') return `found ${quoted(value)}`;
  if (Array.isArray(value)) return 'found a list';
  return typeof value === 'object' && value !== null
    ? 'found an object'
    : `found ${String(value).slice(0, 40)}`;
};

/**
 * One line for what is wrong with a document that a schema refused: the field, what was expected and what was found. The
 * messages of the schema say what was expected; `known` lists the fields that there are.
 */
export const complaintOf = (issue: z.core.$ZodIssue, value: unknown, known: string): string => {
  const field = fieldOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const name = `${field}${field && '.'}${quoted(issue.keys[0] ?? '').slice(1, -1)}`;
    return field === ''
      ? `${name}: there is no such field; expected ${known}`
      : `${name}: there is no such field`;
  }
  if (field === '' && issue.code === 'invalid_type') return `expected a JSON object with ${known}`;
  const where = field === '' ? '' : `${field}: `;
  // What was received is told below, in our words.
  const expectation = issue.message.replace(/^Invalid input: (expected .+), received \w+$/u, '$1');
  const there = valueAt(value, issue.path);
  // A rule of ours about a whole list or object names what breaks it.
  const isNamed = issue.code === 'custom' && typeof there === 'object' && there !== null;
  return isNamed ? `${where}${expectation}` : `${where}${expectation}, ${found(there)}`;
};
