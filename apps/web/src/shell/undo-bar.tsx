import { JournalFailure } from '@zonula/journal';
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import type { Notices } from './notice.ts';

const shownMs = 8000;
const nothing = async (): Promise<void> => undefined;

/** Whatever nobody awaited and the journal could not do is told, so that nothing looks kept that is not. */
const useFailures = (notices: Notices): void => {
  const text = useText();
  useEffect(() => {
    const tell = (event: PromiseRejectionEvent): void => {
      if (!(event.reason instanceof JournalFailure)) return;
      notices.fail(text(`failure.${event.reason.code}`));
      event.preventDefault();
    };
    addEventListener('unhandledrejection', tell);
    return () => removeEventListener('unhandledrejection', tell);
  }, [notices, text]);
};

/** What was done last, and undo instead of "are you sure"; or what could not be kept. */
export const UndoBar = ({ notices }: { readonly notices: Notices }) => {
  const text = useText();
  const notice = useSyncExternalStore(notices.subscribe, notices.current);
  useFailures(notices);
  useEffect(() => {
    if (notice === null || notice.failed) return;
    const timer = setTimeout(notices.forget, shownMs);
    return () => clearTimeout(timer);
  }, [notice, notices]);
  return (
    <div className="undo" role={notice?.failed ? 'alert' : 'status'}>
      {notice !== null && (
        <div>
          <span>{notice.text}</span>
          <Button
            className="button"
            onPress={() => void (notice.undo ?? nothing)().then(notices.forget)}
          >
            {text(notice.undo === null ? 'app.close' : 'app.undo')}
          </Button>
        </div>
      )}
    </div>
  );
};
