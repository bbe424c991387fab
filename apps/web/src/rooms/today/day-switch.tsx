import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { dayInWords, daysFrom, isDay, plusDays } from '../../days.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useToday } from '../../use-today.ts';

const Arrow = ({ back }: { readonly back: boolean }) => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d={back ? 'M14.500 5.500L8 12l6.500 6.500' : 'M9.500 5.500L16 12l-6.500 6.500'}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

/** Which day is written about. A day before today says that it is remembered later. */
export const DaySwitch = ({ day }: { readonly day: string }) => {
  const text = useText();
  const navigate = useNavigate();
  const today = useToday();
  const back = daysFrom(day, today);
  const go = (to: string) =>
    navigate({ to: '/', search: to === today ? {} : { day: to }, replace: true });
  const short = dayInWords(day, i18n.locale);
  return (
    <div className="day-switch">
      <Button
        className="button plain round"
        aria-label={text('today.day.previous')}
        onPress={() => go(plusDays(day, -1))}
      >
        <Arrow back />
      </Button>
      <h1 className="day-name">
        {back === 0 && <span>{text('today.today')}</span>}
        {back === 1 && <span>{text('today.yesterday')}</span>}
        <span className={back < 2 ? 'soft small' : ''}>{short}</span>
        <input
          className="day-input"
          type="date"
          aria-label={text('today.day.choose')}
          value={day}
          max={today}
          onChange={({ target: { value } }) => {
            if (isDay(value) && value <= today) go(value);
          }}
        />
      </h1>
      <Button
        className="button plain round"
        aria-label={text('today.day.next')}
        isDisabled={back <= 0}
        onPress={() => go(plusDays(day, 1))}
      >
        <Arrow back={false} />
      </Button>
      {back > 0 && <p className="later-note">{text('today.later', { days: back })}</p>}
    </div>
  );
};
