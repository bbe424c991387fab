/// <reference types="fhir/r4" />
import { unusable } from '@zonula/diary';
import type { Questionnaire } from './questionnaire.ts';

/** Evaluates a FHIRPath expression on a resource; handed in, so that only who scores loads the library. */
export type FhirPath = (
  resource: fhir4.FhirResource,
  expression: string,
  variables: Readonly<Record<string, unknown>>,
) => readonly unknown[];

const numberOf = (answer: fhir4.QuestionnaireResponseItemAnswer | undefined): unknown =>
  answer?.valueInteger ?? answer?.valueDecimal;

/**
 * The total of a filled-in questionnaire by its own FHIRPath expression. Every answer is checked before anything is added up: `UnusableInput`
 * names the item that is missing, given twice, unknown or out of range. An optional item without an answer is left out.
 */
export const scoreResponse = (
  questionnaire: Questionnaire,
  response: fhir4.QuestionnaireResponse,
  evaluate: FhirPath,
  file: string,
): number => {
  const { title, questions, total } = questionnaire;
  const wrong = (item: string, what: string) => unusable({ file }, `item ${item}: ${what}`);
  if (total === null) throw unusable({ file }, `${title} has no total`);
  const known = new Set(questions.map(({ linkId }) => linkId));
  const given = new Map<string, unknown>();
  for (const { linkId, answer } of response.item ?? []) {
    if (!known.has(linkId)) throw wrong(linkId, `there is no such item in ${title}`);
    if (given.has(linkId) || (answer?.length ?? 0) > 1) throw wrong(linkId, 'is answered twice');
    const value = numberOf(answer?.[0]);
    if (value !== undefined) given.set(linkId, value);
  }
  for (const { linkId, min, max, type, required } of questions) {
    const value = given.get(linkId);
    const range = `expected a ${type === 'integer' ? 'whole ' : ''}number from ${min} to ${max}`;
    if (value === undefined) {
      if (required) throw wrong(linkId, `${range}, found nothing`);
      continue;
    }
    const fits =
      typeof value === 'number' &&
      value >= min &&
      value <= max &&
      (type === 'decimal' || Number.isInteger(value));
    if (!fits) throw wrong(linkId, `${range}, found ${String(value).slice(0, 40)}`);
  }
  const [result, ...more] = evaluate(response, total, { resource: response });
  if (typeof result !== 'number' || more.length > 0)
    throw unusable({ file }, `the total of ${title} is not one number`);
  return result;
};
