import type { Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { horizon } from '../curve.ts';
import { count, delayBetween, inHundred } from '../numbers.ts';
import { list, note, paragraph, plain } from '../sentence.ts';
import { checkResults } from '../wording/check-results.ts';
import { type Literature, nothingHeld, quotesFor } from '../wording/literature.ts';
import { type Gates, nextStep } from '../wording/next-step.ts';
import { priorSentences } from '../wording/prior.ts';
import { unjudged } from '../wording/reasons.ts';
import { isWeak, type SuspectSentences } from '../wording/suspect-sentences.ts';
import { verdictSentences } from '../wording/verdict.ts';
import { type Vocabulary, vocabularyOf } from '../wording/vocabulary.ts';
import { fit, padded, width, wrapped } from './columns.ts';

const columns = 78;
const bars = '▁▂▃▄▅▆▇█';
const longestCurve = 43;

interface Style {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly worse: (text: string) => string;
  readonly better: (text: string) => string;
  readonly unknown: (text: string) => string;
}

const styleOf = (color: boolean): Style => {
  const ansi = (on: number, off: number) => (text: string) =>
    color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: ansi(1, 22),
    soft: ansi(2, 22),
    worse: ansi(35, 39),
    better: ansi(36, 39),
    unknown: ansi(33, 39),
  };
};

const signs: Readonly<Record<SuspectSentences['change'], string>> = {
  worse: '▲ worse',
  better: '▼ better',
  higher: '▲ higher',
  lower: '▼ lower',
  different: '',
};

/** One bar a day, as tall as the change of that day. */
const hill = ({ finding }: SuspectSentences): string | null => {
  if (!finding?.curve) return null;
  const days = Math.min(horizon(finding), longestCurve - 1);
  const sizes = finding.curve.mean.slice(0, days + 1).map(Math.abs);
  const largest = Math.max(...sizes);
  if (largest === 0) return null;
  const drawn = sizes
    .map((size) => bars[Math.round((size / largest) * (bars.length - 1))])
    .join('');
  return `same day ${drawn} ${count(days, 'day')} later`;
};

const tintOf = (change: SuspectSentences['change'], style: Style) =>
  change === 'worse' ? style.worse : change === 'better' ? style.better : style.bold;

/** Names, direction and probability; names that do not fit follow in full. */
const headLines = (
  { suspect, change }: SuspectSentences,
  { name }: Vocabulary,
  style: Style,
): readonly string[] => {
  const right = `${padded(signs[change], 9)}${inHundred(suspect.probability).padStart(19)}`;
  const names = plain(list(suspect.members.map(name), 'or'));
  const room = columns - 4 - width(right);
  const head = `  ${style.bold(padded(fit(names, room), room))}  ${tintOf(change, style)(right)}`;
  return width(names) > room ? [head, ...wrapped(names, columns, 6)] : [head];
};

const suspectLines = (
  spoken: SuspectSentences,
  vocabulary: Vocabulary,
  style: Style,
): readonly string[] => {
  const { finding, change } = spoken;
  const { figure } = vocabulary;
  const lines = [...headLines(spoken, vocabulary, style)];
  if (finding?.delayDays && finding.effect) {
    const { peak, peakInterval } = finding.effect;
    const ends = peakInterval.map((end) => (peak < 0 ? -end : end)).sort((a, b) => a - b);
    lines.push(
      ...wrapped(
        `delay ${delayBetween(...finding.delayDays.interval)}; size ${figure(Math.abs(peak))} points` +
          ` (${ends.map(figure).join(' to ')})`,
        columns,
        4,
      ),
    );
  }
  const drawn = hill(spoken);
  if (drawn) lines.push(`    ${tintOf(change, style)(drawn)}`);
  return lines;
};

/** Why it may not be tested on one's own; nothing where it may. */
const gateLines = ({ suspect }: SuspectSentences, gates: Gates | undefined): readonly string[] =>
  gates?.(suspect.members).allowed === false
    ? nextStep(suspect, gates).flatMap((sentence) => wrapped(plain(sentence), columns, 4))
    : [];

/** What studies say beside a suspect: short, by id. */
const literatureLines = (
  { suspect }: SuspectSentences,
  literature: Literature,
  style: Style,
): readonly string[] => {
  const { shown, more } = quotesFor(suspect, literature);
  const lines =
    shown.length === 0
      ? wrapped(nothingHeld, columns, 4)
      : [
          ...wrapped('studies, about people in general and not about you:', columns, 4),
          ...shown.flatMap(({ id, claim, verdict }) =>
            wrapped(`${id} people say: ${claim} ${verdict}.`, columns, 6),
          ),
          ...wrapped(
            `more: ./zonula evidence ${shown[0]!.id}${more.length > 0 ? ` (also ${more.join(', ')})` : ''}`,
            columns,
            6,
          ),
        ];
  return lines.map(style.soft);
};

const unjudgedLines = (suspects: Suspects, { name }: Vocabulary, style: Style): readonly string[] =>
  unjudged(suspects).flatMap(({ heading, findings }) => {
    const [first = '', ...rest] = wrapped(note(heading), columns, 8);
    const names = plain(
      list(
        findings.map(({ id }) => name(id)),
        'and',
        5,
      ),
    );
    return [
      `${style.unknown(String(findings.length).padStart(6))}  ${first.trimStart()}`,
      ...rest,
      ...wrapped(names, columns, 8).map(style.soft),
    ];
  });

const states = {
  passed: 'ok',
  failed: 'NOT PASSED',
  'not-done': 'not done',
  noted: 'note',
} as const;

export interface TextOptions {
  readonly color: boolean;
  /** Lends names as they were written; without it the identities of the document are used. */
  readonly timeline?: Timeline;
  /** What studies say; without it only the person's own result is printed. */
  readonly literature?: Literature | undefined;
  /** What comes before everything else, in fixed words: red flags, what is not shown. */
  readonly first?: readonly string[] | undefined;
  /** Whether a suspect may be tested on one's own; without it nobody was asked. */
  readonly gates?: Gates | undefined;
}

/**
 * The verdict for a terminal: at most 80 columns, nothing said by colour alone, no control character of
 * the diary let through.
 */
export const renderText = (
  suspects: Suspects,
  { color, timeline, literature, gates, first = [] }: TextOptions,
): string => {
  const style = styleOf(color);
  const vocabulary = vocabularyOf(suspects, timeline);
  const verdict = verdictSentences(suspects, timeline, gates);
  const lines: string[] = [];
  const section = (title: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push('', style.bold(title), ...body);
  };
  for (const text of first) lines.push(...wrapped(note(text), columns).map(style.bold), '');
  lines.push(...wrapped(plain(verdict.headline), columns).map(style.bold), '');
  lines.push(...wrapped(paragraph(verdict.lead), columns), '');
  lines.push(...wrapped(plain(verdict.about), columns).map(style.soft));
  const prior = priorSentences(suspects, vocabulary);
  if (prior.length > 0) lines.push(...wrapped(paragraph(prior), columns).map(style.soft));
  const strong = verdict.suspects.filter((spoken) => !isWeak(spoken));
  for (const [kind, title] of [
    ['likely', 'LIKELY'],
    ['possible', 'POSSIBLE'],
  ] as const) {
    section(
      title,
      strong
        .filter(({ suspect }) => suspect.verdict === kind)
        .flatMap((spoken) => [
          ...suspectLines(spoken, vocabulary, style),
          ...gateLines(spoken, gates),
          ...(literature ? literatureLines(spoken, literature, style) : []),
        ]),
    );
  }
  section(
    'WEAK HINTS, MORE LIKELY NOTHING',
    verdict.suspects.filter(isWeak).flatMap((spoken) => headLines(spoken, vocabulary, style)),
  );
  section('COULD NOT BE JUDGED', unjudgedLines(suspects, vocabulary, style));
  section(
    'CHECKS',
    checkResults(suspects, vocabulary).map(({ title, state }) => {
      const tint =
        state === 'passed' ? style.better : state === 'failed' ? style.worse : style.unknown;
      return `  ${tint(padded(states[state], 12))}${fit(title, columns - 14)}`;
    }),
  );
  lines.push(
    '',
    ...wrapped('Associations in your own diary, not medical advice.', columns).map(style.soft),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
};
