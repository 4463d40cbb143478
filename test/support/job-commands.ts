import type { JobRecord } from '../../electron/publish/job-record.ts';

/** What a person can ask of a job. */
type JobCommand = 'pause' | 'resume' | 'cancel' | 'retry' | 'resolve';

/** What can be asked of the job where it stands; `step` ignores the rest. */
export function commandsFor({ phase, stop }: JobRecord): JobCommand[] {
  switch (phase.at) {
    case 'queued':
    case 'reading':
    case 'checking':
    case 'checking-key':
      return ['pause', 'cancel'];
    case 'resting':
      return ['retry', 'pause', 'cancel'];
    case 'sending':
    case 'answering':
      return inFlight(stop);
    case 'finding-out':
      if (phase.until === null) return inFlight(stop);
      return phase.settling ? ['pause', 'cancel'] : ['retry', 'pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'conflict':
      return ['resolve', 'retry', 'cancel'];
    case 'blocked':
      return ['retry', 'cancel'];
    case 'failed':
    case 'cancelled':
      return ['retry'];
    case 'verified':
      return [];
  }
}

function inFlight(stop: JobRecord['stop']): JobCommand[] {
  if (stop === null) return ['pause', 'cancel'];
  return stop === 'pause' ? ['resume', 'cancel'] : [];
}
