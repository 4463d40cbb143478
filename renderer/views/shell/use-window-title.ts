import { useEffect } from 'react';
import { isActive } from '../../../electron/model/job-standing.ts';
import { count } from '../../format.ts';
import { useJobs } from '../../store/jobs.ts';
import { useRun } from '../../store/queue-run.ts';
import { standingOf } from '../../store/queue-standing.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** Says in the window's title how the queue stands while something is on its way, else which product is shown. */
export function useWindowTitle(product: string | undefined): void {
  const run = useRun((state) => state.ids);
  const headline = useJobs(({ jobs }) => {
    if (!jobs.some(isActive)) return null;
    const { published, all } = standingOf(jobs.filter(({ id }) => run.has(id)));
    return texts.queue.published(count(published), count(all));
  });
  const about = headline ?? (product === undefined ? null : shown(product));

  useEffect(() => {
    document.title = about === null ? texts.appName : texts.windowTitle(about, texts.appName);
  }, [about]);
}
