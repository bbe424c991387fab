import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { i18n } from '../../../i18n/i18n.ts';
import { markSync } from '../../../shell/sync-mark.ts';
import { Devices } from './devices.tsx';
import { Join } from './join.tsx';
import { RecoveryWords } from './recovery-words.tsx';
import { type Sync, useFailureWords, useSync } from './use-sync.ts';
import { useSyncWords } from './words.ts';
import './sync.css';

const Off = ({
  sync: { ask, isWorking },
  onWords,
}: {
  readonly sync: Sync;
  readonly onWords: (words: readonly string[]) => void;
}) => {
  const text = useSyncWords();
  const [label, setLabel] = useState(() => text('label.usual'));
  const [joins, setJoins] = useState(false);
  const start = async (): Promise<void> => {
    const made = await ask('start', { label });
    if (made === null) return;
    markSync(true);
    onWords(made.ok);
  };
  if (!isSecureContext) return <p>{text('insecure')}</p>;
  return (
    <>
      <p>{text('off')}</p>
      {joins ? (
        <Join />
      ) : (
        <TextField className="field" value={label} onChange={setLabel} maxLength={40}>
          <Label>{text('label')}</Label>
          <Input className="input" />
        </TextField>
      )}
      <div className="actions">
        {!joins && (
          <Button className="button" isDisabled={isWorking} onPress={() => void start()}>
            {text('start')}
          </Button>
        )}
        <Button className="button plain" isDisabled={isWorking} onPress={() => setJoins(!joins)}>
          {text(joins ? 'join.back' : 'join')}
        </Button>
      </div>
    </>
  );
};

const KeysAndWords = ({
  sync: { ask, say, isWorking },
  onWords,
}: {
  readonly sync: Sync;
  readonly onWords: (words: readonly string[]) => void;
}) => {
  const text = useSyncWords();
  const [erases, setErases] = useState(false);
  const rotate = async (): Promise<void> => {
    if ((await ask('rotate', null)) !== null) say(text('rotate.done'));
  };
  const renew = async (): Promise<void> => {
    const made = await ask('renewWords', null);
    if (made !== null) onWords(made.ok);
  };
  const stop = async (kind: 'leave' | 'erase'): Promise<void> => {
    if ((await ask(kind, null)) !== null) markSync(false);
  };
  const parts = [
    ['rotate', rotate],
    ['renew', renew],
    ['leave', () => stop('leave')],
    ['erase', async () => setErases(true)],
  ] as const;
  return (
    <details>
      <summary>{text('more')}</summary>
      <div className="stack tight">
        {parts.map(([name, work]) => (
          <div key={name} className="stack tight">
            <div className="actions">
              <Button
                className="button"
                isDisabled={isWorking}
                aria-describedby={`sync-${name}`}
                onPress={() => void work()}
              >
                {text(name)}
              </Button>
            </div>
            <p className="soft small" id={`sync-${name}`}>
              {text(`${name}.says`)}
            </p>
          </div>
        ))}
        {erases && (
          <div className="actions" role="alert">
            <Button className="button" onPress={() => void stop('erase')}>
              {text('erase.sure')}
            </Button>
            <Button className="button" onPress={() => setErases(false)}>
              {text('keep')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
};

/** The person's devices: off until they switch it on. */
export const SyncPanel = () => {
  const text = useSyncWords();
  const failureWords = useFailureWords();
  const sync = useSync();
  const { status, said, isWorking, ask, say } = sync;
  const [words, setWords] = useState<readonly string[] | null>(null);
  const syncNow = async (): Promise<void> => {
    const done = await ask('exchange', null);
    if (done !== null) say(text('done', { ...done.ok }));
  };
  const when = (ms: number): string =>
    new Date(ms).toLocaleString(i18n.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="setting" aria-labelledby="setting-sync">
      <h3 id="setting-sync">{text('title')}</h3>
      <p className="soft">{text('what')}</p>
      {words !== null && <RecoveryWords words={words} onDone={() => setWords(null)} />}
      {status === null && words === null && <Off sync={sync} onWords={setWords} />}
      {status && words === null && (
        <>
          <p>
            {text('on')}{' '}
            {status.syncedAt === null
              ? text('never')
              : text('last', { when: when(status.syncedAt) })}
          </p>
          {status.failure !== null && said === null && (
            <p className="due" role="alert">
              {failureWords(status.failure)}
            </p>
          )}
          <div className="actions">
            <Button className="button" isDisabled={isWorking} onPress={() => void syncNow()}>
              {text('now')}
            </Button>
          </div>
          <Devices devices={status.devices} sync={sync} />
          <KeysAndWords sync={sync} onWords={setWords} />
        </>
      )}
      <p role="status" className={said?.isFailure ? 'due' : 'soft'}>
        {said?.text}
      </p>
    </section>
  );
};
