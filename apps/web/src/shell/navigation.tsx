import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';
import { Icon } from './icons.tsx';
import { Mark } from './mark.tsx';

const MoreSheet = lazy(async () => ({ default: (await import('./more-sheet.tsx')).MoreSheet }));

const first = ['today', 'timeline', 'discover', 'trials'] as const;
const further = ['axis', 'learn', 'plan', 'report', 'settings'] as const;
type Room = (typeof first)[number] | (typeof further)[number];

const pathOf = (room: Room) => (room === 'today' ? '/' : (`/${room}` as const));

export const roomAt = (path: string): Room | undefined =>
  [...first, ...further].find((room) => pathOf(room) === path);

const RoomLink = ({ room, onFollow }: { readonly room: Room; readonly onFollow?: () => void }) => {
  const text = useText();
  return (
    <Link
      to={pathOf(room)}
      className="room-link"
      activeOptions={{ exact: room === 'today' }}
      {...(onFollow ? { onClick: onFollow } : {})}
    >
      <Icon name={room} />
      <span>{text(`rooms.${room}`)}</span>
    </Link>
  );
};

/** At the thumb on phones, on the left where there is room. */
export const Navigation = () => {
  const text = useText();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const inMore = further.some((room) => pathOf(room) === path);
  const close = () => setOpen(false);
  return (
    <nav className="rooms" aria-label={text('rooms.label')}>
      <Link to="/" className="brand wide-only">
        <Mark />
        {text('app.name')}
      </Link>
      <ul>
        {first.map((room) => (
          <li key={room}>
            <RoomLink room={room} />
          </li>
        ))}
        {further.map((room) => (
          <li key={room} className="wide-only">
            <RoomLink room={room} />
          </li>
        ))}
        <li className="narrow-only">
          <Button className={`room-link${inMore ? ' here' : ''}`} onPress={() => setOpen(true)}>
            <Icon name="more" />
            <span>{text('rooms.more')}</span>
          </Button>
        </li>
      </ul>
      {open && (
        <Suspense fallback={null}>
          <MoreSheet onClose={close}>
            {further.map((room) => (
              <li key={room}>
                <RoomLink room={room} onFollow={close} />
              </li>
            ))}
          </MoreSheet>
        </Suspense>
      )}
    </nav>
  );
};
