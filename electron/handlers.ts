import type { CallHandlers } from './contract.ts';
import { appError } from './errors.ts';
import type { KeyHolder } from './keys/key-holder.ts';
import type { IncomingFile } from './model/incoming-file.ts';
import type { JobForecast } from './model/job.ts';
import type { BatchJobs } from './services/batch-jobs.ts';
import type { BatchService } from './services/batches.ts';
import type { BulkChangeService } from './services/bulk-changes.ts';
import type { CatalogueService } from './services/catalogue.ts';
import type { ConnectionService } from './services/connections.ts';
import type { DemoTeam } from './services/demo-team.ts';
import type { Diagnostics } from './services/diagnostics.ts';
import type { DraftService } from './services/drafts.ts';
import type { ExportService } from './services/exports.ts';
import type { HistoryService } from './services/history.ts';
import type { ImportService } from './services/imports.ts';
import type { JobService } from './services/jobs.ts';
import type { MatchingService } from './services/matching.ts';
import type { Network } from './services/network.ts';
import type { Notices } from './services/notices.ts';
import type { OpeningService } from './services/opening.ts';
import type { Rim, WindowState } from './services/service-options.ts';
import type { UpdateService } from './services/updates.ts';
import type { VaultRoom } from './services/vault-room.ts';
import type { SettingStore } from './store/settings.ts';
import { regionalLocales, type Said, words } from './texts/words.ts';

interface Behind {
  app: { version: string; platform: string; runtime: string };
  dataFolder: string;
  notices: Notices;
  window: WindowState;
  keys: KeyHolder;
  network: Network;
  settings: SettingStore;
  /** Whatever waits for the network tries now. */
  wake: () => void;
  connections: ConnectionService;
  demoTeam: DemoTeam;
  catalogue: CatalogueService;
  drafts: DraftService;
  bulk: BulkChangeService;
  jobs: JobService;
  batches: BatchService;
  batchJobs: BatchJobs;
  /** When each job of a connection goes and is done. */
  forecast: (connectionId: string) => JobForecast[];
  imports: ImportService;
  exports: ExportService;
  matching: MatchingService;
  past: HistoryService;
  diagnostics: Diagnostics;
  rim: Rim;
  opening: OpeningService;
  room: VaultRoom;
  updates: UpdateService;
}

/** Says which service answers which call of the contract. */
export function createHandlers(behind: Behind): CallHandlers {
  const { app, dataFolder, notices, window, keys, network, settings, wake } = behind;
  const { connections, demoTeam, catalogue, drafts, bulk, jobs, batches, batchJobs } = behind;
  const { imports, matching, past, room, opening, updates } = behind;
  return {
    'app.info': () => ({
      ...app,
      dataFolder,
      keyring: { available: keys.problem() === null, problem: keys.problem() },
      notices: notices.list(),
      online: network.online(),
      regionalLocales: regionalLocales(),
      place: window.opensAt(),
    }),
    'app.settings': () => settings.all(),
    'app.online': () => {
      wake();
      return null;
    },
    'app.remember': ({ key, value }) => {
      settings.set(key, value);
      return null;
    },
    'app.dismissNotice': ({ notice }) => {
      notices.dismiss(notice);
      return null;
    },
    'app.diagnostics': async () => ({ text: await behind.diagnostics.report() }),
    'app.showLogs': () => {
      behind.rim.showLogs();
      return null;
    },
    'app.system': ({ command }) => {
      behind.rim.system(command);
      return null;
    },
    'app.showUndo': ({ what }) => {
      behind.rim.showUndo(what);
      return null;
    },
    'app.reload': () => {
      behind.rim.reload();
      return null;
    },
    'app.pageFailed': ({ where, name, stack }) => {
      behind.diagnostics.pageFailed(`page ${where}`, name, stack);
      return null;
    },

    'connections.list': () => connections.list(),
    'connections.add': (form) => connections.add(form),
    'connections.update': ({ connectionId, form }) => connections.update(connectionId, form),
    'connections.stop': () => {
      connections.stopTests();
      return null;
    },
    'connections.remove': async ({ connectionId }) => {
      await connections.remove(connectionId);
      return null;
    },
    'connections.demo': () => demoTeam.connect(),

    'products.list': ({ connectionId }) => catalogue.products(connectionId),
    'products.refresh': ({ connectionId }) => catalogue.refreshProducts(connectionId),
    'products.add': ({ connectionId, productId, name }) =>
      catalogue.addProduct(connectionId, { id: productId, name }),
    'releases.list': ({ connectionId, productId, ...piece }) =>
      catalogue.releases(connectionId, productId, piece),
    'releases.refresh': ({ connectionId, productId, ...piece }) =>
      catalogue.refreshReleases(connectionId, productId, piece),
    'releases.some': ({ connectionId, releaseIds }) => catalogue.someReleases(connectionId, releaseIds),
    'releases.find': ({ connectionId, text, ...within }) =>
      catalogue.findReleases(connectionId, text, within),
    'branches.list': ({ connectionId, productId }) => catalogue.branches(connectionId, productId),
    'branches.add': ({ connectionId, ...branch }) => catalogue.addBranch(connectionId, branch),
    'licenses.list': ({ connectionId, productId }) => catalogue.licenses(connectionId, productId),
    'licenses.refresh': ({ connectionId, productId }) => catalogue.refreshLicenses(connectionId, productId),

    'drafts.list': ({ connectionId, ...piece }) => drafts.list(connectionId, piece),
    'drafts.some': ({ draftIds }) => drafts.some(draftIds),
    'drafts.open': ({ connectionId, productId, releaseId }) =>
      drafts.open(connectionId, productId, releaseId),
    'drafts.review': ({ draftId }) => drafts.review(draftId),
    'drafts.change': ({ draftId, change }) => drafts.change(draftId, change),
    'drafts.attach': ({ draftId }, files) =>
      drafts.attach(draftId, single(files, words().refusals.draft.oneFile)),
    'drafts.reattach': ({ draftId }) => drafts.reattach(draftId),
    'drafts.discard': ({ draftId }) => ({ batch: drafts.discard(draftId) }),
    'drafts.restore': ({ draftId }) => drafts.restore(draftId),
    'drafts.discardAll': async ({ draftIds }) => ({ batches: await drafts.discardAll(draftIds) }),
    'drafts.restoreAll': ({ draftIds }) => drafts.restoreAll(draftIds),

    'bulk.preview': ({ change, ...chosen }) => bulk.preview(chosen, change),
    'bulk.apply': ({ change, seen, batch, ...chosen }) => bulk.apply(chosen, change, seen, batch),
    'bulk.undo': ({ bulkId }) => bulk.undo(bulkId),

    'jobs.list': ({ connectionId }) => jobs.list(connectionId),
    'jobs.forecast': ({ connectionId }) => behind.forecast(connectionId),
    'jobs.publish': ({ draftId }) => jobs.publish(draftId),
    'jobs.pause': ({ jobId }) => jobs.pause(jobId),
    'jobs.resume': ({ jobId }) => jobs.resume(jobId),
    'jobs.pauseAll': ({ connectionId }) => jobs.pauseAll(connectionId),
    'jobs.resumeAll': ({ connectionId }) => jobs.resumeAll(connectionId),
    'jobs.move': ({ jobId, to }) => jobs.move(jobId, to),
    'jobs.cancel': ({ jobId }) => jobs.cancel(jobId),
    'jobs.retry': ({ jobId }) => jobs.retry(jobId),
    'jobs.resolve': ({ jobId, choices }) => jobs.resolve(jobId, choices),
    'jobs.merging': ({ jobId, choices }) => jobs.merging(jobId, choices),
    'jobs.restoreFile': ({ jobId }) => jobs.restoreFile(jobId),
    'jobs.dismiss': ({ jobId }) => {
      jobs.dismiss(jobId);
      return null;
    },

    'history.list': ({ connectionId, text, limit }) => past.list(connectionId, text, limit),
    'history.export': ({ connectionId, format }) => past.export(connectionId, format),
    'history.fate': ({ attemptId }) => past.fate(attemptId),
    'history.restore': ({ attemptId }) => past.restore(attemptId),

    'vault.usage': () => room.usage(),
    'vault.limit': ({ limitBytes, commit }) => room.limit(limitBytes, commit),

    'batches.list': ({ connectionId }) => batches.list(connectionId),
    'batches.create': ({ connectionId, name, draftIds }) => batches.create(connectionId, name, draftIds),
    'batches.review': ({ batchId }) => batches.review(batchId),
    'batches.compact': ({ batchId }) => batches.compact(batchId),
    'batches.change': ({ batchId, change }) => batches.change(batchId, change),
    'batches.add': ({ batchId, draftIds }) => batches.add(batchId, draftIds),
    'batches.moveBack': ({ batchId, draftIds }) => ({ isDone: batches.moveBack(batchId, draftIds) }),
    'batches.takeOut': ({ draftIds }) => {
      batches.takeOut(draftIds);
      return null;
    },
    'batches.remove': ({ batchId }) => {
      batches.remove(batchId);
      return null;
    },
    'batches.restore': ({ batchId }) => batches.restore(batchId),
    'batches.takeApart': ({ compactionId }) => batches.takeApart(compactionId),
    'batches.publish': ({ batchId }) => batches.publish(batchId),
    'batches.pause': ({ batchId }) => batchJobs.pause(batchId),
    'batches.resume': ({ batchId }) => batchJobs.resume(batchId),
    'batches.cancel': ({ batchId }) => batchJobs.cancel(batchId),

    'files.savePlan': ({ batchId, format }) => behind.exports.savePlan(batchId, format),
    'files.savePlanOf': ({ format, ...of }) => behind.exports.savePlanOf(of, format),
    'files.saveFieldsOfBatch': ({ batchId }) => behind.exports.saveFieldsOfBatch(batchId),
    'files.saveFields': ({ connectionId, ...of }) => behind.exports.saveFields(connectionId, of),
    'files.stop': () => {
      behind.exports.stop();
      return null;
    },
    'files.show': ({ savedId }) => {
      behind.exports.show(savedId);
      return null;
    },

    'imports.begin': ({ connectionId }, files) =>
      imports.begin(connectionId, single(files, words().refusals.draft.oneImport)),
    'imports.beginOpened': ({ connectionId, planId }) => imports.begin(connectionId, opening.fileOf(planId)),
    'imports.look': ({ importId, onStale }) => imports.look(importId, onStale),
    'imports.make': ({ importId, onStale, batchName }) => imports.make(importId, onStale, batchName),
    'imports.end': ({ importId }) => {
      imports.end(importId);
      return null;
    },
    'imports.undo': async ({ importId }) => ({ problems: await imports.undo(importId) }),

    'matching.begin': ({ connectionId, productId }, files) => matching.begin(connectionId, productId, files),
    'matching.look': ({ setId }) => matching.look(setId),
    'matching.make': ({ setId, choices, batchName }) => matching.make(setId, choices, batchName),
    'matching.stop': ({ setId }) => {
      matching.stop(setId);
      return null;
    },
    'matching.end': ({ setId }) => {
      matching.end(setId);
      return null;
    },
    'matching.undo': async ({ setId }) => ({ problems: await matching.undo(setId) }),

    'updates.state': () => updates.state(),
    'updates.look': () => updates.look(),
    'updates.fetch': () => updates.fetch(),
    'updates.stop': () => updates.stop(),
    'updates.restart': () => {
      updates.restart();
      return null;
    },

    'opening.next': () => opening.next(),
  };
}

/** The one file of a call that takes one. */
function single(files: readonly IncomingFile[], said: Said): IncomingFile {
  const [file, ...more] = files;
  if (!file || more.length > 0) throw appError('file-rejected', said);
  return file;
}
