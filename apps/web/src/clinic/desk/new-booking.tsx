import { useLingui } from '@lingui/react';
import type { Treatment } from '@zonula/clinic';
import { useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayInWords } from '../../days.ts';
import { ChooseTime } from '../choose-time.tsx';
import { dayIn, timeIn } from '../clock.ts';
import { looksLikeEmail } from '../details.tsx';
import { Flags } from '../flags.tsx';
import { Instead } from '../instead.tsx';
import { Questions } from '../questions.tsx';
import { type Answers, Refused, type Start } from '../server.ts';
import { useTask } from '../use-task.ts';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { Choose, Line } from './fields.tsx';
import { useSaid } from './said.tsx';
import { bookForClient, startsAtDesk } from './server.ts';
import { ShownAgain } from './shown-again.tsx';
import { useForm } from './use-form.ts';
import { useDeskWords } from './words.ts';

type Step = 'what' | 'flags' | 'questions' | 'time' | 'client';
/** How far the desk looks; clients may look less far. */
const daysAhead = 365;

const useWhen = (): ((start: Start) => string) => {
  const { i18n } = useLingui();
  return ({ localStart }) => `${dayInWords(dayIn(localStart), i18n.locale)}, ${timeIn(localStart)}`;
};

/** What of a booking is kept in this tab until it is made: no answer to any question. The desk needs an address for the mail with the calendar entry and the links. */
interface Caller {
  readonly treatment: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
}

const emptyBooking = (locale: string): Caller => ({
  ...{ treatment: '', name: '', email: '', phone: '' },
  language: locale === 'de' ? 'de' : 'en',
});

const CallerForm = ({
  caller,
  busy,
  onChange,
  onBook,
}: {
  readonly caller: Caller;
  readonly busy: boolean;
  readonly onChange: (part: Partial<Caller>) => void;
  readonly onBook: () => void;
}) => {
  const text = useDeskWords();
  const [asked, setAsked] = useState(false);
  const fits = caller.name.trim() !== '' && looksLikeEmail(caller.email.trim());
  return (
    <Form
      className="stack"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (fits) onBook();
      }}
    >
      <Line
        label={text('caller.name')}
        value={caller.name}
        onChange={(name) => onChange({ name })}
        problem={asked && caller.name.trim() === '' ? text('missing') : null}
      />
      <Line
        label={text('caller.email')}
        type="email"
        most={254}
        value={caller.email}
        onChange={(email) => onChange({ email })}
        problem={asked && !looksLikeEmail(caller.email.trim()) ? text('email.wrong') : null}
      />
      <Line
        label={text('caller.phone')}
        type="tel"
        most={40}
        value={caller.phone}
        onChange={(phone) => onChange({ phone })}
      />
      <Choose
        label={text('caller.language')}
        value={caller.language}
        onChange={(language) => onChange({ language })}
      >
        <option value="en">{text('language.en')}</option>
        <option value="de">{text('language.de')}</option>
      </Choose>
      <p className="soft small">{text('caller.kept')}</p>
      <div className="actions">
        <Button type="submit" className="button main" isDisabled={busy}>
          {text('booking.book')}
        </Button>
      </div>
    </Form>
  );
};

const stepsOf = (treatment: Treatment | undefined): readonly Step[] =>
  treatment === undefined || treatment.contraindications.length === 0
    ? ['what', 'flags', 'time', 'client']
    : ['what', 'flags', 'questions', 'time', 'client'];

/** Booking for somebody who telephones: the questions of every booking, read out, and no notice. */
export const NewBooking = () => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const { clinic, practitioners, treatments } = catalogue;
  const say = useSaid();
  const when = useWhen();
  const task = useTask();
  const form = useForm(null, () => emptyBooking(i18n.locale), {
    place: 'book/new',
    nameOf: () => text('booking.new'),
  });
  const { draft, change } = form;
  const [step, setStep] = useState<Step>('what');
  const [answers, setAnswers] = useState<Answers>([]);
  const [start, setStart] = useState<Start | null>(null);
  /** Of the request as it stands: sent again it is the same, changed it is another. */
  const key = useRef('');
  const place = useRef<HTMLDivElement>(null);
  const treatment = treatments.find(({ id }) => id === draft.treatment) ?? treatments[0];
  const steps = stepsOf(treatment);
  const go = (next: Step): void => {
    setStep(next);
    window.scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  };
  const choose = (next: Start): void => {
    key.current = crypto.randomUUID();
    setStart(next);
    go('client');
  };
  const book = (chosen: Start): void =>
    task.run(async () => {
      const { name, email, phone, language } = draft;
      const request = {
        treatment: treatment!.id,
        start: chosen.start,
        practitioner: chosen.practitioner,
        client: {
          ...{ name: name.trim(), email: email.trim() },
          ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        },
        answers,
        language,
      };
      const { localStart } = await bookForClient(request, key.current);
      form.forget();
      say(text('booking.done', { name: name.trim(), when: when(chosen) }));
      location.hash = `#/desk/book/${dayIn(localStart)}`;
    });
  const refused = task.failure instanceof Refused ? task.failure : null;
  const at = steps.indexOf(step);
  return (
    <div className="stack keeps-focus" ref={place} tabIndex={-1}>
      <div className="actions">
        {at > 0 && (
          <Button className="button plain" onPress={() => go(steps[at - 1]!)}>
            {text('cancel.back')}
          </Button>
        )}
        <Button
          className="button plain"
          onPress={() => {
            form.forget();
            location.hash = '#/desk';
          }}
        >
          {text('booking.not')}
        </Button>
      </div>
      {step === 'what' && (
        <>
          <h1>{text('booking.new')}</h1>
          <ShownAgain form={form} />
          <p className="soft">{text('booking.says')}</p>
          {treatment === undefined ? (
            <p>{text('booking.nothing')}</p>
          ) : (
            <>
              <Choose
                label={text('booking.what')}
                value={treatment.id}
                onChange={(id) => {
                  // What was answered for another one is nobody's business here.
                  setAnswers([]);
                  change({ treatment: id });
                }}
              >
                {treatments.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </Choose>
              <div className="actions">
                <Button className="button main" onPress={() => go('flags')}>
                  {text('booking.next')}
                </Button>
              </div>
            </>
          )}
        </>
      )}
      {step === 'flags' && (
        <Flags title={text('booking.flags')} onClear={() => go(steps[at + 1]!)} />
      )}
      {step === 'questions' && treatment !== undefined && (
        <Questions
          clinic={clinic}
          treatment={treatment}
          onAnswer={(given) => {
            setAnswers(given);
            go('time');
          }}
        />
      )}
      {step === 'time' && treatment !== undefined && (
        <>
          <h1>{text('booking.when')}</h1>
          <p className="lead">{treatment.name}</p>
          <ChooseTime
            offer={{
              clinic: { ...clinic, booking: { ...clinic.booking, daysAhead } },
              practitioners,
              mail: false,
            }}
            treatment={treatment}
            find={startsAtDesk}
            busy={false}
            onChoose={choose}
          />
        </>
      )}
      {step === 'client' && treatment !== undefined && start !== null && (
        <>
          <h1>{text('booking.who')}</h1>
          <p className="lead">
            {`${treatment.name}: ${when(start)}, ${practitioners.find((one) => one.id === start.practitioner)?.name ?? start.practitioner}`}
          </p>
          <CallerForm
            caller={draft}
            busy={task.busy}
            onChange={(part) => {
              key.current = crypto.randomUUID();
              change(part);
            }}
            onBook={() => book(start)}
          />
          <DeskFailed failure={task.failure}>
            <Instead
              offer={{ clinic }}
              next={refused?.next ?? []}
              busy={task.busy}
              onChoose={choose}
            />
          </DeskFailed>
        </>
      )}
    </div>
  );
};
