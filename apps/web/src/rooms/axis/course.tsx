import { line } from 'd3-shape';
import { useWidth } from '../../design/use-width.ts';
import { type Change, longestPlay, type Play } from './play.ts';
import { useAxisWords } from './words.ts';

const height = 180;
const left = 34;
const bottom = 24;
const top = 10;
const weekDays = 14;
const labelled = 110;

/** The skin from day 0 to the shown day, and beside it the same life with the gut arrow at zero. */
export const Course = ({
  play,
  changes,
  day,
}: {
  readonly play: Play;
  readonly changes: readonly Change[];
  readonly day: number;
}) => {
  const { text, number } = useAxisWords();
  const [ref, measured] = useWidth();
  const width = Math.max(240, measured);
  const severity = play.courses.severity;
  const x = (at: number): number => left + ((width - left - 8) * at) / longestPlay;
  const y = (bad: number): number => top + (height - top - bottom) * (1 - Math.min(1, bad));
  const upTo = Math.round(day * play.perDay);
  const drawn = (values: Float64Array): string =>
    line<number>(
      (_, i) => x((i * 6) / play.perDay),
      (value) => y(value),
    )(Array.from(values.subarray(0, upTo + 1)).filter((_, i) => i % 6 === 0)) ?? '';
  const zero = play.severityWithoutArrow[upTo] ?? 0;
  const apart = Math.abs(y(zero) - y(severity[upTo] ?? 0)) > 14;
  const ticks = Array.from({ length: longestPlay / weekDays + 1 }, (_, i) => i * weekDays);
  return (
    <figure className="course">
      <h2>{text('course')}</h2>
      <div ref={ref}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text('course.see')}>
          {[0, 50, 100].map((mark) => (
            <g key={mark}>
              <line
                className="course-grid"
                x1={left}
                x2={width}
                y1={y(mark / 100)}
                y2={y(mark / 100)}
              />
              <text className="course-word" x={left - 6} y={y(mark / 100) + 4} textAnchor="end">
                {number(mark, 0)}
              </text>
            </g>
          ))}
          {ticks.map((tick) => (
            <text
              key={tick}
              className="course-word"
              x={x(tick)}
              y={height - 6}
              textAnchor={tick === longestPlay ? 'end' : 'middle'}
            >
              {tick === 0 ? text('course.day') : number(tick, 0)}
            </text>
          ))}
          {changes.slice(1).map(({ day: at }) => (
            <line
              key={at}
              className="course-change"
              x1={x(at)}
              x2={x(at)}
              y1={y(0)}
              y2={y(0) + 6}
            />
          ))}
          <path className="course-zero" d={drawn(play.severityWithoutArrow)} />
          <path className="course-here" d={drawn(severity)} />
          {day > 0.5 && x(day) < width - labelled && (
            <>
              <text className="course-word here" x={x(day) + 10} y={y(severity[upTo] ?? 0) + 4}>
                {text('course.here')}
              </text>
              {apart && (
                <text className="course-word" x={x(day) + 10} y={y(zero) + 4}>
                  {text('course.zero')}
                </text>
              )}
            </>
          )}
          <circle className="course-now" cx={x(day)} cy={y(severity[upTo] ?? 0)} r="5" />
        </svg>
      </div>
      <figcaption>{text('course.see')}</figcaption>
    </figure>
  );
};
