import { texts } from '../../texts/texts.ts';
import type { SizedList } from '../../ui/grid/sized-columns.ts';
import styles from './queue.module.css';

export type JobColumn = 'release' | 'file' | 'state' | 'progress' | 'done';

/** What a table of jobs tells of each. The progress of a batch stands in the column of that of its jobs, which stays there. */
export const jobList: SizedList<JobColumn> = {
  setting: 'queue-columns',
  columns: [
    { id: 'release', title: texts.queue.columns.release, least: 72 },
    { id: 'file', title: texts.releases.columns.file, className: styles.fileColumn, least: 64 },
    { id: 'state', title: texts.queue.columns.state, least: 120, isFixed: true },
    {
      id: 'progress',
      title: texts.queue.columns.progress,
      className: styles.progressColumn,
      least: 84,
      isFixed: true,
    },
    { id: 'done', title: texts.queue.columns.done, least: 64 },
  ],
  growing: 'state',
};
