import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components';
import { money } from './clock.ts';
import { NewsletterBox } from './newsletter-box.tsx';
import type { Offer, Treatment } from './server.ts';
import { useClinicWords } from './words.ts';

/** Who the clinic is, how to reach it, and what can be booked. */
export const OfferView = ({
  offer: { clinic, treatments, practitioners, mail },
  onChoose,
}: {
  readonly offer: Offer;
  readonly onChoose: (treatment: Treatment) => void;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const amount = (of: number): string => money(of, clinic.currency, i18n.locale);
  const namesOf = (ids: readonly string[]): string =>
    practitioners
      .filter(({ id }) => ids.includes(id))
      .map(({ name, role }) => `${name} (${role})`)
      .join(', ');
  return (
    <div className="stack wide">
      <div className="stack">
        <h1>{clinic.name}</h1>
        {clinic.about !== '' && <p className="lead prose">{clinic.about}</p>}
      </div>
      <section className="stack" aria-labelledby="clinic-treatments">
        <h2 id="clinic-treatments">{text('treatments')}</h2>
        <ul className="stack">
          {treatments.map((treatment) => (
            <li key={treatment.id} className="leaf stack tight">
              <h3>{treatment.name}</h3>
              <p className="prose">{treatment.about}</p>
              <p className="soft facts">
                <span>{text('minutes', { minutes: treatment.minutes })}</span>
                <span>{amount(treatment.price)}</span>
                {treatment.deposit > 0 && (
                  <span>{text('deposit', { amount: amount(treatment.deposit) })}</span>
                )}
              </p>
              <p className="soft">{text('with', { names: namesOf(treatment.practitioners) })}</p>
              <div className="actions">
                <Button
                  className="button main"
                  aria-label={text('make.of', { name: treatment.name })}
                  onPress={() => onChoose(treatment)}
                >
                  {text('make')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack tight" aria-labelledby="clinic-contact">
        <h2 id="clinic-contact">{text('contact')}</h2>
        <dl className="summary">
          <div>
            <dt>{text('phone')}</dt>
            <dd>
              <a href={`tel:${clinic.contact.phone.replace(/[^+\d]/gu, '')}`}>
                {clinic.contact.phone}
              </a>
            </dd>
          </div>
          <div>
            <dt>{text('email')}</dt>
            <dd>
              <a href={`mailto:${clinic.contact.email}`}>{clinic.contact.email}</a>
            </dd>
          </div>
          <div>
            <dt>{text('address')}</dt>
            <dd className="prose">{clinic.contact.address}</dd>
          </div>
        </dl>
      </section>
      {mail && <NewsletterBox />}
      <p className="soft small">{text('apart')}</p>
      <p className="small">
        <a href="#/desk">{text('to-desk')}</a>
      </p>
    </div>
  );
};
