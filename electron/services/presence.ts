import type { Clock } from '../clock.ts';
import type { Job } from '../model/job.ts';
import { isActive, partDone } from '../model/job-standing.ts';
import type { Events } from './events.ts';
import { endOf, harmless, type Message, needOf, needsInWords } from './presence-words.ts';
import { type QueueWords, queueWords } from './queue-words.ts';

/** What the desktop shows of the app while nobody looks at its window. */
export interface Desktop {
  /** For the task bar or dock: from 0 to 1, `waiting` while time or a person is waited for, null for none. */
  progress(value: number | 'waiting' | null): void;
  /** How the queue stands, for who sees only an icon. */
  describe(words: QueueWords): void;
  /** Keeps the computer from falling asleep: only while bytes move. */
  stayAwake(awake: boolean): void;
  /** Tells who does not look at the window. */
  notify(message: Message): void;
}

interface Dependencies {
  readonly events: Events;
  readonly jobs: () => readonly Job[];
  readonly desktop: Desktop;
  readonly clock: Clock;
}

/** What happens at once is told at once: for so long (ms) it is gathered. */
const gatherMs = 2000;

/**
 * Follows the queue and keeps the desktop true to it: its progress, and a notification as soon as a person is needed,
 * once for each time, and when everything has come to its end. What needed a person when the app started is no news.
 * Returns what stops it.
 */
export function createPresence({ events, jobs, desktop, clock }: Dependencies): () => void {
  /** The jobs since the queue was last empty, as they are. */
  let run = new Map<string, Job>();
  let shown = '';
  const told = new Set(jobs().flatMap((job) => (needOf(job) ? [job.id] : [])));
  /** Dangers that no job's state says: a lost file, a full disk. Each is told once in a run. */
  let dangers: string[] = [];
  const toldDangers = new Set<string>();
  let stopTimer: (() => void) | null = null;

  const show = (): void => {
    const jobsOfRun = [...run.values()];
    const standing = standingOf(jobsOfRun);
    const words = queueWords(jobsOfRun);
    const next = JSON.stringify([standing, words]);
    if (next === shown) return;
    shown = next;
    desktop.progress(standing.progress);
    desktop.stayAwake(standing.bytesMove);
    desktop.describe(words);
  };

  /** What a person is needed for and has not been told. One that was helped meanwhile is none. */
  const news = (): Message | null => {
    const needing = jobs().filter((job) => needOf(job) !== null && !told.has(job.id));
    for (const { id } of needing) told.add(id);
    const message = needsInWords(needing, dangers);
    dangers = [];
    return message;
  };
  const tellSoon = (): void => {
    stopTimer ??= clock.after(gatherMs, () => {
      stopTimer = null;
      const message = news();
      if (message) desktop.notify(harmless(message));
    });
  };
  const tellEnd = (): void => {
    stopTimer?.();
    stopTimer = null;
    const inQueue = new Set(jobs().map(({ id }) => id));
    // Whoever took a failed one off the list has seen it.
    const mine = [...run.values()].filter((job) => needOf(job) === null || inQueue.has(job.id));
    for (const job of mine) if (needOf(job)) told.add(job.id);
    const message = endOf(mine, dangers);
    dangers = [];
    if (message) desktop.notify(harmless(message));
    run = new Map();
    toldDangers.clear();
  };

  const follow = (job: Job): void => {
    const isOfRun = isActive(job) || run.has(job.id);
    if (isOfRun) run.set(job.id, job);
    if (needOf(job) === null) told.delete(job.id);
    else if (!told.has(job.id)) tellSoon();
    if (!isOfRun) return;
    show();
    if (![...run.values()].some(isActive)) tellEnd();
  };
  const stop = events.listen((name, payload) => {
    if (name === 'jobs.changed') follow(payload.job);
    if (name !== 'notice') return;
    const { tone, message } = payload;
    if (tone !== 'danger' || toldDangers.has(message)) return;
    toldDangers.add(message);
    dangers.push(message);
    tellSoon();
  });
  for (const job of jobs()) if (isActive(job)) run.set(job.id, job);
  show();
  return () => {
    stop();
    stopTimer?.();
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
  const parts = jobs.reduce((sum, job) => sum + partDone(job.state), 0);
  const fraction = Math.floor((parts / jobs.length) * 100) / 100;
  const atWork = active.some(({ state }) => state.at !== 'waiting' && state.at !== 'paused');
  return {
    progress: atWork ? fraction : 'waiting',
    bytesMove: active.some(({ state }) => state.at === 'sending'),
  };
}
