import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components';
import { SheetVeil } from '../design/sheet.tsx';
import { useText } from '../i18n/i18n.ts';

/** The further rooms on a phone. */
export const MoreSheet = ({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const text = useText();
  return (
    <SheetVeil onClose={onClose}>
      <Dialog aria-label={text('rooms.more')}>
        <ul className="more-list">{children}</ul>
      </Dialog>
    </SheetVeil>
  );
};
