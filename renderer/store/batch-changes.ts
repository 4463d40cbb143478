import type { Batch, BatchChange } from '../../electron/model/batch.ts';
import type { Result } from '../../electron/model/failure.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { inTurn, isChanging } from './batch-turns.ts';
import { adoptBatch, readBatches, reviewOpenBatch, useBatches } from './batches.ts';
import { useJobs } from './jobs.ts';
import { notify, notifyFailure } from './notices.ts';
import { forgetUndoable, notifyUndoable, rememberUndoable, type Undone } from './undo.ts';

/** Renames a batch, or sets its policy or time. */
export async function changeBatch({ id, name }: Batch, change: BatchChange): Promise<void> {
  await changeUndoably(id, change, whatChanges(shown(name), change));
}

function whatChanges(name: string, change: BatchChange): string {
  const { renamed, changedTime, changedPolicy } = texts.batches;
  if (change.name !== undefined) return renamed(name, shown(change.name));
  return change.startAt === undefined ? changedPolicy(name) : changedTime(name);
}

/** Sets when a batch begins, while that is still being typed: what it was before is kept with `rememberStart`. */
export async function typeStart({ id }: Batch, startAt: string): Promise<void> {
  const answer = await sendChange(id, { startAt });
  if (!answer.ok) refused(answer);
}

/** Has all that was typed of a batch's time since it was like this taken back in one step. */
export function rememberStart(former: Batch): void {
  const now = knownBatch(former.id);
  if (now === undefined || now.startAt === former.startAt) return;
  const before = { ...now, startAt: former.startAt };
  rememberUndoable(texts.batches.changedTime(shown(now.name)), () => changeBack(before, now));
}

/**
 * It can be undone as soon as it is shown, also before it is answered.
 *
 * @param what says what was done, as the command to undo names it
 */
async function changeUndoably(batchId: string, change: BatchChange, what: string): Promise<boolean> {
  const former = knownBatch(batchId);
  const sending = sendChange(batchId, change);
  const step =
    former &&
    rememberUndoable(what, async () => {
      const sent = await sending;
      return sent.ok ? changeBack(former, sent.value) : 'told';
    });
  const answer = await sending;
  if (answer.ok) return true;
  if (step !== undefined) forgetUndoable(step);
  return refused(answer);
}

/** Only as long as it is as it was set then: what was changed since would be undone, too. */
async function changeBack(former: Batch, set: Batch): Promise<Undone> {
  const now = knownBatch(set.id);
  if (isInQueue(set.id)) return tellInQueue();
  if (now === undefined || !isAsSet(now, set)) return tellChangedSince(set.id);
  const { name, draftIds, onFailure, startAt } = former;
  const answer = await sendChange(set.id, { name, draftIds, onFailure, startAt });
  return answer.ok ? 'undone' : answer.failure;
}

/** Shown at once: what is done next builds on it. */
async function sendChange(batchId: string, change: BatchChange): Promise<Result<Batch>> {
  const known = knownBatch(batchId);
  if (known !== undefined) adoptBatch(changedTo(known, change));
  const answer = await inTurn(() => call('batches.change', { batchId, change }));
  if (isChanging()) return answer;
  if (answer.ok) adoptBatch(answer.value);
  else await readBatches();
  void reviewOpenBatch();
  return answer;
}

export function knownBatch(batchId: string): Batch | undefined {
  return useBatches.getState().batches.find(({ id }) => id === batchId);
}

function changedTo(batch: Batch, { name, draftIds, onFailure, startAt }: BatchChange): Batch {
  return {
    ...batch,
    name: name ?? batch.name,
    draftIds: draftIds ?? batch.draftIds,
    onFailure: onFailure ?? batch.onFailure,
    startAt: startAt === undefined ? batch.startAt : startAt,
  };
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
  if (isInQueue(batchId)) return tellInQueue();
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

/** What goes out with a batch, when and how, is not changed by undoing what was done before it was queued. */
function isInQueue(batchId: string): boolean {
  return useJobs.getState().jobs.some((job) => job.batch?.id === batchId && isActive(job));
}

function tellInQueue(): Undone {
  notify({ tone: 'info', message: texts.undo.queuedSince });
  return 'told';
}

/** What keeps it from being taken back: publishing, of which the queue knows, or another change. */
export function tellChangedSince(batchId: string): Undone {
  const { changedSince, publishedSince } = texts.undo;
  const isPublished = useJobs
    .getState()
    .jobs.some(({ batch, state }) => batch?.id === batchId && state.at === 'verified');
  notify({ tone: 'info', message: isPublished ? publishedSince : changedSince });
  return 'told';
}

/** Tells why a batch is as it was. */
export function refused({ failure }: Extract<Result<never>, { ok: false }>): false {
  notifyFailure(failure);
  return false;
}
