import { type ReactNode, useState } from 'react';
import { Button, FileTrigger, Input, Label, TextField } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { Refused } from './file-said.tsx';
import { useSettingsWords } from './words.ts';

const shortest = 8;
const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Everything in one sealed file, and back again. */
export const Backup = ({ only = 'both' }: { readonly only?: 'both' | 'restore' }) => {
  const text = useText();
  const more = useSettingsWords();
  const { journal } = useJournal();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<ReactNode>(null);
  const report = useLive((open) => open.storage(), []);
  const work = async (job: () => Promise<string>): Promise<void> => {
    setWorking(true);
    setSaid(null);
    try {
      setSaid(await job());
    } catch (error) {
      setSaid(<Refused message={error instanceof Error ? error.message : `${error}`} />);
    } finally {
      setWorking(false);
    }
  };
  const save = async (): Promise<string> => {
    const sealed = await journal.sealBackup(passphrase);
    saveFile(`zonula-${todayHere()}.backup`, 'application/octet-stream', new Uint8Array(sealed));
    return '';
  };
  const restore = async (file: File): Promise<string> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { added } = await journal.restoreBackup(bytes, passphrase, { file: file.name });
    return text('settings.backup.restored', { count: added });
  };
  const ready = passphrase.length >= shortest && !working;
  const differs = again !== '' && again.length >= passphrase.length && again !== passphrase;
  return (
    <section className="setting" id="backup">
      {only === 'both' && (
        <>
          <h3>{text('settings.backup')}</h3>
          <p className="soft">{text('settings.backup.hint')}</p>
          {report && (
            <p
              className={
                report.backedUpAt === null && report.changesSinceBackup > 0 ? 'due' : 'soft'
              }
            >
              {report.backedUpAt === null
                ? more('backup.never', { changes: report.changesSinceBackup })
                : more('backup.last', {
                    day: dayInWords(todayHere(new Date(report.backedUpAt)), i18n.locale, date),
                    changes: report.changesSinceBackup,
                  })}
            </p>
          )}
        </>
      )}
      <TextField
        className="field"
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
      >
        <Label>{text('settings.backup.passphrase')}</Label>
        <Input className="input" />
      </TextField>
      {only === 'both' && (
        <TextField
          className="field"
          type="password"
          autoComplete="off"
          value={again}
          onChange={setAgain}
        >
          <Label>{more('backup.again')}</Label>
          <Input className="input" />
        </TextField>
      )}
      {differs && <p role="status">{more('lock.differs')}</p>}
      <div className="actions">
        {only === 'both' && (
          <Button
            className="button"
            isDisabled={!ready || again !== passphrase}
            onPress={() => void work(save)}
          >
            {text('settings.backup.save')}
          </Button>
        )}
        <FileTrigger
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void work(() => restore(file));
          }}
        >
          <Button className="button" isDisabled={!ready}>
            {text('settings.backup.restore')}
          </Button>
        </FileTrigger>
      </div>
      <p role="status" className="soft">
        {working ? text('settings.backup.working') : said}
      </p>
    </section>
  );
};
