import './trials.css';
import '../discover/discover.css';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { dayInWords } from '../../days.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { settingsOf } from '../../settings.ts';
import type { ExampleTrial } from '../../workers/example/questions.ts';
import { Choose } from './choose.tsx';
import { MakeExampleTrial } from './example-trial.tsx';
import { NewTrial } from './new-trial.tsx';
import { Running } from './running.tsx';
import {
  exposureOf,
  isOpen,
  nameOf,
  personIn,
  startOf,
  type TrialDocument,
  trialsOf,
} from './trial-document.ts';
import { type TrialsWorker, useAsk, useTrialsWorker } from './use-trials.ts';
import { VerdictLeaf } from './verdict.tsx';
import { useTrialsWords } from './words.ts';

const Past = ({
  trials,
  workerOf,
  titled,
}: {
  readonly trials: readonly TrialDocument[];
  readonly workerOf: TrialsWorker;
  readonly titled: boolean;
}) => {
  const text = useTrialsWords();
  if (trials.length === 0) return null;
  return (
    <section className="stack part" aria-label={text('past.title')}>
      {titled && <h2>{text('past.title')}</h2>}
      {trials.map((trial) =>
        trial.result === null ? (
          <p key={trial.key} className="leaf soft">
            {[
              nameOf(exposureOf(trial)),
              dayInWords(startOf(trial), i18n.locale, {
                day: 'numeric',
                month: 'long',
                year: 'numeric',
              }),
              text('past.aside'),
            ].join(' · ')}
          </p>
        ) : (
          <VerdictLeaf key={trial.key} trial={trial} workerOf={workerOf} first={!titled} />
        ),
      )}
    </section>
  );
};

const Fresh = ({
  workerOf,
  again,
}: {
  readonly workerOf: TrialsWorker;
  /** A result stands above. */
  readonly again: boolean;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const { journal } = useJournal();
  const { test, score } = useSearch({ from: '/trials' });
  const { asked, run } = useAsk(workerOf, 'things');
  useEffect(() => {
    void run(() => personIn(journal));
  }, [journal, run]);
  const things = asked.state === 'done' ? asked.answer : null;
  if (test !== undefined)
    return (
      <NewTrial
        key={`${test} ${score}`}
        exposure={test}
        score={score ?? null}
        scores={things?.scores ?? []}
        workerOf={workerOf}
      />
    );
  return (
    <>
      {again ? <h2 className="again">{text('next.title')}</h2> : <h1>{text('title')}</h1>}
      <p className="lead">{text('lead')}</p>
      {asked.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: asked.message })}</p>
      )}
      {things === null ? (
        <p className="soft looking" role="status">
          {app('app.loading')}
        </p>
      ) : (
        <Choose things={things} />
      )}
    </>
  );
};

/** One fair test at a time: choosing, planning, living it, and what came out. */
export const TrialsRoom = () => {
  const text = useTrialsWords();
  const workerOf = useTrialsWorker();
  const { whose } = useJournal();
  const trials = useLive(trialsOf, []);
  const settings = useLive(settingsOf, []);
  const { test } = useSearch({ from: '/trials' });
  if (trials === undefined || settings === undefined) return <div className="room trials" />;
  const open = trials.find(isOpen);
  const lived = whose === 'example' ? (settings?.exampleTrial as unknown as ExampleTrial) : null;
  if (lived && trials.length === 0)
    return (
      <div className="room trials stack">
        <MakeExampleTrial trial={lived} workerOf={workerOf} />
      </div>
    );
  const past = trials.filter((trial) => !isOpen(trial));
  const latest = past.find(({ result }) => result !== null);
  const told = open === undefined && test === undefined && latest !== undefined ? [latest] : [];
  return (
    <div className="room trials stack">
      {whose === 'example' && trials.length > 0 && (
        <p className="example-trial small">{text('example.made')}</p>
      )}
      <Past trials={told} workerOf={workerOf} titled={false} />
      {open === undefined ? (
        <Fresh workerOf={workerOf} again={told.length > 0} />
      ) : (
        <Running key={open.key} trial={open} workerOf={workerOf} />
      )}
      {test === undefined && (
        <Past trials={past.filter((trial) => !told.includes(trial))} workerOf={workerOf} titled />
      )}
    </div>
  );
};
