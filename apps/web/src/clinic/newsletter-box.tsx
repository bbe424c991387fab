import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { Button, Checkbox, Form, Input, Label, TextField } from 'react-aria-components';
import { looksLikeEmail } from './details.tsx';
import { Failed } from './failed.tsx';
import { type Newsletter, readNewsletter, subscribe } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

/** A purpose of its own: a box that nobody has ticked, and a mail that asks again. */
export const NewsletterBox = () => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [letter, setLetter] = useState<Newsletter | null>(null);
  const [email, setEmail] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useTask();
  useEffect(() => {
    run(async () => setLetter(await readNewsletter()));
  }, []);
  const ready = agreed && looksLikeEmail(email.trim());
  return (
    <section className="stack tight" aria-labelledby="clinic-newsletter">
      <h2 id="clinic-newsletter">{text('newsletter.title')}</h2>
      {letter !== null && (
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready) return;
            run(async () => {
              const { wording } = letter;
              await subscribe({ email: email.trim(), language: i18n.locale, wording });
              setAsked(true);
            });
          }}
        >
          {letter.discountPercent > 0 && (
            <p>{text('newsletter.discount', { percent: letter.discountPercent })}</p>
          )}
          {!asked && (
            <>
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
                <span>{letter.text[i18n.locale === 'de' ? 'de' : 'en']}</span>
              </Checkbox>
              <div className="actions">
                <Button type="submit" className="button" isDisabled={busy || !ready}>
                  {text('newsletter.ask')}
                </Button>
              </div>
            </>
          )}
          <p role="status">{asked ? text('newsletter.asked') : ''}</p>
          <p className="soft small">{text('newsletter.apart')}</p>
        </Form>
      )}
      <Failed failure={failure} acted={letter !== null} />
    </section>
  );
};
