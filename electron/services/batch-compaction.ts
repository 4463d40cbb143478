import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Batch } from '../model/batch.ts';
import { contentOf } from '../publish/draft-content.ts';
import type { ArtifactSource, DraftFile, DraftStore, StoredDraft } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import type { BatchReviewer } from './batch-review.ts';
import type { DraftService } from './drafts.ts';
import type { Events } from './events.ts';
import { keepNewest } from './keep-newest.ts';

/** Makes batches smaller without another end, and takes that back. */
export interface BatchCompaction {
  /**
   * Puts drafts of one release together and discards what changes nothing. Throws `busy` while one is being published.
   * Answers an id by which it can be undone.
   */
  compact(batch: Batch): Promise<string>;
  /**
   * Undoes a `compact`, as long as the app has not been closed since: answers the batch as it was then, and in sentences
   * which drafts stay discarded. Throws `conflict`, and changes nothing, where a draft that took others in was changed.
   */
  takeApart(compactionId: string): Promise<{ batch: Batch; problems: string[] }>;
}

interface Dependencies {
  drafts: DraftStore;
  service: Pick<DraftService, 'discardAll' | 'restoreAll'>;
  reviewer: BatchReviewer;
  events: Events;
  clock: Clock;
  newId: () => string;
  isPublishing: (draftId: string) => boolean;
  transaction: (work: () => void) => void;
}

/** What was done to the drafts of a batch: those that took others in, as they were before and as they became. */
interface Done {
  readonly batch: Batch;
  readonly joined: readonly { readonly before: StoredDraft; readonly content: string }[];
  readonly discarded: readonly string[];
}

export function createBatchCompaction(given: Dependencies): BatchCompaction {
  const { drafts, service, reviewer, events, clock } = given;
  const done = new Map<string, Done>();

  const write = (written: readonly StoredDraft[]): void => {
    for (const { id, fields, file, source, updatedAt } of written) {
      drafts.update(id, { fields, file, source, updatedAt });
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
      const updatedAt = isoNow(clock);
      // The store has one draft for a release of the server: only of new ones can there be several.
      const joins = compacted.joined.flatMap(({ into, draftIds }) => {
        const [before, one] = [drafts.live(into), compacted.drafts.find(({ id }) => id === into)];
        if (!before || !one) return [];
        const source = sourceOf(
          one.file,
          draftIds.flatMap((id) => drafts.live(id) ?? []),
        );
        return [
          { before, after: { ...before, fields: one.fields, file: one.file, source, updatedAt }, draftIds },
        ];
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
      const id = given.newId();
      keepNewest(done, id, { batch, joined, discarded }, mostKept);
      tell(
        batch.connectionId,
        joins.map(({ after }) => after),
      );
      return id;
    },
    takeApart: async (id) => {
      const one = done.get(id);
      if (!one) throw appError('not-known', words().refusals.batch.nothingJoined);
      const isAsLeft = ({ before, content }: Done['joined'][number]): boolean => {
        const now = drafts.live(before.id);
        return now !== null && contentOf(now) === content && !given.isPublishing(now.id);
      };
      if (!one.joined.every(isAsLeft)) {
        throw appError('conflict', words().refusals.batch.joinedChanged);
      }
      done.delete(id);
      const before = one.joined.map((join) => join.before);
      given.transaction(() => write(before));
      const { problems } = await service.restoreAll(one.discarded);
      tell(one.batch.connectionId, before);
      return { batch: one.batch, problems };
    },
  };
}

/** So many can be undone, of all batches together. */
const mostKept = 50;

/** Where the artifact of a file came from, as the draft knows that brought it. */
function sourceOf(file: DraftFile, drafts: readonly StoredDraft[]): ArtifactSource | null {
  if (file.kind !== 'replace') return null;
  const { sha256 } = file.artifact;
  const brought = drafts.find(
    (draft) => draft.file.kind === 'replace' && draft.file.artifact.sha256 === sha256,
  );
  return brought?.source ?? null;
}
