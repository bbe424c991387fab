import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { EmailForm } from './email-form.tsx';
import { Failed } from './failed.tsx';
import { type Newsletter, readNewsletter, subscribe } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

/** A purpose of its own: a box that nobody has ticked, and a mail that asks again. */
export const NewsletterBox = () => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [letter, setLetter] = useState<Newsletter | null>(null);
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useTask();
  useEffect(() => {
    run(async () => setLetter(await readNewsletter()));
  }, []);
  return (
    <section className="stack tight" aria-labelledby="clinic-newsletter">
      <h2 id="clinic-newsletter">{text('newsletter.title')}</h2>
      {letter !== null && (
        <>
          {letter.discountPercent > 0 && (
            <p>{text('newsletter.discount', { percent: letter.discountPercent })}</p>
          )}
          {!asked && (
            <EmailForm
              agree={letter.text[i18n.locale === 'de' ? 'de' : 'en']}
              send={text('newsletter.ask')}
              busy={busy}
              onSend={(email) =>
                run(async () => {
                  await subscribe({ email, language: i18n.locale, wording: letter.wording });
                  setAsked(true);
                })
              }
            />
          )}
          <p role="status">{asked ? text('newsletter.asked') : ''}</p>
          <p className="soft small">{text('newsletter.apart')}</p>
        </>
      )}
      <Failed failure={failure} acted={letter !== null} />
    </section>
  );
};
