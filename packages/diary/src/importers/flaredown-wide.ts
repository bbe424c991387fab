import type { ImportOptions, ImportSink } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import type { Row } from '../rows.ts';
import { createCheckins } from './flaredown-checkins.ts';
import { isoDate } from './foreign-dates.ts';
import { columnOf, type Table } from './table.ts';
import { fold, placeRemedy } from './vocabulary.ts';

const weatherColumns: ReadonlyMap<string, string> = new Map([
  ['weather summary', 'summary'],
  ['weather max temperature', 'temperature_max'],
  ['weather min temperature', 'temperature_min'],
  ['weather pressure', 'pressure'],
  ['weather precipitation intensity', 'precip_intensity'],
  ['weather humidity', 'humidity'],
]);

export const isWide = (header: readonly string[]): boolean =>
  fold(header[0] ?? '') === 'date' && header.includes('Tags') && header.includes('Foods');

type Kind = 'score' | 'treatment' | 'tags' | 'foods' | 'weather' | 'empty';

const listOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * The file that Flaredown mails to a user: one check-in a row, one column for each of their
 * conditions, symptoms and treatments, without types. A column whose values are all 0 to 4 holds
 * severities (unless its name is a known treatment); any text makes it a treatment. An empty list
 * of foods is unknown.
 */
export const readWide = async (
  table: Table,
  options: ImportOptions,
  sink: ImportSink,
): Promise<void> => {
  const { header, headerLine } = table;
  if (!isWide(header)) {
    throw unusable(
      { file: options.file, line: headerLine },
      'expected the columns of a Flaredown export (Date, ..., Tags, Foods)',
    );
  }
  const rows: Row[] = [];
  for await (const row of table.rows) rows.push(row);

  const tags = columnOf(header, 'Tags');
  const kindOf = (index: number): Kind => {
    if (index === tags) return 'tags';
    if (header[index] === 'Foods') return 'foods';
    if (weatherColumns.has(fold(header[index]!))) return 'weather';
    const values = rows.map(({ cells }) => cells[index]!.trim()).filter((cell) => cell !== '');
    if (values.length === 0) return 'empty';
    if (!values.every((value) => /^[0-4](?:\.0)?$/u.test(value))) return 'treatment';
    return placeRemedy(header[index]!).known ? 'treatment' : 'score';
  };
  const kinds = header.map((_, index) => (index === 0 ? 'empty' : kindOf(index)));
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'empty' && index > 0) {
      sink.warn('empty-column', `Column ${quoted(header[index]!)} has no entries.`);
    }
  }

  // Conditions come before symptoms: of two columns with one name the first is the condition.
  const repeatsLater = (index: number): boolean =>
    header.some(
      (name, later) =>
        later > index && kinds[later] === 'score' && fold(name) === fold(header[index]!),
    );
  const isCondition = header.map((_, index) => kinds[index] === 'score' && repeatsLater(index));

  const checkins = createCheckins(sink, options.file);
  for (const { line, cells } of rows) {
    const date = isoDate(cells[0]!);
    if (date === null) {
      checkins.recorder.unreadable(line, `expected a day, found ${quoted(cells[0]!)}`);
      continue;
    }
    const at = { date };
    for (const [index, kind] of kinds.entries()) {
      const name = header[index]!;
      const cell = cells[index]!;
      if (isCondition[index]) checkins.condition(line, name, cell, at);
      else if (kind === 'score') checkins.symptom(line, name, cell, at);
      else if (kind === 'treatment') checkins.treatment(line, name, cell, at);
      else if (kind === 'tags') for (const tag of listOf(cell)) checkins.tag(tag, at);
      else if (kind === 'foods') for (const food of listOf(cell)) checkins.food(food, at);
      else if (kind === 'weather') {
        checkins.weather(line, weatherColumns.get(fold(name))!, cell, at);
      }
    }
  }
  checkins.finish();
};
