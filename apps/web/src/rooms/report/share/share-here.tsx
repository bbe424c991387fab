import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useHasServer } from '../../../api/use-has-server.ts';
import { useJournal } from '../../../journal/context.tsx';
import type { Choice } from '../choice.ts';
import { useReportWords } from '../words.ts';

const ShareWith = lazy(async () => ({
  default: (await import('./share-with.tsx')).ShareWith,
}));

/**
 * A way to share the page with a clinician, where the app's host has an API; that of the example person is not shared. Nothing of it is loaded before
 * it is asked for.
 */
export const ShareHere = ({
  choice,
  html,
}: {
  readonly choice: Choice;
  /** The page that was chosen; null while it is being made. */
  readonly html: string | null;
}) => {
  const text = useReportWords();
  const { whose } = useJournal();
  const offered = useHasServer();
  const [opened, setOpened] = useState(false);
  if (!offered) return null;
  if (whose === 'example') return <p className="soft not-printed">{text('share.example')}</p>;
  return (
    <div className="not-printed stack">
      <div className="actions">
        <Button className="button" aria-expanded={opened} onPress={() => setOpened(!opened)}>
          {text(opened ? 'share.close' : 'share')}
        </Button>
      </div>
      {opened && (
        <Suspense
          fallback={
            <p role="status" className="soft">
              {text('share.loading')}
            </p>
          }
        >
          <ShareWith choice={choice} html={html} />
        </Suspense>
      )}
    </div>
  );
};
