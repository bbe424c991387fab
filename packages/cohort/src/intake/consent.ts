import { type Chunks, readRows, unusable } from '@zonula/diary';
import { z } from 'zod';

const text = z.string().trim().min(1).max(200);
const date = z.iso.date();

/** What a person agreed to, in which words. */
export const consentSchema = z.object({
  /** A name that says nothing of the person. */
  person: text,
  purpose: text,
  /** Which version of the words they agreed to. */
  wording: text,
  /** YYYY-MM-DD; null where it was not recorded. */
  given: date.nullable(),
  /** From this day on nothing of the person may be used for the purpose; null as long as they agree. */
  withdrawn: date.nullable(),
});
export type Consent = Readonly<z.infer<typeof consentSchema>>;

const columns = ['person', 'purpose', 'wording', 'given', 'withdrawn'] as const;

/** Reads a table of consents: `person,purpose,wording,given,withdrawn`. Throws UnusableInput with line and column. */
export async function* readConsents(chunks: Chunks, file: string): AsyncGenerator<Consent> {
  const rows = readRows(chunks, { file });
  const header = await rows.next();
  if (header.done === true)
    throw unusable({ file, line: 1 }, 'expected consents, found an empty file');
  const names = header.value.cells.map((cell) => cell.trim());
  const at = columns.map((column) => {
    const index = names.indexOf(column);
    if (index < 0)
      throw unusable({ file, line: header.value.line }, `expected a column "${column}"`);
    return index;
  });
  for await (const { line, cells } of rows) {
    const [person, purpose, wording, given, withdrawn] = at.map((index) => cells[index]!.trim());
    const read = consentSchema.safeParse({
      person,
      purpose,
      wording,
      given: given === '' ? null : given,
      withdrawn: withdrawn === '' ? null : withdrawn,
    });
    if (!read.success) {
      const field = String(read.error.issues[0]!.path[0]);
      const column = at[columns.indexOf(field as (typeof columns)[number])]! + 1;
      const expected =
        field === 'given' || field === 'withdrawn'
          ? 'a day YYYY-MM-DD, or nothing'
          : 'a text of 1 to 200 characters';
      throw unusable({ file, line, column, columnName: field }, `expected ${expected}`);
    }
    yield read.data;
  }
}
