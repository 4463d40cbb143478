import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isActive } from '../../../electron/model/job-standing.ts';
import { clock, clockAhead, clockAlone, notPast } from '../../format.ts';
import { useForecast } from '../../store/forecast.ts';
import { texts } from '../../texts/texts.ts';
import { Time } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';

/** When a job will be done by the clock, or when it was. */
export function JobDone({ job }: { readonly job: Job }): ReactElement {
  const forecast = useForecast((state) => state.byId.get(job.id));
  if (!isActive(job)) return <Time iso={job.updatedAt} short />;
  if (forecast === undefined || forecast.doneAt === null) return <>{texts.common.none}</>;
  return <Expected goesAt={forecast.goesAt} doneAt={forecast.doneAt} />;
}

type ExpectedProps = { readonly goesAt: string | null; readonly doneAt: string };

function Expected({ goesAt, doneAt }: ExpectedProps): ReactElement {
  const words = texts.queue;
  const more = useNow((now) => {
    const done = clockAhead(notPast(doneAt, now), now);
    return goesAt === null ? words.doneAbout(done) : words.forecast(clock(goesAt, now), done);
  });
  const brief = useNow((now) => words.about(clockAlone(notPast(doneAt, now), now)));
  return <span title={more}>{brief}</span>;
}
