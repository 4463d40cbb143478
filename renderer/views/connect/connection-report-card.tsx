import type { ReactElement } from 'react';
import type { ConnectionReport } from '../../../electron/model/connection.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './connect.module.css';

type Props = {
  readonly report: ConnectionReport;
  readonly isNew: boolean;
  readonly onDone: () => void;
};

/** What connecting found, before going on. */
export function ConnectionReportCard({ report, isNew, onDone }: Props): ReactElement {
  const { connection, notes } = report;
  const title = isNew ? texts.connect.connected : texts.connect.saved;
  return (
    <section aria-labelledby="connect-report" className={cx(isNew && styles.card, styles.report)}>
      <div role="status" className={styles.reportText}>
        <h2 id="connect-report" className={styles.reportTitle}>
          <Icon name="check" />
          {title(shown(connection.name))}
        </h2>
        <ul>
          {notes.map((note) => (
            <li key={note}>{shown(note)}</li>
          ))}
        </ul>
      </div>
      {connection.keyHeld === 'session' && !connection.demo && (
        <Banner tone="warning">{texts.connect.sessionOnly}</Banner>
      )}
      <div className={styles.actions}>
        <Button kind="primary" onPress={onDone} autoFocus>
          {isNew ? texts.connect.go : texts.connect.done}
        </Button>
      </div>
    </section>
  );
}
