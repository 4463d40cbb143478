import { create } from 'zustand';
import type { Batch, BatchReview } from '../../electron/model/batch.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { close, showDetail } from './navigation.ts';

type Batches = {
  readonly connectionId: string | null;
  readonly batches: readonly Batch[];
  /** The batch each draft is in: what the rows of the drafts look at. */
  readonly ofDraft: ReadonlyMap<string, Batch>;
  /** The batch shown in the detail pane. */
  readonly openId: string | null;
  /** What is to be said of the open batch; null until it is known. */
  readonly review: BatchReview | null;
  readonly failure: Failure | null;
};

const none: Batches = {
  connectionId: null,
  batches: [],
  ofDraft: new Map(),
  openId: null,
  review: null,
  failure: null,
};

/** The batches of the team that is shown. */
export const useBatches = create<Batches>(() => none);

export async function openBatches(connectionId: string | null): Promise<void> {
  useBatches.setState({ ...none, connectionId });
  await rereadBatches();
}

/** Reads the batches again, and what is to be said of the open one. */
export async function rereadBatches(): Promise<void> {
  const { connectionId } = useBatches.getState();
  if (connectionId === null) return;
  const answer = await call('batches.list', { connectionId });
  if (!answer.ok || useBatches.getState().connectionId !== connectionId) return;
  adoptBatches(answer.value);
  await reviewOpenBatch();
}

/** Shows a batch where drafts are edited. */
export function openBatch(batchId: string): void {
  close('drafts');
  useBatches.setState({ openId: batchId, review: null, failure: null });
  showDetail(true);
  void reviewOpenBatch();
}

export function closeBatch(): void {
  if (useBatches.getState().openId !== null)
    useBatches.setState({ openId: null, review: null, failure: null });
}

/** Something a batch depends on has changed; a short pause gathers a burst of it into one question. */
export function followBatch(): void {
  if (useBatches.getState().openId === null || timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    void reviewOpenBatch();
  }, gatherMs);
}

export async function reviewOpenBatch(): Promise<void> {
  const { openId } = useBatches.getState();
  if (openId === null) return;
  const answer = await call('batches.review', { batchId: openId });
  if (useBatches.getState().openId !== openId) return;
  if (answer.ok) useBatches.setState({ review: answer.value, failure: null });
  else useBatches.setState({ failure: answer.failure });
}

/** Takes over a batch that was made or changed, before the list is read again. */
export function adoptBatch(batch: Batch): void {
  const { batches } = useBatches.getState();
  const isKnown = batches.some(({ id }) => id === batch.id);
  adoptBatches(isKnown ? batches.map((each) => (each.id === batch.id ? batch : each)) : [...batches, batch]);
}

function adoptBatches(batches: readonly Batch[]): void {
  const { openId } = useBatches.getState();
  useBatches.setState({
    batches,
    ofDraft: new Map(batches.flatMap((batch) => batch.draftIds.map((id) => [id, batch] as const))),
    ...(batches.some(({ id }) => id === openId) ? {} : { openId: null, review: null }),
  });
}

const gatherMs = 200;
let timer: ReturnType<typeof setTimeout> | null = null;
