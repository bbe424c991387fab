import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';

type Kept = 'unknown' | 'kept' | 'not-kept' | 'refused';

/** Whether the browser promised to keep the diary when space runs out. */
export const Storage = () => {
  const text = useText();
  const [kept, setKept] = useState<Kept>('unknown');
  useEffect(() => {
    navigator.storage?.persisted().then(
      (is) => setKept(is ? 'kept' : 'not-kept'),
      () => setKept('unknown'),
    );
  }, []);
  const ask = async (): Promise<void> =>
    setKept((await navigator.storage.persist()) ? 'kept' : 'refused');
  return (
    <section className="setting">
      <h3>{text('settings.storage')}</h3>
      <p className="soft" role="status">
        {kept === 'kept' && text('settings.storage.kept')}
        {kept === 'refused' && text('settings.storage.refused')}
        {(kept === 'not-kept' || kept === 'unknown') && text('settings.storage.notKept')}
      </p>
      {kept === 'not-kept' && (
        <div className="actions">
          <Button className="button" onPress={() => void ask()}>
            {text('settings.storage.ask')}
          </Button>
        </div>
      )}
    </section>
  );
};
