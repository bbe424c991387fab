import { useNavigate } from '@tanstack/react-router';
import { daysFrom, plusDays } from '../../days.ts';
import { useText } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { dailySkin } from './daily-skin.ts';

const weeks = 26;
const cell = 22;

const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Half a year of skin: a square a day, fuller when worse, hatched where nothing was written down. */
export const HeatMap = ({ today }: { readonly today: string }) => {
  const text = useText();
  const navigate = useNavigate();
  const first = plusDays(today, -(weeks - 1) * 7 - weekdayOf(today));
  const entries = useLive((journal) => journal.range(first, today), [first, today]);
  if (entries === undefined) return null;
  const skin = dailySkin(entries);
  const days = Array.from({ length: daysFrom(first, today) + 1 }, (_, k) => plusDays(first, k));
  const size = cell - 4;
  return (
    <figure className="heat">
      <svg
        viewBox={`0 0 ${weeks * cell} ${7 * cell}`}
        role="img"
        aria-label={text('timeline.heat')}
      >
        <defs>
          <pattern
            id="not-written"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path className="heat-hatch" d="M0 0V5" />
          </pattern>
        </defs>
        {days.map((day, k) => {
          const share = skin.get(day);
          const [x, y] = [Math.floor(k / 7) * cell + 2, (k % 7) * cell + 2];
          const filled = (share ?? 0) * (size - 3);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list below leads to the same days by keyboard
            <g
              key={day}
              className="heat-day"
              onClick={() => void navigate({ to: '/', search: day === today ? {} : { day } })}
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
                  rx="3.500"
                />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="soft small">{text('timeline.heat')}</figcaption>
    </figure>
  );
};
