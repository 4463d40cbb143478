import { type ReactElement, useEffect, useState } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay, progressOf } from '../../../electron/model/job-standing.ts';
import { pauseBatch, resumeBatch } from '../../store/batch-actions.ts';
import { canCancel } from '../../store/job-progress.ts';
import { cancelJob, dismissJob, useJobs } from '../../store/jobs.ts';
import { open } from '../../store/navigation.ts';
import { inOrder, useQueueOrder } from '../../store/queue-order.ts';
import { goodNewsMs, newsOf, stripSubject } from '../../store/strip-subject.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { standingWords } from '../batches/batch-words.ts';
import { useBatchStanding } from '../batches/use-batch-standing.ts';
import { jobLook } from '../queue/job-look.ts';
import { briefJobWords } from '../queue/job-words.ts';
import { BatchEndStrip } from './batch-end-strip.tsx';
import styles from './sending-strip.module.css';

/** What is being sent, from anywhere in the window: the foremost job, and how many wait behind it. */
export function SendingStrip(): ReactElement | null {
  const jobs = inOrder(
    useJobs((state) => state.jobs),
    useQueueOrder((state) => state.ids),
  );
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const subject = stripSubject(jobs, seen, Date.now());
  const told = subject === null ? [] : subject.is === 'batch' ? subject.jobs : [subject.job];
  const isDone = told.length > 0 && told.every(isWithoutTrouble);
  const news = told.map(newsOf).join('\n');

  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setSeen((before) => before.union(new Set(news.split('\n')))), goodNewsMs);
    return () => clearTimeout(timer);
  }, [isDone, news]);

  if (subject === null) return null;
  const dismiss = () => setSeen(seen.union(new Set(news.split('\n'))));
  return subject.is === 'batch' ? (
    <BatchEndStrip {...subject} onDismiss={dismiss} />
  ) : (
    <JobStrip {...subject} onDismiss={dismiss} />
  );
}

type JobProps = { readonly job: Job; readonly more: number; readonly onDismiss: () => void };

function JobStrip({ job, more, onDismiss }: JobProps): ReactElement {
  const { state } = job;
  const { icon, tone } = jobLook[state.at];
  const words = useNow((now) =>
    state.at === 'failed' ? shown(state.failure.message) : briefJobWords(job, now),
  );

  return (
    <section aria-label={texts.landmarks.sending} data-pane="sending" className={styles.strip}>
      <span className={cx(styles.icon, styles[tone])}>
        <Icon name={icon} />
      </span>
      <strong className={styles.version}>{shown(job.version)}</strong>
      <span className={styles.words} title={words}>
        {words}
      </span>
      {isUnderWay(state) && state.at !== 'waiting' && (
        <div className={styles.progress}>
          <ProgressBar
            label={texts.job.progress(shown(job.version))}
            share={progressOf(state)}
            words={words}
            tone="accent"
          />
        </div>
      )}
      {job.batch !== null && <BatchWords batchId={job.batch.id} />}
      <span className={styles.end}>
        {more > 0 && <span className={styles.others}>{texts.strip.more(more)}</span>}
        {job.batch !== null && <BatchButton batchId={job.batch.id} />}
        <Button kind="quiet" onPress={() => showJob(job)}>
          {texts.job.show}
        </Button>
        {canCancel(state) && (
          <Button
            kind="quiet"
            aria-label={texts.job.cancelOf(shown(job.version))}
            onPress={() => void cancelJob(job.id)}
          >
            {texts.job.cancel}
          </Button>
        )}
        {state.at === 'verified' && <IconButton icon="close" label={texts.job.dismiss} onPress={onDismiss} />}
        {state.at === 'failed' && (
          <IconButton icon="close" label={texts.job.dismiss} onPress={() => void dismissJob(job.id)} />
        )}
      </span>
    </section>
  );
}

/** Of which batch it is, and how that stands. */
function BatchWords({ batchId }: { readonly batchId: string }): ReactElement | null {
  const run = useBatchStanding(batchId);
  const words = useNow((now) => (run === null ? '' : standingWords(run.standing, now)));
  if (run === null || run.jobs.length < 2) return null;
  const name = texts.strip.batch(shown(run.name));
  return (
    <span className={styles.batch} title={`${name} ${words}`}>
      <span className={styles.batchName}>{name}</span> <span className={styles.standing}>{words}</span>
    </span>
  );
}

/** Stops the batch, or lets it go on. */
function BatchButton({ batchId }: { readonly batchId: string }): ReactElement | null {
  const run = useBatchStanding(batchId);
  if (run === null || run.standing.phase.at === 'over') return null;
  const name = shown(run.name);
  return run.standing.phase.at === 'running' ? (
    <IconButton icon="pause" label={texts.strip.pauseBatch(name)} onPress={() => void pauseBatch(batchId)} />
  ) : (
    <IconButton
      icon="resume"
      label={texts.strip.resumeBatch(name)}
      onPress={() => void resumeBatch(batchId)}
    />
  );
}

/** Over, and nobody has to do anything about it. */
function isWithoutTrouble({ state }: Job): boolean {
  return state.at === 'verified' || state.at === 'cancelled';
}

/** Opens what the job publishes, in the queue. */
function showJob({ connectionId, productId, releaseId, draftId }: Job): void {
  open('queue', { connectionId, productId, releaseId, draftId: releaseId === null ? draftId : null }, true);
}
