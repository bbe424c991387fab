import type { StoredEntry } from '@zonula/journal';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { itemKey, type TrackedGroup } from '../../tracked.ts';
import { type Moment, scoreOf } from './entries.ts';
import { ScoreRow } from './score-row.tsx';

const StoolRow = lazy(async () => ({ default: (await import('./stool-row.tsx')).StoolRow }));
const BodyMap = lazy(async () => ({ default: (await import('../../body/body-map.tsx')).BodyMap }));

/** One question and its scores; what is written more rarely waits behind "more". */
export const ScoreGroup = ({
  group,
  entries,
  moment,
}: {
  readonly group: TrackedGroup;
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [mapOpen, setMapOpen] = useState(false);
  const written = group.further.filter((item) => scoreOf(entries, item) !== null);
  const shown = open ? group.further : written;
  const hasNumbers = group.first.some(({ scale }) => scale?.max === 10);
  return (
    <section
      className={`question-block${group.first.length + shown.length === 0 ? ' quiet' : ''}`}
      aria-labelledby={`question-${group.id}`}
    >
      <h2 id={`question-${group.id}`}>{text(`today.${group.id}`)}</h2>
      {group.id === 'skin' && hasNumbers && <p className="soft small">{text('score.ends')}</p>}
      <div className="scores">
        {[...group.first, ...shown].map((item) => {
          const row = { item, stored: scoreOf(entries, item), moment };
          const key = itemKey(item);
          return key === 'gut/stool form' ? (
            <Suspense key={key} fallback={null}>
              <StoolRow {...row} />
            </Suspense>
          ) : (
            <ScoreRow key={key} {...row} />
          );
        })}
      </div>
      <div className="actions">
        <Button className="button plain more" aria-expanded={open} onPress={() => setOpen(!open)}>
          {text(open ? 'today.less' : 'today.more')}
        </Button>
        {group.id === 'skin' && (
          <Button
            className="button plain more"
            aria-expanded={mapOpen}
            onPress={() => setMapOpen(!mapOpen)}
          >
            {text(mapOpen ? 'today.map.close' : 'today.map')}
          </Button>
        )}
      </div>
      {mapOpen && (
        <Suspense fallback={null}>
          <BodyMap group={group} entries={entries} moment={moment} />
        </Suspense>
      )}
    </section>
  );
};
