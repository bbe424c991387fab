import { useState } from 'react';
import { Button, Input, Label, Switch, TextField } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { i18n } from '../../i18n/i18n.ts';
import { keepReminder, readReminder } from '../../reminder.ts';
import { createCare } from '../../workers/care/client.ts';
import { useSettingsWords } from './words.ts';

const isTime = (text: string): boolean => /^\d{2}:\d{2}$/u.test(text);

/** A file for the calendar, which reminds for sure, and a notification for as long as Zonula is open. */
export const Reminders = () => {
  const text = useSettingsWords();
  const [reminder, setReminder] = useState(readReminder);
  const [denied, setDenied] = useState(false);
  const change = (next: typeof reminder): void => {
    keepReminder(next);
    setReminder(next);
    window.dispatchEvent(new Event('zonula-reminder'));
  };
  const allow = async (on: boolean): Promise<void> => {
    const allowed = !on || (await Notification.requestPermission()) === 'granted';
    setDenied(!allowed);
    change({ ...reminder, notify: on && allowed });
  };
  const save = async (): Promise<void> => {
    const care = createCare();
    try {
      const calendar = await care.ask('reminder', {
        time: reminder.time,
        today: todayHere(),
        language: i18n.locale === 'de' ? 'de' : 'en',
      });
      saveFile('zonula-reminder.ics', 'text/calendar', calendar);
    } finally {
      care.stop();
    }
  };
  return (
    <section className="setting" aria-labelledby="setting-remind">
      <h3 id="setting-remind">{text('remind.title')}</h3>
      <TextField
        className="field time"
        type="time"
        value={reminder.time}
        onChange={(time) => {
          if (isTime(time)) change({ ...reminder, time });
        }}
      >
        <Label>{text('remind.time')}</Label>
        <Input className="input" />
      </TextField>
      <div className="actions">
        <Button className="button" onPress={() => void save()}>
          {text('remind.calendar')}
        </Button>
      </div>
      <p className="soft small">{text('remind.calendar.says')}</p>
      {'Notification' in window && (
        <>
          <Switch className="choice" isSelected={reminder.notify} onChange={(on) => void allow(on)}>
            {text('remind.notify')}
          </Switch>
          <p className="soft small">{text('remind.notify.says')}</p>
        </>
      )}
      {denied && <p role="alert">{text('remind.denied')}</p>}
    </section>
  );
};
