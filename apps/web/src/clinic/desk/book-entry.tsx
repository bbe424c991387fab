import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components';
import type { Refused } from '../../api/ask.ts';
import { clockAt, money, timeIn } from '../clock.ts';
import { BookActions } from './book-actions.tsx';
import { useDesk } from './catalogue.tsx';
import type { DeskAppointment } from './server.ts';
import { useDeskWords } from './words.ts';

const phoneLink = (phone: string): string => `tel:${phone.replace(/[^+\d]/gu, '')}`;

/** What one should know of an appointment before opening it. */
const useMarks = (): ((appointment: DeskAppointment) => readonly string[]) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  return ({ deposit, depositReceived, discount, currency, missed, reportAt, unfit, status }) => {
    const amount = (of: number): string => money(of, currency, i18n.locale);
    return [
      ...(missed ? [text('mark.missed')] : []),
      ...(unfit.length > 0 ? [text('mark.unfit')] : []),
      ...(deposit > 0 && status !== 'held'
        ? [
            depositReceived === 0
              ? text('mark.deposit.none', { amount: amount(deposit) })
              : text('mark.deposit', {
                  received: amount(depositReceived),
                  amount: amount(deposit),
                }),
          ]
        : []),
      ...(discount > 0 ? [text('mark.discount', { amount: amount(discount) })] : []),
      ...(reportAt === null ? [] : [text('mark.report')]),
    ];
  };
};

const Facts = ({ appointment }: { readonly appointment: DeskAppointment }) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { client, currency, price, discount, depositKept, roomName, unfit } = appointment;
  const amount = (of: number): string => money(of, currency, i18n.locale);
  return (
    <dl className="summary">
      <div>
        <dt>{text('contact')}</dt>
        <dd className="desk-contact">
          {client.name !== '' && <a href={`mailto:${client.email}`}>{client.email}</a>}
          {client.phone !== null && <a href={phoneLink(client.phone)}>{client.phone}</a>}
          {client.name === '' && text('client.erased')}
        </dd>
      </div>
      <div>
        <dt>{text('room.label')}</dt>
        <dd>{roomName}</dd>
      </div>
      <div>
        <dt>{text('treatment.price')}</dt>
        <dd>
          {discount > 0
            ? text('price.after', { amount: amount(price - discount), discount: amount(discount) })
            : amount(price)}
        </dd>
      </div>
      {depositKept > 0 && (
        <div>
          <dt>{text('treatment.deposit')}</dt>
          <dd>{text('deposit.kept', { amount: amount(depositKept) })}</dd>
        </div>
      )}
      {unfit.length > 0 && (
        <div>
          <dt>{text('mark.unfit')}</dt>
          <dd>{unfit.map((reason) => text(`unfit.${reason}`)).join(' ')}</dd>
        </div>
      )}
    </dl>
  );
};

/** One appointment in the book: a line, and all of it when it is opened. */
export const BookEntry = ({
  appointment,
  isOpen,
  onOpen,
  onChanged,
  onRefused,
}: {
  readonly appointment: DeskAppointment;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Reads the book anew. */
  readonly onChanged: () => Promise<void>;
  /** What was not done and why, said above the book; null takes that back. */
  readonly onRefused: (failure: Refused | null) => void;
}) => {
  const text = useDeskWords();
  const { catalogue } = useDesk();
  const marks = useMarks()(appointment);
  const { id, client, names, status, localStart } = appointment;
  const name = client.name === '' ? text('client.erased') : client.name;
  const start = timeIn(localStart);
  const end = timeIn(clockAt(appointment.end, catalogue.clinic.zone));
  return (
    <li className={`leaf desk-entry ${status}`}>
      <div className="desk-entry-line">
        <p className="desk-time">
          <strong>{start}</strong>
          <span className="soft small">{`–${end}`}</span>
        </p>
        <p className="desk-entry-who">
          <strong>{name}</strong>
          <span>{names.treatment}</span>
          <span className="soft small">{`${names.practitioner} · ${appointment.roomName}`}</span>
        </p>
        <div className="desk-entry-state">
          <p className={`status ${status}`}>{text(`status.${status}`)}</p>
        </div>
        <Button
          className="button desk-entry-open"
          aria-expanded={isOpen}
          aria-controls={`entry-${id}`}
          aria-label={text(isOpen ? 'close.of' : 'open.of', { time: start, name })}
          onPress={() => onOpen(!isOpen)}
        >
          {text(isOpen ? 'close' : 'open')}
        </Button>
      </div>
      {marks.length > 0 && (
        <ul className="desk-marks small">
          {marks.map((mark) => (
            <li key={mark} className="desk-mark">
              {mark}
            </li>
          ))}
        </ul>
      )}
      <div id={`entry-${id}`}>
        {isOpen && (
          <div className="stack desk-entry-all">
            <Facts appointment={appointment} />
            <BookActions appointment={appointment} onChanged={onChanged} onRefused={onRefused} />
          </div>
        )}
      </div>
    </li>
  );
};
