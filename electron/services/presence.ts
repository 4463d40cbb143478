import type { Job } from '../model/job.ts';
import type { Events } from './events.ts';

/** What the desktop shows of the app while nobody looks at its window. */
export interface Desktop {
  /** For the task bar or dock: from 0 to 1, `waiting` while time or a person is waited for, null for none. */
  progress(value: number | 'waiting' | null): void;
  /** Keeps the computer from falling asleep: only while bytes move. */
  stayAwake(awake: boolean): void;
  notify(title: string, body: string): void;
}

/** Follows the queue and keeps the desktop true to it. Returns what stops it. */
export function createPresence(events: Events, jobs: () => readonly Job[], desktop: Desktop): () => void {
  /** The jobs since the queue was last empty. */
  let run = new Set<string>();
  let shown = '';

  const look = (): void => {
    const all = jobs();
    for (const job of all) if (isActive(job)) run.add(job.id);
    const mine = all.filter(({ id }) => run.has(id));
    const standing = standingOf(mine);
    const next = JSON.stringify(standing);
    if (next !== shown) {
      shown = next;
      desktop.progress(standing.progress);
      desktop.stayAwake(standing.bytesMove);
    }
    if (run.size > 0 && !mine.some(isActive)) {
      const end = endOf(mine);
      if (end) desktop.notify(end.title, end.body);
      run = new Set();
    }
  };
  const stop = events.listen((name) => {
    if (name === 'jobs.changed') look();
  });
  look();
  return () => {
    stop();
    desktop.stayAwake(false);
  };
}

export interface Standing {
  readonly progress: number | 'waiting' | null;
  readonly bytesMove: boolean;
}

/** How a run of jobs stands. Progress reaches its end only when everything is verified; whole percents, to keep calm. */
export function standingOf(jobs: readonly Job[]): Standing {
  const active = jobs.filter(isActive);
  if (active.length === 0) return { progress: null, bytesMove: false };
  const counted = jobs.filter(({ state }) => state.at !== 'cancelled');
  const parts = counted.reduce((sum, job) => sum + partDone(job), 0);
  const fraction = Math.floor((parts / counted.length) * 100) / 100;
  const atWork = active.some(({ state }) => state.at !== 'waiting' && state.at !== 'paused');
  return {
    progress: atWork ? fraction : 'waiting',
    bytesMove: active.some(({ state }) => state.at === 'sending'),
  };
}

/** What to tell at the end of a run; null when there is nothing a person would want to be told. */
export function endOf(jobs: readonly Job[]): { title: string; body: string } | null {
  const verified = jobs.filter(({ state }) => state.at === 'verified');
  const stuck = jobs.filter(({ state }) => needsPerson(state.at));
  if (stuck.length > 0) {
    const versions = stuck.map(({ version }) => version).slice(0, 3);
    const more = stuck.length > versions.length ? ` and ${stuck.length - versions.length} more` : '';
    return {
      title: stuck.length === 1 ? 'A release needs you' : `${stuck.length} releases need you`,
      body: `${versions.join(', ')}${more}: see the queue. ${verified.length} of ${jobs.length} published.`,
    };
  }
  if (verified.length === 0) return null;
  return verified.length === 1
    ? { title: `${verified[0]?.version} is published`, body: 'Read back and verified.' }
    : { title: `${verified.length} releases are published`, body: 'Every one was read back and verified.' };
}

const needsPerson = (at: Job['state']['at']): boolean =>
  at === 'failed' || at === 'conflict' || at === 'blocked';

/** Whether a job goes on by itself, or would if it were not paused. */
const isActive = ({ state: { at } }: Job): boolean =>
  !needsPerson(at) && at !== 'verified' && at !== 'cancelled';

/** From 0 to 1: sending is most of the way, being verified all of it. */
function partDone({ state }: Job): number {
  switch (state.at) {
    case 'sending':
      return state.totalBytes === 0 ? 0 : 0.9 * (state.sentBytes / state.totalBytes);
    case 'answering':
    case 'unknown':
      return 0.9;
    case 'verifying':
      return 0.95;
    case 'verified':
      return 1;
    default:
      return 0;
  }
}
