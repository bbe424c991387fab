/// <reference types="fhir/r4" />
import { complaintOf, unusable } from '@zonula/diary';
import { z } from 'zod';

export const rightsUrl = 'urn:zonula:rights';
export const minUrl = 'http://hl7.org/fhir/StructureDefinition/minValue';
export const maxUrl = 'http://hl7.org/fhir/StructureDefinition/maxValue';
export const calculatedUrl =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

const expected = (what: string) => ({ error: () => `expected ${what}` });
const text = z.string(expected('text')).min(1, expected('text'));

/** What we read of an extension; others are kept and not understood. */
const extensionSchema = z.looseObject({
  url: text,
  valueInteger: z.number().int().optional(),
  valueDecimal: z.number().optional(),
  valueCode: text.optional(),
  valueString: text.optional(),
  valueExpression: z.looseObject({ language: text, expression: text.optional() }).optional(),
  get extension() {
    return z.array(extensionSchema).optional();
  },
});

const itemSchema = z.looseObject({
  linkId: text,
  text: text.optional(),
  type: z.enum(['integer', 'decimal'], expected('integer or decimal')),
  required: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  extension: z.array(extensionSchema).optional(),
});

/** The part of a FHIR R4 Questionnaire that we can show and score: numbers within a range and a calculated total. */
const questionnaireSchema = z.looseObject({
  resourceType: z.literal('Questionnaire', expected('Questionnaire')),
  id: text,
  title: text,
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  copyright: text.optional(),
  extension: z.array(extensionSchema).optional(),
  item: z.array(itemSchema, expected('a list of items')).min(1, expected('at least one item')),
});
type Parsed = z.output<typeof questionnaireSchema>;
type Extension = NonNullable<Parsed['extension']>[number];

export interface Question {
  readonly linkId: string;
  /** Null where the questions may not stand in the file. */
  readonly text: string | null;
  readonly type: 'integer' | 'decimal';
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
}

export interface Questionnaire {
  readonly id: string;
  readonly title: string;
  readonly copyright: string | null;
  readonly rights:
    | { readonly status: 'free' }
    | { readonly status: 'licensed'; readonly holder: string; readonly terms: string };
  readonly questions: readonly Question[];
  /** FHIRPath of the total over the response; null without a total. */
  readonly total: string | null;
}

const find = (list: readonly Extension[] | undefined, url: string): Extension | undefined =>
  list?.find((one) => one.url === url);

const rightsOf = (parsed: Parsed): Questionnaire['rights'] | null => {
  const block = find(parsed.extension, rightsUrl)?.extension;
  const status = find(block, 'status')?.valueCode;
  if (status === 'free') return { status };
  const holder = find(block, 'holder')?.valueString;
  const terms = find(block, 'terms')?.valueString;
  return status === 'licensed' && holder !== undefined && terms !== undefined
    ? { status, holder, terms }
    : null;
};

const limitOf = (extension: Extension | undefined): number | undefined =>
  extension?.valueInteger ?? extension?.valueDecimal;

/**
 * Reads a FHIR R4 Questionnaire. Throws `UnusableInput` with one line: for what is none, for a question without a
 * range, and where the block of rights is missing, since what nobody allowed is not shown.
 */
export const readQuestionnaire = (value: unknown, file: string): Questionnaire => {
  const read = questionnaireSchema.safeParse(value);
  if (!read.success)
    throw unusable(
      { file },
      complaintOf(read.error.issues[0]!, value, 'resourceType, id, title, status and item'),
    );
  const rights = rightsOf(read.data);
  if (rights === null)
    throw unusable(
      { file },
      `extension: expected ${rightsUrl} with status free, or licensed with holder and terms`,
    );
  const asked = read.data.item.filter(({ readOnly }) => readOnly !== true);
  const total = read.data.item.find(({ extension }) => find(extension, calculatedUrl));
  return {
    id: read.data.id,
    title: read.data.title,
    copyright: read.data.copyright ?? null,
    rights,
    questions: asked.map(({ linkId, text: question, type, required, extension }) => {
      const min = limitOf(find(extension, minUrl));
      const max = limitOf(find(extension, maxUrl));
      if (min === undefined || max === undefined)
        throw unusable({ file }, `item ${linkId}: expected minValue and maxValue`);
      return { linkId, text: question ?? null, type, min, max, required: required ?? false };
    }),
    total: find(total?.extension, calculatedUrl)?.valueExpression?.expression ?? null,
  };
};
