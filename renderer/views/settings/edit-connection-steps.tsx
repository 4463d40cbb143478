import { type ReactElement, useState } from 'react';
import type { Connection, ConnectionReport } from '../../../electron/model/connection.ts';
import { ConnectionForm } from '../connect/connection-form.tsx';
import { ConnectionReportCard } from '../connect/connection-report-card.tsx';

type Props = { readonly connection: Connection; readonly onClose: () => void };

/** The form, then what it found. Its own component, so that each opening begins with the form. */
export function EditConnectionSteps({ connection, onClose }: Props): ReactElement {
  const [report, setReport] = useState<ConnectionReport | null>(null);
  return report === null ? (
    <ConnectionForm connection={connection} onDone={setReport} onCancel={onClose} />
  ) : (
    <ConnectionReportCard report={report} isNew={false} onDone={onClose} />
  );
}
