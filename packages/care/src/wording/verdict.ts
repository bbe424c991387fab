import type { Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { count, day } from '../numbers.ts';
import { list, note, type Sentence } from '../sentence.ts';
import { type Hidden, largestHidden } from './bound.ts';
import { checkResults } from './check-results.ts';
import { type Gates, nextForAll } from './next-step.ts';
import { unjudged } from './reasons.ts';
import { isWeak, type SuspectSentences, suspectSentences } from './suspect-sentences.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Answer = 'likely' | 'possible' | 'nothing-found' | 'cannot-tell';

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

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const howMany = (some: number, all: number): string => {
  if (all === 1) return 'The only thing in your diary';
  return some === all
    ? `All ${all} things in your diary`
    : `${some} of the ${all} things in your diary`;
};

const unknownSentences = (suspects: Suspects, vocabulary: Vocabulary): readonly Sentence[] => {
  const groups = unjudged(suspects);
  const total = suspects.exposures.length;
  const missed = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const sentences: Sentence[] = [];
  if (missed > 0) sentences.push([`${howMany(missed, total)} could not be judged.`]);
  const [first, second] = groups;
  if (first && suspects.reasons.length === 0) {
    const why = lowered(note(first.heading));
    if (!second) sentences.push([`The reason: ${why}`]);
    else if (first.findings.length > second.findings.length) {
      sentences.push([`The most common reason: ${why}`]);
    } else sentences.push(['The reasons stand below.']);
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
  if (checkResults(suspects, vocabulary).some(({ state }) => state === 'failed')) {
    sentences.push(['One of our own checks did not pass, so read all of this with care.']);
  }
  return sentences;
};

/** What could hide in the things without a bound. */
const unbounded = ({ judged, bounded }: Hidden): string => {
  const others = judged - bounded;
  if (bounded > 0)
    return others === 1 ? 'An effect of the other one' : `Effects of the other ${others}`;
  return judged === 1 ? 'an effect of it' : 'effects of all of them';
};

const nothingFound = (suspects: Suspects, vocabulary: Vocabulary): readonly Sentence[] => {
  const hidden = largestHidden(suspects);
  const { judged, bounded, largest, small } = hidden;
  const { outcome, worthwhile } = suspects;
  const looked = `We looked at ${count(judged, 'thing')}`;
  if (largest === null) {
    return [
      [`${looked}. Nothing stood out, but ${unbounded(hidden)} could still hide in this diary.`],
    ];
  }
  const rest: readonly Sentence[] =
    bounded < judged ? [[`${unbounded(hidden)} could still hide in this diary.`]] : [];
  if (outcome && largest >= (outcome.scale.max - outcome.scale.min) / 2) {
    return rest.length === 0
      ? [[`${looked}. Nothing stood out, but large effects could still hide in this diary.`]]
      : [
          [
            `${looked}. Nothing stood out, but large effects of ${bounded} of them could still hide.`,
          ],
          ...rest,
        ];
  }
  const scale = outcome ? ` on your scale from ${outcome.scale.min} to ${outcome.scale.max}` : '';
  const most = `nothing larger than ${vocabulary.points(largest)}${scale}`;
  const sentences: Sentence[] =
    rest.length === 0
      ? [[`${looked} and found ${most}.`]]
      : [[`${looked}. Nothing stood out. For ${bounded} of them we found ${most}.`]];
  if (worthwhile !== null && largest <= worthwhile) {
    sentences.push(['Anything smaller would hardly matter in daily life.']);
  } else if (worthwhile !== null && small > 0) {
    sentences.push([
      `For ${small} of them we can say more: nothing larger than ${vocabulary.points(worthwhile)}.`,
    ]);
  }
  return [...sentences, ...rest];
};

const notProof: Sentence = ['This is a pattern in your own days, not proof.'];

const leadOf = (
  answer: Answer,
  spoken: readonly SuspectSentences[],
  suspects: Suspects,
  vocabulary: Vocabulary,
  gates: Gates | undefined,
): readonly Sentence[] => {
  const unknown = unknownSentences(suspects, vocabulary);
  switch (answer) {
    case 'likely':
    case 'possible': {
      const first = spoken[0];
      const rest = spoken.slice(1).filter((one) => one.suspect.verdict === answer && !isWeak(one));
      const others: Sentence[] =
        rest.length > 0
          ? [
              [
                `Also ${answer}: `,
                ...rest
                  .slice(0, 3)
                  .flatMap(({ suspect }, index) => [
                    ...(index > 0 ? ['; '] : []),
                    ...list(suspect.members.map(vocabulary.name), 'or', 3),
                  ]),
                rest.length > 3 ? `; and ${rest.length - 3} more.` : '.',
              ],
            ]
          : [];
      return [
        ...(first?.brief ?? []),
        ...others,
        notProof,
        nextForAll(suspects.suspects, gates),
        ...unknown,
      ];
    }
    case 'nothing-found':
      return [...nothingFound(suspects, vocabulary), ...unknown];
    case 'cannot-tell':
      return [
        ...suspects.reasons.map(({ text }): Sentence => [note(text)]),
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
      return [
        `Perhaps: there is a ${spoken[0] && isWeak(spoken[0]) ? 'weak ' : ''}hint of `,
        ...list(members, 'or', 3),
        ', not more.',
      ];
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
 * were written; without it the identities of the document are used. With `gates`, the answers of the person decide whether a test is
 * spoken of as something to do on one's own.
 */
export const verdictSentences = (
  suspects: Suspects,
  timeline?: Timeline,
  gates?: Gates,
): Verdict => {
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
    lead: leadOf(answer, spoken, suspects, vocabulary, gates),
    suspects: spoken,
    about: [
      diary.days === 0
        ? 'The diary holds no days.'
        : `${day(diary.from)} to ${day(diary.to)}: ${count(diary.days, 'day')}, ${diary.loggedDays.toLocaleString('en-GB')} with entries.`,
    ],
  };
};
