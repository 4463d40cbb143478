import type { Job } from '../../electron/model/job.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { type Milestone, milestoneOf, sameMilestone } from './job-announcement.ts';

/** Says the start, each quarter and the end of a job; never every tick. */
export function announceJob(former: Job | null, job: Job): void {
  const milestone = milestoneOf(job.state);
  const isTold = !isActive(job) && toldTogether.delete(job.id) && job.state.at === 'cancelled';
  if (isTold) return;
  if (milestone === null || sameMilestone(former && milestoneOf(former.state), milestone)) return;
  announce(sentence(milestone, job));
}

/** That these are cancelled is told once of all of them, and of each only how it ends otherwise. */
export function tellTogether(jobIds: Iterable<string>): void {
  for (const id of jobIds) toldTogether.add(id);
}

/** They are not cancelled after all. */
export function tellApart(jobIds: Iterable<string>): void {
  for (const id of jobIds) toldTogether.delete(id);
}

const toldTogether = new Set<string>();

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
