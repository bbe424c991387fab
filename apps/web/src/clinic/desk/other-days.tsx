import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { dayInWords, daysFrom, isDay } from '../../days.ts';
import {
  type Exception,
  type ExceptionSpan,
  mostDays,
  spansOf,
  withoutSpan,
  withSpan,
} from './exceptions.ts';
import { Line } from './fields.tsx';
import { areHours, endOf, shownEnd } from './person-draft.ts';
import { useDeskWords } from './words.ts';

const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

const useSpanWords = (): ((span: ExceptionSpan) => string) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  return ({ from, to, hours }) => {
    const day = (one: string): string => dayInWords(one, i18n.locale, date);
    const when = from === to ? day(from) : text('days', { from: day(from), to: day(to) });
    const what =
      hours.length === 0 ? text('away') : hours.map((one) => `${one.from}–${one.to}`).join(', ');
    return `${when}: ${what}`;
  };
};

/** Saying that some days are unlike their week. */
const Add = ({
  today,
  onAdd,
}: {
  readonly today: string;
  readonly onAdd: (span: ExceptionSpan) => void;
}) => {
  const text = useDeskWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState('away');
  const [hours, setHours] = useState<ExceptionSpan['hours']>([{ from: '09:00', to: '13:00' }]);
  const [asked, setAsked] = useState(false);
  const last = to === '' ? from : to;
  const daysFit =
    isDay(from) && isDay(last) && from >= today && last >= from && daysFrom(from, last) < mostDays;
  const hoursFit = kind === 'away' || hours.every(areHours);
  const put = (index: number, change: Partial<(typeof hours)[number]>): void =>
    setHours(hours.map((one, k) => (k === index ? { ...one, ...change } : one)));
  const add = (): void => {
    setAsked(true);
    if (!daysFit || !hoursFit) return;
    onAdd({ from, to: last, hours: kind === 'away' ? [] : hours });
    setFrom('');
    setTo('');
    setAsked(false);
  };
  return (
    <fieldset className="desk-item stack tight" aria-label={text('other.add.title')}>
      <div className="desk-pair">
        <Line
          label={text('other.from')}
          type="date"
          value={from}
          onChange={setFrom}
          problem={asked && !daysFit ? text('other.wrong') : null}
        />
        <Line label={text('other.to')} type="date" value={to} onChange={setTo} />
      </div>
      <RadioGroup
        className="choices"
        aria-label={text('other.kind')}
        value={kind}
        onChange={setKind}
      >
        <Radio value="away" className="choice one">
          {text('away.radio')}
        </Radio>
        <Radio value="hours" className="choice one">
          {text('other.hours')}
        </Radio>
      </RadioGroup>
      {kind === 'hours' && (
        <>
          <p className="soft small">{text('other.instead')}</p>
          {hours.map((one, index) => (
            <div key={index} className="desk-pair short">
              <Line
                label={text('from')}
                type="time"
                value={one.from}
                onChange={(value) => put(index, { from: value })}
                problem={asked && !areHours(one) ? text('hours.wrong') : null}
              />
              <Line
                label={text('to')}
                type="time"
                value={shownEnd(one.to)}
                onChange={(value) => put(index, { to: endOf(value) })}
              />
            </div>
          ))}
          <div className="actions">
            <Button
              className="button plain"
              isDisabled={hours.length >= 12}
              onPress={() => setHours([...hours, { from: '14:00', to: '18:00' }])}
            >
              {text('other.more')}
            </Button>
            {hours.length > 1 && (
              <Button className="button plain" onPress={() => setHours(hours.slice(0, -1))}>
                {text('other.fewer')}
              </Button>
            )}
          </div>
        </>
      )}
      <div className="actions">
        <Button className="button" onPress={add}>
          {text('other.add')}
        </Button>
      </div>
    </fieldset>
  );
};

/** Holidays, and days with other hours. */
export const OtherDays = ({
  value,
  today,
  onChange,
}: {
  readonly value: readonly Exception[];
  /** Days before are over and not shown. */
  readonly today: string;
  readonly onChange: (value: readonly Exception[]) => void;
}) => {
  const text = useDeskWords();
  const inWords = useSpanWords();
  const spans = spansOf(value.filter(({ day }) => day >= today));
  return (
    <fieldset className="desk-group">
      <legend>{text('other')}</legend>
      <p className="soft small">{text('other.says')}</p>
      {spans.length > 0 && (
        <ul className="rows">
          {spans.map((span) => (
            <li key={span.from}>
              <p>{inWords(span)}</p>
              <Button
                className="button plain"
                aria-label={text('other.remove.of', { what: inWords(span) })}
                onPress={() => onChange(withoutSpan(value, span))}
              >
                {text('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Add today={today} onAdd={(span) => onChange(withSpan(value, span))} />
    </fieldset>
  );
};
