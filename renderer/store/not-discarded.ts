import type { Failure } from '../../electron/model/failure.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { useJobs } from './jobs.ts';
import { notify, notifyFailure, useNotices, withdrawNotices } from './notices.ts';

/** Says why drafts were not discarded; that they are being published, only as long as one of them is. */
export function tellNotDiscarded(failure: Failure, draftIds: readonly string[]): void {
  const published = beingPublished(draftIds);
  if (failure.kind !== 'busy' || published === 0) {
    notifyFailure(failure);
    return;
  }
  told += 1;
  const topic = `not discarded ${told}`;
  notify({
    tone: 'danger',
    message: draftIds.length === 1 ? failure.message : texts.drafts.notDiscarded(published, count(published)),
    detail: failure.remedy,
    about: topic,
  });
  const stop = useJobs.subscribe(() => {
    const isThere = useNotices.getState().notices.some(({ about }) => about === topic);
    if (isThere && beingPublished(draftIds) > 0) return;
    stop();
    withdrawNotices(topic);
  });
}

/** How many of them are in the queue. */
function beingPublished(draftIds: readonly string[]): number {
  const wanted = new Set(draftIds);
  return useJobs.getState().jobs.filter((job) => wanted.has(job.draftId) && isActive(job)).length;
}

/** Numbers what was told: a later one is not taken back with an earlier one. */
let told = 0;
