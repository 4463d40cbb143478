import type { ReactElement } from 'react';
import { useJobs } from '../../store/jobs.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The detail pane before a job is chosen. */
export function NoJob(): ReactElement | null {
  const isEmpty = useJobs((state) => state.jobs.length === 0);
  if (isEmpty) return null;
  return <EmptyState icon="queue" title={texts.queue.select} text={texts.queue.selectText} />;
}
