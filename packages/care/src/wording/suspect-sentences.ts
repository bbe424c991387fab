import type { Finding, Suspect, Suspects } from '@zonula/discovery';
import { halfBy, peakOf } from '../curve.ts';
import { hasMedicine, keepMedicine } from '../medicine.ts';
import { after, count, delayBetween, diariesLikeYours, timesIn, wholeDays } from '../numbers.ts';
import { list, type Sentence } from '../sentence.ts';
import { changeWord, type Vocabulary } from './vocabulary.ts';

/** What is said of one suspect, or of one set whose members cannot be told apart. */
export interface SuspectSentences {
  readonly suspect: Suspect;
  /** How much of it may pass through gut symptoms; null where that was not asked. */
  readonly throughGut: Sentence | null;
  /** The member that the figures are about: the most probable one. */
  readonly finding: Finding | null;
  readonly change: ReturnType<typeof changeWord>;
  readonly sentences: readonly Sentence[];
  /** The same, shorter, for the first paragraph; what to do next is said there once for all. */
  readonly brief: readonly Sentence[];
}

/** The most probable member of a set; null when none of them was judged. */
const leader = (suspect: Suspect, suspects: Suspects): Finding | null => {
  const members = new Set(suspect.members);
  let best: Finding | null = null;
  for (const finding of suspects.exposures) {
    if (!members.has(finding.id)) continue;
    if (!best || (finding.probability ?? 0) > (best.probability ?? 0)) best = finding;
  }
  return best;
};

const probably: Readonly<Record<SuspectSentences['change'], string>> = {
  worse: 'probably gets worse',
  better: 'probably gets better',
  higher: 'probably goes up',
  lower: 'probably goes down',
  different: 'probably changes',
};

/** Below even odds a possible suspect is only a weak hint. */
export const isWeak = ({ suspect }: SuspectSentences): boolean =>
  suspect.verdict === 'possible' && suspect.probability < 0.5;

const perhaps: Readonly<Record<SuspectSentences['change'], string>> = {
  worse: 'may get worse',
  better: 'may get better',
  higher: 'may go up',
  lower: 'may go down',
  different: 'may change',
};

const startingSentence = ([first, ...rest]: Sentence): Sentence =>
  typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [];

/** Only the middle of the size, for the first paragraph. */
const roughSize = (
  { effect }: Finding,
  { outcome }: Suspects,
  { points }: Vocabulary,
): Sentence | null => {
  if (!effect) return null;
  const scale = outcome ? ` on a scale from ${outcome.scale.min} to ${outcome.scale.max}` : '';
  return [`The change is about ${points(Math.abs(effect.peak))}${scale}.`];
};

/**
 * When it comes, from the hill itself: its top, and the day by which half of it has come. Its middle lies later than its top where it
 * has a long tail, so that the interval is said to be of the average delay.
 */
const delaySentence = ({ delayDays, curve }: Finding): Sentence | null => {
  if (!delayDays) return null;
  const range = delayBetween(...delayDays.interval);
  const [low, high] = delayDays.interval.map(wholeDays);
  const average =
    low === high && high !== 0
      ? `The average delay is ${range}, give or take half a day (${timesIn(delayDays.level)}).`
      : `The average delay is ${range} (${timesIn(delayDays.level)}).`;
  if (!curve || curve.mean.length < 2) return [average];
  const [peak, half] = [peakOf(curve.mean), halfBy(curve.mean)];
  const by = half === 0 ? 'the day itself' : count(half, 'day');
  return [
    `It is strongest ${after(peak)}, and half of it has come ${half === 0 ? 'on' : 'within'} ${by}. ${average}`,
  ];
};

const sizeSentence = (
  { effect }: Finding,
  change: SuspectSentences['change'],
  suspects: Suspects,
  { points, figure }: Vocabulary,
): Sentence | null => {
  if (!effect) return null;
  const sign = effect.peak < 0 ? -1 : 1;
  const [low = 0, high = 0] = effect.peakInterval.map((end) => end * sign).sort((a, b) => a - b);
  const crosses = figure(low).startsWith('−');
  const range = crosses
    ? `from ${figure(-low)} the other way to ${figure(high)}`
    : `${figure(low)} to ${figure(high)}`;
  const scale = suspects.outcome?.scale;
  const where = scale ? ` on your scale from ${scale.min} to ${scale.max}` : '';
  return [
    `On the strongest day it is about ${points(Math.abs(effect.peak))} ${change}${where} (${timesIn(effect.level)}: ${range}).`,
  ];
};

const gutSentence = ({ throughGut, effect }: Finding): Sentence | null => {
  if (!throughGut || !effect) return null;
  return [
    `Most of it goes through the gut symptoms you wrote down ${diariesLikeYours(throughGut.mostlyThroughGut)}, ` +
      'but only if nothing unseen moves your gut and this score together.',
  ];
};

/** How sure it is, and why a possible suspect is not a likely one. */
const certainty = (
  { verdict, probability, why }: Suspect,
  { outcome }: Vocabulary,
): readonly Sentence[] => {
  const real = `This is real ${diariesLikeYours(probability)}`;
  if (verdict === 'likely') return [[`${real}.`]];
  switch (why ?? 'unsure') {
    case 'unsure':
      return [[`${real}.`], ['That is not sure enough to say aloud.']];
    case 'too-small':
      return [[`${real}, but it may be too small to matter.`]];
    case 'reversed':
      return [
        [`${real}.`],
        [...startingSentence(outcome.subject), ' may come first and this second.'],
      ];
    case 'contested':
      return [[`${real}.`], ['Separate runs of the calculation did not agree on this.']];
    case 'rate':
      return [[`${real}.`], ['One claim more would make wrong ones too likely.']];
  }
};

/** Whether the score moves first, said in one place only. */
const runsBackwards = ({ members, verdict, why }: Suspect, { checks }: Suspects): boolean =>
  !(verdict === 'possible' && why === 'reversed') &&
  members.some((id) => checks.leadTest.failed.includes(id));

export const suspectSentences = (
  suspect: Suspect,
  suspects: Suspects,
  vocabulary: Vocabulary,
): SuspectSentences => {
  const finding = leader(suspect, suspects);
  const change = finding ? changeWord(finding, vocabulary.outcome) : 'different';
  const names = suspect.members.map(vocabulary.name);
  const isSet = names.length > 1;
  const hint = suspect.verdict === 'possible';
  const opening: (Sentence | null)[] = [
    [
      ...startingSentence(vocabulary.outcome.subject),
      ` ${(hint ? perhaps : probably)[change]} after `,
      ...list(names, 'or'),
      '.',
    ],
    ...certainty(suspect, vocabulary),
    runsBackwards(suspect, suspects)
      ? [
          'But ',
          ...vocabulary.outcome.subject,
          ' changes before that too, so this may run the other way round.',
        ]
      : null,
    isSet ? ['Your diary cannot say which of them it is.'] : null,
  ];
  const figures: (Sentence | null)[] = [
    finding && delaySentence(finding),
    finding && sizeSentence(finding, change, suspects, vocabulary),
  ];
  const medicine = hasMedicine(suspect) ? keepMedicine : null;
  const given = (sentence: Sentence | null): sentence is Sentence => sentence !== null;
  return {
    suspect,
    finding,
    change,
    throughGut: finding && gutSentence(finding),
    brief: [
      ...opening,
      finding && delaySentence(finding),
      finding && roughSize(finding, suspects, vocabulary),
    ].filter(given),
    sentences: [...opening, ...figures, medicine].filter(given),
  };
};
