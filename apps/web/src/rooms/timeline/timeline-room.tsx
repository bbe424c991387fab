import { Link } from '@tanstack/react-router';
import type { StoredEntry } from '@zonula/journal';
import { hiddenFor, mayShow } from '@zonula/safety';
import { lazy, Suspense, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { dayInWords, plusDays } from '../../days.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { useToday } from '../../use-today.ts';
import { EntryLine } from './entry-line.tsx';
import { findEntries } from './find-entries.ts';
import { HeatMap } from './heat-map.tsx';
import { useLabels } from './use-labels.ts';
import { useTimelineWords } from './words.ts';
import './timeline.css';

const daysAtOnce = 14;

const SeriesView = lazy(async () => ({ default: (await import('./series-view.tsx')).SeriesView }));
const PhotoStrip = lazy(async () => ({
  default: (await import('../../photos/photo-strip.tsx')).PhotoStrip,
}));
const CompareSheet = lazy(async () => ({
  default: (await import('../../photos/compare-sheet.tsx')).CompareSheet,
}));

const hasPhoto = ({ entry }: StoredEntry): boolean => (entry.photos?.length ?? 0) > 0;

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
  const says = useTimelineWords();
  const [words, setWords] = useState('');
  const [days, setDays] = useState(daysAtOnce);
  const today = useToday();
  const sought = words.trim();
  const labels = useLabels();
  const found = useLive(
    async (journal) => {
      // Asked at once: only what is asked before the first answer is followed.
      const [profile, all] = await Promise.all([
        journal.document('profile'),
        sought === ''
          ? journal.range(plusDays(today, 1 - days), today)
          : findEntries(journal, sought, labels),
      ]);
      const hidden = { foods: profile !== null && hiddenFor(profile).foods };
      const shown = all
        .filter(({ entry }) => mayShow(hidden, `${entry.category}/${entry.name}`))
        .map((stored) => (hidden.foods ? withoutNote(stored) : stored));
      return { shown, mayHoldNote: !hidden.foods };
    },
    [sought, days, today, i18n.locale],
  );
  const entries = found?.shown;
  const [comparing, setComparing] = useState(false);
  return (
    <div className="room stack timeline">
      <h1>{text('timeline.title')}</h1>
      <SearchField className="field" value={words} onChange={setWords}>
        <Label className="visually-hidden">{text('timeline.search')}</Label>
        <Input className="input" placeholder={text('timeline.search')} />
      </SearchField>
      <p className="soft small" role="status">
        {sought !== '' &&
          entries !== undefined &&
          text('timeline.found', { count: entries.length })}
      </p>
      {sought === '' && (
        <>
          <HeatMap today={today} />
          <Suspense fallback={null}>
            <SeriesView today={today} />
          </Suspense>
        </>
      )}
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
              <EntryLine
                key={stored.id}
                stored={stored}
                mayHoldNote={found?.mayHoldNote ?? false}
              />
            ))}
          </ul>
          {list.some(hasPhoto) && (
            <Suspense fallback={null}>
              <div className="day-photos">
                <PhotoStrip entries={list.filter(hasPhoto)} />
                <Button className="button plain" onPress={() => setComparing(true)}>
                  {says('compare')}
                </Button>
              </div>
            </Suspense>
          )}
        </section>
      ))}
      {sought === '' && (
        <div className="actions">
          <Button className="button" onPress={() => setDays(days + daysAtOnce)}>
            {text('timeline.earlier')}
          </Button>
        </div>
      )}
      {comparing && (
        <Suspense fallback={null}>
          <CompareSheet onClose={() => setComparing(false)} />
        </Suspense>
      )}
    </div>
  );
};
