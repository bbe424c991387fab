import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { dayInWords } from '../days.ts';
import { clockAt, dayIn, money, timeIn } from './clock.ts';
import type { Appointment, Offer } from './server.ts';
import { useClinicWords } from './words.ts';

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What was agreed, a fact a line. */
export const Summary = ({
  offer: { clinic },
  appointment,
}: {
  readonly offer: Offer;
  readonly appointment: Appointment;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const { currency, price, discount, deposit, depositReceived, cancellation, names } = appointment;
  const amount = (of: number): string => money(of, currency, i18n.locale);
  const inWords = (local: string): string =>
    `${dayInWords(dayIn(local), i18n.locale)}, ${timeIn(local)}`;
  const minutes = (Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000;
  const until = inWords(clockAt(cancellation.freeUntil, clinic.zone));
  const isOn = appointment.status === 'held' || appointment.status === 'confirmed';
  const keeps = cancellation.keepsDeposit && deposit > 0;
  return (
    <dl className="summary">
      <Line name={text('when')}>
        <strong>{inWords(appointment.localStart)}</strong>
      </Line>
      <Line name={text('what')}>{`${names.treatment}, ${text('minutes', { minutes })}`}</Line>
      <Line name={text('who')}>{names.practitioner}</Line>
      <Line name={text('where')}>
        <span className="prose">{`${clinic.name}\n${clinic.contact.address}`}</span>
      </Line>
      <Line name={text('price')}>
        {discount > 0
          ? text('price.discount', { amount: amount(price - discount), discount: amount(discount) })
          : amount(price)}
      </Line>
      {deposit > 0 && isOn && (
        <Line name={text('deposit.label')}>
          {depositReceived === 0
            ? text('deposit.says', { amount: amount(deposit) })
            : depositReceived >= deposit
              ? text('deposit.paid', { amount: amount(deposit) })
              : text('deposit.part', {
                  received: amount(depositReceived),
                  amount: amount(deposit),
                })}
        </Line>
      )}
      {isOn && Date.parse(appointment.start) > Date.now() && (
        <Line name={text('cancelling')}>
          {keeps
            ? text('cancelling.keeps', { when: until, amount: amount(deposit) })
            : text('cancelling.free', { when: until })}
        </Line>
      )}
    </dl>
  );
};
