import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button, Checkbox, Form, Input, Label, TextField } from 'react-aria-components';
import { dayInWords } from '../days.ts';
import type { Days } from './choose-time.tsx';
import { looksLikeEmail } from './details.tsx';
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
  const [email, setEmail] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [joined, setJoined] = useState(false);
  const { busy, failure, run } = useTask();
  const ready = agreed && name.trim() !== '' && looksLikeEmail(email.trim());
  const until = dayInWords(days.to, i18n.locale, { day: 'numeric', month: 'long' });
  return (
    <section className="leaf stack" aria-labelledby="waiting-list">
      <h2 id="waiting-list" className="day">
        {text('waiting.title')}
      </h2>
      <p role="status">{text(joined ? 'waiting.joined' : 'waiting.says')}</p>
      {!joined && (
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready) return;
            run(async () => {
              await joinWaiting({
                treatment: treatment.id,
                from: days.from,
                until: days.to,
                client: { name: name.trim(), email: email.trim() },
                language: i18n.locale,
                answers,
              });
              setJoined(true);
            });
          }}
        >
          <TextField
            className="field"
            value={name}
            onChange={setName}
            autoComplete="name"
            maxLength={120}
          >
            <Label>{text('details.name')}</Label>
            <Input className="input" />
          </TextField>
          <TextField
            className="field"
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="email"
            maxLength={254}
            validationBehavior="aria"
          >
            <Label>{text('details.email')}</Label>
            <Input className="input" />
          </TextField>
          <Checkbox className="choice" isSelected={agreed} onChange={setAgreed}>
            <span>{text('waiting.agree', { until })}</span>
          </Checkbox>
          <div className="actions">
            <Button type="submit" className="button" isDisabled={busy || !ready}>
              {text('waiting.join')}
            </Button>
          </div>
        </Form>
      )}
      <Failed failure={failure} acted />
    </section>
  );
};
