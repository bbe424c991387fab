import { useLingui } from '@lingui/react';
import { unaskedProfile } from '@zonula/safety';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { todayHere } from '../browser.ts';
import { dayInWords } from '../days.ts';
import { useSafetyWords } from '../engine-words/use-safety-words.ts';
import { FlagsStep } from '../rooms/start/flags-step.tsx';
import { countryOf, openFlags, withAnswers } from '../rooms/start/profile.ts';
import { ChooseTime } from './choose-time.tsx';
import { dayIn, timeIn } from './clock.ts';
import { Details } from './details.tsx';
import { Failed } from './failed.tsx';
import { Instead } from './instead.tsx';
import { JoinWaiting } from './join-waiting.tsx';
import { Questions } from './questions.tsx';
import {
  type Answers,
  type Booked,
  type Client,
  confirm,
  type HoldRequest,
  hold,
  type Offer,
  Refused,
  type Start,
  type Treatment,
} from './server.ts';
import { Summary } from './summary.tsx';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

type Step = 'flags' | 'questions' | 'time' | 'details' | 'review';

/** Warning signs come first: they never lead to an appointment here. The answers stay on this page. */
const Flags = ({ onClear }: { readonly onClear: () => void }) => {
  const text = useClinicWords();
  const says = useSafetyWords();
  const [open, setOpen] = useState<readonly string[]>([]);
  const today = todayHere();
  const profile = { ...unaskedProfile, country: countryOf(navigator.languages) };
  if (open.length > 0)
    return (
      <div className="stack" role="alert">
        <h1>{text('flags.stop')}</h1>
        <div className="first-things">
          {open.map((words) => (
            <p key={words}>{says(words)}</p>
          ))}
        </div>
        <p>{text('flags.says')}</p>
      </div>
    );
  return (
    <div className="stack">
      <h1>{text('flags.title')}</h1>
      <FlagsStep
        headed={false}
        profile={profile}
        today={today}
        onAnswer={(marked) => {
          const found = openFlags(withAnswers(profile, marked, today), today);
          if (found.length === 0) onClear();
          else setOpen(found);
        }}
      />
      <p className="soft small">{text('flags.kept')}</p>
    </div>
  );
};

/** How long a start is kept still. The device's clock may be wrong: what has passed here is counted. */
const Left = ({ minutes, onOver }: { readonly minutes: number; readonly onOver: () => void }) => {
  const text = useClinicWords();
  const [since] = useState(() => performance.now());
  const [left, setLeft] = useState(minutes);
  useEffect(() => {
    const passed = (): number => (performance.now() - since) / 60_000;
    const timer = setInterval(() => setLeft(Math.ceil(minutes - passed())), 1000);
    return () => clearInterval(timer);
  }, [since, minutes]);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left]);
  return (
    <p role="timer" className="soft">
      {text('review.left', { minutes: Math.max(0, left) })}
    </p>
  );
};

/** From a treatment to a confirmed appointment, a question at a time. */
export const Booking = ({
  offer,
  treatment,
  onBooked,
  onLeave,
}: {
  readonly offer: Offer;
  readonly treatment: Treatment;
  readonly onBooked: (booked: Booked) => void;
  readonly onLeave: () => void;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const steps: readonly Step[] =
    treatment.contraindications.length > 0
      ? ['flags', 'questions', 'time', 'details', 'review']
      : ['flags', 'time', 'details', 'review'];
  const [step, setStep] = useState<Step>('flags');
  const [answers, setAnswers] = useState<Answers>([]);
  const [start, setStart] = useState<Start | null>(null);
  const [client, setClient] = useState<Client>({ name: '', email: '' });
  const [discount, setDiscount] = useState('');
  const [held, setHeld] = useState<Booked | null>(null);
  const [over, setOver] = useState(false);
  const { busy, failure, run } = useTask();
  const top = useRef<HTMLDivElement>(null);
  /** Of the request as it stands: sent again it is the same, changed it is another. */
  const key = useRef('');
  /** What is kept already: it is let go for the next, so that nobody stands in their own way. */
  const earlier = useRef<NonNullable<HoldRequest['replaces']> | null>(null);
  const at = steps.indexOf(step);
  useEffect(() => {
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [step]);
  const choose = (next: Start): void => {
    key.current = crypto.randomUUID();
    setStart(next);
    setHeld(null);
    setOver(false);
    setStep('details');
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
        answers,
        language: i18n.locale,
        ...(discount.trim() === '' ? {} : { discount: discount.trim() }),
        ...(earlier.current === null ? {} : { replaces: earlier.current }),
      };
      const booked = await hold(request, key.current);
      earlier.current = { id: booked.appointment.id, link: booked.links.confirm ?? '' };
      key.current = crypto.randomUUID();
      setHeld(booked);
      setStep('review');
    });
  const agree = ({ appointment, links }: Booked): void =>
    run(async () => onBooked(await confirm(appointment.id, links.confirm ?? '')));
  const refused = failure instanceof Refused ? failure : null;
  const mustChoose = over || refused?.code === 'hold-expired' || refused?.code === 'not-offered';
  return (
    <div className="stack booking" ref={top} tabIndex={-1}>
      <div className="actions">
        <Button
          className="button plain"
          onPress={() => (at === 0 ? onLeave() : setStep(steps[at - 1]!))}
        >
          {text('back')}
        </Button>
        <span className="soft small">{text('step', { step: at + 1, steps: steps.length })}</span>
      </div>
      {step === 'flags' && <Flags onClear={() => setStep(steps[1]!)} />}
      {step === 'questions' && (
        <Questions
          clinic={offer.clinic}
          treatment={treatment}
          onAnswer={(given) => {
            setAnswers(given);
            setStep('time');
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
              <JoinWaiting key={days.from} treatment={treatment} answers={answers} days={days} />
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
              setDiscount(code);
            }}
            onChange={(next) => {
              key.current = crypto.randomUUID();
              setClient(next);
            }}
            onKeep={() => keep(start)}
          />
        </>
      )}
      {step === 'review' && held !== null && (
        <>
          <h1>{text('review.title')}</h1>
          <Summary offer={offer} appointment={held.appointment} />
          {!mustChoose && (
            <>
              <Left
                key={held.appointment.id}
                minutes={offer.clinic.booking.holdMinutes}
                onOver={() => setOver(true)}
              />
              <div className="actions">
                <Button className="button main" isDisabled={busy} onPress={() => agree(held)}>
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
      {(step === 'details' || step === 'review') && (
        <>
          <Failed failure={failure} acted>
            <Instead offer={offer} next={refused?.next ?? []} onChoose={choose} />
          </Failed>
          {mustChoose && (
            <div className="actions">
              <Button className="button main" onPress={() => setStep('time')}>
                {text('time.title')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
};
