import type { Batch } from '../../electron/model/batch.ts';
import { isActive, isStuck } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { tellApart, tellTogether } from './announce-job.ts';
import { announce } from './announcements.ts';
import { knownBatch, refused, tellChangedSince } from './batch-changes.ts';
import { adoptBatch, openBatch, readBatches, reviewOpenBatch, useBatches } from './batches.ts';
import { adoptJob, useJobs } from './jobs.ts';
import { go } from './navigation.ts';
import { notify } from './notices.ts';
import { showDrafts } from './show-drafts.ts';
import { someReasons } from './some-reasons.ts';
import { notifyUndoable, rememberUndoable, type Undone } from './undo.ts';

/** Makes a batch of drafts and opens it. Answers whether it was done. */
export async function createBatch(draftIds: readonly string[]): Promise<boolean> {
  const { connectionId } = useBatches.getState();
  if (connectionId === null || draftIds.length === 0) return false;
  const name = freeBatchName();
  const answer = await call('batches.create', { connectionId, name, draftIds: [...draftIds] });
  if (!answer.ok) return refused(answer);
  const { id } = answer.value;
  adoptBatch(answer.value);
  openBatch(id);
  const message = texts.batches.created(name);
  announce(message);
  rememberUndoable(message, () => moveBack(id, draftIds));
  return true;
}

/** What was put in a batch goes back to where it was, as long as nothing else was made of it since. */
async function moveBack(batchId: string, draftIds: readonly string[]): Promise<Undone> {
  const answer = await call('batches.moveBack', { batchId, draftIds: [...draftIds] });
  if (!answer.ok) return answer.failure.kind === 'not-known' ? tellChangedSince(batchId) : answer.failure;
  if (!answer.value.isDone) return tellChangedSince(batchId);
  await readBatches();
  void reviewOpenBatch();
  return 'undone';
}

/** Puts drafts at the end of a batch, but for those that are in it. Answers whether all of them are in it now. */
export async function addToBatch(batch: Batch, draftIds: readonly string[]): Promise<boolean> {
  const { id, name } = batch;
  const there = new Set(batch.draftIds);
  const coming = draftIds.filter((draftId) => !there.has(draftId));
  if (coming.length === 0) {
    notify({ tone: 'info', message: texts.batches.inIt(shown(name), draftIds.length) });
    return true;
  }
  const answer = await call('batches.add', { batchId: id, draftIds: coming });
  if (!answer.ok) return refused(answer);
  adoptBatch(answer.value);
  void reviewOpenBatch();
  notifyUndoable(
    {
      tone: 'success',
      message: texts.batches.added(shown(name), coming.length, count(coming.length)),
    },
    () => moveBack(id, coming),
  );
  return true;
}

/** Puts drafts of one release together and leaves out what changes nothing; a notice offers to take that back. */
export async function compactBatch({ id, name }: Batch): Promise<void> {
  const answer = await call('batches.compact', { batchId: id });
  if (!answer.ok) return void refused(answer);
  const { compactionId, review } = answer.value;
  if (review !== null) {
    adoptBatch(review.batch);
    useBatches.setState({ review });
  }
  const message = review === null ? texts.batches.compactedAway(shown(name)) : texts.batches.compacted;
  notifyUndoable({ tone: 'info', message }, () => takeApart(compactionId, review === null));
}

async function takeApart(compactionId: string, wasGone: boolean): Promise<Undone> {
  const answer = await call('batches.takeApart', { compactionId });
  if (!answer.ok) return answer.failure;
  const { review, problems } = answer.value;
  if (review !== null) {
    adoptBatch(review.batch);
    if (wasGone) showDrafts(review.batch.id);
    if (useBatches.getState().openId === review.batch.id) useBatches.setState({ review });
  }
  if (problems.length === 0) return 'undone';
  const message = texts.drafts.notRestored(problems.length, count(problems.length));
  notify({ tone: 'warning', message, detail: someReasons(problems) });
  return 'told';
}

/** Removes a batch at once; a notice offers to take that back. */
export async function removeBatch({ id, name }: Batch): Promise<void> {
  const answer = await call('batches.remove', { batchId: id });
  if (!answer.ok) return void refused(answer);
  notifyUndoable({ tone: 'info', message: texts.batches.removed(shown(name)) }, () => restoreBatch(id));
}

async function restoreBatch(batchId: string): Promise<Undone> {
  const answer = await call('batches.restore', { batchId });
  if (!answer.ok) return answer.failure;
  adoptBatch(answer.value);
  showDrafts(batchId);
  return 'undone';
}

/** Queues the drafts of a batch and shows the queue. */
export async function publishBatch(batchId: string): Promise<void> {
  if (useBatches.getState().publishing) return;
  useBatches.setState({ publishing: true, publishFailure: null });
  const answer = await call('batches.publish', { batchId });
  useBatches.setState({ publishing: false });
  if (!answer.ok) return useBatches.setState({ publishFailure: answer.failure });
  // Of those that have been heard of already, what was heard is newer.
  const known = new Set(useJobs.getState().jobs.map(({ id }) => id));
  for (const job of answer.value) if (!known.has(job.id)) adoptJob(job);
  go('queue');
}

/** Stops a batch before its next request. */
export async function pauseBatch(batchId: string): Promise<void> {
  const answer = await call('batches.pause', { batchId });
  if (!answer.ok) refused(answer);
}

/** Goes on with a batch, also before the time it was to begin. */
export async function resumeBatch(batchId: string): Promise<void> {
  const answer = await call('batches.resume', { batchId });
  if (!answer.ok) refused(answer);
}

/** Takes what is left of a batch out of the queue, and tells once of all that went. */
export async function cancelBatch(batchId: string): Promise<void> {
  const rest = useJobs
    .getState()
    .jobs.filter((job) => job.batch?.id === batchId && (isActive(job) || isStuck(job)));
  const ids = new Set(rest.map(({ id }) => id));
  tellTogether(ids);
  const answer = await call('batches.cancel', { batchId });
  if (!answer.ok) {
    tellApart(ids);
    return void refused(answer);
  }
  // What has failed stays as it is; should it go again, it is told of by itself.
  tellApart(answer.value.filter(isStuck).map(({ id }) => id));
  const name = shown(knownBatch(batchId)?.name ?? rest[0]?.batch?.name ?? '');
  const gone = answer.value.filter(({ id, state }) => ids.has(id) && state.at === 'cancelled').length;
  const { cancelled, settles } = texts.batches;
  const message = gone === 0 ? settles(name) : cancelled(name, gone, count(gone));
  notify({ tone: 'info', message, about: batchId });
}

/** A name for a new batch that no other has. */
export function freeBatchName(): string {
  const { batches } = useBatches.getState();
  const taken = new Set(batches.map(({ name }) => name));
  let number = batches.length + 1;
  while (taken.has(texts.batches.newName(number))) number += 1;
  return texts.batches.newName(number);
}
