import type { Category } from '../category.ts';
import type { Importer } from '../importer.ts';
import { quoted } from '../place.ts';
import { amountOf } from './amounts.ts';
import { clockTime, wordDate } from './foreign-dates.ts';
import { type At, createRecorder, type Recorder, scale } from './recorder.ts';
import { headerCells, listUnread, numberOf, openTable, requiredColumn } from './table.ts';
import { createTicks } from './ticks.ts';
import { fold, placeRemedy } from './vocabulary.ts';

const severities: ReadonlyMap<string, number> = new Map([
  ['mild', 1],
  ['moderate', 2],
  ['severe', 3],
  ['unbearable', 4],
]);
const eaten: ReadonlyMap<string, number> = new Map([
  ['nothing', 0],
  ['none', 0],
  ['little', 1],
  ['a little', 1],
  ['moderate', 2],
  ['a lot', 3],
  ['lot', 3],
]);
const dayParts = new Set(['pre', 'am', 'mid', 'pm', 'all day']);
const ratings: ReadonlyMap<string, readonly [Category, string]> = new Map([
  ['mood', ['mood', 'Mood']],
  ['energy', ['symptom', 'Energy']],
  ['sleep quality', ['sleep', 'quality']],
]);

const partsOf = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A part of the day is kept in words: making it an hour would invent a time. */
const atOf = (date: string, part: string, notes: string): At => {
  const word = part.trim().toLowerCase();
  const time = clockTime(part);
  const words = dayParts.has(word) ? [word, notes.trim()] : [notes.trim()];
  const note = words.filter((text) => text !== '').join('; ');
  return { date, time: time ?? undefined, note: note === '' ? undefined : note };
};

/** `7:45` or `7.75` hours of sleep. */
const hoursOf = (text: string): number | null => {
  const match = /^(\d{1,2}):([0-5]\d)$/u.exec(text.trim());
  const hours =
    match === null
      ? numberOf(text)
      : Math.round((Number(match[1]) + Number(match[2]) / 60) * 100) / 100;
  return hours === null || hours < 0 || hours > 24 ? null : hours;
};

const readSymptom = (recorder: Recorder, line: number, rating: string, detail: string, at: At) => {
  const match = /^(.*?)\s*\((mild|moderate|severe|unbearable)\)$/iu.exec(detail.trim());
  const value = numberOf(rating) ?? severities.get(match?.[2]?.toLowerCase() ?? '') ?? null;
  if (value === null || value < 0 || value > 4) {
    recorder.unreadable(line, `expected a symptom rated 0 to 4, found ${quoted(rating)}`);
  } else recorder.score(match?.[1] ?? detail, value, at, scale(0, 4));
};

/** Bearable's CSV export: one reading a row. Days are the pages the person wrote on. */
export const bearable: Importer = {
  format: 'bearable',
  detect(head) {
    const header = headerCells(head).map((cell) => cell.toLowerCase());
    return header.includes('rating/amount') && header.includes('category') ? 1 : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    const column = (name: string): number => requiredColumn(table, options.file, name);
    const [date, part, category, rating, detail, notes] = [
      column('date'),
      column('time of day'),
      column('category'),
      column('rating/amount'),
      column('detail'),
      column('notes'),
    ] as const;
    const weekday = table.header.indexOf('weekday');
    listUnread(table.header, new Set([date, weekday, part, category, rating, detail, notes]), sink);
    const recorder = createRecorder(sink, options.file);
    const ticks = createTicks(recorder);
    const recorded = new Set<Category>();

    const readRemedies = (amount: string, text: string, at: At): void => {
      for (const name of partsOf(text)) {
        const { category: placed, known } = placeRemedy(name);
        const taken = placed === 'food' ? 'supplement' : placed;
        const target: Category = known ? taken : 'medication';
        recorded.add(target);
        recorder.amount(target, name, amountOf(amount), at);
      }
    };
    const readNutrition = (text: string, at: At): boolean => {
      const meals = /^meals\s*:(.*)$/isu.exec(text.trim());
      if (meals !== null) {
        recorded.add('food');
        for (const food of partsOf(meals[1]!)) recorder.put('food', food, 1, at);
        return true;
      }
      const amount = /^amount eaten\s*[-–—:]\s*(.+)$/iu.exec(text.trim());
      const value = eaten.get(fold(amount?.[1] ?? ''));
      if (value === undefined) return false;
      recorder.put('habit', 'Amount eaten', value, at);
      return true;
    };

    for await (const { line, cells } of table.rows) {
      const day = wordDate(cells[date]!);
      if (day === null) {
        recorder.unreadable(
          line,
          `expected a day such as 8th Dec 2021, found ${quoted(cells[date]!)}`,
        );
        continue;
      }
      const at = atOf(day, cells[part]!, cells[notes]!);
      const [kind, value, text] = [fold(cells[category]!), cells[rating]!, cells[detail]!];
      const rated = ratings.get(kind);
      if (kind === 'symptom' || kind === 'symptoms') readSymptom(recorder, line, value, text, at);
      else if (kind === 'sleep') {
        const hours = hoursOf(value);
        if (hours === null)
          recorder.unreadable(line, `expected hours of sleep, found ${quoted(value)}`);
        else recorder.put('sleep', 'hours', hours, { ...at, unit: 'h' });
      } else if (rated !== undefined) {
        const score = numberOf(value);
        if (score === null) recorder.unreadable(line, `expected a rating, found ${quoted(value)}`);
        else recorder.put(rated[0], rated[1], score, at);
      } else if (kind === 'factors' || kind === 'factor') {
        for (const name of partsOf(text)) ticks.add(name, at);
      } else if (kind.startsWith('med') || kind === 'supplements') readRemedies(value, text, at);
      else if (!readNutrition(text, at)) {
        sink.warn('unknown-type', `Category ${quoted(cells[category]!)} is not in our table.`);
        const score = numberOf(value);
        if (text.trim() === '' && score === null) recorder.note(cells[category]!, value, at);
        else if (score === null) for (const name of partsOf(text)) ticks.add(name, at);
        else recorder.score(text.trim() === '' ? cells[category]! : text, score, at);
      }
    }
    ticks.finish(recorded);
    recorder.finish();
  },
};
