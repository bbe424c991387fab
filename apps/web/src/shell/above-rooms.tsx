import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import { useJournal } from '../journal/context.tsx';
import { CareFor } from './care-for.tsx';
import { useSyncByItself } from './sync-mark.ts';
import { useLiveViews } from './use-live-views.ts';

const ExampleNote = () => {
  const text = useText();
  const { change } = useJournal();
  return (
    <aside className="example-note" aria-label={text('settings.example')}>
      <span>{text('example.note')}</span>
      <Button className="button" onPress={() => change('own')}>
        {text('example.leave')}
      </Button>
    </aside>
  );
};

/** What stands above every room: whose diary it is, or what comes first. What the app does by itself begins here, after the first page. */
export const AboveRooms = () => {
  const { whose } = useJournal();
  useSyncByItself();
  useLiveViews();
  return whose === 'example' ? <ExampleNote /> : <CareFor />;
};
