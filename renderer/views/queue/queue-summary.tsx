import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isActive } from '../../../electron/model/job-standing.ts';
import { pauseAll, resumeAll } from '../../store/queue-actions.ts';
import { standingOf } from '../../store/queue-standing.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './queue-summary.module.css';
import { summaryWords } from './summary-words.ts';

/** How the queue stands as a whole, and the way to stop and go on with all of it. */
export function QueueSummary({ jobs }: { readonly jobs: readonly Job[] }): ReactElement {
  const online = useSession((state) => state.online);
  const isRunning = jobs.some(isActive);
  const standing = standingOf(jobs);
  const words = useNow((now) => summaryWords(standing, online, now));
  const canPause = standing.atWork + standing.waiting > 0;

  return (
    <div className={styles.summary}>
      <p className={styles.words}>{words}</p>
      {canPause && (
        <Button kind="quiet" icon="pause" onPress={() => void pauseAll()}>
          {texts.queue.pauseAll}
        </Button>
      )}
      {standing.paused > 0 && (
        <Button kind={canPause ? 'quiet' : 'plain'} icon="resume" onPress={() => void resumeAll()}>
          {texts.queue.resumeAll}
        </Button>
      )}
      {isRunning && (
        <div className={styles.bar}>
          <ProgressBar
            label={texts.queue.progressOfAll}
            share={standing.share}
            words={words}
            tone={standing.atWork > 0 ? 'accent' : 'muted'}
          />
        </div>
      )}
    </div>
  );
}

/** Takes its room until it is known how the queue stands. */
export function QueueSummaryToCome(): ReactElement {
  return (
    <div className={styles.summary}>
      <Skeleton width="160px" />
    </div>
  );
}
