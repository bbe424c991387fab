import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { dayInWords, daysFrom, plusDays } from '../../days.ts';
import { Hatch } from '../../design/hatch.tsx';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { dailySkin } from './daily-skin.ts';
import { useTimelineWords } from './words.ts';

const weeks = 26;
const cell = 22;
const head = 18;
const size = cell - 4;

const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const steps = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
  ['ArrowLeft', -7],
  ['ArrowRight', 7],
]);

/** The columns in which a month begins, with its name. */
const monthsIn = (days: readonly string[]): readonly (readonly [column: number, name: string])[] =>
  days.flatMap((day, k) =>
    day.endsWith('-01')
      ? [[Math.floor(k / 7), dayInWords(day, i18n.locale, { month: 'short' })] as const]
      : [],
  );

/** Half a year of skin: a square a day, fuller when worse, hatched where nothing was written down. */
export const HeatMap = ({ today }: { readonly today: string }) => {
  const text = useText();
  const says = useTimelineWords();
  const navigate = useNavigate();
  const first = plusDays(today, -(weeks - 1) * 7 - weekdayOf(today));
  const skin = useLive(
    async (journal) => dailySkin(await journal.range(first, today)),
    [first, today],
  );
  const days = Array.from({ length: daysFrom(first, today) + 1 }, (_, k) => plusDays(first, k));
  const [at, setAt] = useState(days.length - 1);
  const cells = useRef<(SVGGElement | null)[]>([]);
  if (skin === undefined) return null;
  const open = (day: string): void => {
    void navigate({ to: '/', search: day === today ? {} : { day } });
  };
  const onKey = (event: KeyboardEvent, k: number): void => {
    const step = steps.get(event.key);
    if (step !== undefined) cells.current[k + step]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') open(days[k]!);
    else return;
    event.preventDefault();
  };
  const long = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return (
    <figure className="heat">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture that holds buttons */}
      <svg
        viewBox={`0 0 ${weeks * cell} ${7 * cell + head}`}
        role="group"
        aria-label={says('heat.title')}
      >
        <Hatch id="not-written" line="heat-hatch" />
        {monthsIn(days).map(([column, name]) => (
          <text key={`${column}`} className="heat-month" x={column * cell + 2} y="12">
            {name}
          </text>
        ))}
        {days.map((day, k) => {
          const share = skin.get(day);
          const [x, y] = [Math.floor(k / 7) * cell + 2, (k % 7) * cell + 2 + head];
          const filled = (share ?? 0) * (size - 3);
          const named = dayInWords(day, i18n.locale, long);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside a picture
            <g
              key={day}
              ref={(element) => {
                cells.current[k] = element;
              }}
              className={`heat-day${day === today ? ' today' : ''}`}
              role="button"
              tabIndex={k === at ? 0 : -1}
              aria-label={
                share === undefined
                  ? says('heat.unknown', { day: named })
                  : says('heat.day', { day: named, percent: Math.round(100 * share) })
              }
              onClick={() => open(day)}
              onFocus={() => setAt(k)}
              onKeyDown={(event) => onKey(event, k)}
            >
              <rect
                className={share === undefined ? 'cell-unknown' : 'cell-known'}
                x={x}
                y={y}
                width={size}
                height={size}
                rx="5"
              />
              {share !== undefined && share > 0 && (
                <rect
                  className="cell-worse"
                  x={x + 1.5}
                  y={y + size - 1.5 - filled}
                  width={size - 3}
                  height={filled}
                  rx={Math.min(3.5, filled / 2)}
                />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="soft small">
        {text('timeline.heat')} <span className="heat-keys">{says('heat.keys')}</span>
      </figcaption>
    </figure>
  );
};
