import type { JobState } from '../../electron/model/job.ts';
import { sentShare } from '../../electron/model/job-standing.ts';

/**
 * What a screen reader should hear of a job: its start, each quarter of its file, each way it can end. Two
 * states with the same milestone need one announcement; null needs none.
 */
export type Milestone =
  | {
      readonly name:
        | 'waiting'
        | 'started'
        | 'answering'
        | 'verified'
        | 'cancelled'
        | 'needs-person'
        | 'unknown';
    }
  | { readonly name: 'quarter'; readonly quarter: 1 | 2 | 3 };

export function milestoneOf(state: JobState): Milestone | null {
  switch (state.at) {
    case 'waiting':
    case 'answering':
    case 'verified':
    case 'cancelled':
    case 'unknown':
      return { name: state.at };
    case 'blocked':
    case 'conflict':
    case 'failed':
      return { name: 'needs-person' };
    case 'sending': {
      const share = sentShare(state);
      if (share < 0.25) return { name: 'started' };
      return { name: 'quarter', quarter: share < 0.5 ? 1 : share < 0.75 ? 2 : 3 };
    }
    default:
      return null;
  }
}

export function sameMilestone(a: Milestone | null, b: Milestone | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.name === 'quarter' && b.name === 'quarter') return a.quarter === b.quarter;
  return a.name === b.name;
}
