import { useLingui } from '@lingui/react';
import { dayInWords } from '../../days.ts';
import { clockChanges } from './clock-changes.ts';
import { useDeskWords } from './words.ts';

const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** By which clock hours are meant, and when that clock is set next. */
export const ClockNote = ({ zone, today }: { readonly zone: string; readonly today: string }) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const changes = clockChanges(zone, today).slice(0, 2);
  return (
    <div className="soft small stack tight">
      <p>{text('clock.zone', { zone: zone.replaceAll('_', ' ') })}</p>
      {changes.length > 0 && (
        <ul className="desk-facts">
          {changes.map(({ day, minutes, from, to }) => (
            <li key={day}>
              {text(minutes > 0 ? 'clock.forward' : 'clock.back', {
                day: dayInWords(day, i18n.locale, date),
                from,
                to,
              })}
            </li>
          ))}
        </ul>
      )}
      <p>{text(changes.length > 0 ? 'clock.keeps' : 'clock.never')}</p>
    </div>
  );
};
