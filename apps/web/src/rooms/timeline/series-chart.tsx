import { curveMonotoneX, line } from 'd3-shape';
import { useId } from 'react';
import { dayInWords } from '../../days.ts';
import { Hatch } from '../../design/hatch.tsx';
import { useWidth } from '../../design/use-width.ts';
import { i18n } from '../../i18n/i18n.ts';
import { type ExposureRow, runsOf, type ScoreSeries, weekMeans } from './series.ts';

const left = 34;
const right = 8;
const top = 14;
const plot = 190;
const axis = 26;
const row = 34;

const short = (day: string): string =>
  dayInWords(day, i18n.locale, { day: 'numeric', month: 'short' });

/** Days to name on the axis: as many as there is room for. */
const namedDays = (count: number, width: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(count / Math.max(2, Math.floor(width / 92))));
  return Array.from({ length: Math.ceil(count / step) }, (_, k) => k * step);
};

/** A score by day with honest gaps, and beneath it what was had. */
export const SeriesChart = ({
  series,
  rows,
  days,
  label,
}: {
  readonly series: ScoreSeries;
  readonly rows: readonly ExposureRow[];
  readonly days: readonly string[];
  readonly label: string;
}) => {
  const id = useId();
  const [frame, width] = useWidth();
  const inner = Math.max(0, width - left - right);
  const dx = inner / days.length;
  const x = (at: number): number => left + (at + 0.5) * dx;
  const y = (value: number): number =>
    top + plot - ((value - series.min) / (series.max - series.min || 1)) * plot;
  const height = top + plot + axis + rows.length * row;
  const means = weekMeans(series.values);
  const course = line<number | null>(
    (_, at) => x(at),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .curve(curveMonotoneX)(means);
  const radius = Math.min(4, Math.max(1.4, dx * 0.34));
  const ticks = [series.min, (series.min + series.max) / 2, series.max];
  const hatched = (run: readonly [number, number], from: number, tall: number) => (
    <rect
      key={`${run[0]}-${from}`}
      x={left + run[0] * dx}
      y={from}
      width={(run[1] - run[0] + 1) * dx}
      height={tall}
      fill={`url(#${id})`}
    />
  );
  return (
    <div ref={frame} className="series-frame" style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <Hatch id={id} line="heat-hatch" />
          {ticks.map((value) => (
            <g key={value}>
              <path className="series-grid" d={`M${left} ${y(value)}H${width - right}`} />
              <text className="series-tick" x={left - 8} y={y(value) + 4} textAnchor="end">
                {Math.round(value * 10) / 10}
              </text>
            </g>
          ))}
          {runsOf(series.values, (value) => value === null).map((run) => hatched(run, top, plot))}
          {course !== null && <path className="series-mean" d={course} />}
          {runsOf(series.values, (value) => value !== null).map(([first, last]) => (
            <path
              key={first}
              className="series-line"
              d={`M${Array.from({ length: last - first + 1 }, (_, k) => `${x(first + k)} ${y(series.values[first + k]!)}`).join('L')}`}
            />
          ))}
          {series.values.map(
            (value, at) =>
              value !== null && (
                <circle key={days[at]} className="series-dot" cx={x(at)} cy={y(value)} r={radius} />
              ),
          )}
          {namedDays(days.length, inner).map((at) => (
            <text
              key={days[at]}
              className="series-tick"
              x={Math.min(x(at), width - 44)}
              y={top + plot + 18}
            >
              {short(days[at]!)}
            </text>
          ))}
          {rows.map(({ id: key, name, days: known }, index) => {
            const from = top + plot + axis + index * row;
            return (
              <g key={key}>
                <text className="series-row" x={left} y={from + 12}>
                  {name}
                </text>
                {runsOf(known, (had) => had === 'unknown').map((run) =>
                  hatched(run, from + 17, 12),
                )}
                {runsOf(known, (had) => had === 'not').map(([first, last]) => (
                  <path
                    key={first}
                    className="series-not"
                    d={`M${left + first * dx + 1} ${from + 23}H${left + (last + 1) * dx - 1}`}
                  />
                ))}
                {known.map(
                  (had, at) =>
                    had === 'had' && (
                      <rect
                        key={days[at]}
                        className="series-had"
                        x={left + at * dx + Math.min(1, dx * 0.12)}
                        y={from + 17}
                        width={Math.max(1.2, dx - Math.min(2, dx * 0.24))}
                        height="12"
                        rx={Math.min(3, dx / 3)}
                      />
                    ),
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
};
