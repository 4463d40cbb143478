import type { CommandName } from '../../electron/model/command.ts';
import type { Job } from '../../electron/model/job.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { type BatchAtHand, batchAtHand, jobAtHand } from './at-hand.ts';
import { canCompact, outlookOf } from './batch-outlook.ts';
import { useBatches } from './batches.ts';
import { currentConnection, useConnections } from './connections.ts';
import { productIdAtHand, releaseAtHand } from './copy-ids.ts';
import { isCovered } from './covers.ts';
import { useDrafts } from './drafts.ts';
import { useEditor } from './editor.ts';
import { publishable } from './editor-actions.ts';
import { chosenAttempt } from './history.ts';
import { canPause, canRetry, canStop } from './job-progress.ts';
import { useJobs } from './jobs.ts';
import { useNavigation } from './navigation.ts';
import { useProducts } from './products.ts';
import { finishedJobs, standingOf } from './queue-standing.ts';
import { lastUndoable } from './undo.ts';
import { useUpdates } from './updates.ts';
import { isOffered, type WindowAction } from './window-actions.ts';

/** Why a command cannot be carried out now, in a sentence that says what to do first; null when it can. */
export function whyNot(name: CommandName): string | null {
  if (isCovered('dialog') && !besideDialogs.has(name)) return words.closeDialogFirst;
  if (!anywhere.has(name)) {
    if (useConnections.getState().connections.length === 0) return words.connectFirst;
    if (useNavigation.getState().connecting && !leadsAway.has(name)) return words.leaveFormFirst;
  }
  return reasons[name]?.() ?? null;
}

/** They need no team. */
const anywhere: ReadonlySet<CommandName> = new Set([
  'palette',
  'add-connection',
  'open-demo',
  'check-updates',
  'fetch-update',
  'restart-to-update',
  'copy-diagnostics',
  'show-logs',
]);

/** They change nothing of what the window shows. */
const besideDialogs: ReadonlySet<CommandName> = new Set(['check-updates', 'copy-diagnostics', 'show-logs']);

/** They close the form that covers the window while a further team is being connected. */
const leadsAway: ReadonlySet<CommandName> = new Set([
  'new-release',
  'edit-connection',
  'find',
  'show-releases',
  'show-drafts',
  'show-queue',
  'show-history',
  'show-settings',
]);

const words = texts.commands;

const unlessOffered = (action: WindowAction, why: string) => () => (isOffered(action) ? null : why);

/** Of those that cannot always be carried out. A draft that is to be saved is looked for when it is. */
const reasons: Partial<Record<CommandName, () => string | null>> = {
  'new-release': () => (useProducts.getState().currentId === null ? words.chooseProduct : null),
  'attach-file': () => {
    const state = publishable();
    if (isOffered('choose-file')) return null;
    return !state.can && state.why === 'under-way' ? texts.editor.whyNot['under-way'] : words.openFirst;
  },
  'match-files': () => (useProducts.getState().currentId === null ? texts.matching.noProduct : null),
  'export-plan': unlessOffered('export-plan', texts.plans.noPlanToExport),
  'export-plan-files': unlessOffered('export-plan-files', texts.plans.noPlanToExport),
  'export-fields': unlessOffered('export-fields', texts.plans.nothingToExport),
  publish: () => {
    const state = publishable();
    return state.can ? null : texts.editor.whyNot[state.why];
  },
  'discard-draft': () => (useEditor.getState().draft === null ? words.noDraft : null),
  'add-connection': () => (useNavigation.getState().connecting ? words.formIsOpen : null),
  undo: () => (lastUndoable() === null ? texts.undo.nothing : null),
  'copy-link': () => {
    const { subject, release } = useEditor.getState();
    return subject === null || release === null || currentConnection() === null
      ? texts.links.noRelease
      : null;
  },
  'copy-release-id': () => (releaseAtHand() === null ? texts.ids.noRelease : null),
  'copy-product-id': () => (productIdAtHand() === null ? words.chooseProduct : null),
  'select-all': unlessOffered('select-all', words.nothingToChoose),
  'change-many': unlessOffered('change-many', texts.bulk.chooseFirst),
  'restore-attempt': () => {
    const attempt = useNavigation.getState().place === 'history' ? chosenAttempt() : undefined;
    if (attempt === undefined) return words.showAttempt;
    return attempt.before === null ? texts.history.nothingBefore : null;
  },
  compare: unlessOffered('compare', words.nothingToCompare),
  'pause-all': () => {
    const { atWork, waiting } = standingOf(useJobs.getState().jobs);
    return atWork + waiting === 0 ? words.nothingToPause : null;
  },
  'resume-all': () => (standingOf(useJobs.getState().jobs).paused === 0 ? words.nothingPaused : null),
  'clear-finished': () => (finishedJobs(useJobs.getState().jobs).length === 0 ? words.nothingFinished : null),
  'pause-job': ofJob(({ state }) => (canPause(state) ? null : words.cannotPause)),
  'resume-job': ofJob(({ state }) => (state.at === 'paused' ? null : words.notPaused)),
  'cancel-job': ofJob(({ state }) => (canStop(state) ? null : words.cannotCancel)),
  'retry-job': ofJob(({ state, draftId }) => {
    const hasDraft = useDrafts.getState().drafts.some(({ id }) => id === draftId);
    return canRetry(state, hasDraft) ? null : words.cannotRetry;
  }),
  'put-file-back': ofJob(({ state, lostFile }) => {
    const isOver = state.at === 'failed' || state.at === 'blocked' || state.at === 'cancelled';
    return isOver && lostFile?.inVault === true ? null : words.noFileLost;
  }),
  'new-batch': unlessOffered('new-batch', words.chooseDrafts),
  'publish-batch': ofBatchInDrafts(({ batch }) => {
    const { review } = useBatches.getState();
    const { isRefused, canPublish } = outlookOf(batch, review);
    if (canPublish) return null;
    if (batch.draftIds.length === 0) return texts.batches.nothingToSend;
    if (review === null) return texts.batches.reviewing;
    const stops = useDrafts.getState().drafts.find(({ id }) => id === review.stopsAt);
    return isRefused && stops !== undefined
      ? texts.batches.stopsAt(shown(stops.base?.version ?? stops.fields.version))
      : texts.batches.nothingToSend;
  }),
  'pause-batch': ofBatchInQueue(({ phase }) => (phase.at === 'running' ? null : words.cannotPause)),
  'resume-batch': ofBatchInQueue(({ phase }) => (phase.at === 'running' ? words.notPaused : null)),
  'cancel-batch': ofBatchInQueue(() => null),
  'compact-batch': ofBatchInDrafts(() => {
    const { review } = useBatches.getState();
    if (review === null) return texts.batches.reviewing;
    return canCompact(review) ? null : words.nothingToCompact;
  }),
  'order-batch': ofBatchInDrafts(() => {
    const { review } = useBatches.getState();
    if (review === null) return texts.batches.reviewing;
    return review.order === null ? words.orderIsGood : null;
  }),
  'remove-batch': ofBatchInDrafts(() => null),
  'open-demo': () =>
    useNavigation.getState().connecting && !isOffered('open-demo') ? words.leaveFormFirst : null,
  'fetch-update': () => {
    const { state } = useUpdates.getState();
    if (state.at === 'found' || state.at === 'failed') return null;
    if (!('update' in state)) return words.noUpdate;
    return texts.updates[state.at](shown(state.update.version));
  },
  'restart-to-update': () => {
    const { state } = useUpdates.getState();
    if (state.at === 'ready') return state.waitsFor && texts.updates.restartLater[state.waitsFor];
    if (state.at === 'waiting' || state.at === 'fetching')
      return texts.updates[state.at](shown(state.update.version));
    return 'update' in state ? words.fetchFirst : words.noUpdate;
  },
};

function ofJob(why: (job: Job) => string | null): () => string | null {
  return () => {
    const job = jobAtHand();
    return job === null ? words.noJob : why(job);
  };
}

type InDrafts = Extract<BatchAtHand, { at: 'drafts' }>;
type InQueue = Extract<BatchAtHand, { at: 'queue' }>;

function ofBatchInDrafts(why: (at: InDrafts) => string | null): () => string | null {
  return () => {
    const at = batchAtHand();
    if (at === null) return words.showBatch;
    return at.at === 'queue' ? words.batchUnderWay : why(at);
  };
}

function ofBatchInQueue(why: (at: InQueue) => string | null): () => string | null {
  return () => {
    const at = batchAtHand();
    if (at === null) return words.showBatch;
    return at.at === 'drafts' || at.phase.at === 'over' ? words.batchNotUnderWay : why(at);
  };
}
