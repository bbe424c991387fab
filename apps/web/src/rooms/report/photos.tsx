import type { Journal } from '@zonula/journal';
import { mayShow } from '@zonula/safety';
import { Checkbox } from 'react-aria-components';
import { placeOf } from '../../body/places.ts';
import { useBodyWords } from '../../body/words.ts';
import { dayInWords } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { Photo } from '../../photos/photo.tsx';
import type { ReportAsk } from '../../workers/care/questions.ts';
import { useReportWords } from './words.ts';

export interface FoundPhoto {
  readonly id: string;
  readonly day: string;
  /** Place on the body, or what it was taken for. */
  readonly site: string | null;
  readonly name: string;
}

/** What a photo shows, in the person's words. */
export const usePhotoAbout = (): ((photo: FoundPhoto) => string) => {
  const body = useBodyWords();
  return ({ site, name }) => {
    const place = site === null ? undefined : placeOf(site);
    if (place === undefined) return site ?? name;
    return body(`place.${place.words}`, place.side === null ? {} : { side: place.side });
  };
};

const mostPhotos = 12;

/** Photos of the days that may be shown, the latest first. */
export const photosIn = async (
  journal: Journal,
  { from, to }: { readonly from: string; readonly to: string },
  hidden: { readonly foods: boolean },
): Promise<readonly FoundPhoto[]> => {
  const entries = await journal.range(from, to);
  const found = entries
    .filter(({ entry }) => mayShow(hidden, `${entry.category}/${entry.name}`))
    .flatMap(({ entry: { day, name, site, photos = [] } }) =>
      photos.map((id) => ({ id, day, site: site ?? null, name })),
    );
  const once = new Map(found.map((photo) => [photo.id, photo]));
  return [...once.values()].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, mostPhotos);
};

export const loadPhotos = async (
  journal: Journal,
  found: readonly FoundPhoto[],
  aboutOf: (photo: FoundPhoto) => string,
): Promise<ReportAsk['photos']> => {
  const loaded = await Promise.all(
    found.map(async (one) => {
      const photo = await journal.photo(one.id);
      return photo === null
        ? []
        : [{ day: one.day, about: aboutOf(one), type: photo.type, bytes: photo.bytes }];
    }),
  );
  return loaded.flat();
};

/** Each photo to be left out one by one. */
export const PhotoChoice = ({
  photos,
  without,
  onChange,
}: {
  readonly photos: readonly FoundPhoto[];
  readonly without: readonly string[];
  readonly onChange: (id: string, out: boolean) => void;
}) => {
  const text = useReportWords();
  const aboutOf = usePhotoAbout();
  return (
    <fieldset className="only">
      <legend>{text('only.photos')}</legend>
      <div className="photo-choice">
        {photos.map((photo) => (
          <Checkbox
            key={photo.id}
            className="choice photo"
            isSelected={!without.includes(photo.id)}
            onChange={(on) => onChange(photo.id, !on)}
          >
            <Photo id={photo.id} name="" />
            <span className="small">
              {text('photo.of', {
                about: aboutOf(photo),
                day: dayInWords(photo.day, i18n.locale, { day: 'numeric', month: 'short' }),
              })}
            </span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
