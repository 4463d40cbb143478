import { clockAhead, count } from '../../format.ts';
import type { BatchStanding } from '../../store/batch-standing.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** "4 of 9 verified · done about 18:42, in 14 min", or what it waits for instead. `now` in ms. */
export function standingWords(standing: BatchStanding, now: number): string {
  const { all, verified, needPerson, phase, doneAt } = standing;
  const words = texts.batches;
  return [
    phase.at !== 'scheduled' && words.verified(count(verified), count(all)),
    phase.at === 'paused' && words.phase.paused,
    phase.at === 'stopped' && words.phase.stopped(shown(phase.version)),
    phase.at === 'scheduled' && words.phase.scheduled(clockAhead(phase.startAt, now)),
    needPerson > 0 && phase.at !== 'stopped' && words.needYou(needPerson, count(needPerson)),
    doneAt !== null && phase.at !== 'over' && words.doneAbout(clockAhead(doneAt, now)),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
