import { useLingui } from '@lingui/react';
import { useRef, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { Refused } from '../../api/ask.ts';
import { dayInWords } from '../../days.ts';
import { useFocusKept } from '../../design/use-focus-kept.ts';
import { ChooseTime } from '../choose-time.tsx';
import { dayIn, money, timeIn } from '../clock.ts';
import { type Task, useTask } from '../use-task.ts';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { Line } from './fields.tsx';
import { amountIn, amountText } from './numbers.ts';
import { useSaid } from './said.tsx';
import {
  cancelAppointment,
  type DeskAppointment,
  moveAppointment,
  noteDeposit,
  noteMissed,
  startsToMoveTo,
} from './server.ts';
import { useDeskWords } from './words.ts';

interface Doing {
  readonly appointment: DeskAppointment;
  readonly busy: boolean;
  /** Does it, reads the book anew and says so. */
  readonly act: (work: () => Promise<unknown>, said: string) => void;
  readonly onBack: () => void;
}

const Cancel = ({ appointment, busy, act, onBack }: Doing) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const [by, setBy] = useState<'clinic' | 'client'>('clinic');
  const { kept } = appointment.cancellation;
  const keeps = by === 'client' && kept > 0;
  return (
    <section className="desk-item stack tight" aria-label={text('cancel')}>
      <RadioGroup
        className="choices"
        aria-label={text('cancel.by')}
        value={by}
        onChange={(next) => setBy(next === 'client' ? 'client' : 'clinic')}
      >
        <Radio value="clinic" className="choice one">
          {text('cancel.by.clinic')}
        </Radio>
        <Radio value="client" className="choice one">
          {text('cancel.by.client')}
        </Radio>
      </RadioGroup>
      <p role="status">
        {keeps
          ? text('cancel.keeps', { amount: money(kept, appointment.currency, i18n.locale) })
          : text('cancel.keeps.nothing')}
      </p>
      <div className="actions">
        <Button
          className="button main"
          isDisabled={busy}
          onPress={() => act(() => cancelAppointment(appointment, by), text('cancel.done'))}
        >
          {text('cancel.sure')}
        </Button>
        <Button className="button" onPress={onBack}>
          {text('cancel.not')}
        </Button>
      </div>
    </section>
  );
};

const Move = ({ appointment, busy, act, onBack }: Doing) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const { clinic, treatments, practitioners } = catalogue;
  const treatment = treatments.find(({ id }) => id === appointment.treatment) ?? {
    id: appointment.treatment,
    practitioners: practitioners.map(({ id }) => id),
  };
  // The desk may look further than clients.
  const booking = { ...clinic.booking, daysAhead: 365 };
  return (
    <section className="desk-item stack tight" aria-label={text('move')}>
      <ChooseTime
        offer={{ clinic: { ...clinic, booking }, practitioners, mail: false }}
        treatment={treatment}
        first={appointment.practitioner}
        find={(_, days) => startsToMoveTo(appointment.id, days)}
        busy={busy}
        onChoose={(start) => {
          const day = dayInWords(dayIn(start.localStart), i18n.locale);
          const when = `${day}, ${timeIn(start.localStart)}`;
          act(() => moveAppointment(appointment, start), text('move.done', { when }));
        }}
      />
      <div className="actions">
        <Button className="button" onPress={onBack}>
          {text('move.not')}
        </Button>
      </div>
    </section>
  );
};

const Deposit = ({ appointment, busy, act, onBack }: Doing) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { id, currency, deposit, depositReceived } = appointment;
  const [received, setReceived] = useState(() =>
    amountText(depositReceived === 0 ? deposit : depositReceived, currency, i18n.locale),
  );
  const [asked, setAsked] = useState(false);
  const amount = amountIn(received, currency);
  const fits = amount !== null && amount <= deposit;
  return (
    <section className="desk-item stack tight" aria-label={text('deposit.note')}>
      <Line
        label={`${text('deposit.received')} (${currency})`}
        value={received}
        onChange={setReceived}
        problem={
          asked && !fits
            ? text('deposit.most', { amount: money(deposit, currency, i18n.locale) })
            : null
        }
        numeric
      />
      <div className="actions">
        <Button
          className="button main"
          isDisabled={busy}
          onPress={() => {
            setAsked(true);
            if (fits) act(() => noteDeposit(id, amount), text('deposit.done'));
          }}
        >
          {text('deposit.save')}
        </Button>
        <Button className="button" onPress={onBack}>
          {text('cancel.back')}
        </Button>
      </div>
    </section>
  );
};

type Mode = 'look' | 'move' | 'cancel' | 'deposit';
const panels = { move: Move, cancel: Cancel, deposit: Deposit } as const;

const Choices = ({
  appointment,
  task: { busy },
  act,
  onMode,
}: {
  readonly appointment: DeskAppointment;
  readonly task: Task;
  readonly act: Doing['act'];
  readonly onMode: (mode: Mode) => void;
}) => {
  const text = useDeskWords();
  const { id, status, start, deposit, missed } = appointment;
  const begun = Date.parse(start) <= Date.now();
  const isOn = status === 'confirmed';
  return (
    <div className="actions">
      {isOn && !begun && (
        <>
          <Button className="button" onPress={() => onMode('move')}>
            {text('move')}
          </Button>
          <Button className="button" onPress={() => onMode('cancel')}>
            {text('cancel')}
          </Button>
        </>
      )}
      {deposit > 0 && status !== 'held' && (
        <Button className="button" onPress={() => onMode('deposit')}>
          {text('deposit.note')}
        </Button>
      )}
      {isOn && begun && (
        <Button
          className="button"
          isDisabled={busy}
          onPress={() =>
            act(() => noteMissed(id, !missed), text(missed ? 'came.done' : 'missed.done'))
          }
        >
          {text(missed ? 'came' : 'missed')}
        </Button>
      )}
    </div>
  );
};

/** What the desk may do with an appointment. */
export const BookActions = ({
  appointment,
  onChanged,
  onRefused,
}: {
  readonly appointment: DeskAppointment;
  readonly onChanged: () => Promise<void>;
  readonly onRefused: (failure: Refused | null) => void;
}) => {
  const say = useSaid();
  const task = useTask();
  const [mode, setMode] = useState<Mode>('look');
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, mode);
  const act: Doing['act'] = (work, said) =>
    task.run(async () => {
      say('');
      onRefused(null);
      try {
        await work();
      } catch (failure) {
        if (!(failure instanceof Refused)) throw failure;
        // Somebody else has changed it: what is shown has to be true before the next try. It may stand elsewhere then.
        onRefused(failure);
        await onChanged();
        return;
      }
      setMode('look');
      say(said);
      await onChanged();
    });
  const doing = { appointment, busy: task.busy, act, onBack: () => setMode('look') };
  const Panel = mode === 'look' ? null : panels[mode];
  return (
    <div ref={place} tabIndex={-1} className="stack tight keeps-focus">
      {Panel === null ? (
        <Choices appointment={appointment} task={task} act={act} onMode={setMode} />
      ) : (
        <Panel {...doing} />
      )}
      <DeskFailed failure={task.failure} />
    </div>
  );
};
