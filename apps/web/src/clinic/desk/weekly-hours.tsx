import { Button } from 'react-aria-components';
import { Choose, Line } from './fields.tsx';
import { areHours, endOf, shownEnd, type Weekday, type Weekly, weekdays } from './person-draft.ts';
import { type DeskKey, useDeskWords } from './words.ts';

/** Hours that return every week. */
export const WeeklyHours = ({
  value,
  onChange,
  isWrong,
}: {
  readonly value: readonly Weekly[];
  readonly onChange: (value: readonly Weekly[]) => void;
  readonly isWrong: boolean;
}) => {
  const text = useDeskWords();
  const put = (index: number, change: Partial<Weekly>): void =>
    onChange(value.map((one, k) => (k === index ? { ...one, ...change } : one)));
  return (
    <fieldset className="desk-group">
      <legend>{text('weekly')}</legend>
      <p className="soft small">{text('weekly.says')}</p>
      {value.map((hours, index) => (
        <fieldset
          key={index}
          className="desk-item hours"
          aria-label={text('weekly.row', { number: index + 1 })}
        >
          <Choose
            label={text('weekday')}
            value={hours.weekday}
            onChange={(weekday) => put(index, { weekday: weekday as Weekday })}
          >
            {weekdays.map((weekday) => (
              <option key={weekday} value={weekday}>
                {text(`weekday.${weekday}` as DeskKey)}
              </option>
            ))}
          </Choose>
          <Line
            label={text('from')}
            type="time"
            value={hours.from}
            onChange={(from) => put(index, { from })}
            problem={isWrong && !areHours(hours) ? text('hours.wrong') : null}
          />
          <Line
            label={text('to')}
            type="time"
            value={shownEnd(hours.to)}
            onChange={(to) => put(index, { to: endOf(to) })}
          />
          <Button
            className="button plain"
            aria-label={text('weekly.remove.of', { number: index + 1 })}
            onPress={() => onChange(value.filter((_, k) => k !== index))}
          >
            {text('remove')}
          </Button>
          {(hours.since !== undefined || hours.until !== undefined) && (
            <p className="soft small hours-period">
              {text('weekly.period', { since: hours.since ?? '…', until: hours.until ?? '…' })}
            </p>
          )}
        </fieldset>
      ))}
      <div className="actions">
        <Button
          className="button"
          isDisabled={value.length >= 100}
          onPress={() => {
            const last = value.at(-1);
            const next = weekdays[((last ? weekdays.indexOf(last.weekday) : -1) + 1) % 7]!;
            onChange([
              ...value,
              { weekday: next, from: last?.from ?? '09:00', to: last?.to ?? '17:00' },
            ]);
          }}
        >
          {text('weekly.add')}
        </Button>
      </div>
    </fieldset>
  );
};
