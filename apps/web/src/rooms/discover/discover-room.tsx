import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Progress } from '../../design/progress.tsx';
import { useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { EmptyDiscovery, enoughDays } from './empty-discovery.tsx';
import { Found } from './found.tsx';
import { loadDiscoverAsk } from './load-ask.ts';
import { useDiscovery } from './use-discovery.ts';
import './discover.css';

/** Looks, on this device, for what moves the skin. */
export const DiscoverRoom = () => {
  const text = useText();
  const { journal } = useJournal();
  const { discovery, run, stop } = useDiscovery();
  const scored = useLive((open) => open.scoredDays('skin', enoughDays), []);
  const [outcome, setOutcome] = useState<string | null>(null);
  const look = useCallback(
    () => void run(() => loadDiscoverAsk(journal, outcome)),
    [run, journal, outcome],
  );
  const enough = scored !== undefined && scored >= enoughDays;
  useEffect(() => {
    if (enough) look();
  }, [enough, look]);
  const lookAgain = (): void =>
    void run(async () => ({ ...(await loadDiscoverAsk(journal, outcome)), found: [] }));
  const progress = discovery.state === 'running' ? discovery.progress : null;
  return (
    <div className="room discover">
      {discovery.state !== 'done' && <h1>{text('discover.title')}</h1>}
      {scored !== undefined && !enough && <EmptyDiscovery days={scored} />}
      {discovery.state === 'running' && (
        <Progress
          step={text(`discover.step.${progress?.step ?? 'diary'}`)}
          share={progress?.share ?? 0}
          onStop={stop}
        />
      )}
      {discovery.state === 'stopped' && <p role="status">{text('discover.cancelled')}</p>}
      {discovery.state === 'failed' && (
        <p role="alert">{text('app.failed', { message: discovery.message })}</p>
      )}
      {discovery.state === 'done' && <Found view={discovery.view} onScore={setOutcome} />}
      {enough && discovery.state !== 'running' && (
        <div className="actions look-again">
          <Button className="button" onPress={lookAgain}>
            {text(discovery.state === 'done' ? 'discover.again' : 'discover.run')}
          </Button>
          <p className="soft small">{text('discover.private')}</p>
        </div>
      )}
    </div>
  );
};
