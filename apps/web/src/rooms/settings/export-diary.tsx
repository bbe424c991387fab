import { type ReactNode, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { fileReader } from '../../workers/files/client.ts';
import { Refused } from './file-said.tsx';
import { useSettingsWords } from './words.ts';

export const ExportDiary = () => {
  const text = useText();
  const { journal, whose } = useJournal();
  const more = useSettingsWords();
  const [said, setSaid] = useState<ReactNode>('');
  const fail = (error: unknown): void =>
    setSaid(<Refused message={error instanceof Error ? error.message : `${error}`} />);
  const save = async (): Promise<void> => {
    const table = await fileReader.ask('table', { diary: { whose } });
    saveFile(`zonula-diary-${todayHere()}.csv`, 'text/csv', table);
  };
  const saveArchive = async (): Promise<void> => {
    const pieces: string[] = [];
    for await (const piece of journal.exportArchive()) pieces.push(piece);
    saveFile(`zonula-${todayHere()}.json`, 'application/json', new Blob(pieces));
  };
  const restore = async (file: File): Promise<void> => {
    try {
      const { added } = await journal.restoreArchive(await file.text(), { file: file.name });
      setSaid(text('settings.backup.restored', { count: added }));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section className="setting">
      <h3>{text('settings.export')}</h3>
      <p className="soft">{text('settings.export.hint')}</p>
      <div className="actions">
        <Button className="button" onPress={() => void save().catch(fail)}>
          {text('settings.export.csv')}
        </Button>
        <Button className="button" onPress={() => void saveArchive().catch(fail)}>
          {more('export.json')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void restore(file);
          }}
        >
          <Button className="button plain">{more('export.restore')}</Button>
        </FileTrigger>
      </div>
      <p className="soft small">{more('export.json.hint')}</p>
      <p role="status" className="soft">
        {said}
      </p>
    </section>
  );
};
