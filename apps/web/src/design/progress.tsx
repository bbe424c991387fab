import { Button, ProgressBar } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import './progress.css';

/** What a worker does at present and how far it is, with a way to stop it. `share` is 0 to 1. */
export const Progress = ({
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
    <div className="stack">
      <ProgressBar aria-label={step} value={share * 100}>
        <div className="progress">
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className="progress-share" width={share * 100} height="4" rx="1" />
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
