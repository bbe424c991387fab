import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { dayInWords } from '../days.ts';
import type { Days } from './choose-time.tsx';
import { EmailForm } from './email-form.tsx';
import { Failed } from './failed.tsx';
import { type Answers, joinWaiting, type Treatment } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

/** For days in which nothing is free. */
export const JoinWaiting = ({
  treatment,
  answers,
  days,
}: {
  readonly treatment: Treatment;
  readonly answers: Answers;
  readonly days: Days;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [name, setName] = useState('');
  const [joined, setJoined] = useState(false);
  const { busy, failure, run } = useTask();
  const until = dayInWords(days.to, i18n.locale, { day: 'numeric', month: 'long' });
  const join = (email: string): void =>
    run(async () => {
      await joinWaiting({
        treatment: treatment.id,
        from: days.from,
        until: days.to,
        client: { name: name.trim(), email },
        language: i18n.locale,
        answers,
      });
      setJoined(true);
    });
  return (
    <section className="leaf stack" aria-labelledby="waiting-list">
      <h2 id="waiting-list" className="day">
        {text('waiting.title')}
      </h2>
      <p role="status">{text(joined ? 'waiting.joined' : 'waiting.says')}</p>
      {!joined && (
        <EmailForm
          name={{ value: name, onChange: setName }}
          agree={text('waiting.agree', { until })}
          send={text('waiting.join')}
          busy={busy}
          onSend={join}
        />
      )}
      <Failed failure={failure} acted />
    </section>
  );
};
