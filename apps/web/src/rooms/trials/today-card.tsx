import './trials.css';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useJournal, useLive } from '../../journal/context.tsx';
import { Reasons } from './gate-shut.tsx';
import { Task } from './task.tsx';
import { isOpen, personIn, type TrialDocument, trialsOf } from './trial-document.ts';
import { useAsk, useTrialsWorker } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

/** What the test asks for today, in one line. A shut gate stops it here too. */
const Card = ({ trial: { file } }: { readonly trial: TrialDocument }) => {
  const text = useTrialsWords();
  const { journal } = useJournal();
  const workerOf = useTrialsWorker();
  const { asked, run } = useAsk(workerOf, 'today');
  useEffect(() => {
    void run(async () => ({ ...(await personIn(journal)), file }));
  }, [run, journal, file]);
  if (asked.state !== 'done') return <div className="leaf today-trial" aria-busy="true" />;
  const { plan, today, reasons } = asked.answer;
  return (
    <section className="leaf today-trial" aria-label={text('today.title')}>
      {today === null ? (
        <>
          <h2>{text('shut.stops')}</h2>
          <Reasons reasons={reasons} />
        </>
      ) : (
        <Task plan={plan} today={today} />
      )}
      <Link to="/trials" className="today-trial-link">
        {text('today.open')}
      </Link>
    </section>
  );
};

/** The open test, where there is one. */
export const TodayTrial = () => {
  const open = useLive(trialsOf, [])?.find(isOpen);
  return open === undefined ? null : <Card key={open.key} trial={open} />;
};
