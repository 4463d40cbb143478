import type { Draft } from '../../../electron/model/draft.ts';
import { sortByVersion } from '../../../electron/model/version.ts';
import { useDrafts } from '../../store/drafts.ts';

/** These drafts as they are first to be published (`inPublishingOrder`). */
export function draftsInOrder(ids: ReadonlySet<string>): readonly string[] {
  const chosen = useDrafts.getState().drafts.filter(({ id }) => ids.has(id));
  return inPublishingOrder(chosen).map(({ id }) => id);
}

/** The oldest change first; what was changed together, by one change of many, from the oldest version to the newest. */
export function inPublishingOrder<T extends Pick<Draft, 'updatedAt' | 'fields'>>(
  drafts: readonly T[],
): readonly T[] {
  const together = Map.groupBy(drafts, ({ updatedAt }) => updatedAt);
  return [...together.keys()]
    .sort()
    .flatMap((at) => sortByVersion(together.get(at) ?? [], ({ fields }) => fields.version));
}
