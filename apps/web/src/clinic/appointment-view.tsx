import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Attach } from './attach.tsx';
import { ChooseTime } from './choose-time.tsx';
import { money } from './clock.ts';
import { Failed } from './failed.tsx';
import { Instead } from './instead.tsx';
import type { Held } from './links.ts';
import { ReportReadings } from './report-readings.tsx';
import {
  type Booked,
  cancel,
  confirm,
  type Links,
  move,
  type Offer,
  Refused,
  readAppointment,
  type Start,
} from './server.ts';
import { Summary } from './summary.tsx';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

type Mode = 'look' | 'move' | 'cancel';

const newKey = (): { readonly key: string; readonly start: string } => ({
  key: crypto.randomUUID(),
  start: '',
});

const anyOf = ({ move, cancel, confirm }: Links): string => cancel ?? move ?? confirm ?? '';

/** One appointment, for whoever has its links: confirm, move, cancel. */
export const AppointmentView = ({
  offer,
  held: { id, links },
  known,
  onChange,
  onLeave,
}: {
  readonly offer: Offer;
  readonly held: Held;
  /** As it was just booked. */
  readonly known: Booked | null;
  readonly onChange: (booked: Booked) => void;
  readonly onLeave: () => void;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [appointment, setAppointment] = useState(known?.appointment ?? null);
  const [mode, setMode] = useState<Mode>('look');
  const [done, setDone] = useState<string | null>(known === null ? null : text('booked.title'));
  const { busy, failure, run } = useTask();
  const [acted, setActed] = useState(false);
  /** Of moving to one start: sent again it is the same, to another it is another. */
  const key = useRef(newKey());
  const look = async (): Promise<void> =>
    setAppointment((await readAppointment(id, anyOf(links))).appointment);
  const load = (): void => run(look);
  useEffect(() => {
    if (known === null) load();
  }, [id]);
  const act = (work: () => Promise<Booked>, said: (booked: Booked) => string): void => {
    setActed(true);
    setDone(null);
    run(async () => {
      const booked = await work();
      setAppointment(booked.appointment);
      setMode('look');
      setDone(said(booked));
      onChange(Object.keys(booked.links).length === 0 ? { ...booked, links } : booked);
    });
  };
  const moveTo = (start: Start): void => {
    if (key.current.start !== start.start) key.current = { ...newKey(), start: start.start };
    act(
      () => move(id, links.move!, start, key.current.key),
      () => text('move.done'),
    );
  };
  const amount = (of: number): string => money(of, appointment?.currency ?? 'EUR', i18n.locale);
  const treatment = offer.treatments.find((one) => one.id === appointment?.treatment);
  const isConfirmed = appointment?.status === 'confirmed';
  const changeable = isConfirmed && Date.parse(appointment.start) > Date.now();
  const canAttach = (links.cancel ?? links.move) !== undefined;
  return (
    <div className="stack">
      <h1>{mode === 'move' ? text('move.title') : text('appointment.title')}</h1>
      <p role="status" className="lead">
        {done ?? (appointment === null ? (failure === null ? text('loading') : '') : '')}
      </p>
      {appointment !== null && (
        <>
          <div className="leaf stack">
            <p className={`status ${appointment.status}`}>{text(`status.${appointment.status}`)}</p>
            <Summary offer={offer} appointment={appointment} />
          </div>
          {mode === 'look' && (
            <div className="actions">
              {appointment.status === 'held' && links.confirm !== undefined && (
                <Button
                  className="button main"
                  isDisabled={busy}
                  onPress={() =>
                    act(
                      () => confirm(id, links.confirm!),
                      () => text('booked.title'),
                    )
                  }
                >
                  {text('review.confirm')}
                </Button>
              )}
              {changeable && links.move !== undefined && treatment !== undefined && (
                <Button className="button" onPress={() => setMode('move')}>
                  {text('move')}
                </Button>
              )}
              {changeable && links.cancel !== undefined && (
                <Button className="button" onPress={() => setMode('cancel')}>
                  {text('cancel')}
                </Button>
              )}
            </div>
          )}
          {mode === 'move' && treatment !== undefined && (
            <>
              <div className="actions">
                <Button className="button plain" onPress={() => setMode('look')}>
                  {text('back')}
                </Button>
              </div>
              <ChooseTime
                offer={offer}
                treatment={treatment}
                first={appointment.practitioner}
                busy={busy}
                onChoose={moveTo}
              />
            </>
          )}
          {mode === 'cancel' && (
            <section className="first-things" aria-labelledby="cancel-sure">
              <h2 id="cancel-sure">{text('cancel.sure')}</h2>
              <p className="plain">
                {appointment.cancellation.kept > 0
                  ? text('cancelling.now', { amount: amount(appointment.cancellation.kept) })
                  : text('cancelling.nothing')}
              </p>
              <div className="actions">
                <Button
                  className="button main"
                  isDisabled={busy}
                  onPress={() =>
                    act(
                      () => cancel(id, links.cancel!),
                      (booked) =>
                        booked.appointment.depositKept > 0
                          ? text('cancel.kept', {
                              amount: amount(booked.appointment.depositKept),
                            })
                          : text('cancel.done'),
                    )
                  }
                >
                  {text('cancel.yes')}
                </Button>
                <Button className="button" onPress={() => setMode('look')}>
                  {text('cancel.no')}
                </Button>
              </div>
            </section>
          )}
          {changeable && mode === 'look' && treatment === undefined && (
            <p>{text('move.ask', { phone: offer.clinic.contact.phone })}</p>
          )}
          {isConfirmed && mode === 'look' && (
            <p className="soft small">{text(changeable ? 'booked.keep' : 'appointment.begun')}</p>
          )}
          {changeable && mode === 'look' && canAttach && (
            <Attach appointment={appointment} token={anyOf(links)} onChange={look} />
          )}
          {isConfirmed && !changeable && mode === 'look' && canAttach && (
            <ReportReadings
              appointment={id}
              token={anyOf(links)}
              reportAt={appointment.reportAt}
              title={text('report.readings')}
            />
          )}
        </>
      )}
      <Failed failure={failure} acted={acted}>
        {mode === 'move' && (
          <Instead
            offer={offer}
            next={failure instanceof Refused ? failure.next : []}
            busy={busy}
            onChoose={moveTo}
          />
        )}
        {appointment === null && (
          <div className="actions">
            <Button className="button" onPress={load}>
              {text('again')}
            </Button>
          </div>
        )}
      </Failed>
      <div className="actions">
        <Button className="button plain" onPress={onLeave}>
          {text('book.another')}
        </Button>
      </div>
    </div>
  );
};
