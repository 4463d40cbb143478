import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay, progressOf } from '../../../electron/model/job-standing.ts';
import { clock, clockAhead, percent, speed } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** A job's phase in words: what it does, or what it waits for and until when, also from now. `now` in ms. */
export function jobWords(job: Job, now: number): string {
  return wordsWith(clockAhead, job, now);
}

/** The same where there is little room, with times by the clock only. */
export function briefJobWords(job: Job, now: number): string {
  return wordsWith(clock, job, now);
}

function wordsWith(timeOf: (iso: string, now: number) => string, job: Job, now: number): string {
  const { state } = job;
  const words = texts.job;
  switch (state.at) {
    case 'waiting':
      return words.waiting[state.reason](state.until === null ? null : timeOf(state.until, now));
    case 'sending':
      return job.fileName === null
        ? words.sendingFields
        : words.sending(
            percent(progressOf(state) ?? 0), // as far as the bar beside it
            state.bytesPerSecond === null ? null : speed(state.bytesPerSecond),
          );
    case 'verified':
      return words.verified(clock(state.finishedAt, now));
    case 'verifying':
    case 'unknown':
      return state.until === null ? words[state.at] : words.lookingAgain[state.at](timeOf(state.until, now));
    default:
      return words[state.at];
  }
}

/**
 * The same in a line of the queue, with why it waits, for whom, or why it failed, and which attempt it is. What it waits
 * for stands first: a narrow column cuts the end.
 */
export function jobLine(job: Job, now: number, behind: string | null): string {
  const { state, attempts } = job;
  const isNext = state.at !== 'waiting' || state.reason !== 'turn' || behind === null;
  const words = isNext ? briefJobWords(job, now) : texts.queue.turnBehind(shown(behind));
  if (state.at === 'failed') return shown(state.failure.message);
  // That there is no network, the words say already.
  const isOffline = state.at === 'waiting' && state.reason === 'network';
  if ('because' in state && state.because !== null && !isOffline) {
    return texts.queue.because(words, shown(state.because.message));
  }
  return attempts > 1 && isUnderWay(state)
    ? texts.queue.withAttempt(words, texts.job.attempts(attempts))
    : words;
}
