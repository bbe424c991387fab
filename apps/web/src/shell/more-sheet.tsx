import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
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
    <ModalOverlay
      className="sheet-veil"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="sheet">
        <Dialog aria-label={text('rooms.more')}>
          <ul className="more-list">{children}</ul>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
