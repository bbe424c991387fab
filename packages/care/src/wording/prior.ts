import type { Suspects } from '@zonula/discovery';
import type { Sentence } from '../sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

const most = 5;

/** Said where studies were allowed to bear on the start; nothing where they were not. */
export const priorSentences = (
  { priorOdds }: Pick<Suspects, 'priorOdds'>,
  { name }: Pick<Vocabulary, 'name'>,
): readonly Sentence[] => {
  if (priorOdds === undefined) return [];
  if (priorOdds.length === 0)
    return [['You asked us to start from what studies say. They moved nothing in your diary.']];
  const furthest = [...priorOdds].sort(
    (a, b) => Math.abs(Math.log(b.odds)) - Math.abs(Math.log(a.odds)),
  );
  const shown = furthest.slice(0, most);
  const others = furthest.length - shown.length;
  return [
    [
      'You asked us to start from what studies say. That changed the odds at the start: ',
      ...shown.flatMap(
        ({ id, odds }, index): Sentence => [
          index > 0 ? ', ' : '',
          name(id),
          ` times ${odds.toFixed(2)}`,
        ],
      ),
      others > 0 ? ` and ${others} more.` : '.',
    ],
    ['Nothing is called likely that your own days alone would not call likely.'],
  ];
};
