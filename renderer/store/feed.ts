import { call, listen } from '../api.ts';
import { followBatches, rereadBatches, useBatches } from './batches.ts';
import { followBulk } from './bulk-change.ts';
import { draftsChanged, rereadOpen } from './changed-drafts.ts';
import { followClock } from './clock.ts';
import { adoptConnections, useConnections } from './connections.ts';
import { followDoneElsewhere } from './done-elsewhere.ts';
import { openDraftsAndBatches } from './draft-actions.ts';
import { openEditor, useEditor } from './editor.ts';
import { tellOfFile } from './exports.ts';
import { adoptMatchProgress } from './file-matching.ts';
import { followForecast } from './forecast.ts';
import { followHistory } from './history.ts';
import { adoptImportProgress } from './imports.ts';
import { adoptJob, openJobs } from './jobs.ts';
import { followTeamsElsewhere } from './jobs-elsewhere.ts';
import { markReleases } from './marked-releases.ts';
import { closeAll, go, openSubject, useNavigation } from './navigation.ts';
import { showOpenings } from './openings.ts';
import { openProducts, rereadProducts, useProducts } from './products.ts';
import { hasCreated, releasesChanged } from './published.ts';
import { followRun } from './queue-run.ts';
import { openReleases, refreshReleases, useReleases } from './releases.ts';
import { runCommand } from './run-command.ts';
import { sessionFailed, sessionIsReady, setOnline, startSession, useSession } from './session.ts';
import { adoptNotice } from './told-notices.ts';
import { followUndo } from './undo.ts';
import { adoptUpdate, openUpdates } from './updates.ts';

/** Starts the window: follows every event, then reads what is shown first. Answers a function that stops it. */
export function startFeed(): () => void {
  const stops = [...followChoices(), ...followEvents()];
  void start();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Reads what the window needs first; also the way back from a start that failed. */
export async function start(): Promise<void> {
  const [started, connections] = await Promise.all([startSession(), call('connections.list', {})]);
  if (!started) return;
  if (!connections.ok) return sessionFailed(connections.failure);
  // Only now: which team comes first is among what the session remembers.
  adoptConnections(connections.value);
  const { info } = useSession.getState();
  if (info !== null && info.place !== null) go(info.place);
  // Answers come in the order of the questions: after this one the lists of the chosen team are there, and a window that
  // is drawn once, with them, is there sooner than one that is drawn anew for each.
  await openUpdates();
  // For `npm run bench`, which holds it against when the first picture came.
  performance.mark('ready', { detail: { releases: useReleases.getState().entries.length } });
  sessionIsReady();
  void showOpenings();
}

/** What one choice brings with it: a team its products, a product its releases, a subject its editor. */
function followChoices(): (() => void)[] {
  return [
    followClock(),
    followRun(),
    followUndo(),
    followForecast(),
    followTeamsElsewhere(),
    followDoneElsewhere(),
    useConnections.subscribe(({ currentId }, former) => {
      if (currentId === former.currentId) return;
      closeAll();
      void openProducts(currentId);
      void openDraftsAndBatches(currentId);
      void openJobs(currentId);
    }),
    useProducts.subscribe(({ connectionId, currentId }, former) => {
      if (connectionId === former.connectionId && currentId === former.currentId) return;
      useNavigation.setState(({ subjects }) => ({ subjects: { ...subjects, releases: null } }));
      markReleases(new Set());
      void openReleases(connectionId, currentId);
    }),
    useNavigation.subscribe(() => {
      void openEditor(openSubject());
    }),
    useReleases.subscribe(({ entries, connectionId, productId }, former) => {
      if (entries === former.entries || connectionId === null || productId === null) return;
      void rereadOpen(connectionId, productId);
    }),
  ];
}

function followEvents(): (() => void)[] {
  return [
    listen('connections.changed', ({ connections }) => adoptConnections(connections)),
    listen('products.changed', ({ connectionId }) => void rereadProducts(connectionId)),
    listen('releases.changed', (told) => {
      const { connectionId, productId } = told;
      releasesChanged(told);
      followBulk();
      const { subject } = useEditor.getState();
      if (subject !== null && subject.productId !== useReleases.getState().productId) {
        void rereadOpen(connectionId, productId);
      }
    }),
    listen('batches.changed', ({ connectionId }) => {
      if (useBatches.getState().connectionId === connectionId) void rereadBatches();
    }),
    listen('drafts.changed', ({ draftIds }) => {
      followBatches();
      followBulk();
      draftsChanged(draftIds);
    }),
    listen('jobs.changed', ({ job }) => {
      adoptJob(job);
      followHistory();
      if (job.state.at === 'verified' && job.releaseId !== null) void hasCreated(job.draftId, job.releaseId);
    }),
    listen('matching.progress', adoptMatchProgress),
    listen('imports.progress', adoptImportProgress),
    listen('files.progress', tellOfFile),
    listen('network.changed', ({ online }) => {
      setOnline(online);
      if (online) void refreshReleases();
    }),
    listen('network.back', () => void refreshReleases()),
    hearNetwork(),
    listen('opening.changed', () => {
      // Before the window is ready nothing can be shown; `start` asks for it then.
      if (useSession.getState().phase === 'ready') void showOpenings();
    }),
    listen('updates.changed', ({ state }) => adoptUpdate(state)),
    listen('menu.command', ({ command }) => runCommand(command)),
    listen('notice', adoptNotice),
  ];
}

/** The browser hears of a network that is back before anything is tried on it. */
function hearNetwork(): () => void {
  const tell = () => void call('app.online', {});
  window.addEventListener('online', tell);
  return () => window.removeEventListener('online', tell);
}
