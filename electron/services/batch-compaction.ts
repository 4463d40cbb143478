import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Batch } from '../model/batch.ts';
import { contentOf } from '../publish/draft-content.ts';
import type { ArtifactSource, DraftFile, DraftStore, StoredDraft } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import type { BatchReviewer } from './batch-review.ts';
import type { DraftService } from './drafts.ts';
import type { Events } from './events.ts';

/** Makes batches smaller without another end, and takes that back. */
export interface BatchCompaction {
  /** Puts drafts of one release together and discards what changes nothing. Throws `busy` while one is being published. */
  compact(batch: Batch): Promise<void>;
  /** Undoes the last `compact` of the batch that was not undone yet, as long as the app has not been closed since. */
  takeApart(batchId: string): Promise<void>;
}

interface Dependencies {
  drafts: DraftStore;
  service: Pick<DraftService, 'discardAll' | 'restoreAll'>;
  reviewer: BatchReviewer;
  events: Events;
  clock: Clock;
  isPublishing: (draftId: string) => boolean;
  transaction: (work: () => void) => void;
}

/** What was done to the drafts of a batch: those that took others in, as they were before and as they became. */
interface Done {
  readonly batchId: string;
  readonly joined: readonly { readonly before: StoredDraft; readonly content: string }[];
  readonly discarded: readonly string[];
}

export function createBatchCompaction(given: Dependencies): BatchCompaction {
  const { drafts, service, reviewer, events, clock } = given;
  /** The newest last. */
  let done: readonly Done[] = [];

  const write = (written: readonly StoredDraft[]): void => {
    for (const { id, fields, file, source } of written) {
      drafts.update(id, { fields, file, source, updatedAt: isoNow(clock) });
    }
  };
  const tell = (connectionId: string, changed: readonly StoredDraft[]): void => {
    if (changed.length > 0) {
      events.emit('drafts.changed', { connectionId, draftIds: changed.map(({ id }) => id) });
    }
  };

  return {
    compact: async (batch) => {
      const compacted = await reviewer.compact(batch);
      // The store has one draft for a release of the server: only of new ones can there be several.
      const joins = compacted.joined.flatMap(({ into, draftIds }) => {
        const [before, one] = [drafts.live(into), compacted.drafts.find(({ id }) => id === into)];
        if (!before || !one) return [];
        const source = sourceOf(
          one.file,
          draftIds.flatMap((id) => drafts.live(id) ?? []),
        );
        return [{ before, after: { ...before, fields: one.fields, file: one.file, source }, draftIds }];
      });
      const taken = joins.flatMap(({ before, draftIds }) => draftIds.filter((id) => id !== before.id));
      const discarded = [...compacted.dropped, ...taken];
      if (joins.some(({ before }) => given.isPublishing(before.id))) {
        throw appError('busy', words().refusals.batch.draftPublishing);
      }
      given.transaction(() => write(joins.map(({ after }) => after)));
      try {
        await service.discardAll(discarded);
      } catch (error) {
        given.transaction(() => write(joins.map(({ before }) => before)));
        throw error;
      }
      const joined = joins.map(({ before, after }) => ({ before, content: contentOf(after) }));
      done = [...done, { batchId: batch.id, joined, discarded }].slice(-mostKept);
      tell(
        batch.connectionId,
        joins.map(({ after }) => after),
      );
    },
    takeApart: async (batchId) => {
      const last = done.findLast((one) => one.batchId === batchId);
      if (!last) throw appError('not-known', words().refusals.batch.nothingJoined);
      const isAsLeft = ({ before, content }: Done['joined'][number]): boolean => {
        const now = drafts.live(before.id);
        return now !== null && contentOf(now) === content && !given.isPublishing(now.id);
      };
      if (!last.joined.every(isAsLeft)) {
        throw appError('conflict', words().refusals.batch.joinedChanged);
      }
      done = done.filter((one) => one !== last);
      const before = last.joined.map((join) => join.before);
      write(before);
      const { problems } = await service.restoreAll(last.discarded);
      for (const [connectionId, changed] of Map.groupBy(before, (draft) => draft.connectionId)) {
        tell(connectionId, changed);
      }
      if (problems.length > 0) throw notAllBack(problems);
    },
  };
}

/** So many can be undone, of all batches together; each holds what the drafts said before. */
const mostKept = 10;

/** So many are named of those that could not be had back. */
const mostNamed = 5;

function notAllBack(problems: readonly string[]): Error {
  const more = Math.max(0, problems.length - mostNamed);
  const message = problems.slice(0, mostNamed).join(' ');
  return appError('conflict', { message, remedy: words().refusals.batch.othersBack(more) });
}

/** Where the artifact of a file came from, as the draft knows that brought it. */
function sourceOf(file: DraftFile, drafts: readonly StoredDraft[]): ArtifactSource | null {
  if (file.kind !== 'replace') return null;
  const { sha256 } = file.artifact;
  const brought = drafts.find(
    (draft) => draft.file.kind === 'replace' && draft.file.artifact.sha256 === sha256,
  );
  return brought?.source ?? null;
}
