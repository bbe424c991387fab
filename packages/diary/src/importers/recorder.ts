import { type Category, identityOf } from '../category.ts';
import type { Scale } from '../diary.ts';
import type { ImportSink } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import { scoredCategories } from '../scale.ts';
import type { Amount } from './amounts.ts';
import { isoDate } from './foreign-dates.ts';
import { type Placement, placeFactor, placeRemedy, placeSymptom } from './vocabulary.ts';

/** When and with what words something was written down. */
export interface At {
  readonly date: string;
  readonly time?: string | undefined;
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
}

export type ItemKind = 'symptom' | 'remedy' | 'factor';

const listedRows = 20;
const tables: Readonly<Record<ItemKind, (name: string) => Placement>> = {
  symptom: placeSymptom,
  remedy: placeRemedy,
  factor: placeFactor,
};
const kindNames: Readonly<Record<ItemKind, string>> = {
  symptom: 'symptoms',
  remedy: 'treatments',
  factor: 'habits and circumstances',
};

export const cleanName = (name: string): string => name.trim().replace(/\s+/gu, ' ');

/** A score whose range the source states. */
export const scale = (min: number, max: number): Scale => ({ min, max, inferred: false });

/** What every importer does with its sink: clean names, places, warnings, and the last check. */
export const createRecorder = (sink: ImportSink, file: string) => {
  let written = 0;
  let unreadable = 0;
  const placements = new Map<string, Placement>();
  let firstProblem: { readonly line: number; readonly expectation: string } | undefined;

  const put = (category: Category, name: string, value: number | null, at: At): void => {
    const cleaned = cleanName(name);
    if (cleaned === '') {
      sink.warn('no-name', 'An entry without a name was left out.');
      return;
    }
    const { date, time, unit, note } = at;
    if (isoDate(date) === null) {
      sink.warn('unreadable-row', 'An entry outside the years 1 to 9999 was left out.');
      return;
    }
    written++;
    sink.observe({
      date,
      category,
      name: cleaned,
      value,
      ...(time === undefined ? {} : { time }),
      ...(unit === undefined || unit === '' ? {} : { unit }),
      ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
    });
  };

  /** The item's category by the committed table; says so when the table does not know it. */
  const categoryOf = (kind: ItemKind, name: string): Category => {
    const key = `${kind}\n${name}`;
    const { category, known } = placements.get(key) ?? tables[kind](name);
    placements.set(key, { category, known });
    if (!known) {
      sink.warn(
        'unknown-item',
        `${quoted(cleanName(name))} is not in our table of ${kindNames[kind]}; it was read as a ${category}.`,
      );
    }
    return category;
  };

  return {
    put,
    categoryOf,
    /** A rated symptom, with its scale when the source states one. */
    score(name: string, value: number, at: At, range?: Scale): void {
      const category = categoryOf('symptom', name);
      put(category, name, value, at);
      if (range !== undefined) sink.scale(identityOf(category, name), range);
    },
    /** Present without a degree: 1, on a scale of 0 to 1 where the category is scored. */
    present(category: Category, name: string, at: At): void {
      put(category, name, 1, at);
      if (scoredCategories.has(category)) sink.scale(identityOf(category, name), scale(0, 1));
    },
    /** Something eaten or taken: an amount in its own unit, or one serving when none was written. */
    amount(category: Category, name: string, amount: Amount | null, at: At): void {
      put(category, name, amount?.value ?? 1, { ...at, unit: amount?.unit });
    },
    note(name: string, text: string, at: At): void {
      if (text.trim() !== '') put('note', name, null, { ...at, note: text });
    },
    /** A row that could not be read: the first ones by line, the rest as a number. */
    unreadable(line: number, expectation: string): void {
      unreadable++;
      firstProblem ??= { line, expectation };
      sink.warn(
        'unreadable-row',
        unreadable > listedRows
          ? 'More rows could not be read and were left out.'
          : `Line ${line} was left out: ${expectation}.`,
      );
    },
    /** Throws when the file had rows and not one of them could be read. */
    finish(): void {
      if (written === 0 && firstProblem !== undefined) {
        throw unusable({ file, line: firstProblem.line }, firstProblem.expectation);
      }
    },
  };
};

export type Recorder = ReturnType<typeof createRecorder>;
