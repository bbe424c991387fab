import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { dayInWords } from '../days.ts';
import { ChooseTime } from './choose-time.tsx';
import { dayIn, timeIn } from './clock.ts';
import { Details } from './details.tsx';
import { Failed } from './failed.tsx';
import { Flags } from './flags.tsx';
import { Instead } from './instead.tsx';
import { JoinWaiting } from './join-waiting.tsx';
import { Questions } from './questions.tsx';
import {
  type Answers,
  type Booked,
  type Client,
  confirm,
  hold,
  type Offer,
  Refused,
  type Start,
  type Treatment,
} from './server.ts';
import { Summary } from './summary.tsx';
import type { BookingWay } from './use-booking-way.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

type Step = 'flags' | 'questions' | 'time' | 'details' | 'review';

/** A start that is kept for somebody. */
export interface Kept {
  readonly booked: Booked;
  /** By `performance.now()`: the device's clock may be wrong, so what has passed here is counted. */
  readonly since: number;
}

/** For how many more minutes something is kept; 0 when that is over, or nothing is. */
const useMinutesLeft = (kept: Kept | null, minutes: number): number => {
  const [, look] = useState(0);
  useEffect(() => {
    if (kept === null) return;
    const timer = setInterval(() => look((times) => times + 1), 1000);
    return () => clearInterval(timer);
  }, [kept]);
  if (kept === null) return 0;
  return Math.max(0, Math.ceil(minutes - (performance.now() - kept.since) / 60_000));
};

/** From a treatment to a confirmed appointment, a question at a time. */
export const Booking = ({
  offer,
  treatment,
  way: { advance, back },
  asked,
  kept,
  onKept,
  onBooked,
}: {
  readonly offer: Offer;
  readonly treatment: Treatment;
  readonly way: BookingWay;
  /** The step that the browser's history asks for, from 0. */
  readonly asked: number;
  /** What is kept already: it is let go for the next, so that nobody stands in their own way. */
  readonly kept: Kept | null;
  readonly onKept: (kept: Kept) => void;
  readonly onBooked: (booked: Booked) => void;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const steps: readonly Step[] =
    treatment.contraindications.length > 0
      ? ['flags', 'questions', 'time', 'details', 'review']
      : ['flags', 'time', 'details', 'review'];
  const [isClear, setClear] = useState(false);
  const [answers, setAnswers] = useState<Answers | null>(null);
  const [start, setStart] = useState<Start | null>(null);
  const [client, setClient] = useState<Client>({ name: '', email: '' });
  const [discount, setDiscount] = useState('');
  /** Whether what is kept is what is asked for now, and can be confirmed. */
  const [isHeld, setHeld] = useState(false);
  const { busy, failure, run } = useTask();
  const top = useRef<HTMLDivElement>(null);
  /** Of the request as it stands: sent again it is the same, changed it is another. */
  const key = useRef('');
  const left = useMinutesLeft(kept, offer.clinic.booking.holdMinutes);
  const questions = steps.includes('questions');
  /** The step that the answers so far lead to: forward in the history leads no further. */
  const reached = !isClear
    ? 0
    : questions && answers === null
      ? 1
      : steps.indexOf(start === null ? 'time' : isHeld ? 'review' : 'details');
  const at = Math.min(asked, reached);
  const step = steps[at]!;
  useEffect(() => {
    if (asked > reached) back(asked - reached);
  }, [asked, reached]);
  useEffect(() => {
    // Whoever comes back to these answers them once more.
    if (step === 'flags') setClear(false);
    if (step === 'questions') setAnswers(null);
  }, [step]);
  useEffect(() => {
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [step]);
  const choose = (next: Start): void => {
    key.current = crypto.randomUUID();
    setStart(next);
    setHeld(false);
    // Chosen among the times it goes on; chosen instead of a time that was taken, back to who comes.
    if (step === 'time') advance(at);
    if (step === 'review') back(1);
  };
  const keep = (chosen: Start): void =>
    run(async () => {
      const { name, email, phone = '' } = client;
      const request = {
        treatment: treatment.id,
        start: chosen.start,
        practitioner: chosen.practitioner,
        client: {
          name: name.trim(),
          email: email.trim(),
          ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        },
        answers: answers ?? [],
        language: i18n.locale,
        ...(discount.trim() === '' ? {} : { discount: discount.trim() }),
        ...(kept === null
          ? {}
          : {
              replaces: { id: kept.booked.appointment.id, link: kept.booked.links.confirm ?? '' },
            }),
      };
      const booked = await hold(request, key.current);
      key.current = crypto.randomUUID();
      onKept({ booked, since: performance.now() });
      setHeld(true);
      advance(at);
    });
  const agree = ({ appointment, links }: Booked): void =>
    run(async () => onBooked(await confirm(appointment.id, links.confirm ?? '')));
  const refused = failure instanceof Refused ? failure : null;
  const over = isHeld && left === 0;
  const mustChoose = over || refused?.code === 'hold-expired' || refused?.code === 'not-offered';
  return (
    <div className="stack booking" ref={top} tabIndex={-1}>
      <div className="actions">
        <Button className="button plain" onPress={() => back(1)}>
          {text('back')}
        </Button>
        <span className="soft small">{text('step', { step: at + 1, steps: steps.length })}</span>
      </div>
      {step === 'flags' && (
        <Flags
          title={text('flags.title')}
          onClear={() => {
            setClear(true);
            advance(at);
          }}
        />
      )}
      {step === 'questions' && (
        <Questions
          clinic={offer.clinic}
          treatment={treatment}
          onAnswer={(given) => {
            setAnswers(given);
            advance(at);
          }}
        />
      )}
      {step === 'time' && (
        <>
          <h1>{text('time.title')}</h1>
          <p className="lead">{treatment.name}</p>
          <ChooseTime
            offer={offer}
            treatment={treatment}
            busy={false}
            onChoose={choose}
            waiting={(days) => (
              <JoinWaiting
                key={days.from}
                treatment={treatment}
                answers={answers ?? []}
                days={days}
              />
            )}
          />
        </>
      )}
      {step === 'details' && start !== null && (
        <>
          <h1>{text('details.title')}</h1>
          <p className="lead">
            {`${treatment.name}: ${dayInWords(dayIn(start.localStart), i18n.locale)}, ${timeIn(start.localStart)}`}
          </p>
          <Details
            client={client}
            minutes={offer.clinic.booking.holdMinutes}
            busy={busy}
            discount={offer.clinic.newsletter.discountPercent > 0 ? discount : null}
            onDiscount={(code) => {
              key.current = crypto.randomUUID();
              setHeld(false);
              setDiscount(code);
            }}
            onChange={(next) => {
              key.current = crypto.randomUUID();
              setHeld(false);
              setClient(next);
            }}
            onKeep={() => keep(start)}
          />
        </>
      )}
      {step === 'review' && kept !== null && (
        <>
          <h1>{text('review.title')}</h1>
          <Summary offer={offer} appointment={kept.booked.appointment} />
          {!mustChoose && (
            <>
              <p role="timer" className="soft">
                {text('review.left', { minutes: left })}
              </p>
              <div className="actions">
                <Button
                  className="button main"
                  isDisabled={busy}
                  onPress={() => agree(kept.booked)}
                >
                  {text('review.confirm')}
                </Button>
              </div>
            </>
          )}
          {over && refused === null && (
            <p role="alert" className="problem">
              {text('problem.hold-expired')}
            </p>
          )}
        </>
      )}
      {step !== 'review' && kept !== null && left > 0 && (
        <p className="soft">
          {text('kept.still', {
            when: `${dayInWords(dayIn(kept.booked.appointment.localStart), i18n.locale)}, ${timeIn(kept.booked.appointment.localStart)}`,
            minutes: left,
          })}
        </p>
      )}
      {(step === 'details' || step === 'review') && (
        <>
          <Failed failure={failure} acted>
            <Instead offer={offer} next={refused?.next ?? []} onChoose={choose} />
          </Failed>
          {mustChoose && (
            <div className="actions">
              <Button className="button main" onPress={() => back(at - steps.indexOf('time'))}>
                {text('time.title')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
};
