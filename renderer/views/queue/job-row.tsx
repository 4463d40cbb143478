import { memo } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay, progressOf } from '../../store/job-progress.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Time } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { jobLook } from './job-look.ts';
import { jobLine } from './job-words.ts';
import styles from './queue.module.css';

/** The cells of one job. */
export const JobRow = memo(function JobRow({ item: job }: { readonly item: Job }) {
  const now = useNow();
  const { state } = job;
  const { icon, tone } = jobLook[state.at];
  const words = jobLine(job, now);
  return (
    <>
      <Cell className={styles.version}>{shown(job.version) || texts.drafts.unnamed}</Cell>
      <Cell className={cx(styles.fileColumn, styles.secondary)}>
        {job.fileName === null ? texts.job.fieldsOnly : shown(job.fileName)}
      </Cell>
      <Cell className={cx(styles.state, styles[tone])} title={words}>
        <Icon name={icon} size={14} />
        <span className={styles.words}>{words}</span>
      </Cell>
      <Cell className={styles.progress}>
        {isUnderWay(state) ? (
          <ProgressBar
            label={texts.job.progress(shown(job.version))}
            share={progressOf(state)}
            words={words}
            tone={state.at === 'waiting' ? 'muted' : 'accent'}
          />
        ) : (
          <span className={styles.secondary}>
            <Time iso={job.updatedAt} short />
          </span>
        )}
      </Cell>
    </>
  );
});
