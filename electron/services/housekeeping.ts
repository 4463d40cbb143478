import type { Clock } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { failureFrom } from '../errors.ts';
import type { Store } from '../store/database.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { VaultRoom } from './vault-room.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Dependencies {
  store: Store;
  room: VaultRoom;
  drafts: DraftStore;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

/**
 * Forgets drafts discarded over a day ago and artifacts nothing needs any more, and backs the database up: soon after
 * the start and then each hour. A round that fails is tried again with the next. Returns what stops it.
 */
export function startHousekeeping({ store, room, drafts, clock, log }: Dependencies): () => void {
  let stopTimer = (): void => undefined;
  let stopped = false;

  const round = async (): Promise<void> => {
    drafts.forgetDiscarded(new Date(clock.now() - dayMs).toISOString());
    await room.tidy();
    await store.backup();
  };
  const plan = (ms: number): void => {
    stopTimer = clock.after(ms, () => {
      void round()
        .catch((error: unknown) => log.warn('backup', { failure: failureFrom(error).kind }))
        .finally(() => {
          if (!stopped) plan(hourMs);
        });
    });
  };
  plan(10_000);
  return () => {
    stopped = true;
    stopTimer();
  };
}
