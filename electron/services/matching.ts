import type { Clock } from '../clock.ts';
import { appError } from '../errors.ts';
import type {
  FileMatches,
  MadeDrafts,
  MatchChoice,
  MatchProblem,
  MatchProgress,
} from '../model/file-match.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import { sortByVersion } from '../model/version.ts';
import { inTurns } from '../pieces.ts';
import type { Known } from '../publish/matching/match-entries.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { BatchStore } from '../store/batches.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import type { BatchService } from './batches.ts';
import { calmProgress } from './calm-progress.ts';
import type { ConnectionService } from './connections.ts';
import type { Events } from './events.ts';
import { createFileSet, type FileSet } from './file-set.ts';
import { createDraftMaking } from './made-drafts.ts';
import { refuseForged, unfitChoices } from './match-choices.ts';
import { fillDrafts } from './matched-drafts.ts';

/**
 * Many files at once, on their way to the releases they are for. A set holds them from the drop to the drafts, in
 * memory only; it is known by its id and forgotten with `end`.
 */
export interface MatchingService {
  begin(connectionId: string, productId: string, files: readonly IncomingFile[]): { setId: string };
  /** Opens the folders, looks at every file where it lies, and finds the release each is for. */
  look(setId: string): Promise<FileMatches>;
  /**
   * Copies the chosen files into the vault and makes their drafts, and a batch of them if it is given a name: all of
   * them, or none and why, file by file. What was copied is not copied again at the next try.
   */
  make(setId: string, choices: readonly MatchChoice[], batchName: string | null): Promise<MadeDrafts>;
  /** Stops what is being done with the set, which stays. */
  stop(setId: string): void;
  /** Forgets the set, and stops what is being done with it. */
  end(setId: string): void;
  /** Puts the drafts made of a set back to how they were. Answers what could not be, as sentences. */
  undo(setId: string): Promise<string[]>;
}

interface Dependencies {
  drafts: DraftStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  connections: ConnectionService;
  batches: BatchService;
  storedBatches: BatchStore;
  vault: ArtifactVault;
  events: Events;
  clock: Clock;
  newId: () => string;
  transaction: <T>(work: () => T) => T;
  /** The drafts that are on their way to the server. */
  publishing: () => ReadonlySet<string>;
}

/** A window has one at a time. One that it did not end, because it was loaded again, makes way. */
const mostSets = 3;

export function createMatchingService(given: Dependencies): MatchingService {
  const { drafts, connections, catalogue, events, clock, newId, publishing } = given;
  const making = createDraftMaking(given);
  const sets = new Map<string, FileSet>();

  const get = (setId: string): FileSet => {
    const set = sets.get(setId);
    if (!set) {
      throw appError('not-known', words().refusals.gone.files);
    }
    return set;
  };

  const end = (setId: string): void => {
    sets.get(setId)?.stop();
    sets.delete(setId);
  };

  const known = (connectionId: string, productId: string) => async (): Promise<Known> => {
    const products = catalogue.products(connectionId).items;
    const product = products.find(({ id }) => id === productId);
    if (!product) {
      throw appError('not-known', words().refusals.gone.product);
    }
    const underWay = publishing();
    const { items } = await inTurns(given.releases.reading(connectionId, productId));
    const all = await inTurns(drafts.reading(connectionId));
    return {
      product,
      otherProducts: products.filter(({ id }) => id !== productId),
      releases: items,
      branches: catalogue.branches(connectionId, productId),
      drafts: all.filter((draft) => draft.productId === productId),
      isPublishing: (draftId) => underWay.has(draftId),
    };
  };

  return {
    begin: (connectionId, productId, files) => {
      const { maxFileBytes } = connections.get(connectionId);
      const [oldest] = sets.keys();
      if (sets.size >= mostSets && oldest !== undefined) end(oldest);
      const setId = newId();
      const set = createFileSet({
        ...given,
        connectionId,
        productId,
        incoming: files,
        maxFileBytes,
        known: known(connectionId, productId),
        progress: calmProgress(
          clock,
          (progress: Progress) => events.emit('matching.progress', { setId, ...progress }),
          ([{ step }], [told]) => step !== told.step,
        ),
      });
      sets.set(setId, set);
      return { setId };
    },
    look: (setId) => get(setId).look(),
    make: async (setId, choices, batchName) => {
      const set = get(setId);
      const { connectionId, productId } = set;
      const none = (problems: MatchProblem[]): MadeDrafts => ({
        draftIds: [],
        batch: null,
        batchesGone: [],
        problems,
      });
      refuseForged(choices, set.count());
      const asksForNew = choices.some(({ target }) => target.to === 'new');
      const unfit = asksForNew ? unfitChoices(choices, await known(connectionId, productId)()) : [];
      if (unfit.length > 0) return none(unfit);
      const { taken, problems } = await set.copy(choices);
      if (problems.length > 0) return none(problems);

      const around = { ...given, connectionId, productId, publishing: publishing() };
      const work = await inTurns(fillDrafts(taken, around));
      if (work.problems.length > 0) return none(work.problems);
      if (sets.get(setId) !== set) throw appError('cancelled', { applied: 'no', oldFile: 'safe' });
      const inOrder = sortByVersion(work.filled, ({ after }) => after.fields.version);
      const made = await making.write(connectionId, inOrder, batchName);
      making.keep(setId, made);
      end(setId);
      return {
        draftIds: inOrder.map(({ after }) => after.id),
        batch: made.gathered?.batch ?? null,
        batchesGone: [...made.gone],
        problems: [],
      };
    },
    stop: (setId) => get(setId).stop(),
    end,
    undo: making.undo,
  };
}

type Progress = Omit<MatchProgress, 'setId'>;
