import type { Clock } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { LukittuClient } from '../lukittu/client.ts';
import type { ServerAnswer } from '../model/attempt.ts';
import type { Draft, Finding } from '../model/draft.ts';
import type { Branch, Release } from '../model/release.ts';
import { inTurns } from '../pieces.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { ConnectionStore } from '../store/connections.ts';
import type { HistoryStore } from '../store/history.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { filesInVault } from './files-in-vault.ts';
import type { Effect, JobRecord } from './job-record.ts';
import { preflight } from './preflight.ts';
import type { ReleaseRequest } from './request.ts';
import { seenBranches } from './seen-branches.ts';

type EffectOf<Name extends Effect['do']> = Extract<Effect, { do: Name }>;

/** Bytes of the body; `bytesPerSecond` is null until there is something to measure. */
export interface MeasuredProgress {
  sentBytes: number;
  totalBytes: number;
  bytesPerSecond: number | null;
}

/** What a job has done for it: the requests and the looks at the disk. Each throws an `AppError`. */
export interface JobWork {
  read(
    record: JobRecord,
    effect: EffectOf<'read'>,
    signal: AbortSignal,
  ): Promise<{ release: Release | null; fileInVault: boolean; branches: readonly Branch[] }>;
  check(record: JobRecord, effect: EffectOf<'check'>, signal: AbortSignal): Promise<Finding[]>;
  send(
    record: JobRecord,
    request: ReleaseRequest,
    watch: { signal: AbortSignal; progress: (progress: MeasuredProgress) => void; bodySent: () => void },
  ): Promise<{ releaseId: string; answer: ServerAnswer }>;
  checkKey(record: JobRecord, signal: AbortSignal): Promise<'accepted' | 'refused' | 'unclear'>;
}

interface Dependencies {
  /** Runs a request of a connection; throws what the network or the server says. */
  clients: { ask<T>(connectionId: string, request: (client: LukittuClient) => Promise<T>): Promise<T> };
  connections: ConnectionStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  history: HistoryStore;
  vault: ArtifactVault;
  clock: Clock;
  /** A release was read by itself: whoever shows it should know. */
  seen: (connectionId: string, release: Release) => void;
}

export function createJobWork(given: Dependencies): JobWork {
  const { clients, connections, releases, catalogue, vault, clock } = given;

  return {
    read: async ({ connectionId }, { productId, releaseId, branchId, versions }, signal) => {
      const release = await clients.ask(connectionId, async (client) => {
        if (releaseId !== null) return readOne(client, { productId, releaseId, versions }, signal);
        for (const version of versions) {
          const found = await client.findVersion({ productId, branchId, version }, { signal });
          if (found) return found;
        }
        return null;
      });
      if (release) given.seen(connectionId, release);
      return {
        release,
        fileInVault: (await filesInVault([release], given)).size > 0,
        branches: catalogue.branches(connectionId, productId),
      };
    },

    check: async (record, { theirs, merged }, signal) => {
      const { connectionId, productId, releaseId } = record;
      const { file, fields } = merged;
      if (file.kind === 'replace') await vault.verify(file.artifact.sha256, signal);
      const { branchId, version } = fields;
      // Whoever took the version since the list was read is found here, not by a refusal that costs a slot.
      const holder =
        theirs?.version === version && theirs.branchId === branchId
          ? null
          : await clients.ask(connectionId, (client) =>
              client.findVersion({ productId, branchId, version }, { signal }),
            );
      if (holder) given.seen(connectionId, holder);
      // The server has just said who has the version; whoever had it when the list was read may have given it up.
      const hadVersion = (release: Release): boolean =>
        release.version === version && release.branchId === branchId && release.id !== holder?.id;
      const { items } = await inTurns(releases.reading(connectionId, productId));
      const known = items.filter((release) => release.id !== releaseId && !hadVersion(release));
      const seen = theirs === null ? known : [...known, theirs];
      const licenses = catalogue.licenses(connectionId, productId);
      const draft: Draft = {
        id: record.draftId,
        connectionId,
        productId,
        releaseId,
        base: theirs,
        fields,
        file: file.kind === 'replace' ? { ...file, source: 'none' } : file,
        createdAt: new Date(record.createdAt).toISOString(),
        updatedAt: new Date(record.updatedAt).toISOString(),
      };
      return preflight(draft, {
        connection: { maxFileBytes: connections.get(connectionId)?.maxFileBytes ?? 0 },
        releases: seen,
        branches: seenBranches(catalogue.allBranches(connectionId), productId, seen),
        licenses: licenses.readAt === null ? null : licenses.items,
        // It has come to be the first.
        rivals: [],
        artifactInVault: true,
        oldFileInVault: record.oldFileInVault,
      });
    },

    send: async ({ connectionId }, request, { signal, progress, bodySent }) => {
      const { artifact } = request;
      const file = artifact && {
        path: await vault.pathOf(artifact.sha256, artifact.size),
        name: artifact.name,
        size: artifact.size,
      };
      const measure = createSpeedometer(clock);
      let answer: ServerAnswer = { status: 0, details: null };
      const options = {
        signal,
        onAnswer: (given: ServerAnswer) => {
          answer = given;
        },
        onProgress: ({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }) => {
          progress({ sentBytes, totalBytes, bytesPerSecond: measure(sentBytes) });
          if (sentBytes === totalBytes) bodySent();
        },
      };
      const { id } = await clients.ask(connectionId, (client) => {
        if (request.call === 'create') return client.create({ fields: request.data, file }, options);
        const { keepExistingFile, ...fields } = request.data;
        return client.update(request.releaseId, { fields, keepExistingFile, file }, options);
      });
      return { releaseId: id, answer };
    },

    checkKey: async ({ connectionId }, signal) => {
      try {
        await clients.ask(connectionId, (client) => client.topProducts({ signal }));
        return 'accepted';
      } catch (error) {
        return failureFrom(error).kind === 'invalid-key' ? 'refused' : 'unclear';
      }
    },
  };
}

/** Looks for a release by each version it may have now; the client pages through the product when none matches. */
async function readOne(
  client: LukittuClient,
  { productId, releaseId, versions }: { productId: string; releaseId: string; versions: readonly string[] },
  signal: AbortSignal,
): Promise<Release | null> {
  const [version = '', ...others] = versions;
  const found = await client.findRelease({ productId, releaseId, version }, { signal });
  if (found || others.length === 0) return found;
  return readOne(client, { productId, releaseId, versions: others }, signal);
}

const speedWindowMs = 3000;
/** A piece of a request takes no such time: it would be given up before. */
const clockWasSetMs = 10 * 60_000;

/** Bytes per second over the last seconds; null until there is something to measure. */
export function createSpeedometer(clock: Clock): (sentBytes: number) => number | null {
  const marks: { at: number; sentBytes: number }[] = [];
  return (sentBytes) => {
    const now = clock.now();
    const isSet = marks.some(({ at }) => at > now || now - at > clockWasSetMs);
    if (isSet) marks.length = 0;
    marks.push({ at: now, sentBytes });
    while (marks.length > 2 && now - (marks[0]?.at ?? now) > speedWindowMs) marks.shift();
    const first = marks[0];
    if (!first || now - first.at < 250) return null;
    return ((sentBytes - first.sentBytes) / (now - first.at)) * 1000;
  };
}
