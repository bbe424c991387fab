import type { StoredEntry } from '@zonula/journal';
import { hiddenFor, mayShow } from '@zonula/safety';
import { useId, useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { dayInWords, plusDays } from '../../days.ts';
import { Steps } from '../../design/steps.tsx';
import { i18n } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { daysBetween, exposuresIn, type ScoreSeries, seriesIn } from './series.ts';
import { SeriesChart } from './series-chart.tsx';
import { useLabels } from './use-labels.ts';
import { useTimelineWords } from './words.ts';

const spans = [28, 91, 364] as const;
const mostOffered = 12;
const shownAtFirst = 4;
/** More strips than this are a wall. */
const mostShown = 8;

const none: readonly StoredEntry[] = [];

/** One score over time, and beneath it what was eaten and taken. Nothing here says what caused what. */
export const SeriesView = ({ today }: { readonly today: string }) => {
  const says = useTimelineWords();
  const labels = useLabels();
  const [span, setSpan] = useState<(typeof spans)[number]>(28);
  const [score, setScore] = useState<string | null>(null);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [scoreId, spanId] = [useId(), useId()];
  const from = plusDays(today, 1 - span);
  const entries = useLive(
    async (journal) => {
      const [profile, all] = await Promise.all([
        journal.document('profile'),
        journal.range(from, today),
      ]);
      const hidden = { foods: profile !== null && hiddenFor(profile).foods };
      return all.filter(({ entry }) => mayShow(hidden, `${entry.category}/${entry.name}`));
    },
    [from, today],
  );
  const { days, all, exposures } = useMemo(() => {
    const known = entries ?? none;
    const between = daysBetween(from, today);
    return {
      days: between,
      all: seriesIn(known, between),
      exposures: exposuresIn(known, between).slice(0, mostOffered),
    };
  }, [entries, from, today]);
  const nameOf = ({ key, site }: ScoreSeries): string => {
    const slash = key.indexOf('/');
    const item = labels.item(key.slice(0, slash), key.slice(slash + 1));
    return site === null ? item : `${item}, ${labels.place(site)}`;
  };
  const series = all.find(({ id }) => id === score) ?? all[0];
  const rows = exposures
    .filter(({ id }, index) => turned.get(id) ?? index < shownAtFirst)
    .slice(0, mostShown);
  const number = (value: number): string =>
    i18n.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const known = series?.values.filter((value): value is number => value !== null) ?? [];
  return (
    <section className="series stack" aria-labelledby="series-title">
      <h2 id="series-title">{says('series.title')}</h2>
      <fieldset className="score levels" aria-labelledby={spanId}>
        <legend className="visually-hidden" id={spanId}>
          {says('series.span')}
        </legend>
        <Steps
          steps={spans.map((value) => ({ value, words: says(`span.${value}`), under: false }))}
          chosen={span}
          onChoose={(next) => setSpan(spans.find((one) => one === next)!)}
        />
      </fieldset>
      {entries !== undefined && series === undefined && (
        <p className="soft">{says('series.none')}</p>
      )}
      {series !== undefined && (
        <>
          <p className="meal-time">
            <label htmlFor={scoreId}>{says('series.score')}</label>
            <select
              id={scoreId}
              className="select"
              value={series.id}
              onChange={({ target: { value } }) => setScore(value)}
            >
              {all.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one)}
                </option>
              ))}
            </select>
          </p>
          <SeriesChart
            series={series}
            rows={rows}
            days={days}
            label={says('series.picture', {
              score: nameOf(series),
              from: dayInWords(from, i18n.locale, whole),
              to: dayInWords(today, i18n.locale, whole),
            })}
          />
          <p className="serif">
            {says('series.says', {
              score: nameOf(series),
              known: series.known,
              days: days.length,
              mean: number(known.reduce((sum, value) => sum + value, 0) / known.length),
            })}
          </p>
          {exposures.length > 0 && (
            <div>
              <p className="small-heading">{says('series.rows')}</p>
              <ul className="suggestions" aria-label={says('series.rows')}>
                {exposures.map(({ id, name }) => {
                  const isShown = rows.some((one) => one.id === id);
                  return (
                    <li key={id}>
                      <ToggleButton
                        className={`suggestion${isShown ? ' taken' : ''}`}
                        isSelected={isShown}
                        onChange={(show) => setTurned(new Map([...turned, [id, show]]))}
                      >
                        {name}
                      </ToggleButton>
                    </li>
                  );
                })}
              </ul>
              <p className="soft small">{says('series.rows.says')}</p>
              <p className="soft small">{says('series.chance')}</p>
            </div>
          )}
          <SeriesNumbers series={series} rows={rows} days={days} name={nameOf(series)} />
        </>
      )}
    </section>
  );
};

const SeriesNumbers = ({
  series,
  rows,
  days,
  name,
}: {
  readonly series: ScoreSeries;
  readonly rows: ReturnType<typeof exposuresIn>;
  readonly days: readonly string[];
  readonly name: string;
}) => {
  const says = useTimelineWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{says('series.numbers')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also with keys
        <section className="series-table" tabIndex={0} aria-label={says('series.numbers')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{says('series.day')}</th>
                <th scope="col">{name}</th>
                {rows.map((row) => (
                  <th key={row.id} scope="col">
                    {row.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days
                .map((day, at) => ({ day, at }))
                .reverse()
                .map(({ day, at }) => (
                  <tr key={day}>
                    <th scope="row">
                      {dayInWords(day, i18n.locale, { day: 'numeric', month: 'short' })}
                    </th>
                    <td>{series.values[at] ?? says('series.unknown')}</td>
                    {rows.map((row) => (
                      <td key={row.id}>{says(`series.${row.days[at]!}`)}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
};
