import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Draft, DraftChange, DraftFields, DraftReview } from '../model/draft.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import type { Release } from '../model/release.ts';
import { withFields } from '../model/with-fields.ts';
import { inTurns } from '../pieces.ts';
import { takeIn } from '../publish/artifact.ts';
import { compare } from '../publish/comparison.ts';
import { isUntouched } from '../publish/draft-content.ts';
import { filesInVault } from '../publish/files-in-vault.ts';
import { preflight } from '../publish/preflight.ts';
import { startingFields } from '../publish/request.ts';
import { seenBranches } from '../publish/seen-branches.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { BatchStore } from '../store/batches.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftFile, DraftStore, StoredDraft } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { Piece, ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import { beginDraft } from './begin-draft.ts';
import type { ConnectionService } from './connections.ts';
import { listDrafts, someDrafts } from './draft-list.ts';
import { createDraftsTogether, type DraftsTogether } from './drafts-together.ts';
import type { Events } from './events.ts';

export interface DraftService extends DraftsTogether {
  /** Drafts that would change something, the newest change first. */
  list(connectionId: string, piece?: Piece): Promise<Draft[]>;
  /** Those of these that would be listed. */
  some(draftIds: readonly string[]): Promise<Draft[]>;
  /** The draft of a release, or a new one that starts from what was last seen. */
  open(connectionId: string, productId: string, releaseId: string | null): Promise<DraftReview>;
  review(draftId: string): Promise<DraftReview>;
  change(draftId: string, change: DraftChange): Promise<DraftReview>;
  attach(draftId: string, file: IncomingFile): Promise<DraftReview>;
  reattach(draftId: string): Promise<DraftReview>;
  /** Fills the release's draft with these fields and this file. Refused when it holds work of the person's own. */
  propose(proposal: Proposal): Promise<DraftReview>;
  /** Answers the name of the batch that went with it, being empty now; null when none did. */
  discard(draftId: string): string | null;
  /** Undoes `discard`, also of the batch. */
  restore(draftId: string): Promise<DraftReview>;
  get(draftId: string): StoredDraft;
  /** The draft as the page and the checks see it: with a look at where its artifact came from. */
  shown(stored: StoredDraft): Promise<Draft>;
}

/** What a draft is to say, from somewhere else than the editor: the history, a plan. */
export interface Proposal {
  connectionId: string;
  productId: string;
  releaseId: string;
  fields: DraftFields;
  file: DraftFile;
}

interface Dependencies {
  drafts: DraftStore;
  batches: BatchStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  history: HistoryStore;
  connections: ConnectionService;
  vault: ArtifactVault;
  events: Events;
  clock: Clock;
  newId: () => string;
  isPublishing: (draftId: string) => boolean;
  transaction: <T>(work: () => T) => T;
}

export function createDraftService(given: Dependencies): DraftService {
  const { drafts, batches, releases, catalogue, connections, vault, events, clock, newId } = given;

  const there = (draft: StoredDraft | null): StoredDraft => {
    if (!draft) throw appError('not-known', words().refusals.gone.draft);
    return draft;
  };
  const get = (id: string): StoredDraft => there(drafts.get(id));
  const live = (id: string): StoredDraft => there(drafts.live(id));

  const editable = (id: string): StoredDraft => {
    if (given.isPublishing(id)) {
      throw appError('busy', words().refusals.draft.publishing);
    }
    return get(id);
  };

  const shown = async ({ source, file, ...draft }: StoredDraft): Promise<Draft> => ({
    ...draft,
    file: file.kind === 'replace' ? { ...file, source: await vault.sourceState(source) } : file,
  });

  const review = async (stored: StoredDraft): Promise<DraftReview> => {
    const { connectionId, productId, releaseId } = stored;
    const draft = await shown(stored);
    const known = await inTurns(releases.reading(connectionId, productId));
    const licenses = catalogue.licenses(connectionId, productId);
    const branches = catalogue.branches(connectionId, productId);
    const server = known.items.find((release) => release.id === releaseId) ?? null;
    const { rows, changesAnything } = compare({
      draft,
      server,
      names: { branches, licenses: licenses.items },
    });
    const findings = preflight(draft, {
      connection: connections.get(connectionId),
      releases: known.items,
      branches:
        known.readAt === null
          ? null
          : seenBranches(catalogue.allBranches(connectionId), productId, known.items),
      licenses: licenses.readAt === null ? null : licenses.items,
      rivals: rivalsOf(stored),
      artifactInVault: await hasArtifact(stored),
      oldFileInVault: (await filesInVault([server], given)).size > 0,
    });
    return { draft, findings, comparison: rows, changesAnything };
  };

  /** Other drafts that say its version. */
  const rivalsOf = ({ id, connectionId, productId, fields: { version } }: StoredDraft): StoredDraft[] =>
    version === ''
      ? []
      : drafts.ofVersion(connectionId, productId, version).filter((other) => other.id !== id);

  const hasArtifact = async ({ file }: StoredDraft): Promise<boolean> =>
    file.kind !== 'replace' || vault.has(file.artifact.sha256, file.artifact.size);

  const save = async (stored: StoredDraft): Promise<DraftReview> => {
    const updated = { ...stored, updatedAt: isoNow(clock) };
    const former = rivalsOf(get(stored.id));
    drafts.update(stored.id, updated);
    changed([updated, ...former, ...rivalsOf(updated)]);
    return review(updated);
  };

  const changed = (those: readonly StoredDraft[]): void => {
    for (const [connectionId, together] of Map.groupBy(those, (draft) => draft.connectionId)) {
      const draftIds = new Set(together.map(({ id }) => id));
      events.emit('drafts.changed', { connectionId, draftIds: [...draftIds] });
    }
  };

  const batchesChanged = (those: readonly StoredDraft[]): void => {
    for (const connectionId of new Set(those.map((draft) => draft.connectionId))) {
      events.emit('batches.changed', { connectionId });
    }
  };

  const create = (connectionId: string, productId: string, base: Release | null): StoredDraft => {
    const draft = beginDraft({ id: newId(), connectionId, productId, at: isoNow(clock) }, base);
    drafts.insert(draft);
    return draft;
  };

  /** A draft nothing was changed in starts anew from what was last seen, so that it never goes stale. */
  const freshened = (draft: StoredDraft, release: Release): StoredDraft => {
    if (!isUntouched(draft) || given.isPublishing(draft.id)) return draft;
    const fresh = { ...draft, base: release, fields: startingFields(release), updatedAt: isoNow(clock) };
    drafts.rebase(draft.id, release, fresh.updatedAt);
    drafts.update(draft.id, fresh);
    return fresh;
  };

  const takeFile = async (stored: StoredDraft, incoming: IncomingFile): Promise<DraftReview> => {
    const { artifact, source } = await takeIn(vault, incoming, { clock });
    return save({ ...editable(stored.id), file: { kind: 'replace', artifact }, source });
  };

  /**
   * Brings back a discarded draft, and the batch that went with it. Takes the place of a draft of the same release that
   * was only opened since; throws when that was edited.
   */
  const bringBack = (id: string): void => {
    const { connectionId, releaseId } = get(id);
    const other = releaseId === null ? null : drafts.ofRelease(connectionId, releaseId);
    if (other && other.id !== id) {
      if (!isUntouched(other)) {
        throw appError('conflict', words().refusals.draft.newer);
      }
      drafts.remove(other.id);
    }
    drafts.restore(id);
    batches.restoreOf([id]);
  };

  const together = createDraftsTogether({
    drafts,
    batches,
    editable,
    there: get,
    bringBack,
    // What is said of the others changes, too; of many nobody looks at each.
    changed: (those) => changed(those.length > few ? those : [...those, ...those.flatMap(rivalsOf)]),
    batchesChanged,
    clock,
    transaction: given.transaction,
  });

  return {
    get,
    shown,
    list: (connectionId, piece = {}) => listDrafts(drafts, connectionId, piece),
    some: (draftIds) => someDrafts(drafts, draftIds),
    open: async (connectionId, productId, releaseId) => {
      connections.get(connectionId);
      if (releaseId === null) {
        const draft = create(connectionId, productId, null);
        changed([draft]);
        return review(draft);
      }
      const release = releases.get(connectionId, releaseId);
      const existing = drafts.ofRelease(connectionId, releaseId);
      const known = existing ?? release;
      // An update names the product as well: a release opened under another one would be moved there.
      const isOfProduct = known?.productId === productId;
      if (existing && isOfProduct) return review(release ? freshened(existing, release) : existing);
      if (!release || !isOfProduct) {
        throw appError('not-known', words().refusals.gone.release);
      }
      return review(create(connectionId, productId, release));
    },
    review: async (id) => review(live(id)),
    change: async (id, { fields, file }) => {
      const draft = editable(id);
      return save({
        ...draft,
        fields: withFields(draft.fields, fields ?? {}),
        ...(file === undefined ? {} : { file: { kind: file }, source: null }),
      });
    },
    attach: (id, file) => takeFile(editable(id), file),
    reattach: async (id) => {
      const draft = editable(id);
      if (draft.source === null) {
        throw appError('file-unreadable', words().refusals.draft.noSource);
      }
      return takeFile(draft, { path: draft.source.path });
    },
    propose: async ({ connectionId, productId, releaseId, fields, file }) => {
      const release = releases.get(connectionId, releaseId);
      const existing = drafts.ofRelease(connectionId, releaseId);
      if (existing && !isUntouched(existing)) {
        throw appError('conflict', words().refusals.draft.there(existing.fields.version));
      }
      const draft = existing ?? create(connectionId, productId, release);
      return save({ ...editable(draft.id), fields, file, source: null });
    },
    discard: (id) => {
      const draft = editable(id);
      const [batch = null] = given.transaction(() => {
        const at = isoNow(clock);
        drafts.discard(id, at);
        return batches.discardEmptied([id], at);
      });
      changed([draft, ...rivalsOf(draft)]);
      if (batch !== null) batchesChanged([draft]);
      return batch;
    },
    ...together,
    restore: async (id) => {
      given.transaction(() => bringBack(id));
      const draft = get(id);
      changed([draft, ...rivalsOf(draft)]);
      batchesChanged([draft]);
      return review(draft);
    },
  };
}

/** So many drafts are told of together with those that say the same version. */
const few = 20;
