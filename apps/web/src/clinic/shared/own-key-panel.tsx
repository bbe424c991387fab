import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Failed } from '../../account/failed.tsx';
import { useRead } from '../../account/use-read.ts';
import { makeClinicianKey, ownKeyState } from './clinician-keys.ts';
import { useSharedWords } from './words.ts';

/** The key that people seal for: made here, or on another device, and its letters for the card. */
export const OwnKeyPanel = ({
  account,
  onMade,
}: {
  readonly account: string;
  readonly onMade: () => void;
}) => {
  const text = useSharedWords();
  const { content, task, change } = useRead(() => ownKeyState(account));
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const make = (): void =>
    change(
      () => makeClinicianKey(account),
      () => {
        setAsked(false);
        setSaid(text('key.made'));
        onMade();
      },
    );
  return (
    <section className="stack" aria-labelledby="shared-key">
      <h2 id="shared-key">{text('key.title')}</h2>
      {content !== null && <p>{text(`key.${content.state}`)}</p>}
      {content?.letters != null && (
        <div className="stack tight">
          <p>{text('key.letters')}</p>
          <p className="key-letters" translate="no">
            {content.letters}
          </p>
          <p className="soft small">{text('key.letters.says')}</p>
        </div>
      )}
      {content?.state === 'none' && (
        <div className="actions">
          <Button className="button main" isDisabled={task.busy} onPress={make}>
            {text('key.make')}
          </Button>
        </div>
      )}
      {content?.state === 'elsewhere' && (
        <div className="stack tight">
          {asked ? (
            <div role="alert" className="stack tight">
              <p>{text('key.anew.says')}</p>
              <div className="actions">
                <Button className="button" isDisabled={task.busy} onPress={make}>
                  {text('key.anew.now')}
                </Button>
                <Button className="button" onPress={() => setAsked(false)}>
                  {text('keep')}
                </Button>
              </div>
            </div>
          ) : (
            <div className="actions">
              <Button className="button" isDisabled={task.busy} onPress={() => setAsked(true)}>
                {text('key.anew')}
              </Button>
            </div>
          )}
        </div>
      )}
      <p className="soft small">{text('key.lost')}</p>
      <p role="status">{said}</p>
      <Failed failure={task.failure} />
    </section>
  );
};
