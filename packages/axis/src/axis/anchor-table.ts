import { type Anchor, anchors, type Calibrated } from './anchors.ts';

const shown = (value: number): string => String(Number(value.toPrecision(3)));

const kindOf = ({ sets, builtIn, hit: [least, most] }: Anchor, value: number): string => {
  if (sets !== null) return `calibrated: sets \`${sets}\``;
  const outcome = value >= least && value <= most ? 'hit' : 'miss';
  return builtIn ? `built in: ${outcome}` : `predicted: **${outcome}**`;
};

/** Every anchor with what was measured and what the model says, as a table in Markdown. */
export const anchorTable = (numbers: Calibrated): string =>
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

const [begin, end] = ['<!-- anchors -->', '<!-- /anchors -->'];

/** The text with the table between its two marks replaced. Throws RangeError where they are missing. */
export const replaceTable = (text: string, table: string): string => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`the text has no ${begin} ... ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
};
