import type { Finding, Suspect, Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { largestHidden } from './bound.ts';
import { count, day, delayBetween, diariesLikeYours, later, timesIn } from './numbers.ts';
import { unjudged } from './reasons.ts';
import { list, type Sentence, tidy } from './sentence.ts';
import { changeWord, type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Answer = 'likely' | 'possible' | 'nothing-found' | 'cannot-tell';

/** What is said of one suspect, or of one set whose members cannot be told apart. */
export interface SuspectSentences {
  readonly suspect: Suspect;
  /** How much of it may pass through gut symptoms; null where that was not asked. */
  readonly throughGut: Sentence | null;
  /** The member that the figures are about: the most probable one. */
  readonly finding: Finding | null;
  readonly change: ReturnType<typeof changeWord>;
  readonly sentences: readonly Sentence[];
}

/** The document of `discover` in plain words, before any layout. */
export interface Verdict {
  readonly answer: Answer;
  /** One line: does anything I do move it? */
  readonly headline: Sentence;
  /** The first paragraph: how sure, after which delay, and what cannot be known. */
  readonly lead: readonly Sentence[];
  readonly suspects: readonly SuspectSentences[];
  /** What was looked at, when, on which scale. */
  readonly about: Sentence;
}

/** The most probable member of a set; null when none of them was judged. */
export const leader = (suspect: Suspect, suspects: Suspects): Finding | null => {
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

const perhaps: Readonly<Record<SuspectSentences['change'], string>> = {
  worse: 'may get worse',
  better: 'may get better',
  higher: 'may go up',
  lower: 'may go down',
  different: 'may change',
};

const startingSentence = ([first, ...rest]: Sentence): Sentence =>
  typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [];

const delaySentence = ({ delayDays }: Finding): Sentence | null => {
  if (!delayDays) return null;
  const [low, high] = delayDays.interval;
  return [
    `It comes ${later(delayDays.mean)} (${timesIn(delayDays.level)}: ${delayBetween(low, high)}).`,
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
  const range =
    low < 0
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

const suspectSentences = (
  suspect: Suspect,
  suspects: Suspects,
  vocabulary: Vocabulary,
): SuspectSentences => {
  const finding = leader(suspect, suspects);
  const change = finding ? changeWord(finding, vocabulary.outcome) : 'different';
  const names = suspect.members.map(vocabulary.name);
  const isSet = names.length > 1;
  const hint = suspect.verdict === 'possible';
  const sentences: (Sentence | null)[] = [
    [
      ...startingSentence(vocabulary.outcome.subject),
      ` ${(hint ? perhaps : probably)[change]} after `,
      ...list(names, 'or'),
      '.',
    ],
    [`This is real ${diariesLikeYours(suspect.probability)}.`],
    hint ? ['That is not sure enough to say aloud.'] : null,
    isSet ? ['They share so many days that your diary cannot say which of them it is.'] : null,
    finding && delaySentence(finding),
    finding && sizeSentence(finding, change, suspects, vocabulary),
    suspect.members.some((id) => id.startsWith('medication/'))
      ? ['Keep taking a medicine as agreed; talk about this with the person who prescribed it.']
      : null,
  ];
  return {
    suspect,
    finding,
    change,
    throughGut: finding && gutSentence(finding),
    sentences: sentences.filter((s) => s !== null),
  };
};

const unknownSentences = (suspects: Suspects, vocabulary: Vocabulary): readonly Sentence[] => {
  const groups = unjudged(suspects);
  const total = suspects.exposures.length;
  const missed = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const sentences: Sentence[] = [];
  if (missed > 0 && groups[0]) {
    sentences.push(
      missed === total
        ? [`None of the ${count(total, 'thing')} you wrote down could be judged.`]
        : [`${missed} of the ${total} things you wrote down could not be judged.`],
      [groups.length > 1 ? 'The most common reason: ' : 'The reason: ', tidy(groups[0].heading)],
    );
  }
  const backwards = suspects.checks.leadTest.failed.map(vocabulary.name);
  if (backwards.length > 0) {
    sentences.push([
      'With ',
      ...list(backwards, 'and', 3),
      ', ',
      ...vocabulary.outcome.subject,
      ' changes first and not after, so nothing is claimed about that.',
    ]);
  }
  return sentences;
};

const nothingFound = (suspects: Suspects, vocabulary: Vocabulary): readonly Sentence[] => {
  const hidden = largestHidden(suspects);
  const looked = count(hidden.judged, 'thing');
  if (hidden.largest === null) return [[`We looked at ${looked} and found nothing.`]];
  const range = suspects.outcome && suspects.outcome.scale.max - suspects.outcome.scale.min;
  const sentences: Sentence[] = [
    range && hidden.largest >= range
      ? [`We looked at ${looked}, but even large effects could still hide in a diary like this.`]
      : [
          `We looked at ${looked} and found nothing larger than ${vocabulary.points(hidden.largest)}` +
            ' on the strongest day.',
        ],
  ];
  const { worthwhile } = suspects;
  if (worthwhile !== null && hidden.small > 0 && hidden.small < hidden.bounded) {
    sentences.push([
      `For ${hidden.small} of them we can say more: nothing larger than ${vocabulary.points(worthwhile)}.`,
    ]);
  }
  if (worthwhile !== null && hidden.largest <= worthwhile) {
    sentences.push(['Anything smaller would be too small to matter in daily life.']);
  }
  return sentences;
};

const testNext: Sentence = [
  'This is a pattern in your own days, not proof: something else may change on the same days. ' +
    'A fair test would be next.',
];

const leadOf = (
  answer: Answer,
  spoken: readonly SuspectSentences[],
  suspects: Suspects,
  vocabulary: Vocabulary,
): readonly Sentence[] => {
  const unknown = unknownSentences(suspects, vocabulary);
  switch (answer) {
    case 'likely':
    case 'possible': {
      const first = spoken[0];
      const rest = spoken.slice(1).filter(({ suspect }) => suspect.verdict === answer);
      const others: Sentence[] =
        rest.length > 0
          ? [
              [
                `${count(rest.length, 'more suspect')} of this kind: `,
                ...list(
                  rest.flatMap(({ suspect }) => suspect.members.slice(0, 1)).map(vocabulary.name),
                  'and',
                  3,
                ),
                '.',
              ],
            ]
          : [];
      return [...(first?.sentences ?? []), ...others, testNext, ...unknown];
    }
    case 'nothing-found':
      return [...nothingFound(suspects, vocabulary), ...unknown];
    case 'cannot-tell':
      return [
        ...suspects.reasons.map(({ text }): Sentence => [text]),
        ...unknown,
        ['This is an answer too: your diary, as it is, does not hold what is needed.'],
      ];
  }
};

const headlineOf = (
  answer: Answer,
  spoken: readonly SuspectSentences[],
  { outcome, name }: Vocabulary,
): Sentence => {
  const members = spoken[0]?.suspect.members.map(name) ?? [];
  switch (answer) {
    case 'likely':
      return ['Probably yes: ', ...list(members, 'or', 3), ' moves ', ...outcome.subject, '.'];
    case 'possible':
      return ['Perhaps: there is a hint of ', ...list(members, 'or', 3), ', not more.'];
    case 'nothing-found':
      return ['We looked, and found nothing that clearly moves ', ...outcome.subject, '.'];
    case 'cannot-tell':
      return ['We cannot tell yet what moves ', ...outcome.subject, '.'];
  }
};

const answerOf = (suspects: Suspects): Answer => {
  if (suspects.status === 'cannot-tell') return 'cannot-tell';
  if (suspects.suspects.some(({ verdict }) => verdict === 'likely')) return 'likely';
  if (suspects.suspects.length > 0) return 'possible';
  return suspects.exposures.some(({ identifiable }) => identifiable)
    ? 'nothing-found'
    : 'cannot-tell';
};

/**
 * Says in plain words, in the second person, what a diary shows and what it cannot show.
 * Suspects that are likely come first, then the more probable ones. The timeline lends names as they
 * were written; without it the identities of the document are used.
 */
export const verdictSentences = (suspects: Suspects, timeline?: Timeline): Verdict => {
  const vocabulary = vocabularyOf(suspects, timeline);
  const answer = answerOf(suspects);
  const spoken =
    answer === 'cannot-tell'
      ? []
      : [...suspects.suspects]
          .sort(
            (a, b) =>
              Number(b.verdict === 'likely') - Number(a.verdict === 'likely') ||
              b.probability - a.probability,
          )
          .map((suspect) => suspectSentences(suspect, suspects, vocabulary));
  const { diary } = suspects;
  return {
    answer,
    headline: headlineOf(answer, spoken, vocabulary),
    lead: leadOf(answer, spoken, suspects, vocabulary),
    suspects: spoken,
    about: [
      `${day(diary.from)} to ${day(diary.to)}: ${count(diary.days, 'day')}, ${diary.loggedDays} with entries.`,
    ],
  };
};
