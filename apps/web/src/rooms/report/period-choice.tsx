import { useState } from 'react';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { daysFrom, isDay, plusDays } from '../../days.ts';
import type { Choice } from './choice.ts';
import { type ReportKey, useReportWords } from './words.ts';

const spans = ['28', '84', '365', 'own'] as const;

/** Which days go on the page: the usual spans, or any two days. */
export const PeriodChoice = ({
  period,
  today,
  onChange,
}: {
  readonly period: Choice['period'];
  readonly today: string;
  readonly onChange: (period: Choice['period']) => void;
}) => {
  const text = useReportWords();
  const [own, setOwn] = useState(false);
  const { from, to } = period;
  const length = `${daysFrom(from, to) + 1}`;
  const span = own ? 'own' : (spans.find((one) => one === length) ?? 'own');
  return (
    <section className="stack tight" aria-labelledby="report-period">
      <h2 id="report-period">{text('period')}</h2>
      <RadioGroup
        className="spans"
        aria-labelledby="report-period"
        value={span}
        onChange={(value) => {
          setOwn(value === 'own');
          if (value !== 'own') onChange({ from: plusDays(today, 1 - Number(value)), to: today });
        }}
      >
        {spans.map((one) => (
          <Radio key={one} value={one} className="choice one">
            {text(`period.${one}` as ReportKey)}
          </Radio>
        ))}
      </RadioGroup>
      {span === 'own' && (
        <div className="own-days">
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              className="field"
              type="date"
              value={period[end]}
              onChange={(day) => {
                if (!isDay(day) || day > today) return;
                const next = { ...period, [end]: day };
                onChange(next.from <= next.to ? next : { from: day, to: day });
              }}
            >
              <Label>{text(end)}</Label>
              <Input className="input" />
            </TextField>
          ))}
        </div>
      )}
    </section>
  );
};
