import { type ReactElement, useState } from 'react';
import type { ConnectionReport } from '../../../electron/model/connection.ts';
import type { Failure } from '../../../electron/model/failure.ts';
import { connectDemo } from '../../store/connections.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FailureText } from '../../ui/failure-text.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import styles from './connect.module.css';
import { DemoPicture } from './demo-picture.tsx';

/** The second way in: a team inside the app, to try everything on. */
export function DemoCard({ onDone }: { readonly onDone: (report: ConnectionReport) => void }): ReactElement {
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const begin = async () => {
    setStarting(true);
    setFailure(null);
    const answer = await connectDemo();
    setStarting(false);
    if (answer.ok) onDone(answer.value);
    else setFailure(answer.failure);
  };
  useOffer('open-demo', isStarting ? null : () => void begin());

  return (
    <section aria-labelledby="connect-demo" className={cx(styles.card, styles.demo)}>
      <h2 id="connect-demo" className={styles.cardTitle}>
        {texts.connect.demoTitle}
      </h2>
      <p className={styles.muted}>{texts.connect.demoText}</p>
      <ul className={styles.points}>
        {texts.connect.demoPoints.map((point) => (
          <li key={point}>
            <Icon name="check" size={14} />
            {point}
          </li>
        ))}
      </ul>
      <DemoPicture />
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      <div className={styles.actions}>
        <Button isDisabled={isStarting} onPress={() => void begin()}>
          {isStarting ? texts.connect.demoStarting : texts.connect.demo}
        </Button>
      </div>
    </section>
  );
}
