import { useEffect } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import type { DiscoverAsk } from '../../workers/discover/questions.ts';
import { EmptyDiscovery, enoughDays } from './empty-discovery.tsx';
import { Found } from './found.tsx';
import { useDiscovery } from './use-discovery.ts';
import './discover.css';

const Running = ({
  step,
  share,
  onStop,
}: {
  readonly step: string;
  readonly share: number;
  readonly onStop: () => void;
}) => {
  const text = useText();
  return (
    <div className="stack running">
      <ProgressBar aria-label={step} value={share * 100}>
        <div className="progress">
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className="progress-done" width={share * 100} height="4" rx="1" />
          </svg>
        </div>
      </ProgressBar>
      <p className="soft" role="status">
        {step}
      </p>
      <div className="actions">
        <Button className="button" onPress={onStop}>
          {text('app.cancel')}
        </Button>
      </div>
    </div>
  );
};

/** Looks, on this device, for what moves the skin. */
export const DiscoverRoom = () => {
  const text = useText();
  const { journal } = useJournal();
  const { discovery, run, stop } = useDiscovery();
  const scored = useLive(async (open) => {
    const { observations } = await open.diary();
    return new Set(
      observations.filter(({ category }) => category === 'skin').map(({ date }) => date),
    ).size;
  }, []);
  const load = async (): Promise<DiscoverAsk> => {
    const profile = await journal.document('profile');
    if (profile === null) throw new Error('there is no profile');
    return {
      diary: await journal.diary(),
      profile,
      corrections: (await journal.documents('food-correction')).map(({ value }) => value),
      today: todayHere(),
      outcome: null,
    };
  };
  const enough = scored !== undefined && scored >= enoughDays;
  useEffect(() => {
    if (enough) void run(load);
  }, [enough]);
  const progress = discovery.state === 'running' ? discovery.progress : null;
  return (
    <div className="room discover">
      {discovery.state !== 'done' && <h1>{text('discover.title')}</h1>}
      {scored !== undefined && !enough && <EmptyDiscovery days={scored} />}
      {discovery.state === 'running' && (
        <Running
          step={text(`discover.step.${progress?.step ?? 'diary'}`)}
          share={progress?.share ?? 0}
          onStop={stop}
        />
      )}
      {discovery.state === 'stopped' && <p role="status">{text('discover.cancelled')}</p>}
      {discovery.state === 'failed' && (
        <p role="alert">{text('app.failed', { message: discovery.message })}</p>
      )}
      {discovery.state === 'done' && <Found view={discovery.view} />}
      {enough && discovery.state !== 'running' && (
        <div className="actions look-again">
          <Button className="button" onPress={() => void run(load)}>
            {text(discovery.state === 'done' ? 'discover.again' : 'discover.run')}
          </Button>
          <p className="soft small">{text('discover.private')}</p>
        </div>
      )}
    </div>
  );
};
