import type { TrialEvent } from '@zonula/trial';
import { useEffect, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { Progress } from '../../design/progress.tsx';
import { Stepper } from '../../design/stepper.tsx';
import { i18n, useName, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import type { TrialCourse } from '../../workers/trials/questions.ts';
import { ExportTrial } from './export-trial.tsx';
import { Reasons } from './gate-shut.tsx';
import { HelperBoxes } from './helper-boxes.tsx';
import { Doing, Rules } from './proposal.tsx';
import { SchedulePicture } from './schedule-picture.tsx';
import { Task } from './task.tsx';
import { exposureOf, keepTrial, nameOf, personIn, type TrialDocument } from './trial-document.ts';
import { type TrialsWorker, useAsk } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

const waits = ['ill', 'travelling', 'reaction'] as const;
const mostDaysOff = 60;

const Wait = ({
  restDays,
  onWait,
}: {
  readonly restDays: number;
  readonly onWait: (days: number, reason: (typeof waits)[number]) => void;
}) => {
  const text = useTrialsWords();
  const [reason, setReason] = useState<(typeof waits)[number] | null>(null);
  const [days, setDays] = useState(3);
  return (
    <div className="stack during-leaf">
      <p className="soft">{text('wait.hint')}</p>
      <RadioGroup
        className="stack tight"
        aria-label={text('wait.reason')}
        value={reason}
        onChange={(value) => {
          const chosen = waits.find((one) => one === value) ?? null;
          setReason(chosen);
          if (chosen === 'reaction') setDays((before) => Math.max(before, restDays));
        }}
      >
        {waits.map((one) => (
          <Radio key={one} value={one} className="choice one">
            {text(`wait.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Stepper
        label={text('wait.days')}
        value={text('plan.days', { days })}
        less={text('wait.fewer')}
        more={text('wait.more')}
        onLess={days <= 1 ? null : () => setDays(days - 1)}
        onMore={days >= mostDaysOff ? null : () => setDays(days + 1)}
      />
      <div className="actions">
        <Button
          className="button main"
          isDisabled={reason === null}
          onPress={() => reason !== null && onWait(days, reason)}
        >
          {text('wait.take', { days })}
        </Button>
      </div>
    </div>
  );
};

type StopReason = Extract<TrialEvent, { readonly kind: 'stopped' }>['reason'];

const Stop = ({
  reasons,
  onStop,
}: {
  readonly reasons: readonly StopReason[];
  readonly onStop: (reason: StopReason) => void;
}) => {
  const text = useTrialsWords();
  const [reason, setReason] = useState<StopReason>(reasons[0]!);
  return (
    <div className="stack during-leaf">
      <p className="soft">{text('stop.hint')}</p>
      <RadioGroup
        className="stack tight"
        aria-label={text('wait.reason')}
        value={reason}
        onChange={(value) => setReason(reasons.find((one) => one === value) ?? reasons[0]!)}
      >
        {reasons.map((one) => (
          <Radio key={one} value={one} className="choice one">
            {text(`stop.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div className="actions">
        <Button className="button main" onPress={() => onStop(reason)}>
          {text('stop.do')}
        </Button>
      </div>
    </div>
  );
};

const Kept = ({ days }: { readonly days: TrialCourse['days'] }) => {
  const text = useTrialsWords();
  const today = todayHere();
  const past = days.filter(
    ({ date, arm }) => date < today && (arm === 'with' || arm === 'without'),
  );
  if (past.length === 0) return null;
  const count = (kept: boolean | null): number => past.filter((day) => day.kept === kept).length;
  return (
    <p className="soft">
      {text('running.kept', { kept: count(true), other: count(false), unknown: count(null) })}
    </p>
  );
};

const stateless: ReadonlySet<string> = new Set(['over', 'stopped']);

/** A trial that was begun: what today asks for, the days, days off, the stop, and its result when it is time. */
export const Running = ({
  trial,
  workerOf,
}: {
  readonly trial: TrialDocument;
  readonly workerOf: TrialsWorker;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const word = useName();
  const { journal, announce } = useJournal();
  const { asked: course, run: askCourse } = useAsk(workerOf, 'course');
  const { asked: told, run: askTell, stop } = useAsk(workerOf, 'tell');
  const [opened, setOpened] = useState<'wait' | 'stop' | null>(null);
  const [cannot, setCannot] = useState(false);
  const { file } = trial;
  useEffect(() => {
    void askCourse(async () => ({ ...(await personIn(journal)), file }));
  }, [askCourse, journal, file]);
  useEffect(() => {
    if (told.state !== 'done' || told.answer.kind !== 'told') return;
    const { result } = told.answer;
    // Before the end only a declared look that ends the trial is kept; whoever goes on learns nothing.
    const final = result.look === null ? result.code !== undefined : false;
    if (final) void keepTrial(journal, { ...trial, result });
  }, [told, journal, trial]);
  const name = nameOf(exposureOf(trial));
  if (course.state === 'failed')
    return <p role="alert">{app('app.failed', { message: course.message })}</p>;
  if (course.state !== 'done')
    return (
      <p className="soft looking" role="status">
        {app('app.loading')}
      </p>
    );
  const { plan, today, reasons, schedule, restDays, days, lookDue } = course.answer;
  const happened = async (event: TrialEvent, done: (until: string) => string): Promise<void> => {
    const next = await workerOf().ask('happened', { file, event });
    setCannot(next === null);
    if (next === null) return;
    await keepTrial(journal, { ...trial, file: next });
    setOpened(null);
    const after = await workerOf().ask('today', { ...(await personIn(journal)), file: next });
    announce(done(dayInWords(after.schedule.at(-1)?.to ?? plan.start, i18n.locale)));
  };
  const wait = (count: number, reason: (typeof waits)[number]): void =>
    void happened({ kind: 'postponed', on: firstOff, days: count, reason }, (day) =>
      text('wait.done', { days: count, day }),
    );
  const firstOff = [todayHere(), plan.start].sort().at(-1)!;
  const putAside = async (): Promise<void> => {
    await keepTrial(journal, { ...trial, asideOn: todayHere() });
    announce(text('aside.done'));
  };
  // Before its first day there is nothing to stop and nothing to tell.
  const stopFor = (reason: StopReason): void =>
    void (today?.state === 'not-started'
      ? putAside()
      : happened({ kind: 'stopped', on: firstOff, reason }, () => text('stop.done')));
  const tell = (): void => void askTell(async () => ({ ...(await personIn(journal)), file }));
  const hidden = plan.blinding === 'helper';
  const over = today !== null && stateless.has(today.state);
  const answer = told.state === 'done' ? told.answer : null;
  const look = answer?.kind === 'told' ? answer.result.look : null;
  return (
    <div className="stack running-trial">
      <h1>{text('running.title', { name })}</h1>
      <p className="soft">{word('item', plan.outcome.id)}</p>
      {today === null ? (
        <section className="stack">
          <h2>{text('shut.stops')}</h2>
          <Reasons reasons={reasons} />
        </section>
      ) : (
        <section className="leaf task-leaf" aria-label={text('today.title')}>
          <Task plan={plan} today={today} />
        </section>
      )}
      {lookDue !== null && look === null && told.state !== 'running' && (
        <section className="leaf stack">
          <p>{text('look.due', { look: lookDue })}</p>
          <div className="actions">
            <Button className="button main" onPress={tell}>
              {text('look.do')}
            </Button>
          </div>
        </section>
      )}
      {look !== null && (
        <section className="leaf stack" role="status">
          <p className="lead">{text(`look.${look}`)}</p>
          {look !== 'go-on' && (
            <div className="actions">
              <Button className="button main" onPress={() => stopFor('look')}>
                {text('stop.do')}
              </Button>
            </div>
          )}
        </section>
      )}
      {over && told.state !== 'running' && (
        <section className="stack">
          <p className="soft">{text('tell.hint')}</p>
          <div className="actions">
            <Button className="button main" onPress={tell}>
              {text('tell')}
            </Button>
          </div>
        </section>
      )}
      {told.state === 'running' && (
        <Progress
          step={text(`step.${told.progress?.step ?? 'foods'}`)}
          share={told.progress?.share ?? 0.05}
          onStop={stop}
        />
      )}
      {told.state === 'stopped' && <p role="status">{text('stopped')}</p>}
      {told.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: told.message })}</p>
      )}
      {answer?.kind === 'no-days' && <p role="status">{text('tell.noDays')}</p>}
      {answer?.kind === 'shut' && <Reasons reasons={answer.reasons} />}
      {answer?.kind === 'told' &&
        answer.result.look === null &&
        answer.result.code === undefined && <p role="status">{text('reason.running')}</p>}
      <section className="stack part">
        <h2>{text('schedule.title')}</h2>
        {today !== null && !over && (
          <p>
            {text('running.ends', {
              day: dayInWords(schedule.at(-1)?.to ?? plan.start, i18n.locale),
            })}
          </p>
        )}
        {!hidden && <Kept days={days} />}
        <SchedulePicture schedule={schedule} today={todayHere()} hidden={hidden} />
      </section>
      {today !== null && !over && (
        <section className="stack part">
          <div className="actions">
            <Button
              className="button"
              aria-expanded={opened === 'wait'}
              onPress={() => setOpened(opened === 'wait' ? null : 'wait')}
            >
              {text('wait.open')}
            </Button>
            <Button
              className="button"
              aria-expanded={opened === 'stop'}
              onPress={() => setOpened(opened === 'stop' ? null : 'stop')}
            >
              {text('stop.open')}
            </Button>
          </div>
          {cannot && <p role="alert">{text('wait.cannot')}</p>}
          {opened === 'wait' && <Wait restDays={restDays} onWait={wait} />}
          {opened === 'stop' && (
            <Stop
              reasons={[
                'own-wish',
                ...(plan.checks.some(({ kind }) => kind === 'mid-stop')
                  ? (['mid-stop'] as const)
                  : []),
                'red-flag',
              ]}
              onStop={stopFor}
            />
          )}
        </section>
      )}
      {today !== null && !over && !hidden && <Doing plan={plan} />}
      {today !== null && !over && hidden && (
        <HelperBoxes trial={trial} plan={plan} workerOf={workerOf} />
      )}
      <Rules plan={plan} />
      {today !== null && <ExportTrial trial={trial} hidden={hidden} workerOf={workerOf} />}
      {(today === null || over) && (
        <div className="actions">
          <Button className="button plain" onPress={() => void putAside()}>
            {text('aside')}
          </Button>
        </div>
      )}
    </div>
  );
};
