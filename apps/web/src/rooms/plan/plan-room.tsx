import './plan.css';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { Progress } from '../../design/progress.tsx';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { loadAsker } from '../../workers/care/asker.ts';
import { useCare } from '../../workers/care/use-care.ts';
import { MadePlan } from './made-plan.tsx';
import { usePlanWords } from './words.ts';

/** A plan over five pillars, worked out on this device. */
export const PlanRoom = () => {
  const app = useText();
  const text = usePlanWords();
  const { journal } = useJournal();
  const { result, run, stop } = useCare('plan');
  const make = (): void => void run(() => loadAsker(journal));
  useEffect(make, [journal, i18n.locale]);
  return (
    <div className="room plan">
      <h1>{text('title')}</h1>
      <p className="lead">{text('lead')}</p>
      {result.state === 'running' && (
        <Progress
          step={text(`step.${result.progress?.step ?? 'foods'}`)}
          share={result.progress?.share ?? 0}
          onStop={stop}
        />
      )}
      {result.state === 'stopped' && <p role="status">{text('stopped')}</p>}
      {result.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: result.message })}</p>
      )}
      {(result.state === 'stopped' || result.state === 'failed') && (
        <div className="actions">
          <Button className="button" onPress={make}>
            {text('again')}
          </Button>
        </div>
      )}
      {result.state === 'done' && <MadePlan view={result.answer} />}
    </div>
  );
};
