import type { Draft } from '../../electron/model/draft.ts';
import { openBulk } from './bulk-change.ts';
import { bulkChosen } from './bulk-chosen.ts';
import { useDrafts } from './drafts.ts';
import type { ReleaseEntry } from './release-order.ts';

/** Opens one change for these releases, and for the drafts of new ones among them. */
export function changeReleases(entries: readonly ReleaseEntry[]): void {
  const { connectionId, drafts } = useDrafts.getState();
  if (connectionId === null || entries.length === 0) return;
  const ofRelease = new Map(drafts.map((draft) => [draft.releaseId, draft]));
  const begun = new Set(entries.flatMap(({ draftId }) => draftId ?? []));
  const releases = entries.filter(({ draftId }) => draftId === null).map(({ release }) => release);
  const chosen = bulkChosen(
    connectionId,
    releases,
    drafts.filter(({ id }) => begun.has(id)),
    (releaseId) => ofRelease.get(releaseId),
  );
  void openBulk(chosen);
}

/** Opens one change for these drafts. */
export function changeDrafts(drafts: readonly Draft[]): void {
  const { connectionId } = useDrafts.getState();
  if (connectionId === null || drafts.length === 0) return;
  void openBulk(bulkChosen(connectionId, [], drafts, () => undefined));
}
