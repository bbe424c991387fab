/// <reference types="fhir/r4" />
import {
  changeBetween,
  type FhirPath,
  instrumentOf,
  instruments,
  questionnaires,
  scoreAnswers,
  scoreResponse,
} from '@zonula/care';
import { parseJson, unusable } from '@zonula/diary';
import { UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { contents, textOf } from './text.ts';

export interface ScoreOptions extends CommonOptions {
  readonly before?: number;
}

const readJson = async (file: string): Promise<unknown> => {
  const place = { file: file === '-' ? 'standard input' : file };
  return parseJson(await readAll(file), place, 'expected JSON, such as { "total": 12 }');
};

/** The library is large; only who scores a questionnaire loads it. */
const loadFhirPath = async (): Promise<FhirPath> => {
  const [{ default: fhirpath }, { default: r4 }] = await Promise.all([
    import('fhirpath'),
    import('fhirpath/fhir-context/r4'),
  ]);
  return (resource, expression, variables) =>
    fhirpath.evaluate(resource, expression, { ...variables }, r4) as readonly unknown[];
};

const isResponse = (value: unknown): value is fhir4.QuestionnaireResponse =>
  typeof value === 'object' &&
  value !== null &&
  (value as { readonly resourceType?: unknown }).resourceType === 'QuestionnaireResponse';

/** A FHIR response is added up by the questionnaire's own expression; anything else is a form of ours. */
const answersFrom = async (id: string, value: unknown, file: string): Promise<unknown> => {
  if (!isResponse(value)) return value;
  const questionnaire = questionnaires().find((one) => one.id === id);
  if (!questionnaire)
    throw unusable({ file }, `expected the answers of ${id}, found a QuestionnaireResponse`);
  return { total: scoreResponse(questionnaire, value, await loadFhirPath(), file) };
};

export const runScore = async (
  id: string | undefined,
  file: string | undefined,
  { json, before }: ScoreOptions,
): Promise<void> => {
  if (id === undefined) {
    if (json) return printJson({ instruments });
    return print(contents());
  }
  const instrument = instrumentOf(id);
  if (instrument === null)
    throw new UnusableArguments(
      `there is no instrument ${JSON.stringify(id)}; expected ${instruments.map((one) => one.id).join(', ')}`,
    );
  if (file === undefined)
    throw new UnusableArguments(`a file with the answers is needed, or - for standard input`);
  if (before !== undefined && before > instrument.max)
    throw new UnusableArguments(
      `--before: expected a total from ${instrument.min} to ${instrument.max}`,
    );
  const place = file === '-' ? 'standard input' : file;
  const score = scoreAnswers(id, await answersFrom(id, await readJson(file), place), place);
  if (json)
    await printJson({
      ...score,
      change: before === undefined ? null : changeBetween(instrument, before, score.total),
    });
  else await print(textOf(score, before));
};
