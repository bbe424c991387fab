import { isoDate, numberOf, parseMoment, UnusableInput } from '@zonula/diary';

/** How an export of many people is laid out. */
export interface ExportLayout {
  readonly format: 'flaredown' | 'studyu';
  /** Columns to keep; the first names the person. */
  readonly columns: readonly string[];
  /** Where they stand in a row. */
  readonly at: readonly number[];
  /** What was expected of a row that cannot be read; null when it can. Takes the cells of `columns`. */
  readonly problemOf: (cells: readonly string[]) => string | null;
}

const flaredownColumns = [
  'user_id',
  'checkin_date',
  'trackable_type',
  'trackable_name',
  'trackable_value',
] as const;

/** Which export has these columns. Throws UnusableInput that names the column it misses. */
export const layoutOf = (
  names: readonly string[],
  place: { readonly file: string; readonly line: number },
): ExportLayout => {
  const find = (name: string, wanted: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new UnusableInput(`expected a column ${name}, as ${wanted} has it`, place);
    return index;
  };
  if (!names.includes('participant_id')) {
    const wanted = 'a Flaredown research export';
    const at = flaredownColumns.map((name) => find(name, wanted));
    return { format: 'flaredown', columns: flaredownColumns, at, problemOf: flaredownProblem };
  }
  const time = names.includes('measurement_time') ? 'measurement_time' : 'intervention_task_time';
  const first = ['participant_id', time];
  const wanted = 'a StudyU export';
  const columns = [...first, ...names.filter((name) => !first.includes(name))];
  const at = columns.map((name) => find(name, wanted));
  find('current_intervention_name', wanted);
  return { format: 'studyu', columns, at, problemOf: studyuProblem };
};

const scored = new Set(['Condition', 'Symptom']);
const weatherInWords = new Set(['icon', 'summary']);

/** An empty value was not recorded. */
const flaredownProblem = (cells: readonly string[]): string | null => {
  const [user, date, type, name, value] = cells.map((cell) => cell.trim()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (user === '') return 'expected an ID in user_id';
  if (isoDate(date) === null)
    return `expected a day in checkin_date, found ${JSON.stringify(date)}`;
  if (value === '') return null;
  const found = `in trackable_value, found ${JSON.stringify(value)}`;
  const number = numberOf(value);
  if (scored.has(type) && (number === null || number < 0 || number > 4))
    return `expected 0 to 4 ${found}`;
  const counted = type === 'HBI' || (type === 'Weather' && !weatherInWords.has(name));
  return counted && number === null ? `expected a number ${found}` : null;
};

const studyuProblem = ([participant, time]: readonly string[]): string | null => {
  if (participant!.trim() === '') return 'expected an ID in participant_id';
  return parseMoment(time!.trim()) === null
    ? `expected a moment, found ${JSON.stringify(time)}`
    : null;
};
