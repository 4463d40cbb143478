import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isStuck } from '../../../electron/model/job-standing.ts';
import { useBatches } from '../../store/batches.ts';
import { go } from '../../store/navigation.ts';
import { selectBatch, selectJob } from '../../store/selected-job.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { shown } from '../../ui/visible-text.ts';
import { endWords } from '../batches/batch-words.ts';
import { jobLook } from '../queue/job-look.ts';
import styles from './sending-strip.module.css';

type Props = {
  readonly batchId: string;
  readonly jobs: readonly Job[];
  /** How many jobs of others there are besides. */
  readonly more: number;
  readonly onDismiss: () => void;
};

/** How a batch has ended, and the way to what of it needs a person. */
export function BatchEndStrip({ batchId, jobs, more, onDismiss }: Props): ReactElement {
  const batch = useBatches(({ batches }) => batches.find(({ id }) => id === batchId));
  const name = batch?.name ?? jobs.find((job) => job.batch !== null)?.batch?.name ?? '';
  const stuck = jobs.find(isStuck);
  const words = endWords(jobs);
  const unfinished = jobs.find(({ state }) => state.at !== 'verified');
  const look = jobLook[stuck !== undefined ? 'failed' : (unfinished?.state.at ?? 'verified')];
  const show = () => {
    if (stuck !== undefined) return selectJob(stuck, true);
    go('queue');
    selectBatch(batchId, `batch ${batchId}`, true);
  };
  return (
    <section aria-label={texts.landmarks.sending} data-pane="sending" className={styles.strip}>
      <span className={cx(styles.icon, styles[look.tone])}>
        <Icon name={look.icon} />
      </span>
      <strong className={styles.version} title={shown(name)}>
        {shown(name)}
      </strong>
      <span className={styles.words} title={words}>
        {words}
      </span>
      <span className={styles.end}>
        {more > 0 && <span className={styles.others}>{texts.strip.more(more)}</span>}
        <Button kind="quiet" onPress={show}>
          {texts.job.show}
        </Button>
        <IconButton icon="close" label={texts.job.dismiss} onPress={onDismiss} />
      </span>
    </section>
  );
}
