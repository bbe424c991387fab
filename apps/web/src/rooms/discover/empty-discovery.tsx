import { Hatch } from '../../design/hatch.tsx';
import { useText } from '../../i18n/i18n.ts';

/** Days with a skin score from which a first look makes sense. */
export const enoughDays = 28;

/** What will be knowable, and when. */
export const EmptyDiscovery = ({ days }: { readonly days: number }) => {
  const text = useText();
  return (
    <div className="stack">
      <p className="lead">{text('discover.empty.days', { days: enoughDays - days })}</p>
      <svg
        viewBox="0 0 288 66"
        className="days-to-come"
        role="img"
        aria-label={`${text('discover.days.label')}: ${days} / ${enoughDays}`}
      >
        <Hatch id="to-come" line="hatch-line" />
        {Array.from({ length: enoughDays }, (_, day) => (
          <circle
            key={day}
            className={day < days ? 'day written' : 'day'}
            cx={14 + (day % 14) * 20}
            cy={22 + Math.floor(day / 14) * 30}
            r="8"
          />
        ))}
      </svg>
      <p>{text('discover.empty.have', { days })}</p>
      <p className="soft">{text('discover.empty.expect')}</p>
    </div>
  );
};
