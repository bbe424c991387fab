import { dayOf, localDay, parseMoment } from '../day.ts';
import type { Importer, ImportOptions, ImportSink } from '../importer.ts';
import { quoted } from '../place.ts';
import { isoDate } from './foreign-dates.ts';
import { type At, createRecorder, type Recorder } from './recorder.ts';
import {
  columnOf,
  headerCells,
  listUnread,
  numberOf,
  openTable,
  requiredColumn,
  type Table,
} from './table.ts';
import { placeFactor, placeSymptom } from './vocabulary.ts';

const token = /(^|\s)([#@+])([\p{L}\p{N}_-]+)(?:\(([^()]*)\))?/gu;
const personal = ['lat', 'lng', 'location'] as const;

/** `8`, or a timer `1:30:00` in hours. */
const numberIn = (text: string): number | null => {
  const timer = /^(\d+):([0-5]\d):([0-5]\d)$/u.exec(text.trim());
  if (timer === null) return numberOf(text);
  const hours = Number(timer[1]) + Number(timer[2]) / 60 + Number(timer[3]) / 3600;
  return Math.round(hours * 1000) / 1000;
};

const isDetailed = (header: readonly string[]): boolean =>
  ['epoch', 'offset', 'note'].every((name) => columnOf(header, name) >= 0);
const isColumns = (header: readonly string[]): boolean =>
  header.length > 1 &&
  header[0]?.toLowerCase() === 'date' &&
  header.slice(1).every((cell) => /^[#@+][\p{L}\p{N}_-]+$/u.test(cell));

/** Trackers may be anything: symptoms are looked up first, then habits, food and remedies. */
const placeTracker = (recorder: Recorder, name: string) => {
  const words = name.replaceAll(/[_-]+/gu, ' ');
  const symptom = placeSymptom(words);
  if (symptom.known) return symptom.category;
  const factor = placeFactor(words);
  return factor.known ? factor.category : recorder.categoryOf('factor', name);
};

const track = (
  recorder: Recorder,
  sink: ImportSink,
  sign: string,
  name: string,
  value: number,
  at: At,
) => {
  if (sign === '@') sink.warn('unread-people', 'Names of people (@...) were not read.');
  else recorder.put(placeTracker(recorder, name), name, value, at);
};

const readDetailed = async (table: Table, options: ImportOptions, sink: ImportSink) => {
  const { header } = table;
  const [epoch, offset, note] = ['epoch', 'offset', 'note'].map((name) =>
    requiredColumn(table, options.file, name),
  ) as [number, number, number];
  const [start, end, score] = ['start', 'end', 'score'].map((name) => columnOf(header, name)) as [
    number,
    number,
    number,
  ];
  const places = personal.map((name) => columnOf(header, name));
  listUnread(header, new Set([epoch, offset, note, start, end, score, ...places]), sink);
  const recorder = createRecorder(sink, options.file);

  /** Nomie writes the offset as JavaScript does: minutes to add to local time to get UTC. */
  const atOf = (cells: readonly string[]): At | null => {
    const instant = numberOf(cells[epoch]!);
    const minutes = numberOf(cells[offset]!);
    if (instant !== null && minutes !== null && Math.abs(minutes) <= 18 * 60) {
      return localDay(instant, -minutes);
    }
    const wall = end < 0 ? null : parseMoment(cells[end]!.trim());
    if (wall !== null) return dayOf(wall);
    if (instant === null) return null;
    sink.warn('no-zone', 'An entry names no time zone; its day was read in UTC.');
    return localDay(instant);
  };

  for await (const { line, cells } of table.rows) {
    const at = atOf(cells);
    if (at === null) {
      recorder.unreadable(line, `expected a moment, found ${quoted(cells[epoch]!)}`);
      continue;
    }
    const text = cells[note]!;
    for (const [, , sign, name, amount] of text.matchAll(token)) {
      const value = amount === undefined ? 1 : numberIn(amount);
      if (value === null) {
        recorder.unreadable(line, `expected a number in ${quoted(`${sign}${name}(${amount})`)}`);
      } else track(recorder, sink, sign!, name!, value, at);
    }
    recorder.note('Note', text.replace(token, ' ').replace(/\s+/gu, ' ').trim(), at);
    const positivity = score < 0 ? null : numberOf(cells[score]!);
    if (positivity !== null && positivity !== 0) {
      sink.warn('unread-score', "Nomie's positivity score was not read.");
    }
    if (places.some((index) => index >= 0 && cells[index]!.trim() !== '')) {
      sink.warn('unread-place', 'Where an entry was made was not read.');
    }
  }
  recorder.finish();
};

/** One row a day, one column a tracker. Nomie writes 0 for "nothing logged": 0 is unknown. */
const readColumns = async (table: Table, options: ImportOptions, sink: ImportSink) => {
  const date = requiredColumn(table, options.file, 'date');
  const recorder = createRecorder(sink, options.file);
  for await (const { line, cells } of table.rows) {
    const day = isoDate(cells[date]!);
    if (day === null) {
      recorder.unreadable(line, `expected a day, found ${quoted(cells[date]!)}`);
      continue;
    }
    for (const [index, tag] of table.header.entries()) {
      const text = cells[index]!;
      if (index === date || text.trim() === '') continue;
      const value = numberIn(text);
      const sign = /^[#@+]/u.exec(tag)?.[0] ?? '#';
      if (value === null) {
        recorder.unreadable(line, `expected a number for ${quoted(tag)}, found ${quoted(text)}`);
      } else if (value === 0) {
        sink.warn(
          'zero-unknown',
          `${quoted(tag)}: 0 may mean that nothing was logged; it was left out as unknown.`,
        );
      } else track(recorder, sink, sign, tag.replace(/^[#@+]/u, ''), value, { date: day });
    }
  }
  recorder.finish();
};

/** Nomie's two CSV exports: the detailed one (notes with tags) and the one with a column a tracker. */
export const nomie: Importer = {
  format: 'nomie',
  detect(head) {
    const header = headerCells(head);
    if (isDetailed(header)) return 1;
    return isColumns(header) ? 0.9 : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    await (isDetailed(table.header) ? readDetailed : readColumns)(table, options, sink);
  },
};
