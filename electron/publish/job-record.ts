import { z } from 'zod';
import { type Attempt, type ServerAnswer, serverAnswerSchema } from '../model/attempt.ts';
import { draftFieldsSchema, type Finding, findingSchema } from '../model/draft.ts';
import { type Failure, failureSchema } from '../model/failure.ts';
import { type ConflictChoice, conflictSchema, jobBatchSchema } from '../model/job.ts';
import { type Branch, type Release, releaseSchema } from '../model/release.ts';
import { draftFileSchema } from '../store/drafts.ts';
import type { Meant, ReleaseRequest } from './request.ts';

/** Why a job waits, where a failure is the reason. Records written before this was kept have none. */
const becauseSchema = failureSchema.nullable().default(null);

/** Where a job stands, with what it needs to go on from there. Times here are milliseconds since 1970. */
const phaseSchema = z.discriminatedUnion('at', [
  /** In line for its turn and a slot. */
  z.object({
    at: z.literal('queued'),
    reason: z.enum(['turn', 'slot']),
    until: z.number().nullable(),
    because: becauseSchema,
  }),
  /** Waits until a time, the network or a key; then looks what to do, from the start. */
  z.object({
    at: z.literal('resting'),
    reason: z.enum(['backoff', 'network', 'key']),
    until: z.number().nullable(),
    because: becauseSchema,
  }),
  /** Reads the release, with a slot in its hand. */
  z.object({ at: z.literal('reading') }),
  /** Merged; being checked once more against what was just read. */
  z.object({
    at: z.literal('checking'),
    theirs: releaseSchema.nullable(),
    merged: z.object({ fields: draftFieldsSchema, file: draftFileSchema }),
  }),
  /** Bytes of the request's body; `totalBytes` is 0 until the connection stands. */
  z.object({
    at: z.literal('sending'),
    sentBytes: z.number(),
    totalBytes: z.number(),
    bytesPerSecond: z.number().nullable(),
  }),
  /** The whole body is out. */
  z.object({ at: z.literal('answering') }),
  /**
   * Reads what came of the request in flight. `until` is when it looks again, null while it looks; `settling`:
   * it waits until the server can no longer be at work on the request. `because`: why the last look failed.
   */
  z.object({
    at: z.literal('finding-out'),
    until: z.number().nullable(),
    settling: z.boolean(),
    because: becauseSchema,
  }),
  /** The server said 401: a list with the same key tells whether it means it. */
  z.object({ at: z.literal('checking-key'), because: becauseSchema }),
  z.object({ at: z.literal('paused') }),
  z.object({ at: z.literal('blocked'), findings: z.array(findingSchema) }),
  /** `theirs` is what mine is in conflict with. */
  z.object({ at: z.literal('conflict'), conflicts: z.array(conflictSchema), theirs: releaseSchema }),
  z.object({ at: z.literal('failed'), failure: failureSchema }),
  z.object({ at: z.literal('cancelled') }),
  z.object({ at: z.literal('verified'), finishedAt: z.number(), release: releaseSchema.nullable() }),
]);
export type Phase = z.infer<typeof phaseSchema>;

/** What is about to be sent, on disk before the first byte leaves. */
const intentSchema = z.object({
  /** 1 for the first request of the job. */
  number: z.number(),
  startedAt: z.number(),
  /** The release as it was read just before; null for one that is to be created. */
  before: releaseSchema.nullable(),
  /** The merged result. A replacing artifact is named by its SHA-256. */
  meant: z.object({ fields: draftFieldsSchema, file: draftFileSchema }),
});
export type Intent = z.infer<typeof intentSchema>;

/** A request that was sent, until the release has been read after it. No other one leaves before that. */
const flightSchema = z.object({
  intent: intentSchema,
  /** Null while it is under way and after a 2xx answer; otherwise why its outcome is not known. */
  failure: failureSchema.nullable(),
  /** What the server said yes with; records written before this was kept have none. */
  answer: serverAnswerSchema.nullable().default(null),
  /** How often the release has been read since. */
  looks: z.number(),
  /** Whether the time has passed in which the server might still be at work on it. */
  settled: z.boolean(),
});
export type Flight = z.infer<typeof flightSchema>;

/** A job: one draft on its way to the server, with all that is needed to go on after a crash. Plain JSON. */
export const jobRecordSchema = z.object({
  id: z.string(),
  draftId: z.string(),
  connectionId: z.string(),
  productId: z.string(),
  /** Null until a new release has been created. */
  releaseId: z.string().nullable(),
  /** Records written before this was kept have none. */
  batch: jobBatchSchema.nullable().default(null),
  /** What the draft started from; after a conflict was resolved, what the server held then. */
  base: releaseSchema.nullable(),
  meant: z.object({ fields: draftFieldsSchema, file: draftFileSchema }),
  /** What the draft said when it was taken up, before anything was merged with it. Older records do not know. */
  asked: z.object({ fields: draftFieldsSchema, file: draftFileSchema }).nullable().default(null),
  phase: phaseSchema,
  flight: flightSchema.nullable(),
  /** What the person wants as soon as the request under way has settled. */
  stop: z.enum(['pause', 'cancel']).nullable(),
  attempts: z.number(),
  /** Failures in a row, for the backoff: of reading, of sending, and of sending because the app itself ended. */
  strikes: z.object({ read: z.number(), send: z.number(), ended: z.number().default(0) }),
  /** Whether the vault holds the file the release had when it was last read before sending. */
  oldFileInVault: z.boolean(),
  lostFile: z.object({ name: z.string(), inVault: z.boolean() }).nullable(),
  /** Taken over from others without a conflict, as sentences. */
  mergedFromTheirs: z.array(z.string()),
  /** Number of the last thing asked of the runner; answers to earlier ones are ignored. */
  ticket: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** What can happen to a job. An answer carries the `ticket` of the effect it answers. */
export type JobEvent =
  // what the person does
  | { readonly on: 'pause' }
  | { readonly on: 'resume' }
  | { readonly on: 'cancel' }
  | { readonly on: 'retry' }
  /** Again, with what the draft says since it was edited. */
  | { readonly on: 'revise'; readonly base: Release | null; readonly meant: Meant }
  | { readonly on: 'resolve'; readonly choices: Readonly<Record<string, ConflictChoice>> }
  // what the world does
  | { readonly on: 'online' }
  | { readonly on: 'key' }
  // answers to `queue`: why it stands in line, and until when; then its turn, with a slot reserved
  | {
      readonly on: 'hold';
      readonly ticket: number;
      readonly reason: 'turn' | 'slot';
      readonly until: number | null;
    }
  | { readonly on: 'go'; readonly ticket: number }
  // answer to `wait`
  | { readonly on: 'timer'; readonly ticket: number }
  // answers to `read`
  | {
      readonly on: 'read';
      readonly ticket: number;
      /** For a release to be created: the one of the same product, branch and version, if there is one. */
      readonly release: Release | null;
      /** Whether the vault holds a file with the size and MD5 of `release.file`. */
      readonly fileInVault: boolean;
      /** What is known of the product's branches, to call them by their names. */
      readonly branches: readonly Branch[];
    }
  | { readonly on: 'read-failed'; readonly ticket: number; readonly failure: Failure }
  // answers to `check`
  | { readonly on: 'checked'; readonly ticket: number; readonly findings: readonly Finding[] }
  | { readonly on: 'check-failed'; readonly ticket: number; readonly failure: Failure }
  /** It fits, but the slot is no longer to be had: reading and checking took longer than the window lasts. */
  | { readonly on: 'slot-gone'; readonly ticket: number }
  // answers to `send`
  | {
      readonly on: 'progress';
      readonly ticket: number;
      readonly sentBytes: number;
      readonly totalBytes: number;
      readonly bytesPerSecond: number | null;
    }
  | { readonly on: 'body-sent'; readonly ticket: number }
  | {
      readonly on: 'answered';
      readonly ticket: number;
      readonly releaseId: string;
      readonly answer: ServerAnswer;
    }
  | { readonly on: 'send-failed'; readonly ticket: number; readonly failure: Failure }
  // answer to `check-key`: the list was answered, was answered 401, or said nothing about the key
  | {
      readonly on: 'key-checked';
      readonly ticket: number;
      readonly verdict: 'accepted' | 'refused' | 'unclear';
    }
  // answer to `persist`, when it could not be done; nothing after it in the list of effects was
  | { readonly on: 'persist-failed'; readonly failure: Failure };

/**
 * What the runner is to do, in this order, one after the other. When `persist` fails the rest is left undone
 * and `persist-failed` follows. Everything with a ticket is answered later, by an event with the same ticket.
 */
export type Effect =
  /** The record, and the attempt where there is one, on disk in one transaction before anything that follows. */
  | { readonly do: 'persist'; readonly attempt: Attempt | null }
  /** Stand in line for a turn and a slot → `hold`, `go`. A `go` that was ignored gives its slot back. */
  | { readonly do: 'queue'; readonly ticket: number; readonly call: 'update' | 'create' }
  /** Give up the place in the line, or the slot that was reserved and has not been used. */
  | { readonly do: 'leave-queue' }
  /** Read the release, or for a new one look for its product, branch and version → `read`, `read-failed`. */
  | {
      readonly do: 'read';
      readonly ticket: number;
      readonly productId: string;
      readonly releaseId: string | null;
      readonly branchId: string | null;
      /** Versions it may have now: the one before, and the one that was meant. */
      readonly versions: readonly string[];
    }
  /** Verify the artifact in the vault and run preflight on the merged result → `checked`, `check-failed`, `slot-gone`. */
  | {
      readonly do: 'check';
      readonly ticket: number;
      readonly theirs: Release | null;
      readonly merged: Meant;
    }
  /**
   * Spend the slot and send → `progress`, `body-sent`, `answered`, `send-failed`. What comes of it is told to the
   * slot ledger as well (`slotOutcome`): whether it counted, and that a 429 asks for silence.
   */
  | { readonly do: 'send'; readonly ticket: number; readonly request: ReleaseRequest }
  /** Stop the read, check, key check or request under way. Of these only a request still answers. */
  | { readonly do: 'abort' }
  /** → `timer` at `until`; the one wait a job has. */
  | { readonly do: 'wait'; readonly ticket: number; readonly until: number }
  | { readonly do: 'stop-waiting' }
  /** List something with the key → `key-checked`. */
  | { readonly do: 'check-key'; readonly ticket: number }
  | { readonly do: 'notify'; readonly notice: Notice };

/** What the person should hear of even when the window is not looked at. */
export type Notice =
  /** A refused upload has cost the release its file. */
  | { readonly about: 'lost-file'; readonly name: string; readonly inVault: boolean }
  /** Others publish from this network address too. */
  | { readonly about: 'address-shared' }
  /** The key was refused twice, once by a list: every job of the connection waits for another. */
  | { readonly about: 'key-refused' }
  /** It cannot go on by itself: blocked, conflict or failed. */
  | { readonly about: 'needs-person' }
  /** Where it stands now could not be written down: the next start would not know it. Written as soon as possible. */
  | { readonly about: 'not-written'; readonly failure: Failure };

/** What comes of an event. `ignored`: it means nothing where the job stands, and nothing changed. */
export interface Step {
  readonly record: JobRecord;
  readonly effects: readonly Effect[];
  readonly ignored: boolean;
}

/** Time and chance, given anew with each event. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** At least 0, less than 1. */
  readonly random: number;
  /**
   * How long the server may still be at work on a request whose client went away, in ms. Until then a release
   * found untouched, or without its file, proves nothing.
   */
  readonly settleMs: number;
}
