import { create } from 'zustand';
import type { BulkBatch, BulkDone, BulkPreview } from '../../electron/model/bulk-change.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { useBatches } from './batches.ts';
import { openBulkChoices } from './bulk-choices.ts';
import type { BulkChosen } from './bulk-chosen.ts';
import { type BulkForm, changeOf, emptyForm } from './bulk-form.ts';
import { allSaved } from './editor-changes.ts';
import { notify } from './notices.ts';
import { showDrafts } from './show-drafts.ts';
import { notifyUndoable, type Undone } from './undo.ts';

type Bulk = {
  /** What is to be changed; null while nothing is. */
  readonly chosen: BulkChosen | null;
  readonly form: BulkForm;
  /** What it would do; null until that has been worked out. */
  readonly preview: BulkPreview | null;
  /** Whether what is shown is about to be replaced. */
  readonly isLooking: boolean;
  readonly isApplying: boolean;
  /** Why it could not be worked out. */
  readonly failure: Failure | null;
  /** Why it was not done. */
  readonly refusal: Failure | null;
  readonly batch: BulkBatch;
};

const none: Bulk = {
  chosen: null,
  form: emptyForm,
  preview: null,
  isLooking: false,
  isApplying: false,
  failure: null,
  refusal: null,
  batch: { is: 'none' },
};

/** One change for many, as far as it has been filled in. */
export const useBulk = create<Bulk>(() => none);

/** Begins to change these together. Typed changes are saved first: what is shown counts them in. */
export async function openBulk(chosen: BulkChosen): Promise<void> {
  await allSaved();
  useBulk.setState({ ...none, chosen });
  await openBulkChoices(chosen);
}

export function closeBulk(): void {
  if (!useBulk.getState().isApplying) useBulk.setState(none);
}

/** Fills in the form, and has worked out what it would do. While it is typed, that waits for a short pause. */
export function fillIn(change: Partial<BulkForm>): void {
  const bulk = useBulk.getState();
  if (bulk.isApplying) return;
  const form = { ...bulk.form, ...change };
  const isTyped = change.key !== undefined || change.value !== undefined;
  if (changeOf(form) === null) {
    asked += 1;
    useBulk.setState({ form, preview: null, isLooking: false, failure: null, refusal: null });
  } else {
    useBulk.setState({ form, isLooking: true, refusal: null });
    lookSoon(isTyped ? typingMs : 0);
  }
}

export function chooseBatch(batch: BulkBatch): void {
  useBulk.setState({ batch });
}

/** Releases or drafts have changed: what is shown may not be so any more. */
export function followBulk(): void {
  const { chosen, preview, isApplying } = useBulk.getState();
  if (chosen !== null && preview !== null && !isApplying) lookSoon(gatherMs);
}

/** Does what is shown, and offers to take it back. Answers whether it was done. */
export async function applyBulk(): Promise<boolean> {
  const { chosen, form, preview, isLooking, isApplying, batch } = useBulk.getState();
  const change = changeOf(form);
  if (chosen === null || change === null || preview === null || isLooking || isApplying) return false;
  useBulk.setState({ isApplying: true, refusal: null });
  const answer = await call('bulk.apply', { ...named(chosen), change, seen: preview.seen, batch });
  if (answer.ok) {
    useBulk.setState(none);
    tellDone(answer.value, nameOf(batch));
    return true;
  }
  useBulk.setState({ isApplying: false, refusal: answer.failure });
  // What has come between is shown beside the reason.
  if (answer.failure.kind === 'conflict') await look();
  return false;
}

async function look(): Promise<void> {
  const { chosen, form } = useBulk.getState();
  const change = changeOf(form);
  if (chosen === null || change === null) return;
  asked += 1;
  const mine = asked;
  useBulk.setState({ isLooking: true });
  const answer = await call('bulk.preview', { ...named(chosen), change });
  if (mine !== asked || useBulk.getState().chosen !== chosen) return;
  if (answer.ok) useBulk.setState({ preview: answer.value, isLooking: false, failure: null });
  else useBulk.setState({ preview: null, isLooking: false, failure: answer.failure });
}

function lookSoon(ms: number): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    void look();
  }, ms);
}

const typingMs = 150;
const gatherMs = 200;
let timer: ReturnType<typeof setTimeout> | null = null;
/** Numbers the questions: only the answer to the last one counts. */
let asked = 0;

function named({ connectionId, releaseIds, draftIds }: BulkChosen) {
  return { connectionId, releaseIds: [...releaseIds], draftIds: [...draftIds] };
}

/** What the batch is called that the drafts go into; null for none. */
function nameOf(batch: BulkBatch): string | null {
  if (batch.is === 'none') return null;
  if (batch.is === 'new') return batch.name;
  return useBatches.getState().batches.find(({ id }) => id === batch.batchId)?.name ?? null;
}

function tellDone({ bulkId, made, changed, batchId }: BulkDone, batchName: string | null): void {
  const words = texts.bulk;
  const numbers = { made, changed, shownMade: count(made), shownChanged: count(changed) };
  notifyUndoable(
    {
      tone: 'success',
      message: batchName === null ? words.done(numbers) : words.doneIn(words.done(numbers), shown(batchName)),
      actions: [
        batchId === null
          ? { label: words.showDrafts, run: showDrafts, leadsTo: 'drafts' }
          : { label: words.showBatch, run: () => showDrafts(batchId) },
      ],
    },
    () => undoBulk(bulkId),
  );
}

async function undoBulk(bulkId: string): Promise<Undone> {
  const answer = await call('bulk.undo', { bulkId });
  if (!answer.ok) return answer.failure;
  const { undone, left } = answer.value;
  const words = texts.bulk;
  if (left.length === 0) {
    notify({ tone: 'info', message: words.undone(undone, count(undone)) });
    return 'told';
  }
  const names = left.map(({ version, why }) => words.left(shown(version), why));
  notify({
    tone: 'warning',
    message: words.undoneInPart(count(undone), count(undone + left.length)),
    detail: words.leftSome(names.slice(0, mostNamed), names.length - mostNamed),
  });
  return 'told';
}

/** So many are named of those that could not be had back as they were. */
const mostNamed = 5;
