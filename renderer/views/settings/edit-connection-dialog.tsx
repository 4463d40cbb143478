import { type ReactElement, useState } from 'react';
import type { Connection, ConnectionReport } from '../../../electron/model/connection.ts';
import { texts } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { shown } from '../../ui/visible-text.ts';
import { ConnectionForm } from '../connect/connection-form.tsx';
import { ConnectionReportCard } from '../connect/connection-report-card.tsx';

type Props = {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Changes a team's connection; it is tested before it is saved. */
export function EditConnectionDialog({ connection, isOpen, onClose }: Props): ReactElement {
  return (
    <Dialog title={texts.connect.editTitle(shown(connection.name))} isOpen={isOpen} onClose={onClose}>
      <EditSteps connection={connection} onClose={onClose} />
    </Dialog>
  );
}

/** The form, then what it found. Its own component, so that each opening begins with the form. */
function EditSteps({ connection, onClose }: Omit<Props, 'isOpen'>): ReactElement {
  const [report, setReport] = useState<ConnectionReport | null>(null);
  return report === null ? (
    <ConnectionForm connection={connection} onDone={setReport} onCancel={onClose} />
  ) : (
    <ConnectionReportCard report={report} isNew={false} onDone={onClose} />
  );
}
