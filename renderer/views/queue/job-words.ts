import type { Job } from '../../../electron/model/job.ts';
import { clock, percent, speed } from '../../format.ts';
import { sentShare } from '../../store/job-progress.ts';
import { texts } from '../../texts/texts.ts';

/** A job's phase in words: what it does, or what it waits for and until when. `now` in ms. */
export function jobWords(job: Job, now: number): string {
  const { state } = job;
  const words = texts.job;
  switch (state.at) {
    case 'waiting':
      return words.waiting[state.reason](state.until === null ? null : clock(state.until, now));
    case 'sending':
      return job.fileName === null
        ? words.sendingFields
        : words.sending(
            percent(sentShare(state)),
            state.bytesPerSecond === null ? null : speed(state.bytesPerSecond),
          );
    case 'verified':
      return words.verified(clock(state.finishedAt, now));
    default:
      return words[state.at];
  }
}
