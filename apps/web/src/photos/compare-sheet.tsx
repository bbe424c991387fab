import type { StoredEntry } from '@zonula/journal';
import { useId, useState } from 'react';
import { daysFrom } from '../days.ts';
import { Sheet } from '../design/sheet.tsx';
import { useOnce } from '../journal/context.tsx';
import { Photo, usePhotoNames } from './photo.tsx';
import { usePhotoWords } from './words.ts';
import './photos.css';

const mostPhotos = 500;

interface Shot {
  readonly key: string;
  readonly id: string;
  readonly stored: StoredEntry;
}

const Side = ({
  label,
  shots,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly shots: readonly Shot[];
  readonly chosen: Shot;
  readonly onChoose: (key: string) => void;
}) => {
  const names = usePhotoNames();
  const id = useId();
  return (
    <div className="compare-side">
      <label htmlFor={id} className="soft small">
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={chosen.key}
        onChange={({ target: { value } }) => onChoose(value)}
      >
        {shots.map(({ key, stored }) => (
          <option key={key} value={key}>
            {names.byDay(stored)}
          </option>
        ))}
      </select>
      <Photo key={chosen.id} id={chosen.id} name={names.of(chosen.stored)} />
    </div>
  );
};

/** Two photos side by side: at first the oldest and the newest of a place. */
export const CompareSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const says = usePhotoWords();
  const names = usePhotoNames();
  const [site, setSite] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState<string | null>(null);
  const placeId = useId();
  const all = useOnce(
    async (journal): Promise<readonly Shot[]> =>
      (await journal.search('photo', { limit: mostPhotos }))
        .flatMap((stored) =>
          (stored.entry.photos ?? []).map((id) => ({ key: `${stored.id}-${id}`, id, stored })),
        )
        .reverse(),
    [],
  );
  const sites = [...new Set((all ?? []).flatMap(({ stored }) => stored.entry.site ?? []))];
  const shots = (all ?? []).filter(({ stored }) => site === null || stored.entry.site === site);
  const find = (key: string | null) => shots.find((one) => one.key === key);
  const [one, other] = [find(left) ?? shots[0], find(right) ?? shots.at(-1)];
  return (
    <Sheet title={says('compare.title')} onClose={onClose}>
      {all !== undefined && all.length < 2 && <p>{says('compare.few')}</p>}
      {all !== undefined && all.length >= 2 && one !== undefined && other !== undefined && (
        <>
          {sites.length > 0 && (
            <p className="meal-time">
              <label htmlFor={placeId}>{says('compare.places')}</label>
              <select
                id={placeId}
                className="select"
                value={site ?? ''}
                onChange={({ target: { value } }) => setSite(value === '' ? null : value)}
              >
                <option value="">{says('compare.all')}</option>
                {sites.map((name) => (
                  <option key={name} value={name}>
                    {names.place(name)}
                  </option>
                ))}
              </select>
            </p>
          )}
          <div className="compare">
            <Side label={says('compare.left')} shots={shots} chosen={one} onChoose={setLeft} />
            <Side label={says('compare.right')} shots={shots} chosen={other} onChoose={setRight} />
          </div>
          <p className="serif" role="status">
            {says('compare.between', {
              days: Math.abs(daysFrom(one.stored.entry.day, other.stored.entry.day)),
            })}
          </p>
          <p className="soft small">{says('compare.hint')}</p>
        </>
      )}
    </Sheet>
  );
};
