import type { Clock } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { failureFrom } from '../errors.ts';
import type { BatchStore } from '../store/batches.ts';
import type { Store } from '../store/database.ts';
import type { DraftStore } from '../store/drafts.ts';
import { keepPrivate } from '../store/private-files.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';
import type { VaultRoom } from './vault-room.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Dependencies {
  dataFolder: string;
  store: Store;
  room: VaultRoom;
  drafts: DraftStore;
  batches: BatchStore;
  events: Events;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

/**
 * Closes the app's files to others, backs the database up, forgets drafts and batches discarded over a day ago and lets
 * go of artifacts nothing needs any more: soon after the start and then each hour. What fails is tried again with the
 * next round, and keeps nothing else from being done; that there is no backup is told once. What is returned stops it,
 * when what is under way has come to its end.
 */
export function startHousekeeping(given: Dependencies): () => Promise<void> {
  const { dataFolder, store, room, drafts, batches, events, clock, log } = given;
  let stopTimer = (): void => undefined;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let lacksBackup = false;

  const tell = (failed: boolean, sentence: string): void => {
    if (failed === lacksBackup) return;
    lacksBackup = failed;
    const tone = failed ? 'warning' : 'info';
    events.emit('notice', { tone, message: sentence, about: 'backup', isOnJob: false });
  };
  const backUp = async (): Promise<void> => {
    try {
      await store.backup();
      tell(false, words().notices.backedUpAgain);
    } catch (error) {
      const { message, remedy } = failureFrom(error);
      tell(true, words().notices.noBackup(`${message} ${remedy}`));
      throw error;
    }
  };
  const forgetDiscarded = (): void => {
    const before = new Date(clock.now() - dayMs).toISOString();
    batches.forgetDiscarded(before);
    drafts.forgetDiscarded(before);
  };
  const tasks = [
    ['modes', () => keepPrivate(dataFolder)],
    ['backup', backUp],
    ['drafts', forgetDiscarded],
    ['vault', () => room.tidy()],
  ] as const;

  const round = async (): Promise<void> => {
    for (const [task, work] of tasks) {
      if (stopped) return;
      try {
        await work();
      } catch (error) {
        log.warn('housekeeping', { task, failure: failureFrom(error).kind });
      }
    }
  };
  const plan = (ms: number): void => {
    stopTimer = clock.after(ms, () => {
      underWay = round().finally(() => {
        if (!stopped) plan(hourMs);
      });
    });
  };
  plan(10_000);
  return () => {
    stopped = true;
    stopTimer();
    return underWay;
  };
}
