import type { Job } from '../../electron/model/job.ts';
import { isStuck } from '../../electron/model/job-standing.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { chooseConnection, useConnections } from './connections.ts';
import { tellDoneElsewhere } from './done-elsewhere.ts';
import { go } from './navigation.ts';
import { notify, useNotices, withdrawNotices } from './notices.ts';
import { selectJob } from './selected-job.ts';

/**
 * Takes over the new state of a job of a team that is not shown, of which the window shows nothing: that it is published
 * is told, and once that a person is needed there, no longer than somebody is.
 */
export function adoptJobElsewhere(job: Job): void {
  if (job.state.at === 'verified') void tellDoneElsewhere(job);
  const former = needing.get(job.id);
  if (isStuck(job)) needing.set(job.id, job);
  else needing.delete(job.id);
  if (isStuck(job) && former?.state.at !== job.state.at) tell(job.connectionId);
  else if (former !== undefined && isTold(job.connectionId)) tell(job.connectionId);
}

/** Takes back what is said of a team once it is shown, or gone, until the returned function is called. */
export function followTeamsElsewhere(): () => void {
  return useConnections.subscribe(({ connections, currentId }) => {
    for (const { id, connectionId } of needing.values()) {
      const isThere = connections.some((team) => team.id === connectionId);
      if (isThere && connectionId !== currentId) continue;
      needing.delete(id);
      withdrawNotices(topicOf(connectionId));
    }
  });
}

/** One notice for each team: those of a whole batch would push everything else away. */
function tell(connectionId: string): void {
  const team = useConnections.getState().connections.find(({ id }) => id === connectionId);
  const jobs = [...needing.values()].filter((job) => job.connectionId === connectionId);
  const [job] = jobs;
  if (team === undefined || job === undefined) {
    withdrawNotices(topicOf(connectionId));
    return;
  }
  const name = shown(team.name);
  notify({
    tone: jobs.some(({ state }) => state.at === 'failed') ? 'danger' : 'warning',
    message: jobs.length === 1 ? sentence(name, job) : texts.elsewhere.several(name, count(jobs.length)),
    about: topicOf(connectionId),
    actions: [{ label: texts.job.show, run: () => show(connectionId, jobs.length === 1 ? job : null) }],
  });
}

function sentence(team: string, { version, state }: Job): string {
  const words = texts.elsewhere;
  const name = shown(version);
  if (state.at === 'failed') return words.failed(team, name, shown(state.failure.message));
  return state.at === 'conflict' ? words.conflict(team, name) : words.blocked(team, name);
}

/** Changes to the team, and opens its queue or the one job there. */
function show(connectionId: string, job: Job | null): void {
  chooseConnection(connectionId);
  if (job === null) go('queue');
  else selectJob(job, true);
}

function isTold(connectionId: string): boolean {
  return useNotices.getState().notices.some(({ about }) => about === topicOf(connectionId));
}

const topicOf = (connectionId: string): string => `elsewhere ${connectionId}`;

/** The jobs of other teams that need a person since they are not shown. */
const needing = new Map<string, Job>();
