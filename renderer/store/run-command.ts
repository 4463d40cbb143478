import type { Batch } from '../../electron/model/batch.ts';
import { type CommandName, commands } from '../../electron/model/command.ts';
import { texts } from '../texts/texts.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { focusPaneNamed } from '../ui/panes.ts';
import { announce } from './announcements.ts';
import { batchAtHand, jobAtHand } from './at-hand.ts';
import {
  cancelBatch,
  compactBatch,
  pauseBatch,
  publishBatch,
  removeBatch,
  resumeBatch,
} from './batch-actions.ts';
import { takeBetterOrder } from './batch-changes.ts';
import { useBatches } from './batches.ts';
import { currentConnection, useConnections } from './connections.ts';
import { copyProductId, copyReleaseId, productIdAtHand } from './copy-ids.ts';
import { isCovered } from './covers.ts';
import { copyDiagnosticsAndSay, showLogs } from './diagnostics.ts';
import { openDraftsAndBatches } from './draft-actions.ts';
import { useEditor } from './editor.ts';
import { discardDraft, newRelease, publish, restoreLostFile } from './editor-actions.ts';
import { allSaved } from './editor-changes.ts';
import { chosenAttempt, exportHistory, openHistory, restoreAttempt } from './history.ts';
import { askForImport } from './imports.ts';
import { cancelJob, openJobs, pauseJob, resumeJob, retryJob } from './jobs.ts';
import { editTeam, go, setConnecting, useNavigation } from './navigation.ts';
import { notify } from './notices.ts';
import { copyReleaseLink } from './openings.ts';
import { refreshProducts } from './products.ts';
import { clearFinished, pauseAll, resumeAll } from './queue-actions.ts';
import { refreshReleases } from './releases.ts';
import { undoLast } from './undo.ts';
import { fetchUpdate, lookForUpdates, restartToUpdate } from './updates.ts';
import { whyNot } from './why-not.ts';
import { perform } from './window-actions.ts';

/**
 * Carries out a command of the application menu, or says why it cannot be now. A name this window does not know does
 * nothing. While the palette is open nothing but itself can be meant: what is chosen in it closes it first.
 */
export function runCommand(name: string): void {
  if (!isCommand(name)) return;
  const isUnderPalette = isCovered('palette') && name !== 'palette';
  const why = isUnderPalette ? texts.commands.closePaletteFirst : whyNot(name);
  if (why === null) actions[name]();
  else notify({ tone: 'info', message: why });
}

/** What each does once nothing stands in its way. */
const actions: Readonly<Record<CommandName, () => void>> = {
  'new-release': () => void newRelease(),
  'attach-file': () => void perform('choose-file'),
  'match-files': () => void perform('match-files'),
  import: askForImport,
  'export-plan': () => void perform('export-plan'),
  'export-plan-files': () => void perform('export-plan-files'),
  'export-fields': () => void perform('export-fields'),
  'export-history': () => void exportHistory('json'),
  'export-history-table': () => void exportHistory('csv'),
  'save-draft': () => void saveDraft(),
  publish: () => void publish(),
  'discard-draft': () => {
    const { draft, fields } = useEditor.getState();
    if (draft !== null) void discardDraft(draft.id, fields.version);
  },
  'add-connection': () => setConnecting(true),
  'edit-connection': () => {
    const connection = currentConnection();
    if (connection !== null) editTeam(connection.id);
  },
  'add-product': () => void perform('add-product'),
  undo: () => void undoLast(),
  find: () => {
    if (perform('find')) return;
    go('releases');
    requestAnimationFrame(() => perform('find'));
  },
  'copy-link': () => void copyReleaseLink(),
  'copy-release-id': () => void copyReleaseId(),
  'copy-product-id': () => void copyProductId(productIdAtHand()),
  'select-all': () => void perform('select-all'),
  'change-many': () => void perform('change-many'),
  'restore-attempt': () => {
    const attempt = chosenAttempt();
    if (attempt !== undefined) void restoreAttempt(attempt);
  },
  palette: () => void perform('palette'),
  'show-releases': () => go('releases'),
  'show-drafts': () => go('drafts'),
  'show-queue': () => go('queue'),
  'show-history': () => go('history'),
  'show-settings': () => go('settings'),
  compare: () => void perform('compare'),
  'next-pane': () => void perform('next-pane'),
  refresh: refreshPlace,
  'pause-all': () => void pauseAll(),
  'resume-all': () => void resumeAll(),
  'clear-finished': clearFinished,
  'pause-job': () => withJob(pauseJob),
  'resume-job': () => withJob(resumeJob),
  'cancel-job': () => withJob(cancelJob),
  'retry-job': () => withJob(retryJob),
  'put-file-back': () => withJob(restoreLostFile),
  'new-batch': () => void perform('new-batch'),
  'publish-batch': () => withBatch(({ id }) => publishBatch(id)),
  'pause-batch': () => withRun(pauseBatch),
  'resume-batch': () => withRun(resumeBatch),
  'cancel-batch': () => withRun(cancelBatch),
  'compact-batch': () => withBatch(compactBatch),
  'order-batch': () => {
    const order = useBatches.getState().review?.order;
    if (order != null) withBatch((batch) => takeBetterOrder(batch, order.draftIds));
  },
  'remove-batch': () => withBatch(removeBatch),
  'open-demo': () => {
    if (perform('open-demo')) return;
    setConnecting(true);
    requestAnimationFrame(() => perform('open-demo'));
  },
  'check-updates': () => void lookForUpdates(),
  'fetch-update': () => void fetchUpdate(),
  'restart-to-update': () => void restartToUpdate(),
  'copy-diagnostics': () => void copyDiagnosticsAndSay(),
  'show-logs': () => void showLogs(),
};

function withJob(run: (jobId: string) => Promise<void>): void {
  const job = jobAtHand();
  if (job !== null) goOnAfter(run(job.id));
}

function withBatch(run: (batch: Batch) => Promise<void>): void {
  const at = batchAtHand();
  if (at?.at === 'drafts') goOnAfter(run(at.batch));
}

function withRun(run: (batchId: string) => Promise<void>): void {
  const at = batchAtHand();
  if (at?.at === 'queue') goOnAfter(run(at.batchId));
}

/** What had the focus is often gone afterwards. */
function goOnAfter(done: Promise<void>): void {
  void done.then(() => keepFocus(() => focusPaneNamed('list')));
}

/** Drafts are saved at every change; the command makes sure of it and says so. */
async function saveDraft(): Promise<void> {
  await allSaved();
  const { draft, saveFailure } = useEditor.getState();
  if (saveFailure !== null)
    return notify({ tone: 'danger', message: saveFailure.message, detail: saveFailure.remedy });
  if (draft === null) return notify({ tone: 'info', message: texts.commands.noDraft });
  notify({ tone: 'success', message: texts.commands.draftSaved });
}

function refreshPlace(): void {
  const { place } = useNavigation.getState();
  const { currentId } = useConnections.getState();
  announce(texts.commands.reading);
  if (place === 'drafts') void openDraftsAndBatches(currentId);
  else if (place === 'queue') void openJobs(currentId);
  else if (place === 'history') void openHistory(currentId);
  else {
    void refreshReleases();
    void refreshProducts();
  }
}

function isCommand(name: string): name is CommandName {
  return commands.some((command) => command.name === name);
}
