import type { Category } from '../category.ts';
import { dayOf, minutesOf } from '../day.ts';
import type { Importer } from '../importer.ts';
import { quoted } from '../place.ts';
import { type Row, readRows } from '../rows.ts';
import { amountOf } from './amounts.ts';
import { clockTime, createDateOrder, slashDate } from './foreign-dates.ts';
import { type At, createRecorder } from './recorder.ts';
import { numberOf, tellOddity } from './table.ts';
import { fold, placeRemedy } from './vocabulary.ts';

const start =
  /^\uFEFF?\s*"?\d{1,2}[/.]\d{1,2}[/.]\d{4}"?\s*,\s*"?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?"?\s*,\s*"?\p{L}/iu;
const meals = new Set(
  'breakfast,brunch,lunch,dinner,supper,tea,snack,snacks,drink,drinks,food,meal,dessert'.split(','),
);
/** Events that carry one rating, and the item it rates. */
const rated: ReadonlyMap<string, readonly [Category, string]> = new Map([
  ['stress', ['stress', 'Stress']],
  ['sleep quality', ['sleep', 'quality']],
  ['sleep', ['sleep', 'quality']],
  ['energy', ['symptom', 'Energy']],
  ['mood', ['mood', 'Mood']],
]);

interface Item {
  readonly name: string;
  readonly amount: string | null;
  readonly attributes: ReadonlyMap<string, string>;
}

const attribute = /^(intensity|duration|quality|level|rating|type|amount)\s*:\s*(.*)$/iu;
const quantity = /^\[\s*(.*?)\s*\]$/u;

/** `Nausea, Intensity: 1, Heartburn, Intensity: 2` is two items; `[ x 2 ]` belongs to what precedes. */
const itemsOf = (cells: readonly string[]): Item[] => {
  const items: { name: string; amount: string | null; attributes: Map<string, string> }[] = [];
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    const last = items.at(-1);
    const amount = quantity.exec(text);
    const pair = attribute.exec(text);
    if (amount !== null && last !== undefined) last.amount = amount[1]!;
    else if (pair !== null) {
      const holder = last ?? { name: '', amount: null, attributes: new Map<string, string>() };
      if (last === undefined) items.push(holder);
      holder.attributes.set(pair[1]!.toLowerCase(), pair[2]!.trim());
    } else items.push({ name: text, amount: null, attributes: new Map() });
  }
  return items;
};

const ratingOf = ({ attributes }: Item): number | null =>
  numberOf(
    attributes.get('intensity') ??
      attributes.get('quality') ??
      attributes.get('level') ??
      attributes.get('rating') ??
      '',
  );

const withDuration = (at: At, { attributes }: Item): At => {
  const duration = attributes.get('duration');
  return duration === undefined ? at : { ...at, note: `Duration: ${duration}` };
};

/**
 * mySymptoms' CSV export: no header, one event a row, as many cells as it takes. Events are stamped
 * moments. Dishes and their ingredients stand in one list and cannot be told apart.
 */
export const mysymptoms: Importer = {
  format: 'mysymptoms',
  detect: (head) => (start.test(head) ? 0.95 : 0),
  async read(chunks, options, sink) {
    const rows: Row[] = [];
    const order = createDateOrder();
    for await (const row of readRows(chunks, {
      file: options.file,
      onProgress: options.onProgress,
      delimiter: ',',
      raggedAllowed: true,
      onOddity: tellOddity(sink),
    })) {
      rows.push(row);
      order.see(row.cells[0]!);
    }
    const resolved = order.resolve();
    if (resolved.ambiguous) {
      sink.warn(
        'date-order',
        'No date says whether the month or the day comes first; they were read as month/day/year.',
      );
    }
    const recorder = createRecorder(sink, options.file);
    let hasMeals = false;

    const readEvent = (line: number, type: string, items: readonly Item[], at: At): void => {
      const kind = fold(type);
      const score = rated.get(kind);
      if (meals.has(kind)) {
        hasMeals = true;
        for (const { name, amount } of items) {
          recorder.amount('food', name, amountOf(amount ?? ''), at);
        }
      } else if (kind === 'symptom' || kind === 'symptoms') {
        for (const item of items) {
          const value = ratingOf(item);
          if (value === null) {
            sink.warn(
              'no-intensity',
              `${quoted(item.name)} without an intensity was kept as a note.`,
            );
            recorder.note(item.name, 'present, without an intensity', at);
          } else recorder.score(item.name, value, withDuration(at, item));
        }
      } else if (kind === 'medication' || kind === 'supplement') {
        for (const item of items) {
          const amount = amountOf(item.amount ?? item.attributes.get('amount') ?? '');
          const placed = placeRemedy(item.name);
          const category = placed.known && placed.category !== 'food' ? placed.category : kind;
          recorder.amount(category, item.name, amount, at);
        }
      } else if (score !== undefined) {
        const value =
          items[0] === undefined ? null : (ratingOf(items[0]) ?? numberOf(items[0].name));
        if (value === null) recorder.unreadable(line, `expected a rating of ${quoted(type)}`);
        else recorder.put(score[0], score[1], value, withDuration(at, items[0]!));
      } else if (kind === 'bowel movement' || kind === 'stool') {
        recorder.put('gut', 'Bowel movement', 1, at);
        const stool = items.map(({ name, attributes }) => attributes.get('type') ?? name).join(' ');
        const bristol = /(?:^|\D)([1-7])(?:\D|$)/u.exec(stool)?.[1];
        if (bristol !== undefined) recorder.put('gut', 'Bristol stool type', Number(bristol), at);
        else recorder.note('Bowel movement', stool, at);
      } else if (kind === 'note' || kind === 'notes') {
        recorder.note('Note', items.map(({ name }) => name).join(', '), at);
      } else {
        const known = kind === 'exercise' || kind === 'environment' || kind === 'other';
        if (!known)
          sink.warn('unknown-type', `Events of type ${quoted(type)} are not in our table.`);
        for (const item of items) {
          const category = kind === 'exercise' ? 'habit' : recorder.categoryOf('factor', item.name);
          recorder.present(category, item.name === '' ? type : item.name, withDuration(at, item));
        }
      }
    };

    for (const { line, cells } of rows) {
      const date = slashDate(cells[0]!, resolved.order);
      const time = clockTime(cells[1] ?? '');
      const type = cells[2]?.trim() ?? '';
      if (date === null || time === null || type === '') {
        recorder.unreadable(line, 'expected a day, a time and the type of an event');
        continue;
      }
      const at: At = dayOf({ date, minutes: minutesOf(time)! });
      readEvent(line, type, itemsOf(cells.slice(3)), at);
    }
    if (hasMeals) {
      sink.warn(
        'flat-ingredients',
        'Dishes and their ingredients stand in one list in this export; each was read as a food.',
      );
    }
    recorder.finish();
  },
};
