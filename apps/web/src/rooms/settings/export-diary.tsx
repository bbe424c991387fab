import { writeTidy } from '@zonula/diary';
import { Button } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';

export const ExportDiary = () => {
  const text = useText();
  const { journal } = useJournal();
  const save = async (): Promise<void> => {
    saveFile(`zonula-diary-${todayHere()}.csv`, 'text/csv', writeTidy(await journal.diary()));
  };
  return (
    <section className="setting">
      <h2>{text('settings.export')}</h2>
      <p className="soft">{text('settings.export.hint')}</p>
      <div className="actions">
        <Button className="button" onPress={() => void save()}>
          {text('settings.export.csv')}
        </Button>
      </div>
    </section>
  );
};
