import type { Job } from '../model/job.ts';
import { isActive } from '../model/job-standing.ts';
import { words } from '../texts/words.ts';
import { needOf } from './presence-words.ts';

/** How the queue stands, for an icon: what it says, and what it offers to do. */
export interface QueueWords {
  readonly standing: string;
  /** Null when there is nothing to be paused or resumed. */
  readonly offer: 'pause' | 'resume' | null;
}

/** @param run the jobs since the queue was last empty */
export function queueWords(run: readonly Job[]): QueueWords {
  const said = words().desktop.tray;
  const cancelled = run.filter(({ state }) => state.at === 'cancelled').length;
  const published = run.filter(({ state }) => state.at === 'verified').length;
  const needing = run.filter((job) => needOf(job) !== null).length;
  const active = run.filter(isActive);
  const isPaused = active.length > 0 && active.every(({ state }) => state.at === 'paused');
  const parts = [
    run.length > cancelled && said.published(published, run.length),
    isPaused && said.paused,
    needing > 0 && said.needing(needing),
    run.length > cancelled && cancelled > 0 && said.cancelled(cancelled),
  ].filter((part) => part !== false);
  return {
    standing: parts.length === 0 ? said.nothing : parts.join(', '),
    offer: active.length === 0 ? null : isPaused ? 'resume' : 'pause',
  };
}
