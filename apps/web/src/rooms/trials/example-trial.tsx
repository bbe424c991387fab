import { useEffect } from 'react';
import { plusDays } from '../../days.ts';
import { Progress } from '../../design/progress.tsx';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import type { ExampleTrial } from '../../workers/example/questions.ts';
import { keepTrial, personIn } from './trial-document.ts';
import { type TrialsWorker, useAsk } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

/** Plans the test that the invented person lived through, from the days before it, when their room is first entered. */
export const MakeExampleTrial = ({
  trial: { exposure, start, seed, design },
  workerOf,
}: {
  readonly trial: ExampleTrial;
  readonly workerOf: TrialsWorker;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const { journal } = useJournal();
  const { asked, run, stop } = useAsk(workerOf, 'plan');
  useEffect(() => {
    void run(async () => {
      const person = await personIn(journal);
      return {
        ...person,
        diary: { ...person.diary, before: start },
        today: plusDays(start, -1),
        ...{ exposure, start, seed, design, holds: null, alsoOut: [], look: false, blind: false },
        ...{ outcome: null, effect: null, worthwhile: null },
      };
    });
  }, [run, journal, exposure, start, seed, design]);
  useEffect(() => {
    if (asked.state !== 'done' || asked.answer.kind !== 'plan') return;
    const { plan } = asked.answer;
    const file = JSON.parse(JSON.stringify({ ...plan, events: [] }));
    void keepTrial(journal, { key: plan.hash, file, result: null, asideOn: null });
  }, [asked, journal]);
  return (
    <>
      <h1>{text('title')}</h1>
      <p className="example-trial small">{text('example.made')}</p>
      {asked.state === 'running' && (
        <Progress step={text('example.making')} share={asked.progress?.share ?? 0} onStop={stop} />
      )}
      {asked.state === 'stopped' && <p role="status">{text('stopped')}</p>}
      {asked.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: asked.message })}</p>
      )}
    </>
  );
};
