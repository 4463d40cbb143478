import type { Result } from '../../electron/model/failure.ts';
import type { FileProgress, SavedFile } from '../../electron/model/import.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { freeBatchName } from './batch-actions.ts';
import { useConnections } from './connections.ts';
import { allSaved } from './editor-changes.ts';
import { moveNotice, notify, notifyFailure, withdrawNotices } from './notices.ts';
import type { ReleaseEntry } from './release-order.ts';

export type PlanFormat = 'json' | 'zip';

/** Saves a batch as a plan, with its artifacts or without, where the system's dialog is told to. */
export async function savePlan(batchId: string, format: PlanFormat): Promise<void> {
  await saving(() => call('files.savePlan', { batchId, format }));
}

/** Saves the fields of its drafts as CSV. */
export async function saveFieldsOfBatch(batchId: string): Promise<void> {
  await saving(() => call('files.saveFieldsOfBatch', { batchId }));
}

/** Saves drafts as the plan of a batch, in this order. */
export async function savePlanOf(draftIds: readonly string[], format: PlanFormat): Promise<void> {
  const { currentId: connectionId } = useConnections.getState();
  if (connectionId === null) return;
  const name = freeBatchName();
  await saving(() => call('files.savePlanOf', { connectionId, name, draftIds: [...draftIds], format }));
}

/** Saves the fields of drafts and of releases as CSV, in that order. */
export async function saveFields(of: {
  readonly draftIds: readonly string[];
  readonly releaseIds: readonly string[];
}): Promise<void> {
  const { currentId: connectionId } = useConnections.getState();
  if (connectionId === null) return;
  const asked = { connectionId, draftIds: [...of.draftIds], releaseIds: [...of.releaseIds] };
  await saving(() => call('files.saveFields', asked));
}

/** Saves the fields of what is shown of a product, or of some of it: of its releases, and of those to be created. */
export async function saveFieldsOf(entries: readonly ReleaseEntry[]): Promise<void> {
  const releases = entries.filter(({ draftId }) => draftId === null);
  await saveFields({
    draftIds: entries.flatMap(({ draftId }) => draftId ?? []),
    releaseIds: releases.map(({ release }) => release.id),
  });
}

/** Shows how far a file is that is being written, when that takes longer than a moment. */
export function tellOfFile({ name, done, of }: FileProgress): void {
  // What is told last can come behind the answer.
  if (underWay === 0) return;
  since ??= performance.now();
  const share = of === 0 ? 0 : done / of;
  // A notice that is gone was dismissed.
  if (performance.now() - since < momentMs || moveNotice(aboutFiles, share) || isTold) return;
  isTold = true;
  notify({
    tone: 'info',
    message: texts.plans.writing(name),
    about: aboutFiles,
    share,
    actions: [{ label: texts.plans.stop, run: () => void call('files.stop', {}) }],
    lasts: 'until-dismissed',
  });
}

const aboutFiles = 'files';
const momentMs = 400;
/** Files that are being asked about or written, and when the first of them was begun. */
let underWay = 0;
let since: number | null = null;
let isTold = false;

async function saving(save: () => Promise<Result<SavedFile | null>>): Promise<void> {
  await allSaved();
  underWay += 1;
  const answer = await save();
  underWay -= 1;
  since = null;
  isTold = false;
  withdrawNotices(aboutFiles);
  if (!answer.ok && answer.failure.kind === 'cancelled')
    notify({ tone: 'info', message: texts.plans.stopped });
  else if (!answer.ok) notifyFailure(answer.failure);
  else if (answer.value !== null) tell(answer.value);
}

function tell({ savedId, name }: SavedFile): void {
  notify({
    tone: 'success',
    message: texts.plans.saved(name),
    about: aboutFiles,
    actions: [{ label: texts.plans.show, run: () => void show(savedId) }],
  });
}

async function show(savedId: string): Promise<void> {
  const answer = await call('files.show', { savedId });
  if (!answer.ok) notifyFailure(answer.failure);
}
