import { appError } from '../errors.ts';
import type { Draft } from '../model/draft.ts';
import { inTurns, mapInPieces, type Pieces } from '../pieces.ts';
import { isUntouched } from '../publish/draft-content.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import type { Piece } from '../store/releases.ts';
import { words } from '../texts/words.ts';

/** So many at once: a few milliseconds of reading and parsing. */
const draftsAtOnce = 200;

/**
 * The drafts of a connection that would change something, the newest change first. Throws `not-known` when the draft
 * they are to follow is not there.
 */
export async function listDrafts(drafts: DraftStore, connectionId: string, piece: Piece): Promise<Draft[]> {
  return (await inTurns(listing(drafts, connectionId, piece))).map(asListed);
}

/** Those of these drafts that would be listed. */
export async function someDrafts(drafts: DraftStore, draftIds: readonly string[]): Promise<Draft[]> {
  const there = await inTurns(mapInPieces(draftIds, draftsAtOnce, drafts.live));
  return there.flatMap((draft) => (draft === null || isUntouched(draft) ? [] : asListed(draft)));
}

function* listing(
  drafts: DraftStore,
  connectionId: string,
  { after, count = Number.POSITIVE_INFINITY }: Piece,
): Pieces<StoredDraft[]> {
  const listed: StoredDraft[] = [];
  for (let last = after; ; ) {
    const atOnce = Math.min(draftsAtOnce, count);
    const rows = drafts.newest(connectionId, { after: last, count: atOnce });
    if (rows === null) throw appError('not-known', words().refusals.gone.draftsChanged);
    listed.push(...rows.filter((draft) => !isUntouched(draft)));
    if (rows.length < atOnce || listed.length >= count) return listed.slice(0, count);
    last = rows.at(-1)?.id;
    yield;
  }
}

/** Without a look at the disk for where its artifact came from. */
function asListed({ source: _, file, ...draft }: StoredDraft): Draft {
  return { ...draft, file: file.kind === 'replace' ? { ...file, source: 'unseen' } : file };
}
