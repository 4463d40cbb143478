import type { Subject } from '../../store/navigation.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';

/** What the editor opens for an entry of the list. */
export function subjectOf({ release, draftId }: ReleaseEntry): Subject {
  return {
    connectionId: useReleases.getState().connectionId ?? '',
    productId: release.productId,
    releaseId: draftId === null ? release.id : null,
    draftId,
  };
}
