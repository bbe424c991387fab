/**
 * Within-person and pooled differences of a whole panel (panel-differences.ts):
 *
 *     npx tsx validation/src/cohorts/panel.ts panel.csv [--person user_id] [--outcome flare] [--days 3] [--least 10] [COLUMN ...]
 *
 * Without columns all that begin with food_, foodcat_, tag_ or treat_. Nothing is printed that stands on fewer than `--least` people.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { mayPublish } from '@zonula/cohort';
import { createPanel } from './panel-differences.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    person: { type: 'string', default: 'user_id' },
    outcome: { type: 'string', default: 'flare' },
    days: { type: 'string', default: '3' },
    least: { type: 'string', default: '10' },
  },
});
const [file, ...exposures] = positionals;
if (file === undefined) throw new RangeError('expected the panel as a file');

const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
const rows = lines[Symbol.asyncIterator]();
const first = await rows.next();
const { person, outcome } = values;
const panel = createPanel(first.done === true ? '' : first.value, file, {
  person,
  outcome,
  exposures,
});
for await (const text of lines) panel.add(text);

const shown = (value: number): string => (100 * value).toFixed(2);
process.stdout.write(
  'exposure,people,days_with,own_difference,own_error,pooled_difference,p,within,within_error,between,between_error\n',
);
for (const { exposure, differences, both, people } of panel.differences(Number(values.days))) {
  if (!mayPublish(differences.people, people, Number(values.least))) continue;
  const cells = [
    exposure,
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
