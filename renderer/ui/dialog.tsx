import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` for a question that danger hangs on. */
  readonly role?: 'dialog' | 'alertdialog';
  /** For what is looked through rather than filled in. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A question or a small form over the window. Escape and a click outside close it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  role = 'dialog',
  wide = false,
  children,
}: Props): ReactElement {
  return (
    <ModalOverlay
      className={cx(styles.veil)}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={cx(styles.modal, wide && styles.wide)}>
        <AriaDialog role={role} className={cx(styles.dialog)}>
          <Heading slot="title" level={2} className={cx(styles.title)}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
