import { sortByVersion } from '../../../electron/model/version.ts';
import { useDrafts } from '../../store/drafts.ts';

/**
 * These drafts as they are first to be published: the oldest change first; what was changed together, by one change of
 * many, from the oldest version to the newest.
 */
export function draftsInOrder(ids: ReadonlySet<string>): readonly string[] {
  const chosen = useDrafts.getState().drafts.filter(({ id }) => ids.has(id));
  const together = Map.groupBy(chosen, ({ updatedAt }) => updatedAt);
  return [...together.keys()]
    .sort()
    .flatMap((at) => sortByVersion(together.get(at) ?? [], ({ fields }) => fields.version))
    .map(({ id }) => id);
}
