import type { Batch, BatchChange } from '../../electron/model/batch.ts';
import type { Draft } from '../../electron/model/draft.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { saveAsFile } from '../ui/save-as-file.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { adoptBatch, openBatch, reviewOpenBatch, useBatches } from './batches.ts';
import { adoptJob } from './jobs.ts';
import { go } from './navigation.ts';
import { notify, notifyFailure } from './notices.ts';

/** Makes a batch of drafts and opens it. Answers whether it was done. */
export async function createBatch(draftIds: readonly string[]): Promise<boolean> {
  const { connectionId } = useBatches.getState();
  if (connectionId === null || draftIds.length === 0) return false;
  const name = freeBatchName();
  const answer = await call('batches.create', { connectionId, name, draftIds: [...draftIds] });
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return false;
  }
  adoptBatch(answer.value);
  openBatch(answer.value.id);
  announce(texts.batches.created(name));
  return true;
}

/** Puts drafts at the end of a batch. Answers whether it was done. */
export async function addToBatch({ id, name }: Batch, draftIds: readonly string[]): Promise<boolean> {
  const answer = await call('batches.add', { batchId: id, draftIds: [...draftIds] });
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return false;
  }
  adoptBatch(answer.value);
  await reviewOpenBatch();
  notify({
    tone: 'success',
    message: texts.batches.added(shown(name), draftIds.length, count(draftIds.length)),
  });
  return true;
}

/** Renames a batch, sets its policy, time or order. Answers whether it was done. */
export async function changeBatch(batchId: string, change: BatchChange): Promise<boolean> {
  const answer = await call('batches.change', { batchId, change });
  if (!answer.ok) notifyFailure(answer.failure);
  else {
    adoptBatch(answer.value);
    await reviewOpenBatch();
  }
  return answer.ok;
}

/** Changes places with the draft before or behind. */
export async function moveInBatch(batch: Batch, draft: Draft, version: string, step: 1 | -1): Promise<void> {
  const { id, draftIds } = batch;
  const from = draftIds.indexOf(draft.id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= draftIds.length) return;
  const order = draftIds.toSpliced(from, 1).toSpliced(to, 0, draft.id);
  if (await changeBatch(id, { draftIds: order })) {
    announce(texts.batches.moved(shown(version), count(to + 1), count(order.length)));
  }
}

/** Takes a draft out of its batch; the draft stays. */
export async function takeOut(draft: Draft, version: string): Promise<void> {
  const answer = await call('batches.takeOut', { draftIds: [draft.id] });
  if (!answer.ok) return notifyFailure(answer.failure);
  announce(texts.batches.takenOut(shown(version)));
}

/** Puts drafts of one release together and leaves out what changes nothing. */
export async function compactBatch(batchId: string): Promise<void> {
  const answer = await call('batches.compact', { batchId });
  if (!answer.ok) return notifyFailure(answer.failure);
  adoptBatch(answer.value.batch);
  useBatches.setState({ review: answer.value });
  announce(texts.batches.compacted);
}

export async function removeBatch({ id, name }: Batch): Promise<void> {
  const answer = await call('batches.remove', { batchId: id });
  if (!answer.ok) return notifyFailure(answer.failure);
  notify({ tone: 'info', message: texts.batches.removed(shown(name)) });
}

/** Queues the drafts of a batch and shows the queue. */
export async function publishBatch(batchId: string): Promise<void> {
  const answer = await call('batches.publish', { batchId });
  if (!answer.ok) return useBatches.setState({ failure: answer.failure });
  for (const job of answer.value) adoptJob(job);
  go('queue');
}

/** Saves a batch as a plan file. */
export async function exportPlan(batchId: string): Promise<void> {
  const answer = await call('plans.export', { batchId });
  if (answer.ok) saveAsFile(answer.value.name, answer.value.text);
  else notifyFailure(answer.failure);
}

/** A name for a new batch that no other has. */
export function freeBatchName(): string {
  const { batches } = useBatches.getState();
  const taken = new Set(batches.map(({ name }) => name));
  let number = batches.length + 1;
  while (taken.has(texts.batches.newName(number))) number += 1;
  return texts.batches.newName(number);
}
