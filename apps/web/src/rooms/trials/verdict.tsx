import { useId } from 'react';
import { dayInWords } from '../../days.ts';
import { i18n, useName } from '../../i18n/i18n.ts';
import { ExportTrial } from './export-trial.tsx';
import { inHundred, percent, points, signedPoints } from './numbers.ts';
import { noteIn } from './result-notes.ts';
import { nameOf, type TrialDocument, type TrialResult } from './trial-document.ts';
import type { TrialsWorker } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

const width = 560;
const height = 146;
const side = 26;

interface Told extends TrialResult {
  readonly effect: NonNullable<TrialResult['effect']>;
}

const EffectPicture = ({
  result: { effect },
  worthwhile,
  higherIsWorse,
}: {
  readonly result: Told;
  readonly worthwhile: number;
  readonly higherIsWorse: boolean;
}) => {
  const text = useTrialsWords();
  const id = useId();
  const [low, high] = effect.interval;
  const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), 1.4 * worthwhile);
  const x = (value: number): number => side + ((value + reach) / (2 * reach)) * (width - 2 * side);
  const middle = 56;
  const [onLeft, onRight] = higherIsWorse ? ['better', 'worse'] : ['worse', 'better'];
  const tone =
    Math.abs(effect.mean) <= worthwhile && Math.max(Math.abs(low), Math.abs(high)) <= worthwhile
      ? 'plain'
      : low > 0
        ? onRight
        : high < 0
          ? onLeft
          : 'plain';
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`effect-picture ${tone}`}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>
        {text('effect.picture', {
          mean: signedPoints(effect.mean),
          low: signedPoints(low),
          high: signedPoints(high),
          worthwhile: points(worthwhile),
        })}
      </title>
      <rect
        className="corridor"
        x={x(-worthwhile)}
        width={x(worthwhile) - x(-worthwhile)}
        y="16"
        height="80"
        rx="6"
      />
      <path className="axis-line" d={`M${side} 96H${width - side}`} />
      <path className="zero" d="M280 16V96" />
      <rect
        className="band"
        x={x(low)}
        width={Math.max(2, x(high) - x(low))}
        y={middle - 13}
        height="26"
        rx="13"
      />
      <circle className="mean" cx={x(effect.mean)} cy={middle} r="9" />
      <text className="tick" x={side} y="139" textAnchor="start">
        {`← ${text(`effect.${onLeft as 'worse' | 'better'}`)}`}
      </text>
      <text className="tick" x={width - side} y="139" textAnchor="end">
        {`${text(`effect.${onRight as 'worse' | 'better'}`)} →`}
      </text>
      {[-worthwhile, 0, worthwhile].map((value) => (
        <text key={value} className="tick" x={x(value)} y="115" textAnchor="middle">
          {value === 0 ? '0' : signedPoints(value)}
        </text>
      ))}
    </svg>
  );
};

const beads = 20;

/** How sure one may be, as beads on a string; the last one is filled in part. */
const BeliefString = ({ share, label }: { readonly share: number; readonly label: string }) => {
  const id = useId();
  return (
    <svg viewBox="0 0 420 30" className="belief-string" role="img" aria-label={label}>
      <path className="thread" d="M10 15H410" />
      {Array.from({ length: beads }, (_, k) => {
        const filled = Math.min(1, Math.max(0, share * beads - k));
        const x = 10 + (k * 400) / (beads - 1);
        return (
          <g key={k}>
            <clipPath id={`${id}-${k}`}>
              <rect x={x - 10} y="4" width={20 * filled} height="22" />
            </clipPath>
            <circle className="bead without" cx={x} cy="15" r="7.500" />
            {filled > 0 && (
              <circle
                className="bead with"
                cx={x}
                cy="15"
                r="8.500"
                clipPath={`url(#${id}-${k})`}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
};

const BeliefChange = ({
  result,
  Heading,
}: {
  readonly result: TrialResult;
  readonly Heading: 'h2' | 'h4';
}) => {
  const text = useTrialsWords();
  const { belief, exposure } = result;
  if (!belief) return null;
  const name = nameOf(exposure);
  const after = inHundred(belief.after);
  const rows = [
    { key: 'before', share: belief.before ?? 0.5 },
    { key: 'after', share: belief.after },
  ] as const;
  return (
    <section className="stack part">
      <Heading>{text('belief.title')}</Heading>
      <dl className="belief">
        {rows.map(({ key, share }) => (
          <div key={key}>
            <dt>{text(`belief.${key}`)}</dt>
            <dd>
              <BeliefString
                share={share}
                label={text('belief.chance', { chance: inHundred(share) })}
              />
              <b>{text('belief.chance', { chance: inHundred(share) })}</b>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {belief.before === null
          ? text('belief.even', { after })
          : text('belief.says', { name, before: inHundred(belief.before), after })}
      </p>
      <p className="soft">{text('belief.next')}</p>
    </section>
  );
};

/** Why the verdict is what it is, from its figures. */
const useReason = (result: TrialResult, worthwhile: number): string => {
  const text = useTrialsWords();
  const { effect, days, randomisationP, code } = result;
  if (!effect) {
    if (!days) return text('reason.running');
    return days.knownWith < 5 || days.knownWithout < 5
      ? text('reason.days', { with: days.knownWith, without: days.knownWithout })
      : text('reason.constant');
  }
  const [low, high] = effect.interval;
  const range = { low: signedPoints(low), high: signedPoints(high) };
  if (code === 'no-difference')
    return `${text('reason.within', range)}${(randomisationP ?? 1) <= 0.05 ? ` ${text('reason.small')}` : ''}`;
  if (code === 'worsens' || code === 'improves')
    return text('reason.chance', { percent: percent(randomisationP ?? 0) });
  return (result.smallestPossibleP ?? 0) > 0.05
    ? text('reason.few')
    : text('reason.wide', { ...range, worthwhile: points(worthwhile) });
};

const Numbers = ({ result }: { readonly result: TrialResult }) => {
  const text = useTrialsWords();
  const { effect, randomisationP, probabilityWorse, days, intentionToTreat, adherence, carryOver } =
    result;
  const range = (one: {
    readonly mean: number;
    readonly interval: readonly (number | null)[];
  }): string =>
    text('numbers.range', {
      mean: signedPoints(one.mean),
      low: one.interval[0] == null ? text('numbers.endless') : signedPoints(one.interval[0]),
      high: one.interval[1] == null ? text('numbers.endless') : signedPoints(one.interval[1]),
    });
  const rows: readonly (readonly [string, string])[] = [
    ...(effect ? [[text('numbers.effect'), range(effect)] as const] : []),
    ...(randomisationP == null
      ? []
      : [[text('numbers.p'), text('numbers.p.is', { percent: percent(randomisationP) })] as const]),
    ...(probabilityWorse == null
      ? []
      : [
          [
            text('numbers.worse'),
            text('belief.chance', { chance: inHundred(probabilityWorse) }),
          ] as const,
        ]),
    ...(days
      ? [
          [
            text('numbers.days'),
            text('numbers.days.is', { with: days.knownWith, without: days.knownWithout }),
          ] as const,
        ]
      : []),
    ...(intentionToTreat ? [[text('numbers.model'), range(intentionToTreat)] as const] : []),
    ...(adherence?.effect ? [[text('numbers.had'), range(adherence.effect)] as const] : []),
    ...(carryOver
      ? [
          [
            text('numbers.fades'),
            text('plan.days', { days: Math.round(carryOver.days.mean) }),
          ] as const,
        ]
      : []),
  ];
  return (
    <details>
      <summary>{text('numbers.title')}</summary>
      <dl className="figures">
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The verdict of a trial: in words, as a band, and what is believed now. */
export const VerdictLeaf = ({
  trial,
  workerOf,
  first,
}: {
  readonly trial: TrialDocument;
  readonly workerOf: TrialsWorker;
  /** It heads the page. */
  readonly first: boolean;
}) => {
  const text = useTrialsWords();
  const word = useName();
  const { file } = trial;
  const result = trial.result!;
  const worthwhile = Number(file.worthwhile);
  const { higherIsWorse } = file.outcome as { readonly higherIsWorse: boolean };
  const reason = useReason(result, worthwhile);
  const name = nameOf(result.exposure);
  const code = result.code ?? 'inconclusive';
  const Heading = first ? 'h1' : 'h3';
  const largest = /[\d.]+$/u.exec(result.verdict)?.[0];
  const short = (date: string): string =>
    dayInWords(date, i18n.locale, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <article className={`leaf verdict-leaf ${code}`}>
      <p className="soft small">
        {[name, word('item', result.outcome), `${short(result.from)} – ${short(result.to)}`].join(
          ' · ',
        )}
      </p>
      <Heading className="verdict-words">
        {code === 'no-difference'
          ? text('verdict.no-difference', {
              points: text('points', { value: Number(largest ?? worthwhile) }),
            })
          : capital(text(`verdict.${code}`, { name }))}
      </Heading>
      <p className="lead">{reason}</p>
      {result.effect && (
        <figure>
          <EffectPicture
            result={{ ...result, effect: result.effect }}
            worthwhile={worthwhile}
            higherIsWorse={higherIsWorse}
          />
          <figcaption className="soft small">{text('effect.caption')}</figcaption>
        </figure>
      )}
      <BeliefChange result={result} Heading={first ? 'h2' : 'h4'} />
      {result.notes.length > 0 && (
        <details>
          <summary>{text('notes.title')}</summary>
          <ul className="said">
            {result.notes.map((note) => (
              <li key={note}>{noteIn(text, note)}</li>
            ))}
          </ul>
        </details>
      )}
      <Numbers result={result} />
      <ExportTrial trial={trial} hidden={false} workerOf={workerOf} />
    </article>
  );
};
