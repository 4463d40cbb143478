import type { ReactElement } from 'react';
import type { Connection } from '../../../electron/model/connection.ts';
import { texts } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { shown } from '../../ui/visible-text.ts';
import { EditConnectionSteps } from './edit-connection-steps.tsx';

type Props = {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Changes a team's connection; it is tested before it is saved. */
export function EditConnectionDialog({ connection, isOpen, onClose }: Props): ReactElement {
  return (
    <Dialog title={texts.connect.editTitle(shown(connection.name))} isOpen={isOpen} onClose={onClose}>
      <EditConnectionSteps connection={connection} onClose={onClose} />
    </Dialog>
  );
}
