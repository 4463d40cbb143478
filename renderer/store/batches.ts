import { create } from 'zustand';
import type { Batch, BatchReview } from '../../electron/model/batch.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { allChanged, isChanging } from './batch-turns.ts';
import { useJobs } from './jobs.ts';
import { close, showDetail } from './navigation.ts';

type OpenBatch = {
  /** The batch shown in the detail pane. */
  readonly openId: string | null;
  /** What is to be said of the open batch; null until it is known. */
  readonly review: BatchReview | null;
  readonly reviewFailure: Failure | null;
  /** It is being queued. */
  readonly publishing: boolean;
  /** Why it could not be published, until something of it has changed. */
  readonly publishFailure: Failure | null;
};

type Batches = OpenBatch & {
  readonly connectionId: string | null;
  readonly batches: readonly Batch[];
  /** The batch each draft is in: what the rows of the drafts look at. */
  readonly ofDraft: ReadonlyMap<string, Batch>;
  /** Why the last reading failed; null when it did not. */
  readonly failure: Failure | null;
};

const nothingOpen: OpenBatch = {
  openId: null,
  review: null,
  reviewFailure: null,
  publishing: false,
  publishFailure: null,
};
const none: Batches = { ...nothingOpen, connectionId: null, batches: [], ofDraft: new Map(), failure: null };

/** The batches of the team that is shown. */
export const useBatches = create<Batches>(() => none);

/** Shows a team's batches; what is shown of the same team stays until the answer is there. */
export async function openBatches(connectionId: string | null): Promise<void> {
  if (useBatches.getState().connectionId !== connectionId) useBatches.setState({ ...none, connectionId });
  await rereadBatches();
}

/** Reads the batches again, and what is to be said of the open one. */
export async function rereadBatches(): Promise<void> {
  await readBatches();
  await reviewOpenBatch();
}

/** Reads the batches again. */
export async function readBatches(): Promise<void> {
  const { connectionId } = useBatches.getState();
  if (connectionId === null) return;
  if (isChanging()) await allChanged();
  const answer = await call('batches.list', { connectionId });
  // What was changed meanwhile is shown already, and read again with the next event.
  if (useBatches.getState().connectionId !== connectionId || isChanging()) return;
  if (!answer.ok) return useBatches.setState({ failure: answer.failure });
  adoptBatches(answer.value);
  useBatches.setState({ failure: null });
}

/** Shows a batch where drafts are edited. */
export function openBatch(batchId: string): void {
  close('drafts');
  useBatches.setState({ ...nothingOpen, openId: batchId });
  showDetail(true);
  void reviewOpenBatch();
}

export function closeBatch(): void {
  if (useBatches.getState().openId !== null) useBatches.setState(nothingOpen);
}

/** Something that batches depend on has changed; a short pause gathers a burst of it into one question. */
export function followBatches(): void {
  if (useBatches.getState().batches.length === 0 || timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    void rereadBatches();
  }, gatherMs);
}

/**
 * Has the open batch played anew. One question at a time: what is wanted while one is on its way is asked when it is
 * back, once, and only the last answer is shown.
 */
export function reviewOpenBatch(): Promise<void> {
  isOutdated = true;
  reviewing ??= review().finally(() => {
    reviewing = null;
  });
  return reviewing;
}

async function review(): Promise<void> {
  while (isOutdated) {
    isOutdated = false;
    const { openId } = useBatches.getState();
    if (openId === null) return;
    const answer = await call('batches.review', { batchId: openId });
    if (isOutdated || useBatches.getState().openId !== openId) continue;
    if (answer.ok)
      useBatches.setState(({ review }) => ({ review: kept(review, answer.value), reviewFailure: null }));
    else if (answer.failure.kind !== 'not-known') useBatches.setState({ reviewFailure: answer.failure });
  }
}

/** Takes over a batch that was made or changed, before the list is read again. */
export function adoptBatch(batch: Batch): void {
  const { batches } = useBatches.getState();
  const isKnown = batches.some(({ id }) => id === batch.id);
  adoptBatches(isKnown ? batches.map((each) => (each.id === batch.id ? batch : each)) : [...batches, batch]);
}

function adoptBatches(read: readonly Batch[]): void {
  const { openId, batches: former } = useBatches.getState();
  const known = new Map(former.map((batch) => [batch.id, batch]));
  const batches = read.map((batch) => kept(known.get(batch.id) ?? null, batch));
  // One that is published is gone; how it ended stays in sight until something else is opened.
  const isThere =
    batches.some(({ id }) => id === openId) ||
    useJobs.getState().jobs.some(({ batch }) => batch?.id === openId);
  useBatches.setState({
    batches,
    ofDraft: new Map(batches.flatMap((batch) => batch.draftIds.map((id) => [id, batch] as const))),
    publishFailure: null,
    ...(isThere ? {} : nothingOpen),
  });
}

/** What was there before, where what was read says the same: so nothing of it is drawn anew. */
function kept<T>(former: T | null, read: T): T {
  return former !== null && JSON.stringify(former) === JSON.stringify(read) ? former : read;
}

const gatherMs = 200;
let reviewing: Promise<void> | null = null;
let isOutdated = false;
let timer: ReturnType<typeof setTimeout> | null = null;
