import type { EventPayload } from '../../electron/contract.ts';
import { lookCloselyAt, takeChanged } from './changed-drafts.ts';
import { askForSome, useDrafts } from './drafts.ts';
import { draftIsGone } from './editor.ts';
import { followCreated } from './editor-actions.ts';
import { useJobs } from './jobs.ts';
import { followReleases } from './releases.ts';

/** What was told of releases until now, and is not shown yet. */
let telling: Promise<unknown> = Promise.resolve();

/**
 * Releases have changed. What is published changes releases and puts its draft away: both are asked about together and
 * shown in one step, so that what was created never stands beside the draft it was made of.
 */
export function releasesChanged(told: EventPayload<'releases.changed'>): void {
  telling = Promise.all([telling, showChanged(told)]);
}

/** A new release was created from this draft, which is followed once its release can be shown. */
export async function hasCreated(draftId: string, releaseId: string): Promise<void> {
  await telling;
  followCreated(draftId, releaseId);
}

async function showChanged({
  connectionId,
  productId,
  releaseIds,
}: EventPayload<'releases.changed'>): Promise<void> {
  // The main process tells of the draft just before it tells of the releases.
  const draftIds = takeChanged();
  const show = await Promise.all([followReleases(connectionId, productId, releaseIds), askForSome(draftIds)]);
  for (const showPart of show) showPart();
  for (const id of draftIds) {
    const created = createdFrom(id);
    if (created !== null) followCreated(id, created);
  }
  const there = new Set(useDrafts.getState().drafts.map(({ id }) => id));
  for (const id of draftIds) if (!there.has(id)) draftIsGone(id);
  lookCloselyAt(draftIds.filter((id) => there.has(id)));
}

/** The id of the release that was created from a draft; null where none was. */
function createdFrom(draftId: string): string | null {
  const job = useJobs.getState().jobs.find((each) => each.draftId === draftId);
  return job?.state.at === 'verified' ? job.releaseId : null;
}
