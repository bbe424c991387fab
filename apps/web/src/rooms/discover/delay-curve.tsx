import { area, curveMonotoneX, line } from 'd3-shape';
import { useId } from 'react';
import { i18n, useText } from '../../i18n/i18n.ts';
import type { SuspectView } from '../../workers/discover/questions.ts';

type Curve = NonNullable<SuspectView['curve']>;

const width = 560;
const height = 240;
const left = 44;
const top = 34;
const bottom = 34;

const signed = (value: number): string => {
  const format = new Intl.NumberFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  return format.format(value);
};

const dayStep = (days: number): number => (days <= 9 ? 1 : days <= 18 ? 2 : days <= 42 ? 7 : 14);

/** The hill: how the score moves in the days after one usual portion; the band first, the line after. */
export const DelayCurve = ({
  curve,
  change,
  name,
}: {
  readonly curve: Curve;
  readonly change: SuspectView['change'];
  readonly name: string;
}) => {
  const text = useText();
  const id = useId();
  const { mean, lower, upper, days, worthwhile, delay } = curve;
  const index = Array.from({ length: days + 1 }, (_, day) => day);
  const low = Math.min(-1.5 * worthwhile, ...index.map((day) => lower[day]!));
  const high = Math.max(1.5 * worthwhile, ...index.map((day) => upper[day]!));
  const x = (day: number): number => left + ((width - left - 8) * day) / days;
  const y = (value: number): number =>
    top + ((high - value) / (high - low)) * (height - top - bottom);
  const band = area<number>(
    (day) => x(day),
    (day) => y(lower[day]!),
    (day) => y(upper[day]!),
  ).curve(curveMonotoneX)(index);
  const hill = line<number>(
    (day) => x(day),
    (day) => y(mean[day]!),
  ).curve(curveMonotoneX)(index);
  const peak = index.reduce(
    (best, day) => (Math.abs(mean[day]!) > Math.abs(mean[best]!) ? day : best),
    0,
  );
  const looks = change === 'worse' || change === 'better' ? change : 'plain';
  const says = text('discover.curve.peak', { change: signed(mean[peak]!), days: peak });
  const peakX = Math.min(Math.max(x(peak), left + 90), width - 100);
  return (
    <figure className="hill-figure">
      <svg
        viewBox={`0 0 ${width} ${height + 22}`}
        role="img"
        aria-labelledby={`${id}-title`}
        className={`hill-chart ${looks}`}
      >
        <title id={`${id}-title`}>{`${name}: ${says}`}</title>
        {worthwhile > 0 && (
          <>
            <rect
              className="corridor"
              x={left}
              width={width - left - 8}
              y={y(worthwhile)}
              height={y(-worthwhile) - y(worthwhile)}
            />
            <text className="quiet" x={width - 12} y={y(-worthwhile) - 5} textAnchor="end">
              {text('discover.curve.small')}
            </text>
          </>
        )}
        <path className="band" d={band ?? ''} />
        <path className="zero" d={`M${left} ${y(0)}H${width - 8}`} />
        <path className="hill" d={hill ?? ''} />
        <circle className="peak-dot" cx={x(peak)} cy={y(mean[peak]!)} r="4.500" />
        <text className="peak" x={peakX} y={18} textAnchor="middle">
          {says}
        </text>
        <path className="peak-line" d={`M${x(peak)} 25V${y(mean[peak]!) - 8}`} />
        {delay !== null && (
          <g className="delay">
            <path
              d={`M${x(Math.max(0, delay.interval[0]))} ${height - bottom + 8}H${x(Math.min(days, delay.interval[1]))}`}
            />
            <circle cx={x(Math.min(days, delay.mean))} cy={height - bottom + 8} r="4.500" />
          </g>
        )}
        {index
          .filter((day) => day % dayStep(days) === 0)
          .map((day) => (
            <text key={day} className="tick" x={x(day)} y={height - 8} textAnchor="middle">
              {day}
            </text>
          ))}
        <text className="tick" x={width - 8} y={height + 16} textAnchor="end">
          {text('discover.curve.axis')}
        </text>
        {[0, mean[peak]!].map((value) => (
          <text key={value} className="tick" x={left - 8} y={y(value) + 4} textAnchor="end">
            {value === 0 ? '0' : signed(value)}
          </text>
        ))}
      </svg>
      <figcaption className="soft small">{text('discover.curve.caption')}</figcaption>
      <details>
        <summary>{text('discover.curve.table')}</summary>
        <table>
          <thead>
            <tr>
              {(['day', 'change', 'from', 'to'] as const).map((head) => (
                <th key={head} scope="col">
                  {text(`discover.curve.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {index.map((day) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{signed(mean[day]!)}</td>
                <td>{signed(lower[day]!)}</td>
                <td>{signed(upper[day]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
