import { type Clock, isoNow } from '../clock.ts';
import { preferences } from '../model/preference.ts';
import { defaultVaultLimit, largestVaultLimit, type VaultUsage } from '../model/vault.ts';
import { sizeInWords } from '../publish/words.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { HistoryPlace, HistoryStore, SentArtifact } from '../store/history.ts';
import type { JobStore } from '../store/jobs.ts';
import type { LetGoStore } from '../store/let-go.ts';
import type { SettingStore } from '../store/settings.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';

/**
 * The room the app's copies of artifacts take. What a draft or a job sends stays, whatever it takes; of what was sent
 * before, the newest stay as far as the person's limit goes, so that a lost file can be put back.
 */
export interface VaultRoom {
  usage(): Promise<VaultUsage>;
  /** What this limit (bytes) would let go of now. With `commit` it is set, and that is let go of. */
  limit(limitBytes: number, commit: boolean): Promise<{ usage: VaultUsage; files: number; bytes: number }>;
  /** Lets go of what is over the limit, and of copies nothing knows; says which of those that were sent are gone. */
  tidy(): Promise<void>;
}

interface Dependencies {
  readonly vault: ArtifactVault;
  readonly drafts: DraftStore;
  readonly jobs: JobStore;
  readonly history: HistoryStore;
  readonly letGo: LetGoStore;
  readonly settings: SettingStore;
  readonly events: Events;
  readonly clock: Clock;
}

/** So many of what was let go of are shown. */
const mostShown = 50;

export function createVaultRoom(given: Dependencies): VaultRoom {
  const { vault, drafts, jobs, history, letGo, settings, events, clock } = given;

  const limitNow = (): number => {
    const stored = Number(settings.get(preferences.vaultLimit) ?? Number.NaN);
    return Number.isInteger(stored) && stored >= 0 && stored <= largestVaultLimit
      ? stored
      : defaultVaultLimit;
  };

  const standing = async (): Promise<Standing> => ({
    sizes: await vault.list(),
    sent: await everySent(history),
    // Last, and at once: what has come to be needed meanwhile counts.
    needed: new Set([...drafts.artifacts().map(({ sha256 }) => sha256), ...jobs.artifactHashes()]),
  });

  const usageOf = ({ sizes, sent, needed }: Standing): VaultUsage => {
    const sum = (hashes: Iterable<string>): number =>
      [...hashes].reduce((total, sha256) => total + (sizes.get(sha256) ?? 0), 0);
    const past = sent.map(({ artifact }) => artifact.sha256).filter((sha256) => !needed.has(sha256));
    return {
      neededBytes: sum(needed),
      historyBytes: sum(past),
      limitBytes: limitNow(),
      letGo: letGo
        .list(mostShown)
        .filter(({ sha256 }) => !sizes.has(sha256))
        .map(({ sha256: _sha256, ...gone }) => gone),
    };
  };

  const tidy = async (): Promise<void> => {
    const now = await standing();
    const { kept, over } = within(limitNow(), now);
    const removed = new Set(await vault.collect(new Set([...now.needed, ...kept])));
    const gone = over.filter(({ artifact }) => removed.has(artifact.sha256));
    if (gone.length === 0) return;
    const at = isoNow(clock);
    letGo.add(
      gone.map(({ artifact: { sha256, name, size }, version }) => ({ sha256, name, version, size, at })),
    );
    events.emit('notice', { tone: 'info', message: farewell(gone, limitNow()), about: null, isOnJob: false });
  };

  return {
    usage: async () => usageOf(await standing()),
    limit: async (limitBytes, commit) => {
      const now = await standing();
      const { over } = within(limitBytes, now);
      if (commit) {
        settings.set(preferences.vaultLimit, String(limitBytes));
        await tidy();
      }
      return {
        usage: usageOf(commit ? await standing() : now),
        files: over.length,
        bytes: over.reduce((total, { artifact }) => total + artifact.size, 0),
      };
    },
    tidy,
  };
}

interface Standing {
  /** Of every copy there is, in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Everything that was sent, each once, the last sent first. */
  readonly sent: readonly SentArtifact[];
  readonly needed: ReadonlySet<string>;
}

/** What stays of the past within the limit, the newest first, and which copies are over it. */
function within(
  limitBytes: number,
  { sizes, sent, needed }: Standing,
): { kept: string[]; over: SentArtifact[] } {
  const past = sent.filter(({ artifact: { sha256 } }) => sizes.has(sha256) && !needed.has(sha256));
  let bytes = 0;
  const firstOver = past.findIndex(({ artifact }) => {
    bytes += sizes.get(artifact.sha256) ?? 0;
    return bytes > limitBytes;
  });
  const count = firstOver === -1 ? past.length : firstOver;
  return {
    kept: past.slice(0, count).map(({ artifact }) => artifact.sha256),
    over: past.slice(count),
  };
}

/** A few hundred at a time, so that the process is free in between. */
const pageSize = 500;

async function everySent(history: HistoryStore): Promise<SentArtifact[]> {
  const newest = new Map<string, SentArtifact>();
  let from: HistoryPlace | null = null;
  do {
    const { items, next }: ReturnType<HistoryStore['sentArtifacts']> = history.sentArtifacts(pageSize, from);
    for (const sent of items) if (!newest.has(sent.artifact.sha256)) newest.set(sent.artifact.sha256, sent);
    from = next;
    if (from) await new Promise((resolve) => setImmediate(resolve));
  } while (from);
  return [...newest.values()];
}

const mostNamed = 3;

function farewell(gone: readonly SentArtifact[], limitBytes: number): string {
  const names = gone.slice(0, mostNamed).map(({ artifact, version }) => `${artifact.name} (${version})`);
  return words().notices.letGo(gone.length, names, limitBytes === 0 ? null : sizeInWords(limitBytes));
}
