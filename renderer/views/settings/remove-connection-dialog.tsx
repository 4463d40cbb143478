import type { ReactElement } from 'react';
import type { Connection } from '../../../electron/model/connection.ts';
import { texts } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { shown } from '../../ui/visible-text.ts';
import { RemoveConnectionQuestion } from './remove-connection-question.tsx';

type Props = {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks before a team is removed. */
export function RemoveConnectionDialog({ connection, isOpen, onClose }: Props): ReactElement {
  return (
    <Dialog
      role="alertdialog"
      title={texts.settings.removeTitle(shown(connection.name))}
      isOpen={isOpen}
      onClose={onClose}
    >
      <RemoveConnectionQuestion connection={connection} onClose={onClose} />
    </Dialog>
  );
}
