import { type CommandName, commands } from '../../electron/model/command.ts';
import { texts } from '../texts/texts.ts';
import { announce } from './announcements.ts';
import { useConnections } from './connections.ts';
import { copyDiagnosticsAndSay, showLogs } from './diagnostics.ts';
import { openDrafts } from './drafts.ts';
import { useEditor } from './editor.ts';
import { discardDraft, newRelease, publish, publishable } from './editor-actions.ts';
import { allSaved } from './editor-changes.ts';
import { openHistory } from './history.ts';
import { askForImport } from './imports.ts';
import { openJobs } from './jobs.ts';
import { go, setConnecting, useNavigation } from './navigation.ts';
import { notify } from './notices.ts';
import { copyReleaseLink } from './openings.ts';
import { refreshProducts } from './products.ts';
import { refreshReleases } from './releases.ts';
import { undoLast } from './undo.ts';
import { lookForUpdates } from './updates.ts';
import { perform } from './window-actions.ts';

/** Carries out a command of the application menu. A name this window does not know does nothing. */
export function runCommand(name: string): void {
  if (!isCommand(name)) return;
  const connected = useConnections.getState().connections.length > 0;
  if (!connected && !always.has(name)) return;
  actions[name]();
}

/** What can be done before a team is connected. */
const always: ReadonlySet<CommandName> = new Set(['check-updates', 'copy-diagnostics', 'show-logs']);

const actions: Readonly<Record<CommandName, () => void>> = {
  'new-release': () => void newRelease(),
  'attach-file': () => {
    if (!perform('choose-file')) notify({ tone: 'info', message: texts.commands.openFirst });
  },
  'match-files': () => void perform('match-files'),
  import: askForImport,
  'export-plan': () => {
    if (!perform('export-plan')) notify({ tone: 'info', message: texts.plans.noPlanToExport });
  },
  'export-plan-files': () => {
    if (!perform('export-plan-files')) notify({ tone: 'info', message: texts.plans.noPlanToExport });
  },
  'export-fields': () => {
    if (!perform('export-fields')) notify({ tone: 'info', message: texts.plans.nothingToExport });
  },
  'save-draft': () => void saveDraft(),
  publish: () => {
    const state = publishable();
    if (state.can) void publish();
    else notify({ tone: 'info', message: texts.editor.whyNot[state.why] });
  },
  'discard-draft': () => {
    const { draft, fields } = useEditor.getState();
    if (draft === null) notify({ tone: 'info', message: texts.commands.noDraft });
    else void discardDraft(draft.id, fields.version);
  },
  'add-connection': () => setConnecting(true),
  undo: () => void undoLast(),
  find: () => {
    if (perform('find')) return;
    go('releases');
    requestAnimationFrame(() => perform('find'));
  },
  'copy-link': () => void copyReleaseLink(),
  'select-all': () => void perform('select-all'),
  'change-many': () => {
    if (!perform('change-many')) notify({ tone: 'info', message: texts.bulk.chooseFirst });
  },
  palette: () => void perform('palette'),
  'show-releases': () => go('releases'),
  'show-drafts': () => go('drafts'),
  'show-queue': () => go('queue'),
  'show-history': () => go('history'),
  'show-settings': () => go('settings'),
  'next-pane': () => void perform('next-pane'),
  refresh: refreshPlace,
  'check-updates': () => void lookForUpdates(),
  'copy-diagnostics': () => void copyDiagnosticsAndSay(),
  'show-logs': () => void showLogs(),
};

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
  if (place === 'drafts') void openDrafts(currentId);
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
