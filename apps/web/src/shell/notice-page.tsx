import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import { Mark } from './mark.tsx';

/** Stands in the place of what cannot be shown; the way out is to load the page again. */
export const NoticePage = ({ words }: { readonly words: string }) => {
  const text = useText();
  return (
    <div className="room notice-room" role="alert">
      <Mark size={96} />
      <h1>{words}</h1>
      <div className="actions">
        <Button className="button main" onPress={() => location.reload()}>
          {text('app.reload')}
        </Button>
      </div>
    </div>
  );
};

/** Where a room breaks, or its files do not come: the navigation stays. */
export const FailedPage = ({ error }: { readonly error: unknown }) => {
  const text = useText();
  const message = error instanceof Error ? error.message : `${error}`;
  return <NoticePage words={text('app.failed', { message })} />;
};
