import { useEffect, useState } from 'react';
import { useJournal } from '../../journal/context.tsx';
import { Backup } from '../settings/backup.tsx';
import { useSettingsWords } from '../settings/words.ts';
import { useStartWords } from './words.ts';

/** Whether there was a diary before that the browser has cleared. */
export const useLost = (): boolean => {
  const { journal } = useJournal();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let current = true;
    void journal.storage().then((report) => current && setLost(report.lost));
    return () => {
      current = false;
    };
  }, [journal]);
  return lost;
};

/** A cleared diary must not look like a new one. */
export const LostNotice = () => {
  const text = useSettingsWords();
  return (
    <section className="leaf stack lost" role="alert">
      <h2>{text('lost.title')}</h2>
      <p>{text('lost.says')}</p>
      <Backup only="restore" />
    </section>
  );
};

/** A backup comes before the first questions: answers that are given now would count as the later ones. */
export const BringBackup = () => {
  const says = useStartWords();
  return (
    <details>
      <summary>{says('backup')}</summary>
      <Backup only="restore" />
    </details>
  );
};
