import { Link } from '@tanstack/react-router';
import type { StoredEntry } from '@zonula/journal';
import { hiddenFor, mayShow } from '@zonula/safety';
import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords, plusDays } from '../../days.ts';
import { i18n, useName, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { HeatMap } from './heat-map.tsx';
import './timeline.css';

const daysAtOnce = 14;

const EntryLine = ({ stored }: { readonly stored: StoredEntry }) => {
  const text = useText();
  const name = useName();
  const { journal, announce } = useJournal();
  const { entry, id } = stored;
  const { category, time, value, unit, scale, note, rememberedLater } = entry;
  const key = `${category}/${entry.name}`;
  const named = name('item', key);
  const label = named === key ? entry.name : named;
  const remove = async (): Promise<void> => {
    await journal.remove([id]);
    announce(text('today.removed', { food: label }));
  };
  return (
    <li className="entry-line">
      <span className="soft small entry-time">{time ?? ''}</span>
      <span>
        {label}
        {category !== 'food' && category !== 'day' && value !== null && (
          <b>
            {' '}
            {value}
            {scale === undefined ? '' : `/${scale.max}`}
            {unit === undefined ? '' : ` ${unit}`}
          </b>
        )}
        {category === 'food' && value !== null && value !== 1 && <b>{` × ${value}`}</b>}
        {note !== undefined && <span className="soft">{` ${note}`}</span>}
        {rememberedLater === true && (
          <span className="soft small">{` · ${text('timeline.later')}`}</span>
        )}
      </span>
      <Button
        className="button plain round"
        aria-label={text('timeline.remove', { item: label })}
        onPress={() => void remove()}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path
            d="M7 7l10 10M17 7L7 17"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      </Button>
    </li>
  );
};

/** A free note may name a food. */
const withoutNote = ({ entry: { note: _, ...entry }, ...stored }: StoredEntry): StoredEntry => ({
  ...stored,
  entry,
});

const byDay = (entries: readonly StoredEntry[]): readonly [string, readonly StoredEntry[]][] => {
  const days = new Map<string, StoredEntry[]>();
  for (const stored of entries) {
    const day = days.get(stored.entry.day);
    if (day === undefined) days.set(stored.entry.day, [stored]);
    else day.push(stored);
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
};

/** The days as they were written: a map of the skin, search, and every entry with its way out. */
export const TimelineRoom = () => {
  const text = useText();
  const [words, setWords] = useState('');
  const [days, setDays] = useState(daysAtOnce);
  const today = todayHere();
  const sought = words.trim();
  const entries = useLive(
    async (journal) => {
      const profile = await journal.document('profile');
      const hidden = { foods: profile !== null && hiddenFor(profile).foods };
      const found = await (sought === ''
        ? journal.range(plusDays(today, 1 - days), today)
        : journal.search(sought, { limit: 100 }));
      return found
        .filter(({ entry }) => mayShow(hidden, `${entry.category}/${entry.name}`))
        .map((stored) => (hidden.foods ? withoutNote(stored) : stored));
    },
    [sought, days],
  );
  return (
    <div className="room stack timeline">
      <h1>{text('timeline.title')}</h1>
      <HeatMap today={today} />
      <SearchField className="field" value={words} onChange={setWords}>
        <Label className="visually-hidden">{text('timeline.search')}</Label>
        <Input className="input" placeholder={text('timeline.search')} />
      </SearchField>
      <p className="soft small" role="status">
        {sought !== '' &&
          entries !== undefined &&
          text('timeline.found', { count: entries.length })}
      </p>
      {entries?.length === 0 && sought === '' && <p>{text('timeline.empty')}</p>}
      {byDay(entries ?? []).map(([day, list]) => (
        <section key={day} className="day-entries">
          <h2>
            <Link
              to="/"
              search={day === today ? {} : { day }}
              aria-label={text('timeline.open', { day: dayInWords(day, i18n.locale) })}
            >
              {dayInWords(day, i18n.locale)}
            </Link>
          </h2>
          <ul>
            {list.map((stored) => (
              <EntryLine key={stored.id} stored={stored} />
            ))}
          </ul>
        </section>
      ))}
      {sought === '' && (
        <div className="actions">
          <Button className="button" onPress={() => setDays(days + daysAtOnce)}>
            {text('timeline.earlier')}
          </Button>
        </div>
      )}
    </div>
  );
};
