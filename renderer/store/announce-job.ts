import type { Job } from '../../electron/model/job.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { type Milestone, milestoneOf, sameMilestone } from './job-announcement.ts';

/** Says the start, each quarter and the end of a job; never every tick. */
export function announceJob(former: Job | null, job: Job): void {
  const milestone = milestoneOf(job.state);
  if (milestone === null || sameMilestone(former && milestoneOf(former.state), milestone)) return;
  announce(sentence(milestone, job));
}

function sentence(milestone: Milestone, { version, state }: Job): string {
  const words = texts.announce;
  const name = shown(version);
  switch (milestone.name) {
    case 'quarter':
      return words.quarter(name, milestone.quarter);
    case 'needs-person':
      return state.at === 'failed' ? words.failed(name, shown(state.failure.message)) : words.needsYou(name);
    default:
      return words[milestone.name](name);
  }
}
