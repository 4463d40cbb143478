import { clockAhead, count } from '../../format.ts';
import type { QueueStanding } from '../../store/queue-standing.ts';
import { texts } from '../../texts/texts.ts';

/** "3 of 8 published · 2 waiting · last one goes at 18:42, in 14 min"; without a network nobody knows when. `now` in ms. */
export function summaryWords(standing: QueueStanding, online: boolean, now: number): string {
  const { all, published, atWork, waiting, paused, needPerson, cancelled, lastGoesAt } = standing;
  const words = texts.queue;
  return [
    words.published(count(published), count(all)),
    atWork > 0 && words.atWork(count(atWork)),
    waiting > 0 && words.waiting(count(waiting)),
    paused > 0 && words.paused(count(paused)),
    needPerson > 0 && words.needYou(needPerson, count(needPerson)),
    cancelled > 0 && words.cancelled(count(cancelled)),
    online && waiting > 0 && lastGoesAt !== null && words.lastGoes(clockAhead(lastGoesAt, now)),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
