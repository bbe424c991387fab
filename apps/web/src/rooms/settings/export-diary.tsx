import { writeTidy } from '@zonula/diary';
import { type ReactNode, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { Refused } from './file-said.tsx';
import { useSettingsWords } from './words.ts';

export const ExportDiary = () => {
  const text = useText();
  const { journal } = useJournal();
  const save = async (): Promise<void> => {
    saveFile(`zonula-diary-${todayHere()}.csv`, 'text/csv', writeTidy(await journal.diary()));
  };
  const more = useSettingsWords();
  const [said, setSaid] = useState<ReactNode>('');
  const saveArchive = async (): Promise<void> => {
    const pieces: string[] = [];
    for await (const piece of journal.exportArchive()) pieces.push(piece);
    saveFile(`zonula-${todayHere()}.json`, 'application/json', pieces.join(''));
  };
  const restore = async (file: File): Promise<void> => {
    try {
      const { added } = await journal.restoreArchive(await file.text(), { file: file.name });
      setSaid(text('settings.backup.restored', { count: added }));
    } catch (error) {
      setSaid(<Refused message={error instanceof Error ? error.message : `${error}`} />);
    }
  };
  return (
    <section className="setting">
      <h3>{text('settings.export')}</h3>
      <p className="soft">{text('settings.export.hint')}</p>
      <div className="actions">
        <Button className="button" onPress={() => void save()}>
          {text('settings.export.csv')}
        </Button>
        <Button className="button" onPress={() => void saveArchive()}>
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
