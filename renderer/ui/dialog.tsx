import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './dialog.module.css';
import { useCover } from './use-cover.ts';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` for a question that danger hangs on. */
  readonly role?: 'dialog' | 'alertdialog';
  /** For what is looked through rather than filled in; `table` for one that scrolls by itself. */
  readonly wide?: boolean | 'table';
  /** Whether a click outside closes it: not where much has been done in it. */
  readonly isDismissable?: boolean;
  readonly children: ReactNode;
};

/** A question or a form over the window. Escape and a click outside close it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  role = 'dialog',
  wide = false,
  isDismissable = true,
  children,
}: Props): ReactElement {
  useCover('dialog', isOpen);
  return (
    <ModalOverlay
      className={cx(styles.veil)}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable}
    >
      <Modal className={cx(styles.modal, wide === true && styles.wide, wide === 'table' && styles.table)}>
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
