import type { Connection } from '../../electron/model/connection.ts';
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
export async function tellDoneElsewhere({ connectionId, version, batch }: Job): Promise<void> {
  if (batch === null) return tell(connectionId, (team) => texts.elsewhere.published(team, shown(version)));
  const answer = await call('jobs.list', { connectionId });
  const together = answer.ok ? answer.value.filter((job) => job.batch?.id === batch.id) : [];
  if (together.length === 0 || together.some(({ state }) => isUnderWay(state))) return;
  const numbers = howMany(together);
  tell(connectionId, (team) => texts.elsewhere.batchPublished(team, shown(batch.name), ...numbers));
}

/** A team that is shown says so itself, and of one that is gone there is nothing to say. */
export function followDoneElsewhere(): () => void {
  return useConnections.subscribe(() => {
    for (const connectionId of told) {
      if (teamElsewhere(connectionId) !== null) continue;
      told.delete(connectionId);
      withdrawNotices(topicOf(connectionId));
    }
  });
}

function tell(connectionId: string, sentence: (team: string) => string): void {
  const team = teamElsewhere(connectionId);
  if (team === null) return;
  told.add(connectionId);
  notify({
    tone: 'success',
    message: sentence(shown(team.name)),
    about: topicOf(connectionId),
    actions: [{ label: texts.job.show, run: () => show(connectionId) }],
  });
}

/** The team, unless it is shown or gone. */
function teamElsewhere(connectionId: string): Connection | null {
  const { connections, currentId } = useConnections.getState();
  return connectionId === currentId ? null : (connections.find(({ id }) => id === connectionId) ?? null);
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
