import { anchors, type Calibrated } from './anchors.ts';

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** Every anchor with what was measured and what the model says, as a table in Markdown. */
export const anchorTable = (numbers: Calibrated): string =>
  [
    '| figure | source | measured | model | |',
    '| --- | --- | ---: | ---: | --- |',
    ...anchors.map(({ name, source, measured, hit: [least, most], sets, compute, note }) => {
      const value = compute(numbers);
      const isHit = value >= least && value <= most;
      const kind = sets === null ? `predicted: **${isHit ? 'hit' : 'miss'}**` : `sets \`${sets}\``;
      const remark = note === undefined ? kind : `${kind}; ${note}`;
      return `| ${name} | ${source} | ${shown(measured)} | ${shown(value)} | ${remark} |`;
    }),
  ].join('\n');

const [begin, end] = ['<!-- anchors -->', '<!-- /anchors -->'];

/** The text with the table between its two marks replaced. Throws RangeError where they are missing. */
export const replaceTable = (text: string, table: string): string => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError(`the text has no ${begin} ... ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
};
