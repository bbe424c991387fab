import type { StoredEntry } from '@zonula/journal';
import { useEffect, useState } from 'react';
import { placeOf } from '../body/places.ts';
import { useBodyWords } from '../body/words.ts';
import { dayInWords } from '../days.ts';
import { i18n } from '../i18n/i18n.ts';
import { useJournal } from '../journal/context.tsx';
import { usePhotoWords } from './words.ts';

/** An address of a photo for as long as it is shown; null while it loads, `gone` when it was forgotten. */
const usePhoto = (id: string): string | 'gone' | null => {
  const { journal } = useJournal();
  const [url, setUrl] = useState<string | 'gone' | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let current = true;
    void journal.photo(id).then((photo) => {
      if (!current) return;
      if (photo === null) {
        setUrl('gone');
        return;
      }
      made = URL.createObjectURL(new Blob([photo.bytes.slice()], { type: photo.type }));
      setUrl(made);
    });
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [journal, id]);
  return url;
};

export interface PhotoNames {
  /** What a photo shows, in words: the place and the day. */
  readonly of: (stored: StoredEntry) => string;
  /** The day first, to choose from. */
  readonly byDay: (stored: StoredEntry) => string;
  readonly place: (site: string) => string;
}

export const usePhotoNames = (): PhotoNames => {
  const says = usePhotoWords();
  const body = useBodyWords();
  const dayOf = ({ entry }: StoredEntry) =>
    dayInWords(entry.day, i18n.locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const placeName = (site: string): string => {
    const place = placeOf(site);
    if (place === undefined) return site;
    return body(`place.${place.words}`, place.side === null ? {} : { side: place.side });
  };
  return {
    of: (stored) => {
      const { site } = stored.entry;
      const day = dayOf(stored);
      return site === undefined
        ? says('of', { day })
        : says('of.place', { place: placeName(site), day });
    },
    byDay: (stored) => {
      const { site } = stored.entry;
      const day = dayOf(stored);
      return site === undefined ? day : says('day.place', { day, place: placeName(site) });
    },
    place: placeName,
  };
};

export const Photo = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const says = usePhotoWords();
  const url = usePhoto(id);
  if (url === 'gone') return <span className="soft small">{says('gone')}</span>;
  return url === null ? null : <img className="photo" src={url} alt={name} />;
};
