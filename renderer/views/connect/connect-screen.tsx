import { type ReactElement, useEffect, useState } from 'react';
import type { ConnectionReport } from '../../../electron/model/connection.ts';
import { chooseConnection } from '../../store/connections.ts';
import { setConnecting } from '../../store/navigation.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { StartNotices } from '../shell/start-notices.tsx';
import styles from './connect.module.css';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionReportCard } from './connection-report-card.tsx';
import { DemoCard } from './demo-card.tsx';
import { Mark } from './mark.tsx';

type Props = {
  /** The first connection of all: there is nothing to go back to. */
  readonly isFirst: boolean;
};

/** What the app is, and the two ways in: an own team, or the demo team. */
export function ConnectScreen({ isFirst: wasFirst }: Props): ReactElement {
  // The report is shown after the first connection exists; the screen stays the first one until it is left.
  const [isFirst] = useState(wasFirst);
  const hasKeyring = useSession((state) => state.info?.keyring.available ?? true);
  const [report, setReport] = useState<ConnectionReport | null>(null);

  useEffect(() => {
    document.title = texts.appName;
    // Keeps this screen in place when a connection exists, until its report has been read.
    setConnecting(true);
  }, []);

  const leave = () => {
    if (report !== null) chooseConnection(report.connection.id);
    setConnecting(false);
  };

  return (
    <main className={styles.screen}>
      {!isFirst && (
        <div className={styles.close}>
          <IconButton icon="close" label={texts.common.close} onPress={leave} />
        </div>
      )}
      <div className={styles.content}>
        <header className={styles.head}>
          <Mark />
          <h1 className={styles.title}>{texts.appName}</h1>
          <p className={styles.sentence}>{texts.connect.sentence}</p>
        </header>
        <StartNotices within />
        {report === null && !hasKeyring && (
          <Banner tone="warning">
            <strong>{texts.connect.noKeyring}.</strong> {texts.connect.noKeyringText}
          </Banner>
        )}
        {report === null ? (
          <div className={styles.ways}>
            <section aria-labelledby="connect-team" className={styles.card}>
              <h2 id="connect-team" className={styles.cardTitle}>
                {isFirst ? texts.connect.title : texts.connect.addTitle}
              </h2>
              <p className={styles.muted}>{texts.connect.intro}</p>
              <ConnectionForm connection={null} onDone={setReport} onCancel={isFirst ? null : leave} />
            </section>
            <DemoCard onDone={setReport} />
          </div>
        ) : (
          <ConnectionReportCard report={report} isNew onDone={leave} />
        )}
      </div>
    </main>
  );
}
