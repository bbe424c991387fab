/**
 * Within-person and pooled differences of a whole panel: a table with a row a day, a person column, an outcome column
 * and one column of 0 and 1 for each exposure.
 *
 *     npx tsx validation/src/cohorts/panel.ts panel.csv [--person user_id] [--outcome flare] [--days 3] [--least 10] [COLUMN ...]
 *
 * Without columns all that begin with food_, foodcat_, tag_ or treat_. Nothing is printed that stands on fewer than `--least` people. One
 * person's days pass by once; memory grows with people and columns, not with days.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  differencesOf,
  mayPublish,
  noDays,
  type PersonMoments,
  withDay,
  withinBetween,
} from '@zonula/cohort';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    person: { type: 'string', default: 'user_id' },
    outcome: { type: 'string', default: 'flare' },
    days: { type: 'string', default: '3' },
    least: { type: 'string', default: '10' },
  },
});
const [file, ...chosen] = positionals;
if (file === undefined) throw new RangeError('expected the panel as a file');
const least = Number(values.least);
const days = Number(values.days);

const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
const rows = lines[Symbol.asyncIterator]();
const first = await rows.next();
const header: readonly string[] = first.done === true ? [] : first.value.split(',');
const columnOf = (name: string): number => {
  const at = header.indexOf(name);
  if (at < 0) throw new RangeError(`${file}:1: expected a column ${name}`);
  return at;
};
const [person, outcome] = [columnOf(values.person), columnOf(values.outcome)];
const exposures =
  chosen.length > 0 ? chosen : header.filter((name) => /^(?:food|foodcat|tag|treat)_/u.test(name));
const columns = exposures.map((name) => ({
  name,
  at: columnOf(name),
  people: new Map<string, PersonMoments>(),
}));

const numberAt = (cells: readonly string[], at: number, line: number): number => {
  const text = (cells[at] ?? '').trim();
  const value = text === '' ? Number.NaN : Number(text);
  if (text !== '' && Number.isNaN(value))
    throw new RangeError(`${file}:${line}: expected a number in ${header[at]}, found ${text}`);
  return value;
};

let line = 1;
for await (const text of lines) {
  line++;
  const cells = text.split(',');
  if (cells.length !== header.length)
    throw new RangeError(`${file}:${line}: expected ${header.length} cells, found ${cells.length}`);
  const id = cells[person]!;
  const score = numberAt(cells, outcome, line);
  for (const { at, people } of columns)
    people.set(id, withDay(people.get(id) ?? noDays, numberAt(cells, at, line), score));
}

const shown = (value: number): string => (100 * value).toFixed(2);
process.stdout.write(
  'exposure,people,days_with,own_difference,own_error,pooled_difference,p,within,within_error,between,between_error\n',
);
for (const { name, people } of columns) {
  const everybody = [...people.values()];
  const differences = differencesOf(everybody, { fewestDays: days });
  if (differences === null || !mayPublish(differences.people, everybody.length, least)) continue;
  const both = withinBetween(everybody);
  const cells = [
    name,
    differences.people,
    differences.daysWith,
    shown(differences.withinPerson),
    shown(differences.standardError),
    shown(differences.pooled),
    differences.p.toPrecision(3),
    ...(both === null
      ? ['', '', '', '']
      : [both.within, both.between].flatMap(({ estimate, standardError }) => [
          shown(estimate),
          shown(standardError),
        ])),
  ];
  process.stdout.write(`${cells.join(',')}\n`);
}
