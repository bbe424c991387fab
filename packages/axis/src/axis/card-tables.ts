import type { Tag } from '../model.ts';
import type { Calibrated } from './anchor-experiments.ts';
import { type Anchor, anchors } from './anchors.ts';
import { modulesOf } from './definitions.ts';
import { conditions } from './person.ts';

const shown = (value: number): string => String(Number(value.toPrecision(3)));

const kindOf = ({ sets, builtIn, hit: [least, most] }: Anchor, value: number): string => {
  if (sets !== null) return `calibrated: sets \`${sets}\``;
  const outcome = value >= least && value <= most ? 'hit' : 'miss';
  return builtIn ? `built in: ${outcome}` : `predicted: **${outcome}**`;
};

/** Every anchor with what was measured and what the model says, as a table in Markdown. */
const anchorTable = (numbers: Calibrated): string =>
  [
    '| figure | source | measured | a hit within | model | |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...anchors.map((anchor) => {
      const { name, source, measured, hit, compute, note } = anchor;
      const value = compute(numbers);
      const kind = kindOf(anchor, value);
      const cells = [
        name,
        source,
        shown(measured),
        hit.map(shown).join(' to '),
        shown(value),
        note === undefined ? kind : `${kind}; ${note}`,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

const skinModules = conditions.map((condition) => modulesOf(condition).at(-1)!);
const everyModule = new Map(
  [...modulesOf('acne').slice(0, -1), ...skinModules].map((module) => [module.name, module]),
);

/** Every module with its states and how many of its numbers are measured, modelled and assumed. */
const moduleTable = (): string =>
  [
    '| module | states | measured | modelled | assumed | arrows |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...[...everyModule.values()].map(({ title, states, parameters, arrows }) => {
      const count = (tag: Tag) => Object.values(parameters).filter((p) => p.tag === tag).length;
      const names = Object.keys(states).map((name) => `\`${name}\``);
      const counts = [count('measured'), count('modelled'), count('assumed'), arrows.length];
      return `| ${[title, names.join(' '), ...counts].join(' | ')} |`;
    }),
  ].join('\n');

/** The text with what stands between the marks of this name replaced. Throws RangeError where they are missing. */
const between = (text: string, name: string, table: string): string => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`the text has no ${begin} ... ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
};

/** The model card with its tables as they are now. Throws RangeError where it has no place for them. */
export const withTables = (card: string, numbers: Calibrated): string =>
  between(between(card, 'anchors', anchorTable(numbers)), 'modules', moduleTable());
