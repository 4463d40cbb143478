import type { Failure } from '../model/failure.ts';
import type { JobState } from '../model/job.ts';
import type { PlanReport } from '../model/plan.ts';

/** How a run ended, and the exit code that says so. */
export const exitCodes = {
  /** Everything is published, or was there already. */
  done: 0,
  /** A release could not be published, or the run could not begin. */
  failed: 1,
  /** The plan or the checks refuse it. */
  refused: 2,
  /** Others changed the same field, and nobody said whose value counts. */
  conflict: 3,
  /** The arguments make no sense. */
  usage: 64,
  /** Somebody wanted it to stop. */
  interrupted: 130,
} as const;
export type Ending = keyof typeof exitCodes;

/** One release of the plan has come to a new state. Times are ISO 8601, sizes bytes. */
export interface Change {
  /** Number of its entry, from 1. */
  readonly entry: number;
  readonly productId: string;
  readonly releaseId: string | null;
  readonly version: string;
  /** Null for one that never became a job. */
  readonly jobId: string | null;
  /** As in the queue; skipped: nothing to send; not-started: the batch ended before its turn. */
  readonly state: JobState['at'] | 'skipped' | 'not-started';
  /** Why it waits (slot, turn, network, backoff, key), what is wrong with it, or what of it is in conflict. */
  readonly reason: string | null;
  /** Until when it waits. */
  readonly until: string | null;
  /** HTTP status of the last request that was answered for it, and the server's own words where it was refused. */
  readonly status: number | null;
  readonly details: string | null;
  readonly remedy: string | null;
  /** Requests sent for it so far. */
  readonly attempts: number;
  readonly fileName: string | null;
  readonly sentBytes: number | null;
  readonly totalBytes: number | null;
}

/** A file that a refused upload has cost a release, and what can be done about it. */
export interface LostFileReport {
  /** Number of the release's entry, from 1. */
  readonly entry: number;
  readonly releaseId: string;
  readonly version: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MD5, as the server called it; null where it called it nothing. */
  readonly md5: string | null;
  /** The copy in the data folder; null where there is none, or it is gone with the run. */
  readonly sha256: string | null;
  readonly path: string | null;
  readonly remedy: string;
}

/** How many releases of the plan came to what. */
export interface Tally {
  readonly published: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly conflicts: number;
  readonly blocked: number;
  readonly cancelled: number;
  readonly notStarted: number;
}

export interface Header {
  readonly name: string;
  readonly serverUrl: string;
  readonly teamId: string;
  readonly releases: number;
  readonly dryRun: boolean;
}

/** Tells whoever started the run how it fares. Never throws. */
export interface Reporter {
  opened(header: Header): void;
  /** What the plan comes to: problems, or what each entry changes and what there is to say of it. */
  checked(report: PlanReport): void;
  /** The batch begins at a time, ISO 8601. */
  waitsUntil(time: string): void;
  /** The same of a batch that is only checked: nothing waits for it. */
  wouldWaitUntil(time: string): void;
  /** All are in line, and the last will be published by then, ISO 8601, if nothing comes in between. */
  expects(time: string): void;
  changed(change: Change): void;
  /** Bytes have moved; nothing else has changed. */
  progressed(change: Change): void;
  /** A release is without its file in the end. */
  lostFile(lost: LostFileReport): void;
  /** The job that sends a lost file again has come to a new state. */
  putsBack(change: Change): void;
  /** Something the person should know beyond the states. */
  notice(message: string): void;
  /** Why it could not begin, or go on. */
  failure(failure: Failure): void;
  ended(ending: Ending, tally: Tally | null): void;
  /** The process ends at once; nobody knows what became of what was under way. */
  abandoned(message: string): void;
}
