import { texts } from '../../texts/texts.ts';
import type { Column } from '../../ui/grid/column-header.tsx';
import styles from './queue.module.css';

export type JobColumn = 'release' | 'file' | 'state' | 'progress' | 'done';

/** What a table of jobs tells of each. */
export const jobColumns: readonly Column<JobColumn>[] = [
  { id: 'release', title: texts.queue.columns.release },
  { id: 'file', title: texts.releases.columns.file, className: styles.fileColumn },
  { id: 'state', title: texts.queue.columns.state },
  { id: 'progress', title: texts.queue.columns.progress, className: styles.progressColumn },
  { id: 'done', title: texts.queue.columns.done },
];
