import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A sheet over the room: from below on a phone, in the middle where there is room. Holds one dialog. */
export const SheetVeil = ({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => (
  <ModalOverlay
    className="sheet-veil"
    isOpen
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
    isDismissable
  >
    <Modal className="sheet">{children}</Modal>
  </ModalOverlay>
);

/** A sheet with a title. */
export const Sheet = ({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => (
  <SheetVeil onClose={onClose}>
    <Dialog className="stack">
      <Heading slot="title">{title}</Heading>
      {children}
    </Dialog>
  </SheetVeil>
);
