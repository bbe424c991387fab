import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { todayHere } from '../browser.ts';
import { useJournal } from '../journal/context.tsx';
import { notify, readReminder, untilNext } from '../reminder.ts';
import { useSettingsWords } from '../rooms/settings/words.ts';
import { isBackupDue } from './backup-due.ts';

const laterKey = 'zonula-backup-later';
const weekMs = 7 * 86_400_000;
const BackupDue = () => {
  const text = useSettingsWords();
  const { journal } = useJournal();
  const [due, setDue] = useState(false);
  useEffect(() => {
    let current = true;
    void journal.storage().then((report) => {
      const putOff = Number(localStorage.getItem(laterKey) ?? 0);
      if (current) setDue(isBackupDue(report, putOff, Date.now()));
    });
    return () => {
      current = false;
    };
  }, [journal]);
  if (!due) return null;
  return (
    <aside className="example-note" aria-label={text('backup.due')}>
      <span>{text('backup.due')}</span>
      <span className="actions">
        <Link to="/settings" className="button" onClick={() => setDue(false)}>
          {text('backup.due.make')}
        </Link>
        <Button
          className="button"
          onPress={() => {
            localStorage.setItem(laterKey, `${Date.now() + weekMs}`);
            setDue(false);
          }}
        >
          {text('backup.due.later')}
        </Button>
      </span>
    </aside>
  );
};

/** A notification at the chosen time, as long as the page lives and nothing was written that day. */
const Reminding = () => {
  const text = useSettingsWords();
  const { journal } = useJournal();
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const follow = () => setChanges((count) => count + 1);
    window.addEventListener('zonula-reminder', follow);
    return () => window.removeEventListener('zonula-reminder', follow);
  }, []);
  useEffect(() => {
    const reminder = readReminder();
    if (!reminder.notify) return;
    let timer: ReturnType<typeof setTimeout>;
    const remind = async (): Promise<void> => {
      timer = setTimeout(() => void remind(), untilNext(reminder.time));
      if ((await journal.day(todayHere())).length === 0) await notify(text('remind.body'));
    };
    timer = setTimeout(() => void remind(), untilNext(reminder.time));
    return () => clearTimeout(timer);
  }, [journal, changes]);
  return null;
};

/** What looks after a diary beside the rooms; loaded when the first room stands. */
export const CareFor = () => {
  const { whose } = useJournal();
  return whose === 'own' ? (
    <>
      <BackupDue />
      <Reminding />
    </>
  ) : null;
};
