import type { Job } from '../../electron/model/job.ts';
import { isUnderWay } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { chooseConnection, useConnections } from './connections.ts';
import { go } from './navigation.ts';
import { notify, withdrawNotices } from './notices.ts';

/**
 * Tells that a release of a team that is not shown is published, and of a batch once nothing more of it goes out: who has
 * gone on to another team need not look.
 */
export async function tellDoneElsewhere(job: Job): Promise<void> {
  const { connectionId, batch } = job;
  const answer = await call('jobs.list', { connectionId });
  const { connections, currentId } = useConnections.getState();
  const team = connections.find(({ id }) => id === connectionId);
  if (!answer.ok || team === undefined || connectionId === currentId) return;
  const together = answer.value.filter((other) => other.batch?.id === batch?.id);
  if (batch !== null && together.some(({ state }) => isUnderWay(state))) return;
  told.add(connectionId);
  const words = texts.elsewhere;
  const name = shown(team.name);
  notify({
    tone: 'success',
    message:
      batch === null
        ? words.published(name, shown(job.version))
        : words.batchPublished(name, shown(batch.name), ...howMany(together)),
    about: topicOf(connectionId),
    actions: [{ label: texts.job.show, run: () => show(connectionId) }],
  });
}

/** A team that is shown says so itself. */
export function followDoneElsewhere(): () => void {
  return useConnections.subscribe(({ currentId }) => {
    if (currentId !== null && told.delete(currentId)) withdrawNotices(topicOf(currentId));
  });
}

/** So many are published, of so many that were meant to be. */
function howMany(jobs: readonly Job[]): [string, string] {
  const verified = jobs.filter(({ state }) => state.at === 'verified');
  const meant = jobs.filter(({ state }) => state.at !== 'cancelled');
  return [count(verified.length), count(meant.length)];
}

function show(connectionId: string): void {
  chooseConnection(connectionId);
  go('queue');
}

const topicOf = (connectionId: string): string => `done elsewhere ${connectionId}`;

/** The teams of which it was told since they were shown. */
const told = new Set<string>();
