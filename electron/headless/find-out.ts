import type { JobRecord } from '../publish/job-record.ts';
import { isInDoubt } from '../publish/job-view.ts';
import { isAtWork } from '../publish/queue.ts';
import type { Services } from '../services.ts';

/**
 * Finds out what came of the requests an earlier run was sending when it was cut off, and sends nothing: what turns out
 * not to have been done waits. A release that cannot be read now stays in doubt. `tell` hears what is looked at.
 */
export async function findOut(services: Services, tell: (sentence: string) => void): Promise<void> {
  const { handlers, events } = services;
  const doubtful = recordsOf(services).filter(isInDoubt);
  for (const { id: jobId, phase, flight } of doubtful) {
    tell(
      `An earlier run was sending ${flight?.intent.meant.fields.version}: what came of it is found out first.`,
    );
    await handlers[phase.at === 'paused' ? 'jobs.resume' : 'jobs.retry']({ jobId }, []);
    await handlers['jobs.pause']({ jobId }, []);
  }
  const ids = new Set(doubtful.map(({ id }) => id));
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (recordsOf(services).some((record) => ids.has(record.id) && isAtWork(record))) return;
      end();
      resolve();
    };
    const end = events.listen(look);
    look();
  });
  for (const { id: jobId, phase } of recordsOf(services)) {
    if (phase.at === 'verified') await handlers['jobs.dismiss']({ jobId }, []);
  }
}

const recordsOf = (services: Services): JobRecord[] =>
  services.jobs().flatMap(({ id }) => services.record(id) ?? []);
