import { z } from 'zod';
import { attemptSchema } from './model/attempt.ts';
import { batchChangeSchema, batchReviewSchema, batchSchema } from './model/batch.ts';
import {
  bulkBatchSchema,
  bulkChangeSchema,
  bulkDoneSchema,
  bulkPreviewSchema,
  bulkUndoneSchema,
} from './model/bulk-change.ts';
import { connectionFormSchema, connectionReportSchema, connectionSchema } from './model/connection.ts';
import { draftChangeSchema, draftReviewSchema, draftSchema } from './model/draft.ts';
import type { Result } from './model/failure.ts';
import {
  fileMatchesSchema,
  madeDraftsSchema,
  matchChoiceSchema,
  matchProgressSchema,
} from './model/file-match.ts';
import {
  fileProgressSchema,
  importedSchema,
  importKindSchema,
  importProgressSchema,
  savedFileSchema,
} from './model/import.ts';
import { conflictChoiceSchema, jobForecastSchema, jobSchema } from './model/job.ts';
import { openingSchema } from './model/opening.ts';
import { planReportSchema } from './model/plan.ts';
import { branchSchema, licenseSchema, productSchema, releaseSchema } from './model/release.ts';
import { updateStateSchema } from './model/update.ts';
import { fileFateSchema, largestVaultLimit, vaultUsageSchema } from './model/vault.ts';

/**
 * Every call the page can make and every event it can hear: the one description of the process boundary.
 * `ipc.ts` binds it, `preload.ts` exposes exactly it, `renderer/api.ts` types it.
 */

const localId = z.string().min(1).max(100);
const ofConnection = z.strictObject({ connectionId: localId });
const ofProduct = z.strictObject({ connectionId: localId, productId: z.string().max(100) });
const ofDraft = z.strictObject({ draftId: localId });
const ofJob = z.strictObject({ jobId: localId });
const ofBatch = z.strictObject({ batchId: localId });
const ofSet = z.strictObject({ setId: localId });
const someIds = z.array(localId).max(100_000);
const ofDrafts = z.strictObject({ draftIds: someIds });
const many = { connectionId: localId, releaseIds: someIds, draftIds: someIds, change: bulkChangeSchema };
const ofImport = { importId: localId, onStale: z.enum(['refuse', 'take']) };
const heldImport = z.object({ importId: z.string(), kind: importKindSchema });
const batchName = z.string().trim().min(1).max(200);
const planFormat = z.enum(['json', 'zip']);
const nothing = z.strictObject({});
/**
 * A part of a long list: at most so many, from its beginning or behind the one with this id; all of it, where it is not
 * said. Behind one that is gone: `not-known`, and the list has to be read from its beginning.
 */
const piece = { after: z.string().max(100).optional(), count: z.int().min(1).max(1000).optional() };

/** What was last read from the server, and when (ISO 8601); null when it was never read. */
const seen = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items), readAt: z.string().nullable() });

export const calls = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      /** What shows the window: Electron, or its stand-in for development. */
      runtime: z.string(),
      /** Where drafts, their files and what was read from servers are kept on this computer. */
      dataFolder: z.string(),
      keyring: z.object({ available: z.boolean(), problem: z.string().nullable() }),
      /** What the user should know and has not put away: of the start, and of the time without a window. */
      notices: z.array(z.string()),
      online: z.boolean(),
      /** What the window was opened for; null when it was just opened. */
      place: z.enum(['queue']).nullable(),
    }),
  },
  /** The system says that the network is back: whatever waits for it tries now. */
  'app.online': { input: nothing, output: z.null() },
  'app.settings': { input: nothing, output: z.record(z.string(), z.string()) },
  /** Remembers a choice of the window: the split, the last product… Never a secret. */
  'app.remember': {
    input: z.strictObject({ key: z.string().max(100), value: z.string().max(10_000) }),
    output: z.null(),
  },
  /** One of the notices of `app.info` has been read. */
  'app.dismissNotice': { input: z.strictObject({ notice: z.string().max(10_000) }), output: z.null() },
  /** What helps others to find out what is wrong, as a text without anything of the user's own. */
  'app.diagnostics': { input: nothing, output: z.object({ text: z.string() }) },
  /** Shows the folder of the log in the system's file manager. */
  'app.showLogs': { input: nothing, output: z.null() },
  /** Loads the page anew: it may not navigate by itself, not even to where it is. */
  'app.reload': { input: nothing, output: z.null() },
  /** Something in the page that nobody foresaw. Only its class and the places of its stack are written down. */
  'app.pageFailed': {
    input: z.strictObject({
      where: z.enum(['drawing', 'script', 'promise']),
      name: z.string().max(200),
      stack: z.string().max(20_000),
    }),
    output: z.null(),
  },

  'connections.list': { input: nothing, output: z.array(connectionSchema) },
  /** Tests what was typed against the server, then saves it. Nothing is saved when the test fails. */
  'connections.add': { input: connectionFormSchema, output: connectionReportSchema },
  'connections.update': {
    input: z.strictObject({ connectionId: localId, form: connectionFormSchema }),
    output: connectionReportSchema,
  },
  /** Removes the connection, its key, its drafts and what was cached. Refused while a job runs. */
  'connections.remove': { input: ofConnection, output: z.null() },
  /** Starts the embedded demo team and connects to it. */
  'connections.demo': { input: nothing, output: connectionReportSchema },

  'products.list': { input: ofConnection, output: seen(productSchema) },
  'products.refresh': { input: ofConnection, output: seen(productSchema) },
  /** Adds a product by its id after asking the server for its releases. */
  'products.add': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      name: z.string().max(200),
    }),
    output: productSchema,
  },

  /** As last read, the newest version first. */
  'releases.list': { input: ofProduct.extend(piece), output: seen(releaseSchema) },
  /** Reads them from the server, then answers as `releases.list`, and whether anything was new but the time. */
  'releases.refresh': {
    input: ofProduct.extend(piece),
    output: seen(releaseSchema).extend({ isNew: z.boolean() }),
  },
  /** Those of these that are known. */
  'releases.some': {
    input: z.strictObject({ connectionId: localId, releaseIds: z.array(z.string().max(100)).max(100) }),
    output: z.array(releaseSchema),
  },
  'branches.list': { input: ofProduct, output: z.array(branchSchema) },
  'branches.add': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      id: z.string().max(100),
      name: z.string().max(200),
    }),
    output: branchSchema,
  },
  'licenses.list': { input: ofProduct, output: seen(licenseSchema) },
  'licenses.refresh': { input: ofProduct, output: seen(licenseSchema) },

  /** Those that would change something, the newest change first. */
  'drafts.list': { input: ofConnection.extend(piece), output: z.array(draftSchema) },
  /** Those of these that would be listed. */
  'drafts.some': {
    input: z.strictObject({ draftIds: z.array(localId).max(1000) }),
    output: z.array(draftSchema),
  },
  /** The draft of a release, made if there is none; `releaseId` null makes one for a new release. */
  'drafts.open': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      releaseId: z.string().max(100).nullable(),
    }),
    output: draftReviewSchema,
  },
  'drafts.review': { input: ofDraft, output: draftReviewSchema },
  'drafts.change': {
    input: z.strictObject({ draftId: localId, change: draftChangeSchema }),
    output: draftReviewSchema,
  },
  /** Takes the dropped, chosen or pasted file that travels beside the input (see `fileCalls`) into the vault. */
  'drafts.attach': { input: ofDraft, output: draftReviewSchema },
  /** Takes the changed file at the artifact's source into the vault in its place. */
  'drafts.reattach': { input: ofDraft, output: draftReviewSchema },
  'drafts.discard': { input: ofDraft, output: z.null() },
  /** Undoes `drafts.discard`. */
  'drafts.restore': { input: ofDraft, output: draftReviewSchema },
  /** Discards several drafts: all of them, or, when one is being published, none. */
  'drafts.discardAll': { input: ofDrafts, output: z.null() },
  /** Undoes `drafts.discardAll`. Says, as sentences, of which drafts there is a newer one: those stay discarded. */
  'drafts.restoreAll': {
    input: ofDrafts,
    output: z.object({ problems: z.array(z.string()) }),
  },

  /** What one change would do to many releases and drafts, as they were last seen. */
  'bulk.preview': { input: z.strictObject(many), output: bulkPreviewSchema },
  /** Does it: all of it, or nothing. `seen` is the preview's; when that is no longer so, nothing is done. */
  'bulk.apply': {
    input: z.strictObject({ ...many, seen: z.string().max(100), batch: bulkBatchSchema }),
    output: bulkDoneSchema,
  },
  /** Undoes `bulk.apply`, but for drafts with which something else has happened since. */
  'bulk.undo': { input: z.strictObject({ bulkId: localId }), output: bulkUndoneSchema },

  'jobs.list': { input: ofConnection, output: z.array(jobSchema) },
  /** When each job that is not over goes and is done, if nothing fails. */
  'jobs.forecast': { input: ofConnection, output: z.array(jobForecastSchema) },
  /** Puts a draft in the queue. Refused with the findings when preflight blocks it. */
  'jobs.publish': { input: ofDraft, output: jobSchema },
  /** Stops a job before its next request; one under way settles first. */
  'jobs.pause': { input: ofJob, output: jobSchema },
  'jobs.resume': { input: ofJob, output: jobSchema },
  'jobs.pauseAll': { input: ofConnection, output: z.array(jobSchema) },
  'jobs.resumeAll': { input: ofConnection, output: z.array(jobSchema) },
  /** Changes places with the neighbour in the line. */
  'jobs.move': {
    input: z.strictObject({ jobId: localId, to: z.enum(['earlier', 'later']) }),
    output: z.array(jobSchema),
  },
  'jobs.cancel': { input: ofJob, output: jobSchema },
  'jobs.retry': { input: ofJob, output: jobSchema },
  /** Answers a conflict, field by field (the `label`s of the job's conflicts), and goes on. */
  'jobs.resolve': {
    input: z.strictObject({ jobId: localId, choices: z.record(z.string().max(6000), conflictChoiceSchema) }),
    output: jobSchema,
  },
  /** Queues a job that puts the file a refused upload has cost back on the release, from the vault. */
  'jobs.restoreFile': { input: ofJob, output: jobSchema },
  /** Takes a finished job off the list. */
  'jobs.dismiss': { input: ofJob, output: z.null() },

  'batches.list': { input: ofConnection, output: z.array(batchSchema) },
  'batches.create': {
    input: z.strictObject({ connectionId: localId, name: z.string().min(1).max(200), draftIds: someIds }),
    output: batchSchema,
  },
  /** Plays a batch from first to last: findings of the sequence, a better order, savings, cost and times. */
  'batches.review': { input: ofBatch, output: batchReviewSchema },
  /** Puts drafts of one release together and discards those that change nothing. */
  'batches.compact': { input: ofBatch, output: batchReviewSchema },
  /** Undoes `batches.compact`. */
  'batches.takeApart': { input: ofBatch, output: batchReviewSchema },
  /** Renames, reorders, sets the policy or the time. */
  'batches.change': {
    input: z.strictObject({ batchId: localId, change: batchChangeSchema }),
    output: batchSchema,
  },
  /** Puts drafts at the end of a batch, out of whichever they were in. */
  'batches.add': { input: z.strictObject({ batchId: localId, draftIds: someIds }), output: batchSchema },
  /** Takes drafts out of their batches. */
  'batches.takeOut': { input: ofDrafts, output: z.null() },
  /** Removes a batch; its drafts stay. Refused while it is on its way. */
  'batches.remove': { input: ofBatch, output: z.null() },
  /** Undoes `batches.remove`. */
  'batches.restore': { input: ofBatch, output: batchSchema },
  /** Queues the drafts of a batch in their order, now or for its time. */
  'batches.publish': { input: ofBatch, output: z.array(jobSchema) },
  /** Stops the jobs of a batch before their next request; one under way settles first. */
  'batches.pause': { input: ofBatch, output: z.array(jobSchema) },
  /** Goes on with a batch; one that was to begin later begins now. */
  'batches.resume': { input: ofBatch, output: z.array(jobSchema) },
  /** Takes everything of a batch that is not over out of the queue; the drafts stay. */
  'batches.cancel': { input: ofBatch, output: z.array(jobSchema) },

  /**
   * Saves a batch as a plan, which never holds a key, where the system's dialog is told to; as a ZIP with its
   * artifacts. Null when that was cancelled.
   */
  'files.savePlan': {
    input: z.strictObject({ batchId: localId, format: planFormat }),
    output: savedFileSchema.nullable(),
  },
  /** The same of drafts, as the plan of a batch of this name. */
  'files.savePlanOf': {
    input: z.strictObject({ connectionId: localId, name: batchName, draftIds: someIds, format: planFormat }),
    output: savedFileSchema.nullable(),
  },
  /** Saves the fields of drafts and releases as CSV, in the same way; of a release with a draft those of the draft. */
  'files.saveFields': {
    input: z.strictObject({ connectionId: localId, draftIds: someIds, releaseIds: someIds }),
    output: savedFileSchema.nullable(),
  },
  /** Stops what is being written: nothing of it is left. */
  'files.stop': { input: nothing, output: z.null() },
  /** Shows a file that was saved in the system's file manager. */
  'files.show': { input: z.strictObject({ savedId: localId }), output: z.null() },

  /** Holds a plan (JSON or ZIP) or CSV file that travels beside the input (see `fileCalls`). */
  'imports.begin': { input: ofConnection, output: heldImport },
  /** The same for the plan that an opening has named. */
  'imports.beginOpened': {
    input: z.strictObject({ connectionId: localId, planId: localId }),
    output: heldImport,
  },
  /** What it would do; nothing is made. */
  'imports.look': { input: z.strictObject(ofImport), output: planReportSchema },
  /** Makes its drafts and their batch: all of them, or none and why. A CSV file has no batch but the one named here. */
  'imports.make': {
    input: z.strictObject({ ...ofImport, batchName: batchName.nullable() }),
    output: importedSchema,
  },
  /** Forgets it, and stops what is being done with it. */
  'imports.end': { input: z.strictObject({ importId: localId }), output: z.null() },
  /** Undoes `imports.make`; answers what could not be undone, as sentences. */
  'imports.undo': {
    input: z.strictObject({ importId: localId }),
    output: z.object({ problems: z.array(z.string()) }),
  },

  /** Holds the dropped or chosen files, folders among them, that travel beside the input (see `fileCalls`). */
  'matching.begin': { input: ofProduct, output: z.object({ setId: z.string() }) },
  /** Opens the folders and finds the release each file is for. */
  'matching.look': { input: ofSet, output: fileMatchesSchema },
  /** Makes the drafts of what was chosen, and a batch of them: all of them, or none and why. Ends the set when done. */
  'matching.make': {
    input: z.strictObject({
      setId: localId,
      choices: z.array(matchChoiceSchema).min(1).max(10_000),
      batchName: batchName.nullable(),
    }),
    output: madeDraftsSchema,
  },
  /** Stops what is being done with the files; they are still held. */
  'matching.stop': { input: ofSet, output: z.null() },
  'matching.end': { input: ofSet, output: z.null() },
  /** Undoes `matching.make`; answers what could not be undone, as sentences. */
  'matching.undo': { input: ofSet, output: z.object({ problems: z.array(z.string()) }) },

  /** What the system has asked the app to open since this was last asked: to be shown, and nothing more. */
  'opening.next': { input: nothing, output: z.array(openingSchema) },

  'updates.state': { input: nothing, output: updateStateSchema },
  /** Asks now whether there is a newer version of the app. Refused while something is being published. */
  'updates.look': { input: nothing, output: updateStateSchema },
  /** Fetches the version that was found, as soon as nothing is being published. */
  'updates.fetch': { input: nothing, output: updateStateSchema },
  /** Takes that back. */
  'updates.stop': { input: nothing, output: updateStateSchema },
  /** Ends the app and starts the version that was fetched. Refused while something is being published. */
  'updates.restart': { input: nothing, output: z.null() },

  /** Attempts, newest first, whose version, file name, status or server's words hold the text. */
  'history.list': {
    input: z.strictObject({
      connectionId: localId,
      text: z.string().max(200),
      limit: z.number().int().min(1).max(1000),
    }),
    output: z.array(attemptSchema),
  },
  /** All of the history as the text of a file. */
  'history.export': {
    input: z.strictObject({ connectionId: localId, format: z.enum(['json', 'csv']) }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  /** What has become of the files of an attempt, and what restoring it would do about the file. */
  'history.fate': { input: z.strictObject({ attemptId: z.string().max(200) }), output: fileFateSchema },
  /** Makes a draft that puts the fields of before this attempt back, and the file where the vault still has it. */
  'history.restore': {
    input: z.strictObject({ attemptId: z.string().max(200) }),
    output: z.object({ review: draftReviewSchema, notes: z.array(z.string()) }),
  },

  /** The room the app's copies of artifacts take on the disk. */
  'vault.usage': { input: nothing, output: vaultUsageSchema },
  /** What a limit for the past would let go of now; with `commit` it is set, and that is let go of. */
  'vault.limit': {
    input: z.strictObject({
      limitBytes: z.number().int().min(0).max(largestVaultLimit),
      commit: z.boolean(),
    }),
    output: z.object({ usage: vaultUsageSchema, files: z.number(), bytes: z.number() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const events = {
  'connections.changed': z.object({ connections: z.array(connectionSchema) }),
  'products.changed': z.object({ connectionId: z.string() }),
  /** `releaseIds` null: any of the product's. */
  'releases.changed': z.object({
    connectionId: z.string(),
    productId: z.string(),
    releaseIds: z.array(z.string()).nullable(),
  }),
  /** What was done at once is told at once. */
  'drafts.changed': z.object({ connectionId: z.string(), draftIds: z.array(z.string()) }),
  'jobs.changed': z.object({ job: jobSchema }),
  'batches.changed': z.object({ connectionId: z.string() }),
  'imports.progress': importProgressSchema,
  'files.progress': fileProgressSchema,
  'matching.progress': matchProgressSchema,
  'network.changed': z.object({ online: z.boolean() }),
  /** The computer has a network again; whether it leads to the server is not known yet. */
  'network.back': z.object({}),
  /** The system has asked the app to open something: see `opening.next`. */
  'opening.changed': z.object({}),
  'updates.changed': z.object({ state: updateStateSchema }),
  /** A command of the application menu, by its name in `commands`. */
  'menu.command': z.object({ command: z.string() }),
  /** Something the user should know that no call was waiting for. */
  notice: z.object({
    tone: z.enum(['info', 'warning', 'danger']),
    message: z.string(),
    /** What it is about: a newer notice about the same takes its place, and it goes when that is over. */
    about: z.string().nullable(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof calls)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/**
 * Calls that take files beside their input. The page hands over `File` objects; the preload turns them into
 * paths (or bytes, for a pasted file that has no path), so a path never comes from the page.
 */
export const fileCalls = [
  'drafts.attach',
  'imports.begin',
  'matching.begin',
] as const satisfies readonly CallName[];
export type FileCallName = (typeof fileCalls)[number];

/** A file as the preload hands it to the main process. */
export const incomingFileSchema = z.union([
  z.strictObject({ path: z.string().min(1).max(32_768) }),
  z.strictObject({ name: z.string().min(1).max(4096), bytes: z.instanceof(Uint8Array) }),
]);
export type IncomingFile = z.infer<typeof incomingFileSchema>;

/** What `preload.ts` puts on `window.lukittu`. */
export type PageApi = {
  [N in CallName]: N extends FileCallName
    ? (input: CallInput<N>, files: readonly File[]) => Promise<Result<CallOutput<N>>>
    : (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
} & {
  /** Calls the listener for each event until the returned function is called. */
  on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void;
};

/** What the main process offers behind the calls; throws an `AppError` for what it foresees. */
export type CallHandlers = {
  [N in CallName]: (
    input: CallInput<N>,
    files: readonly IncomingFile[],
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};
