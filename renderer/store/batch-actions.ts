import type { Batch, BatchChange } from '../../electron/model/batch.ts';
import type { Result } from '../../electron/model/failure.ts';
import { isActive, isStuck } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { tellApart, tellTogether } from './announce-job.ts';
import { announce } from './announcements.ts';
import { adoptBatch, openBatch, readBatches, reviewOpenBatch, useBatches } from './batches.ts';
import { adoptJob, useJobs } from './jobs.ts';
import { go } from './navigation.ts';
import { notify, notifyFailure } from './notices.ts';
import { showDrafts } from './show-drafts.ts';
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

/** Puts drafts at the end of a batch. Answers whether it was done. */
export async function addToBatch({ id, name }: Batch, draftIds: readonly string[]): Promise<boolean> {
  const answer = await call('batches.add', { batchId: id, draftIds: [...draftIds] });
  if (!answer.ok) return refused(answer);
  adoptBatch(answer.value);
  void reviewOpenBatch();
  notifyUndoable(
    {
      tone: 'success',
      message: texts.batches.added(shown(name), draftIds.length, count(draftIds.length)),
    },
    () => moveBack(id, draftIds),
  );
  return true;
}

/** Renames a batch, or sets its policy or time. */
export async function changeBatch({ id, name }: Batch, change: BatchChange): Promise<void> {
  await changeUndoably(id, change, texts.batches.changed(shown(change.name ?? name)));
}

/** @param what says what was done, as the command to undo names it */
async function changeUndoably(batchId: string, change: BatchChange, what: string): Promise<boolean> {
  const former = knownBatch(batchId);
  const answer = await sendChange(batchId, change);
  if (!answer.ok) return refused(answer);
  if (former !== undefined) rememberUndoable(what, () => changeBack(former, answer.value));
  return true;
}

/** Only as long as it is as it was set then: what was changed since would be undone, too. */
async function changeBack(former: Batch, set: Batch): Promise<Undone> {
  const now = knownBatch(set.id);
  if (now === undefined || !isAsSet(now, set)) return tellChangedSince(set.id);
  const { name, draftIds, onFailure, startAt } = former;
  const answer = await sendChange(set.id, { name, draftIds, onFailure, startAt });
  return answer.ok ? 'undone' : answer.failure;
}

async function sendChange(batchId: string, change: BatchChange): Promise<Result<Batch>> {
  const answer = await call('batches.change', { batchId, change });
  if (!answer.ok) return answer;
  adoptBatch(answer.value);
  void reviewOpenBatch();
  return answer;
}

function knownBatch(batchId: string): Batch | undefined {
  return useBatches.getState().batches.find(({ id }) => id === batchId);
}

/** Whether two states of a batch have the same drafts in the same order, name, policy and time. */
function isAsSet(one: Batch, other: Batch): boolean {
  return (
    one.name === other.name &&
    one.onFailure === other.onFailure &&
    one.startAt === other.startAt &&
    one.draftIds.length === other.draftIds.length &&
    one.draftIds.every((id, at) => id === other.draftIds[at])
  );
}

/** Gives a batch another order and says where the first of what was moved stands now. */
export async function reorder(
  { id, draftIds }: Batch,
  order: readonly string[],
  first: { readonly id: string; readonly version: string },
): Promise<void> {
  if (order.every((draftId, at) => draftId === draftIds[at])) return;
  const message = texts.batches.moved(first.version, count(order.indexOf(first.id) + 1), count(order.length));
  if (await changeUndoably(id, { draftIds: [...order] }, message)) announce(message);
}

/** Puts the drafts of a batch in the order that was found to be better; a notice offers to take that back. */
export async function takeBetterOrder(batch: Batch, order: readonly string[]): Promise<void> {
  const answer = await sendChange(batch.id, { draftIds: [...order] });
  if (!answer.ok) return void refused(answer);
  notifyUndoable({ tone: 'info', message: texts.batches.orderUsed }, () => changeBack(batch, answer.value));
}

/** Takes drafts out of a batch; the drafts stay. A notice offers to put them back where they were. */
export async function takeOut(batch: Batch, draftIds: readonly string[], version: string): Promise<void> {
  const answer = await call('batches.takeOut', { draftIds: [...draftIds] });
  if (!answer.ok) return void refused(answer);
  const former = batch.draftIds;
  adoptBatch({ ...batch, draftIds: former.filter((id) => !draftIds.includes(id)) });
  notifyUndoable(
    {
      tone: 'info',
      message: texts.batches.takenOut(draftIds.length, count(draftIds.length), shown(version)),
    },
    () => putBack(batch.id, former, draftIds),
  );
}

/** Each stands behind the one it stood behind before. Those that are in a batch again stay there. */
async function putBack(
  batchId: string,
  former: readonly string[],
  takenOut: readonly string[],
): Promise<Undone> {
  const { ofDraft } = useBatches.getState();
  const now = knownBatch(batchId)?.draftIds;
  const taken = takenOut.filter((id) => !ofDraft.has(id));
  if (now === undefined || taken.length === 0) return tellChangedSince(batchId);
  const order = taken.reduce<readonly string[]>((draftIds, id) => {
    const before = new Set(former.slice(0, former.indexOf(id)));
    const at = draftIds.findLastIndex((other) => before.has(other)) + 1;
    return draftIds.toSpliced(at, 0, id);
  }, now);
  const answer = await sendChange(batchId, { draftIds: [...order] });
  return answer.ok ? 'undone' : answer.failure;
}

/** What keeps it from being taken back: publishing, of which the queue knows, or another change. */
function tellChangedSince(batchId: string): Undone {
  const { changedSince, publishedSince } = texts.undo;
  const isPublished = useJobs
    .getState()
    .jobs.some(({ batch, state }) => batch?.id === batchId && state.at === 'verified');
  notify({ tone: 'info', message: isPublished ? publishedSince : changedSince });
  return 'told';
}

/** Puts drafts of one release together and leaves out what changes nothing; a notice offers to take that back. */
export async function compactBatch({ id, name }: Batch): Promise<void> {
  const answer = await call('batches.compact', { batchId: id });
  if (!answer.ok) return void refused(answer);
  const review = answer.value;
  if (review !== null) {
    adoptBatch(review.batch);
    useBatches.setState({ review });
  }
  const message = review === null ? texts.batches.compactedAway(shown(name)) : texts.batches.compacted;
  notifyUndoable({ tone: 'info', message }, () => takeApart(id, review === null));
}

async function takeApart(batchId: string, wasGone: boolean): Promise<Undone> {
  const answer = await call('batches.takeApart', { batchId });
  if (!answer.ok) return answer.failure;
  adoptBatch(answer.value.batch);
  if (wasGone) showDrafts(batchId);
  useBatches.setState({ review: answer.value });
  return 'undone';
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

function refused({ failure }: Extract<Result<never>, { ok: false }>): false {
  notifyFailure(failure);
  return false;
}

/** A name for a new batch that no other has. */
export function freeBatchName(): string {
  const { batches } = useBatches.getState();
  const taken = new Set(batches.map(({ name }) => name));
  let number = batches.length + 1;
  while (taken.has(texts.batches.newName(number))) number += 1;
  return texts.batches.newName(number);
}
