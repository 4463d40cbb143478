import { type Clock, isoNow } from '../clock.ts';
import type { Artifact } from '../model/draft.ts';
import type { MatchChoice, MatchProblem } from '../model/file-match.ts';
import type { Release } from '../model/release.ts';
import { mapInPieces, type Pieces } from '../pieces.ts';
import { isUntouched } from '../publish/draft-content.ts';
import { startingFields } from '../publish/request.ts';
import type { ArtifactSource, DraftStore, StoredDraft } from '../store/drafts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import { beginDraft } from './begin-draft.ts';
import type { FilledDraft } from './made-drafts.ts';

/** A file in the vault, and where a person wants it. */
export interface ChosenFile extends MatchChoice {
  readonly artifact: Artifact;
  readonly source: ArtifactSource | null;
}

interface Dependencies {
  readonly connectionId: string;
  readonly productId: string;
  readonly drafts: DraftStore;
  readonly releases: ReleaseStore;
  /** The drafts that are on their way to the server. */
  readonly publishing: ReadonlySet<string>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Works out the drafts that files make: a draft that is there keeps what else was changed in it, one that was only
 * opened starts anew from what was last seen. Nothing is written. Names each file that cannot go where it is meant to.
 */
export function* fillDrafts(
  files: readonly ChosenFile[],
  given: Dependencies,
): Pieces<{ filled: FilledDraft[]; problems: MatchProblem[] }> {
  // One time for all: they are changed together, however long it takes.
  const at = isoNow(given.clock);
  const outcomes = yield* mapInPieces(files, filesPerPiece, (file): FilledDraft | MatchProblem =>
    fill(file, at, given),
  );
  return {
    filled: outcomes.filter((outcome) => 'after' in outcome),
    problems: outcomes.filter((outcome) => 'message' in outcome),
  };
}

const filesPerPiece = 25;

function fill(file: ChosenFile, at: string, given: Dependencies): FilledDraft | MatchProblem {
  const { index, artifact, source } = file;
  const start = startOf(file, given);
  if ('message' in start) return { index, match: null, ...start };
  const { before, draft } = start;
  if (given.publishing.has(draft.id)) {
    return {
      index,
      match: null,
      ...words().refusals.files.publishing(draft.fields.version),
    };
  }
  const after = {
    ...draft,
    file: { kind: 'replace', artifact },
    source,
    updatedAt: at,
  } as const;
  return { index, before, after };
}

type Start =
  | { readonly before: StoredDraft | null; readonly draft: StoredDraft }
  | { readonly message: string; readonly remedy: string };

/** The draft as it is before the file comes in. */
function startOf({ target }: ChosenFile, given: Dependencies): Start {
  const { connectionId, productId, drafts, releases } = given;
  switch (target.to) {
    case 'release': {
      const before = drafts.ofRelease(connectionId, target.releaseId);
      const release = releases.get(connectionId, target.releaseId);
      const known = release ?? before?.base ?? null;
      if (known?.productId !== productId) return gone();
      if (before === null) return { before, draft: begun(given, known) };
      if (release === null || !isUntouched(before)) return { before, draft: before };
      return { before, draft: { ...before, base: release, fields: startingFields(release) } };
    }
    case 'draft': {
      const before = drafts.live(target.draftId);
      const isMeant =
        before?.connectionId === connectionId && before.productId === productId && before.releaseId === null;
      return before !== null && isMeant ? { before, draft: before } : gone();
    }
    case 'new': {
      const draft = begun(given, null);
      const { version, branchId } = target;
      return {
        before: null,
        draft: { ...draft, fields: { ...draft.fields, version: version.trim(), branchId } },
      };
    }
  }
}

const gone = () => words().refusals.gone.target;

function begun({ connectionId, productId, newId, clock }: Dependencies, base: Release | null): StoredDraft {
  return beginDraft({ id: newId(), connectionId, productId, at: isoNow(clock) }, base);
}
