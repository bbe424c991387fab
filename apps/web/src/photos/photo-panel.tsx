import type { StoredEntry } from '@zonula/journal';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { parts, places } from '../body/places.ts';
import { useBodyWords } from '../body/words.ts';
import { useJournal } from '../journal/context.tsx';
import { type Moment, stampOf } from '../rooms/today/entries.ts';
import { CompareSheet } from './compare-sheet.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { shrunk } from './shrink.ts';
import { usePhotoWords } from './words.ts';

/** What the browser is asked for; a phone makes one of these from its own format. */
const accepted = 'image/jpeg,image/png,image/webp';

/** Photos of the day. Earlier ones are shown only when two days are compared on purpose. */
export const PhotoPanel = ({
  entries,
  moment,
}: {
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const says = usePhotoWords();
  const body = useBodyWords();
  const { journal, announce } = useJournal();
  const input = useRef<HTMLInputElement>(null);
  const placeId = useId();
  const [site, setSite] = useState('');
  const [state, setState] = useState<'idle' | 'taking' | { readonly failed: string }>('idle');
  const [comparing, setComparing] = useState(false);
  const take = async (file: File): Promise<void> => {
    setState('taking');
    try {
      const { id } = await journal.addPhoto(await shrunk(file));
      await journal.add([
        {
          ...stampOf(moment(), true),
          category: 'skin',
          name: 'photo',
          value: null,
          photos: [id],
          ...(site === '' ? {} : { site }),
        },
      ]);
      setState('idle');
      announce(says('saved'));
    } catch (error) {
      setState({ failed: error instanceof Error ? error.message : `${error}` });
    }
  };
  return (
    <div className="stack">
      <p className="soft small">{says('hint')}</p>
      <PhotoStrip entries={entries} />
      <p className="meal-time">
        <label htmlFor={placeId}>{says('place')}</label>
        <select
          id={placeId}
          className="select"
          value={site}
          onChange={({ target: { value } }) => setSite(value)}
        >
          <option value="">{says('place.none')}</option>
          {parts.map((part) => (
            <optgroup key={part} label={body(`part.${part}`)}>
              {places
                .filter((place) => place.part === part)
                .map(({ site: name, words, side }) => (
                  <option key={name} value={name}>
                    {body(`place.${words}`, side === null ? {} : { side })}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </p>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={accepted}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void take(file);
        }}
      />
      <div className="actions">
        <Button
          className="button main"
          isDisabled={state === 'taking'}
          onPress={() => input.current?.click()}
        >
          {says(state === 'taking' ? 'taking' : 'add')}
        </Button>
        <Button className="button" onPress={() => setComparing(true)}>
          {says('compare')}
        </Button>
      </div>
      {typeof state === 'object' && (
        <p role="alert" className="unknown-words">
          {says('failed', { message: state.failed })}
        </p>
      )}
      {comparing && <CompareSheet onClose={() => setComparing(false)} />}
    </div>
  );
};
