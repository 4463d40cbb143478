import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { Imported, ImportKind, ImportProgress } from '../../electron/model/import.ts';
import type { PlanReport } from '../../electron/model/plan.ts';
import { beginImport, call, type ImportFile } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { freeBatchName } from './batch-actions.ts';
import { readBatches, rereadBatches, useBatches } from './batches.ts';
import { batchesEmptied } from './batches-gone.ts';
import { rereadNow } from './changed-drafts.ts';
import { useConnections } from './connections.ts';
import { allSaved } from './editor-changes.ts';
import { notify } from './notices.ts';
import { showDrafts } from './show-drafts.ts';
import { someReasons } from './some-reasons.ts';
import { notifyUndoable, type Undone } from './undo.ts';

type Import = {
  /** closed; asking: for a file; looking: at it; ready: the report is there; making: the drafts. */
  readonly phase: 'closed' | 'asking' | 'looking' | 'ready' | 'making';
  readonly connectionId: string;
  /** What the file is called. */
  readonly name: string;
  readonly importId: string | null;
  readonly kind: ImportKind;
  /** What to do where the server has moved on since a plan was made. */
  readonly onStale: 'refuse' | 'take';
  readonly progress: ImportProgress | null;
  readonly report: PlanReport | null;
  readonly failure: Failure | null;
  /** Whether the rows of a CSV file become a batch; a plan has its own. */
  readonly inBatch: boolean;
  /** At first as the file is called. */
  readonly batchName: string;
};

const closed: Import = {
  phase: 'closed',
  connectionId: '',
  name: '',
  importId: null,
  kind: 'plan',
  onStale: 'refuse',
  progress: null,
  report: null,
  failure: null,
  inBatch: true,
  batchName: '',
};

/** A plan or CSV file on its way to drafts. */
export const useImport = create<Import>(() => closed);

/** Asks for a file: a command has none with it. */
export function askForImport(): void {
  if (useImport.getState().phase === 'closed') useImport.setState({ ...closed, phase: 'asking' });
}

/** Reads a file and shows what it would do; nothing is made before that has been seen. */
export async function importFile(file: ImportFile): Promise<void> {
  const { currentId: connectionId } = useConnections.getState();
  if (connectionId === null || useImport.getState().phase === 'making') return;
  endImport();
  const mine = asked;
  const isWanted = () => mine === asked;
  const batchName = file.name.replace(/\.[^.]*$/, '');
  useImport.setState({ ...closed, phase: 'looking', connectionId, name: file.name, batchName });
  // What was typed in the editor can be in the way of what comes.
  await allSaved();
  const answer = await beginImport(connectionId, file);
  if (!answer.ok) {
    if (isWanted()) useImport.setState({ phase: 'ready', failure: answer.failure });
    return;
  }
  const { importId, kind } = answer.value;
  if (!isWanted()) return void call('imports.end', { importId });
  useImport.setState({ importId, kind });
  await look(importId, 'refuse');
}

/** Imports one of the files that were dropped together, where there is only one. */
export function importDropped(files: readonly File[], hasFolder: boolean): void {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0 || hasFolder) {
    notify({ tone: 'info', message: texts.plans.onlyOne });
  } else void importFile(file);
}

/** Leaves what others have changed since a plan was made to be decided when it is published. */
export async function takeStale(): Promise<void> {
  const { importId, phase } = useImport.getState();
  if (importId === null || phase !== 'ready') return;
  useImport.setState({ phase: 'looking', progress: null, failure: null });
  await look(importId, 'take');
}

/** Makes the drafts and their batch: all of them, or none and why. */
export async function makeImported(): Promise<void> {
  const { importId, phase, kind, onStale, inBatch, batchName } = useImport.getState();
  if (importId === null || phase !== 'ready') return;
  const name = kind === 'csv' && inBatch ? batchName.trim() || freeBatchName() : null;
  useImport.setState({ phase: 'making', progress: null, failure: null });
  const answer = await call('imports.make', { importId, onStale, batchName: name });
  const isShown = useImport.getState().importId === importId;
  const show = (seen: Partial<Import>) => {
    if (isShown) useImport.setState(seen);
  };
  if (!answer.ok) return show({ phase: 'ready', failure: answer.failure });
  const { report } = answer.value;
  if (report.problems.length > 0) return show({ phase: 'ready', report });
  // Who stopped it too late is told what was made, and how to undo it.
  show(closed);
  const draftIds = report.steps.flatMap(({ draftId }) => draftId ?? []);
  await Promise.all([rereadNow(draftIds.slice(0, inSight)), readBatches()]);
  tellMade(importId, draftIds, answer.value);
  await rereadNow(draftIds.slice(inSight));
}

/** More than a window shows of a batch: those come first, and nobody waits for the others. */
const inSight = 100;

/** Lets go of the file, whatever is being done with it. */
export function endImport(): void {
  const { importId } = useImport.getState();
  asked += 1;
  useImport.setState(closed);
  if (importId !== null) void call('imports.end', { importId });
}

export function adoptImportProgress(progress: ImportProgress): void {
  const { importId, phase } = useImport.getState();
  if (progress.importId === importId && (phase === 'looking' || phase === 'making')) {
    useImport.setState({ progress });
  }
}

/** Numbers the files: only the last one counts. */
let asked = 0;

async function look(importId: string, onStale: Import['onStale']): Promise<void> {
  const answer = await call('imports.look', { importId, onStale });
  if (useImport.getState().importId !== importId) return;
  const seen = answer.ok ? { report: answer.value, onStale } : { failure: answer.failure };
  useImport.setState({ phase: 'ready', progress: null, ...seen });
}

function tellMade(importId: string, draftIds: readonly string[], numbers: Imported): void {
  const { made, changed, there, batchId, batchesGone } = numbers;
  const batch = useBatches.getState().batches.find(({ id }) => id === batchId);
  const shownNumbers = { made: count(made), changed: count(changed), there: count(there) };
  showDrafts(batch?.id);
  const hasDone = made + changed > 0 || batch !== undefined;
  const done = texts.plans.done(numbers, shownNumbers, batch === undefined ? null : shown(batch.name));
  const message = [done, batchesEmptied(batchesGone)].filter((said) => said !== null).join(' ');
  if (hasDone) notifyUndoable({ tone: 'success', message }, () => undo(importId, draftIds));
  else notify({ tone: 'info', message });
}

async function undo(importId: string, draftIds: readonly string[]): Promise<Undone> {
  const answer = await call('imports.undo', { importId });
  if (!answer.ok) return answer.failure;
  const { problems } = answer.value;
  await Promise.all([rereadNow(draftIds), rereadBatches()]);
  const words = texts.plans;
  if (problems.length === 0) notify({ tone: 'info', message: words.undone });
  else {
    const message = words.notUndone(problems.length, count(problems.length));
    notify({ tone: 'warning', message, detail: someReasons(problems) });
  }
  return 'told';
}
