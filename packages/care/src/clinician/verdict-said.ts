import { tidy } from '../sentence.ts';
import type { Wording } from '../wording/wording-of.ts';

const verdictWords: ReadonlyMap<string, string> = new Map([
  ['worsens', 'makes it worse'],
  ['improves', 'makes it better'],
  ['inconclusive', 'cannot tell'],
]);

const noLarger = /^no difference larger than ([\d.]+) points$/u;

/** The verdict of a trial as a person says it. */
export const verdictSaid = (verdict: string, { say, figure: own }: Wording): string => {
  const points = noLarger.exec(verdict)?.[1];
  if (points !== undefined)
    return say('no difference larger than {points} points', { points: own(points) });
  const words = verdictWords.get(verdict);
  return words === undefined ? tidy(verdict) : say(words);
};
