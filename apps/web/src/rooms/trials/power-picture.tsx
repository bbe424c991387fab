import type { TrialPlan } from '@zonula/trial';
import { curveMonotoneX, line } from 'd3-shape';
import { useId } from 'react';
import { Hatch } from '../../design/hatch.tsx';
import { rough, roughPoints } from './numbers.ts';
import { useTrialsWords } from './words.ts';

const width = 560;
const height = 270;
const left = 46;
const right = 14;
const top = 26;
const bottom = 44;
/** Half a year: nobody is asked for more. */
const mostDays = 182;

/** Differences that the scale has room for, the smallest first. */
export const possibleEffects = ({
  daysNeeded,
  outcome: { scale },
}: TrialPlan): TrialPlan['daysNeeded'] =>
  daysNeeded
    .filter(({ effect }) => effect <= scale.max - scale.min)
    .toSorted((a, b) => a.effect - b.effect);

const leastGap = 17;

/** How long a test has to be to find how small a difference; the corridor is what would not matter. */
export const PowerPicture = ({ plan }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  const id = useId();
  const { power, design, worthwhile } = plan;
  const daysNeeded = possibleEffects(plan);
  const reached = daysNeeded.flatMap(({ effect, days }) =>
    days === null ? [] : [{ effect, days }],
  );
  const highest = Math.max(
    worthwhile * 1.3,
    power.effect,
    ...daysNeeded.map(({ effect }) => effect),
  );
  const x = (days: number): number => left + ((width - left - right) * days) / mostDays;
  const y = (effect: number): number =>
    top + (height - top - bottom) * (1 - effect / (1.08 * highest));
  const course = line<(typeof reached)[number]>(
    ({ days }) => x(days),
    ({ effect }) => y(effect),
  ).curve(curveMonotoneX)([...reached].sort((a, b) => a.days - b.days || b.effect - a.effect));
  const smallest = reached.reduce((least, { effect }) => Math.min(least, effect), highest);
  const beyond = daysNeeded.some(({ days }) => days === null);
  const weeks = [0, 4, 8, 12, 16, 20, 24];
  // From the smallest up; a number that would lie on the last one is left out.
  const labelled: number[] = [];
  for (const { effect } of reached)
    if (labelled.every((shown) => y(shown) - y(effect) >= leastGap)) labelled.push(effect);
  const said = daysNeeded
    .map(({ effect, days }) =>
      days === null
        ? text('power.point.none', { effect: text('points', { value: rough(effect) }) })
        : text('power.point', { effect: text('points', { value: rough(effect) }), days }),
    )
    .join('. ');
  const here = { x: x(design.days), y: y(power.effect) };
  const onLeft = design.days > mostDays * 0.62;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="power-picture"
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>
        {text('power.picture', {
          points: said,
          days: design.days,
          effect: text('points', { value: rough(power.effect) }),
        })}
      </title>
      <Hatch id={`${id}-beyond`} line="hatch-line" size={6} />
      <rect
        className="corridor"
        x={left}
        width={width - left - right}
        y={y(worthwhile)}
        height={Math.max(0, height - bottom - y(worthwhile))}
      />
      {beyond && smallest > worthwhile && (
        <rect
          fill={`url(#${id}-beyond)`}
          x={left}
          width={width - left - right}
          y={y(smallest)}
          height={Math.max(0, y(worthwhile) - y(smallest))}
        />
      )}
      <text className="quiet" x={width - right - 6} y={height - bottom - 7} textAnchor="end">
        {text('power.small')}
      </text>
      <path className="axis-line" d={`M${left} ${height - bottom}H${width - right}`} />
      {weeks.map((week) => (
        <g key={week}>
          <path className="tick-line" d={`M${x(week * 7)} ${height - bottom}v5`} />
          <text className="tick" x={x(week * 7)} y={height - bottom + 20} textAnchor="middle">
            {week}
          </text>
        </g>
      ))}
      <text className="tick" x={width - right} y={height - 4} textAnchor="end">
        {text('power.x')}
      </text>
      <text className="tick" x={4} y={14}>
        {text('power.y')}
      </text>
      <path className="power-course" d={course ?? ''} />
      {reached.map(({ effect, days }) => (
        <g key={effect}>
          <circle className="power-point" cx={x(days)} cy={y(effect)} r="4.500" />
          {labelled.includes(effect) && (
            <text className="tick" x={left - 8} y={y(effect) + 5} textAnchor="end">
              {roughPoints(effect)}
            </text>
          )}
        </g>
      ))}
      <path className="guide" d={`M${left} ${here.y}H${here.x}V${height - bottom}`} />
      <circle className="power-here-halo" cx={here.x} cy={here.y} r="11" />
      <circle className="power-here" cx={here.x} cy={here.y} r="6.500" />
      <text
        className="power-label"
        x={here.x + (onLeft ? -15 : 15)}
        y={here.y - 9}
        textAnchor={onLeft ? 'end' : 'start'}
      >
        {text('power.here')}
      </text>
    </svg>
  );
};

const columns = 20;

/** A hundred such tests; those that find the difference are filled. */
export const FoundDots = ({ probability }: { readonly probability: number }) => {
  const text = useTrialsWords();
  const found = Math.round(100 * probability);
  return (
    <svg
      viewBox="0 0 240 62"
      className="found-dots"
      role="img"
      aria-label={text('power.dots', { found })}
    >
      {Array.from({ length: 100 }, (_, k) => (
        <circle
          key={k}
          className={k < found ? 'found' : 'missed'}
          cx={6 + (k % columns) * 12}
          cy={7 + Math.floor(k / columns) * 12}
          r={k < found ? 4.2 : 3.5}
        />
      ))}
    </svg>
  );
};
