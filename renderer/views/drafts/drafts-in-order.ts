import { useDrafts } from '../../store/drafts.ts';

/** These drafts as they are first to be published: the oldest change first. */
export function draftsInOrder(ids: ReadonlySet<string>): readonly string[] {
  return useDrafts
    .getState()
    .drafts.filter(({ id }) => ids.has(id))
    .map(({ id }) => id)
    .reverse();
}
