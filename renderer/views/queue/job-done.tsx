import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isActive } from '../../../electron/model/job-standing.ts';
import { clock, clockAhead } from '../../format.ts';
import { useForecast } from '../../store/forecast.ts';
import { texts } from '../../texts/texts.ts';
import { Time } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';

/** When a job will be done by the clock, or when it was. */
export function JobDone({ job }: { readonly job: Job }): ReactElement {
  const forecast = useForecast((state) => state.byId.get(job.id));
  const now = useNow();
  const words = texts.queue;
  if (!isActive(job)) return <Time iso={job.updatedAt} short />;
  if (forecast === undefined || forecast.doneAt === null) return <>{texts.common.none}</>;
  const { goesAt, doneAt } = forecast;
  const done = clockAhead(doneAt, now);
  return (
    <span title={goesAt === null ? words.doneAbout(done) : words.forecast(clock(goesAt, now), done)}>
      {words.about(clock(doneAt, now))}
    </span>
  );
}
