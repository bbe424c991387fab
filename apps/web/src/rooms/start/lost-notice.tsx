import { useEffect, useState } from 'react';
import { useJournal } from '../../journal/context.tsx';
import { Backup } from '../settings/backup.tsx';
import { useSettingsWords } from '../settings/words.ts';

/** Said at the first run where there was a diary before: a cleared one must not look like a new one. */
export const LostNotice = () => {
  const text = useSettingsWords();
  const { journal } = useJournal();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let current = true;
    void journal.storage().then((report) => current && setLost(report.lost));
    return () => {
      current = false;
    };
  }, [journal]);
  if (!lost) return null;
  return (
    <section className="leaf stack lost" role="alert">
      <h2>{text('lost.title')}</h2>
      <p>{text('lost.says')}</p>
      <Backup only="restore" />
    </section>
  );
};
