import type { StoredEntry } from '@zonula/journal';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Sheet } from '../design/sheet.tsx';
import { useJournal } from '../journal/context.tsx';
import { Photo, usePhotoNames } from './photo.tsx';
import { usePhotoWords } from './words.ts';
import './photos.css';

const Large = ({
  stored,
  id,
  onClose,
  onDeleted,
}: {
  readonly stored: StoredEntry;
  readonly id: string;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}) => {
  const says = usePhotoWords();
  const names = usePhotoNames();
  const { journal } = useJournal();
  const [sure, setSure] = useState(false);
  const name = names.of(stored);
  const forget = async (): Promise<void> => {
    onClose();
    const { photos = [], ...entry } = stored.entry;
    const rest = photos.filter((one) => one !== id);
    if (rest.length > 0) await journal.edit(stored.id, { ...entry, photos: rest });
    else await journal.remove([stored.id]);
    await journal.forgetPhoto(id);
    onDeleted();
  };
  return (
    <Sheet title={name} onClose={onClose}>
      <div className="photo-large">
        <Photo id={id} name={name} />
      </div>
      <div className="actions">
        {sure ? (
          <Button className="button main" onPress={() => void forget()}>
            {says('delete.really')}
          </Button>
        ) : (
          <Button className="button" onPress={() => setSure(true)}>
            {says('delete')}
          </Button>
        )}
      </div>
    </Sheet>
  );
};

/** Photos of entries, small; a tap shows one large. */
export const PhotoStrip = ({ entries }: { readonly entries: readonly StoredEntry[] }) => {
  const says = usePhotoWords();
  const names = usePhotoNames();
  const [open, setOpen] = useState<string | null>(null);
  const [deleted, setDeleted] = useState(false);
  const all = entries.flatMap((stored) =>
    (stored.entry.photos ?? []).map((id) => ({ key: `${stored.id}-${id}`, id, stored })),
  );
  const large = all.find(({ key }) => key === open);
  return (
    <>
      <p role="status" className="soft small">
        {deleted && says('deleted')}
      </p>
      <ul className="photo-strip">
        {all.map(({ key, id, stored }) => (
          <li key={key}>
            <Button
              className="photo-small"
              aria-label={says('open', { photo: names.of(stored) })}
              onPress={() => setOpen(key)}
            >
              <Photo id={id} name="" />
            </Button>
          </li>
        ))}
      </ul>
      {large !== undefined && (
        <Large
          stored={large.stored}
          id={large.id}
          onClose={() => setOpen(null)}
          onDeleted={() => setDeleted(true)}
        />
      )}
    </>
  );
};
