import { memo } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay, progressOf } from '../../../electron/model/job-standing.ts';
import { useJobs } from '../../store/jobs.ts';
import { versionAhead, waitsForTurn } from '../../store/queue-order.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Cell } from '../../ui/grid/cell.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ToneCell } from '../../ui/tone.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { JobDone } from './job-done.tsx';
import { jobLook } from './job-look.ts';
import { jobLine } from './job-words.ts';
import styles from './queue.module.css';

type Props = {
  readonly item: Job;
  /** It stands under the name of its batch. */
  readonly isIndented?: boolean;
};

/** The cells of one job. */
export const JobRow = memo(function JobRow({ item: job, isIndented = false }: Props) {
  const { state } = job;
  const behind = useJobs(({ jobs }) => (waitsForTurn(job) ? versionAhead(jobs, job) : null));
  const words = useNow((now) => jobLine(job, now, behind));
  const version = shown(job.version) || texts.drafts.unnamed;
  return (
    <>
      <Cell className={cx(styles.version, isIndented && styles.indented)} title={version}>
        {version}
      </Cell>
      <Cell className={cx(styles.fileColumn, styles.secondary)}>
        {job.fileName === null ? texts.job.fieldsOnly : shown(job.fileName)}
      </Cell>
      <ToneCell look={jobLook[state.at]} words={words} />
      <Cell className={cx(styles.progressColumn, styles.progress)}>
        {isUnderWay(state) && (
          <ProgressBar
            label={texts.job.progress(version)}
            share={progressOf(state)}
            words={words}
            tone={state.at === 'waiting' ? 'muted' : 'accent'}
          />
        )}
      </Cell>
      <Cell className={styles.secondary}>
        <JobDone job={job} />
      </Cell>
    </>
  );
});
