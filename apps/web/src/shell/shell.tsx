import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import { useJournal } from '../journal/context.tsx';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { useSyncByItself } from './sync-mark.ts';

const CareFor = lazy(async () => ({ default: (await import('./care-for.tsx')).CareFor }));

export const Loading = () => {
  const text = useText();
  return (
    <p className="room soft" role="status">
      {text('app.loading')}
    </p>
  );
};

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

export const Shell = () => {
  const text = useText();
  const { whose } = useJournal();
  useSyncByItself();
  return (
    <div className="shell">
      {whose === 'example' ? (
        <ExampleNote />
      ) : (
        <Suspense fallback={null}>
          <CareFor />
        </Suspense>
      )}
      <header className="top">
        <Link to="/" className="brand">
          <Mark />
          {text('app.name')}
        </Link>
      </header>
      <main id="content">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Navigation />
    </div>
  );
};
