import { appError } from '../errors.ts';
import { inTurns, type Pieces } from '../publish/batch/pieces.ts';
import { isUntouched } from '../publish/draft-content.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import type { Piece } from '../store/releases.ts';

/** So many at once: a few milliseconds of reading and parsing. */
const readAtOnce = 200;

/**
 * The drafts of a connection that would change something, the newest change first. Throws `not-known` when the draft
 * they are to follow is not there.
 */
export function listDrafts(drafts: DraftStore, connectionId: string, piece: Piece): Promise<StoredDraft[]> {
  return inTurns(listing(drafts, connectionId, piece));
}

function* listing(
  drafts: DraftStore,
  connectionId: string,
  { after, count = Number.POSITIVE_INFINITY }: Piece,
): Pieces<StoredDraft[]> {
  const listed: StoredDraft[] = [];
  for (let last = after; ; ) {
    const atOnce = Math.min(readAtOnce, count);
    const rows = drafts.newest(connectionId, { after: last, count: atOnce });
    if (rows === null)
      throw appError('not-known', { message: 'The drafts have changed while they were read.' });
    listed.push(...rows.filter((draft) => !isUntouched(draft)));
    if (rows.length < atOnce || listed.length >= count) return listed.slice(0, count);
    last = rows.at(-1)?.id;
    yield;
  }
}
