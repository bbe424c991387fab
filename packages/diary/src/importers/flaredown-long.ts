import type { ImportOptions, ImportSink } from '../importer.ts';
import { quoted } from '../place.ts';
import { createCheckins } from './flaredown-checkins.ts';
import { isoDate } from './foreign-dates.ts';
import { createPersonFilter } from './person.ts';
import { columnOf, listUnread, requiredColumn, type Table } from './table.ts';

export const isLong = (header: readonly string[]): boolean =>
  ['user_id', 'checkin_date', 'trackable_type', 'trackable_name', 'trackable_value'].every(
    (name) => columnOf(header, name) >= 0,
  );

/**
 * Flaredown's research file, one trackable a row, many people. An empty value was not recorded
 * (unknown); the person's age, sex and country are not part of a diary.
 */
export const readLong = async (
  table: Table,
  options: ImportOptions,
  sink: ImportSink,
): Promise<void> => {
  const column = (name: string): number => requiredColumn(table, options.file, name);
  const [user, date, type, name, value] = [
    column('user_id'),
    column('checkin_date'),
    column('trackable_type'),
    column('trackable_name'),
    column('trackable_value'),
  ] as const;
  const id = columnOf(table.header, 'trackable_id');
  const personal = ['age', 'sex', 'country'].map((word) => columnOf(table.header, word));
  listUnread(table.header, new Set([user, date, type, name, value, id, ...personal]), sink);
  const filter = createPersonFilter(options);
  const checkins = createCheckins(sink, options.file);

  for await (const { line, cells } of table.rows) {
    if (!filter.wants(cells[user]!)) continue;
    const day = isoDate(cells[date]!);
    if (day === null) {
      checkins.recorder.unreadable(line, `expected a day, found ${quoted(cells[date]!)}`);
      continue;
    }
    const at = { date: day };
    const item = cells[name]!;
    const text = cells[value]!;
    switch (cells[type]!.trim()) {
      case 'Condition':
        checkins.condition(line, item, text, at);
        break;
      case 'Symptom':
        checkins.symptom(line, item, text, at);
        break;
      case 'Treatment':
        checkins.treatment(line, item, text, at);
        break;
      case 'Tag':
        checkins.tag(item, at);
        break;
      case 'Food':
        checkins.food(item, at);
        break;
      case 'HBI':
        checkins.harveyBradshaw(line, text, at);
        break;
      case 'Weather':
        checkins.weather(line, item, text, at);
        break;
      default:
        sink.warn('unknown-type', `Rows of type ${quoted(cells[type]!)} were not read.`);
    }
  }
  filter.finish();
  checkins.finish();
};
