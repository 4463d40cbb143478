import type { Clock } from '../clock.ts';
import type { Log } from '../diagnostics/log.ts';
import { failureFrom } from '../errors.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { Store } from '../store/database.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { JobStore } from '../store/jobs.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Bytes of artifacts kept for what was sent before, the newest first, so that a lost file can be put back. */
const keptForHistory = 2 * 1024 ** 3;

interface Dependencies {
  store: Store;
  vault: ArtifactVault;
  drafts: DraftStore;
  jobs: JobStore;
  history: HistoryStore;
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

/**
 * Forgets drafts discarded over a day ago and artifacts nothing needs any more, and backs the database up: soon after
 * the start and then each hour. A round that fails is tried again with the next. Returns what stops it.
 */
export function startHousekeeping(given: Dependencies): () => void {
  const { store, vault, drafts, clock, log } = given;
  let stopTimer = (): void => undefined;
  let stopped = false;

  const round = async (): Promise<void> => {
    drafts.forgetDiscarded(new Date(clock.now() - dayMs).toISOString());
    await vault.collect(neededArtifacts(given));
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

/** SHA-256 of every artifact a draft or a job still sends, and of what was sent last while it fits the limit. */
function neededArtifacts({ drafts, jobs, history }: Dependencies): Set<string> {
  const needed = new Set([...drafts.artifacts().map(({ sha256 }) => sha256), ...jobs.artifactHashes()]);
  let bytes = 0;
  for (const { sha256, size } of history.artifacts()) {
    if (needed.has(sha256)) continue;
    bytes += size;
    if (bytes > keptForHistory) break;
    needed.add(sha256);
  }
  return needed;
}
