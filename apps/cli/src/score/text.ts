import {
  changeBetween,
  type Instrument,
  instrumentOf,
  instruments,
  type Score,
  vigaAdScale,
} from '@zonula/care';
import { wrapped } from '../wrapped.ts';

const rightsWords = ({ rights }: Instrument): string => {
  switch (rights.status) {
    case 'own':
      return 'our own';
    case 'formula':
      return 'a published formula, in our own words';
    case 'unchanged':
      return `${rights.credit}; unchanged`;
    case 'licensed':
      return `questions held by ${rights.holder}; only a total is kept`;
  }
};

const changeWords = ({ change }: Instrument): string => {
  if (change === null) return 'no change that matters is published';
  return change.points === undefined
    ? `a change matters from ${Math.round((change.share ?? 0) * 100)} % of the earlier total`
    : `a change matters from ${change.points} ${change.points === 1 ? 'point' : 'points'}`;
};

/** What there is to score. */
export const contents = (): string =>
  `${instruments
    .map((instrument) => {
      const { id, min, max, by } = instrument;
      const who = by === 'clinician' ? 'for clinicians' : 'for yourself';
      return [
        `${id}: ${min} to ${max}, ${who}`,
        ...wrapped(`${rightsWords(instrument)}; ${changeWords(instrument)}`, '  '),
      ].join('\n');
    })
    .join('\n')}\n\nOne of them: ./zonula score easi answers.json\n`;

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** A total, its band and its parts; with an earlier total also what lies between. */
export const textOf = (score: Score, before: number | undefined): string => {
  const instrument = instrumentOf(score.instrument)!;
  const band = score.band === null ? '' : `: ${score.band}`;
  const lines = [
    `${score.name} ${figure(score.total)} of ${score.max}${band}`,
    ...(score.parts.length > 1
      ? score.parts.map(({ name, points }) => `  ${name} ${figure(points)}`)
      : []),
  ];
  if (score.instrument === 'viga-ad')
    lines.push(...wrapped(vigaAdScale[score.total as 0]!.description, '  '));
  if (before !== undefined) {
    const { points, direction, meaningful } = changeBetween(instrument, before, score.total);
    const size =
      direction === 'same'
        ? `The same as before (${figure(before)}).`
        : `${figure(Math.abs(points))} ${direction} than before (${figure(before)}).`;
    const felt =
      meaningful === null
        ? 'From how much on people feel it is not published.'
        : meaningful
          ? 'People can feel a change of this size.'
          : 'That is less than people can feel.';
    lines.push(size, ...(direction === 'same' ? [] : [felt]));
  }
  if (instrument.rights.status === 'unchanged') lines.push(instrument.rights.credit);
  return `${lines.join('\n')}\n`;
};
