import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isActive } from '../../../electron/model/job-standing.ts';
import { clockAhead, count } from '../../format.ts';
import { pauseAll, resumeAll } from '../../store/queue-actions.ts';
import { type QueueStanding, standingOf } from '../../store/queue-standing.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './queue-summary.module.css';

/** How the queue stands as a whole, and the way to stop and go on with all of it. */
export function QueueSummary({ jobs }: { readonly jobs: readonly Job[] }): ReactElement {
  const now = useNow();
  const isRunning = jobs.some(isActive);
  const standing = standingOf(jobs);
  const words = summaryWords(standing, now);
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

/** "3 of 8 published · 2 waiting · last one goes at 18:42, in 14 min". */
function summaryWords(standing: QueueStanding, now: number): string {
  const { all, published, atWork, waiting, paused, needPerson, lastGoesAt } = standing;
  const words = texts.queue;
  return [
    words.published(count(published), count(all)),
    atWork > 0 && words.atWork(count(atWork)),
    waiting > 0 && words.waiting(count(waiting)),
    paused > 0 && words.paused(count(paused)),
    needPerson > 0 && words.needYou(needPerson, count(needPerson)),
    waiting > 0 && lastGoesAt !== null && words.lastGoes(clockAhead(lastGoesAt, now)),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
