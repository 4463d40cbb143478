import type { JobState } from '../../../electron/model/job.ts';
import type { Look } from '../../ui/tone.tsx';

/** A shape and a tone for each state of a job; the word stands beside it. */
export const jobLook = {
  waiting: { icon: 'waiting', tone: 'quiet' },
  reading: { icon: 'queue', tone: 'busy' },
  merging: { icon: 'queue', tone: 'busy' },
  sending: { icon: 'queue', tone: 'busy' },
  answering: { icon: 'queue', tone: 'busy' },
  verifying: { icon: 'queue', tone: 'busy' },
  unknown: { icon: 'warning', tone: 'warns' },
  verified: { icon: 'check', tone: 'good' },
  blocked: { icon: 'problem', tone: 'bad' },
  conflict: { icon: 'warning', tone: 'warns' },
  failed: { icon: 'problem', tone: 'bad' },
  paused: { icon: 'pause', tone: 'quiet' },
  cancelled: { icon: 'close', tone: 'quiet' },
} as const satisfies Record<JobState['at'], Look>;
