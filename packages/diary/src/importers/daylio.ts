import { identityOf } from '../category.ts';
import { dayOf, minutesOf } from '../day.ts';
import type { Importer } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import { moodLevel } from './daylio-moods.ts';
import { clockTime, isoDate, wordDate } from './foreign-dates.ts';
import { type At, createRecorder, scale } from './recorder.ts';
import { columnOf, headerCells, listUnread, numberOf, openTable, requiredColumn } from './table.ts';
import { createTicks } from './ticks.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
  ['nbsp', ' '],
]);
const markup = /<br\s*\/?>|&(amp|lt|gt|quot|#39|nbsp);/giu;
const plainText = (text: string): string =>
  text
    .replace(markup, (_, entity?: string) => entities.get(entity?.toLowerCase() ?? '') ?? '\n')
    .replace(/<\/?(?:p|div|b|i|u|strong|em|ul|ol|li|span)>/giu, ' ')
    .trim();

const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Daylio's CSV export in its three header generations. Entries are stamped moments: one before 04:00
 * belongs to the day before. Moods with a default name score 1 to 5; activities are ticks.
 */
export const daylio: Importer = {
  format: 'daylio',
  detect(head) {
    const header = headerCells(head);
    const dated = columnOf(header, 'full_date') >= 0 || columnOf(header, 'year') >= 0;
    return dated && ['weekday', 'mood', 'activities'].every((name) => columnOf(header, name) >= 0)
      ? 1
      : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    const { header } = table;
    const column = (name: string): number => columnOf(header, name);
    const [mood, time, activities] = ['mood', 'time', 'activities'].map((name) =>
      requiredColumn(table, options.file, name),
    ) as [number, number, number];
    const [fullDate, year, date, weekday, title, note, scales] = [
      column('full_date'),
      column('year'),
      column('date'),
      column('weekday'),
      column('note_title'),
      column('note'),
      column('scales'),
    ] as const;
    if (fullDate < 0 && (year < 0 || date < 0)) {
      throw unusable(
        { file: options.file, line: table.headerLine },
        'expected a column "full_date", or "year" and "date"',
      );
    }
    const used = [fullDate, year, date, weekday, time, mood, activities, title, note, scales];
    listUnread(header, new Set(used), sink);
    const recorder = createRecorder(sink, options.file);
    const ticks = createTicks(recorder);
    sink.scale(identityOf('mood', 'Mood'), scale(1, 5));

    const readScales = (line: number, cell: string, at: At): void => {
      for (const part of listOf(cell)) {
        const match = /^(.+?):\s*([^:]+)$/u.exec(part);
        const value = numberOf(match?.[2] ?? '');
        if (match === null || value === null) {
          recorder.unreadable(
            line,
            `expected "name: number" among the scales, found ${quoted(part)}`,
          );
        } else recorder.score(match[1]!, value, at);
      }
    };

    for await (const { line, cells } of table.rows) {
      const written =
        fullDate >= 0 ? isoDate(cells[fullDate]!) : wordDate(cells[date]!, Number(cells[year]));
      if (written === null) {
        const found = fullDate >= 0 ? cells[fullDate]! : `${cells[date]} ${cells[year]}`;
        recorder.unreadable(line, `expected a day, found ${quoted(found)}`);
        continue;
      }
      const clock = clockTime(cells[time]!);
      if (clock === null && cells[time]!.trim() !== '') {
        sink.warn('unreadable-time', `Time ${quoted(cells[time]!)} was left out.`);
      }
      const at: At =
        clock === null ? { date: written } : dayOf({ date: written, minutes: minutesOf(clock)! });
      const label = cells[mood]!.trim();
      const level = moodLevel(label);
      if (level !== null) recorder.put('mood', 'Mood', level, at);
      else if (label !== '') {
        sink.warn(
          'unknown-mood',
          `Mood ${quoted(label)} is not one of Daylio's own five names; it was kept as a note, without a score.`,
        );
        recorder.note('Mood', label, at);
      }
      for (const activity of listOf(cells[activities]!)) ticks.add(activity, at);
      if (scales >= 0) readScales(line, cells[scales]!, at);
      const words = [title, note].map((index) => (index < 0 ? '' : plainText(cells[index]!)));
      recorder.note('Note', words.filter((text) => text !== '').join('\n'), at);
    }
    ticks.finish(new Set());
    recorder.finish();
  },
};
