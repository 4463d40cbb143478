import type { BatchReview } from '../../../electron/model/batch.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { ahead, clockAhead, count, notPast } from '../../format.ts';
import type { BatchStanding } from '../../store/batch-standing.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** "4 of 9 verified · done about 18:42, in 14 min", or what it waits for instead. `now` in ms. */
export function standingWords(standing: BatchStanding, now: number): string {
  const { all, verified, needPerson, cancelled, phase, doneAt } = standing;
  const words = texts.batches;
  return [
    phase.at !== 'scheduled' && words.verified(count(verified), count(all)),
    phase.at === 'paused' && words.phase.paused,
    phase.at === 'stopped' && words.phase.stopped(shown(phase.version)),
    phase.at === 'scheduled' && words.phase.scheduled(clockAhead(phase.startAt, now)),
    needPerson > 0 && phase.at !== 'stopped' && words.needYou(needPerson, count(needPerson)),
    cancelled > 0 && words.end.cancelled(count(cancelled)),
    doneAt !== null && phase.at !== 'over' && words.doneAbout(clockAhead(notPast(doneAt, now), now)),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/**
 * When a batch that begins now would be done. Without a network nobody knows when that is: then how long it takes, of one
 * that begins at a time nothing. `startAt` is that time (ISO 8601), `now` in ms.
 */
export function doneWords(
  { startsAt, finishesAt }: BatchReview['cost'],
  startAt: string | null,
  online: boolean,
  now: number,
): string | null {
  const words = texts.batches;
  if (online) return words.wouldBeDone(clockAhead(finishesAt, now));
  return startAt === null ? words.doneOnceOnline(ahead(finishesAt, Date.parse(startsAt))) : null;
}

/** "3 verified, 1 failed": how the jobs of a batch ended, of which nothing is on its way any more. */
export function endWords(jobs: readonly Job[]): string {
  const words = texts.batches.end;
  const of = (...states: JobState['at'][]) => jobs.filter(({ state }) => states.includes(state.at)).length;
  const [verified, failed, undecided, cancelled] = [
    of('verified'),
    of('failed'),
    of('blocked', 'conflict'),
    of('cancelled'),
  ];
  if (verified === jobs.length) return words.all(count(verified));
  return [
    verified > 0 && words.verified(count(verified)),
    failed > 0 && words.failed(count(failed)),
    undecided > 0 && texts.batches.needYou(undecided, count(undecided)),
    cancelled > 0 && words.cancelled(count(cancelled)),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
