import { failureOf } from '../errors.ts';
import type { JobBatch } from '../model/job.ts';
import type { Release } from '../model/release.ts';
import { checked, readBefore, readBeforeFailed } from './job-before.ts';
import { checkingKey, findingOut, underWay } from './job-in-flight.ts';
import {
  abort,
  cancel,
  goOn,
  halt,
  ignore,
  leaveQueue,
  lookBack,
  pass,
  queueUp,
  readFirst,
  stopWaiting,
  undone,
} from './job-moves.ts';
import type { Effect, JobEvent, JobRecord, Phase, Step, World } from './job-record.ts';
import { resolve } from './merge.ts';
import type { Meant } from './request.ts';

/** How long the server may still be at work on a request whose client went away, in ms: up to 32 s were seen. */
export const settleMs = 40_000;

/** What a job starts from. */
export interface JobSeed {
  readonly id: string;
  readonly draftId: string;
  readonly connectionId: string;
  readonly productId: string;
  /** Null for a release that is to be created. */
  readonly releaseId: string | null;
  readonly batch: JobBatch | null;
  readonly base: Release | null;
  readonly meant: Meant;
  /** What an earlier job of the draft has cost the release. */
  readonly lostFile: JobRecord['lostFile'];
}

/** A new job, in line. */
export function startJob(seed: JobSeed, world: World): Step {
  const record: JobRecord = {
    ...seed,
    asked: seed.meant,
    phase: { at: 'queued', reason: 'turn', until: null, because: null },
    flight: null,
    stop: null,
    attempts: 0,
    strikes: { read: 0, send: 0, ended: 0 },
    oldFileInVault: false,
    mergedFromTheirs: [],
    ticket: 0,
    createdAt: world.now,
    updatedAt: world.now,
  };
  return queueUp(record, world);
}

/**
 * What a job does about an event: a pure function, drawn in docs/queue.md. Never throws. An event that means nothing
 * where the job stands, or that answers something asked earlier, is `ignored`: nothing changes.
 */
export function step(record: JobRecord, event: JobEvent, world: World): Step {
  if ('ticket' in event && event.ticket !== record.ticket) return ignore(record);
  return transition(record, event, world) ?? ignore(record);
}

/** Goes on after a start of the app: what may have left before it ended is read before anything else is done. */
export function resumeJob(record: JobRecord, world: World): Step {
  switch (record.phase.at) {
    case 'sending':
    case 'answering': {
      const flight = record.flight && { ...record.flight, failure: failureOf('app-ended') };
      return flight ? lookBack(record, world, { changes: { flight } }) : queueUp(record, world);
    }
    case 'queued':
    case 'resting':
    case 'reading':
    case 'checking':
    case 'finding-out':
    case 'checking-key':
      return goOn(record, world);
    default:
      return ignore(record);
  }
}

/** As `resumeJob`, but nothing goes on before the person says so. */
export function holdJob(record: JobRecord, world: World): Step {
  const next = resumeJob(record, world);
  if (next.ignored) return next;
  const { flight } = next.record;
  return halt(record, world, 'paused', { changes: { flight } });
}

function transition(record: JobRecord, event: JobEvent, world: World): Step | null {
  const { phase } = record;
  switch (phase.at) {
    case 'queued':
      return queued(record, phase, event, world);
    case 'resting':
      return resting(record, phase, event, world);
    case 'reading':
      if (event.on === 'read') return readBefore(record, event, world);
      if (event.on === 'read-failed') return readBeforeFailed(record, event.failure, world);
      return inLine(record, event, world, [abort, leaveQueue]);
    case 'checking':
      if (event.on === 'checked') return checked(record, phase, event.findings, world);
      if (event.on === 'check-failed') return readBeforeFailed(record, event.failure, world);
      if (event.on === 'slot-gone') return queueUp(record, world, { first: [leaveQueue] });
      return inLine(record, event, world, [abort, leaveQueue]);
    case 'sending':
    case 'answering':
      return underWay(record, phase, event, world);
    case 'finding-out':
      return findingOut(record, phase, event, world);
    case 'checking-key':
      return checkingKey(record, phase, event, world);
    case 'paused':
      if (event.on === 'resume') return goOn(record, world);
      return event.on === 'cancel' ? cancel(record, world) : null;
    case 'conflict':
      if (event.on === 'resolve') return resolved(record, phase, event, world);
      return stopped(record, event, world);
    case 'blocked':
      return stopped(record, event, world);
    case 'failed':
    case 'cancelled':
      if (event.on === 'revise') return revised(record, event, world);
      return event.on === 'retry' ? goOn(record, world, { changes: freshStrikes }) : null;
    case 'verified':
      return null;
  }
}

const freshStrikes = { strikes: { read: 0, send: 0, ended: 0 } };

function queued(
  record: JobRecord,
  phase: Extract<Phase, { at: 'queued' }>,
  event: JobEvent,
  world: World,
): Step | null {
  switch (event.on) {
    case 'hold':
      return pass(record, world, { ...phase, reason: event.reason, until: event.until });
    case 'go':
      return readFirst(record, world);
    default:
      return inLine(record, event, world, [leaveQueue]);
  }
}

/** Nothing has left yet: whoever stops here stops at once, and gives back the place or the slot. */
function inLine(record: JobRecord, event: JobEvent, world: World, first: readonly Effect[]): Step | null {
  switch (event.on) {
    case 'pause':
      return halt(record, world, 'paused', { first });
    case 'cancel':
      return halt(record, world, 'cancelled', { first });
    case 'persist-failed':
      return undone(record, event.failure, world, first);
    default:
      return null;
  }
}

function resting(
  record: JobRecord,
  { reason }: Extract<Phase, { at: 'resting' }>,
  event: JobEvent,
  world: World,
): Step | null {
  const first = [stopWaiting];
  switch (event.on) {
    case 'retry':
      return goOn(record, world, { first });
    case 'timer':
    case 'online':
      return reason === 'key' ? null : goOn(record, world, { first });
    case 'key':
      return reason === 'key' ? goOn(record, world, { first }) : null;
    case 'pause':
      return halt(record, world, 'paused', { first });
    case 'cancel':
      return cancel(record, world, first);
    case 'persist-failed':
      return undone(record, event.failure, world, first);
    default:
      return null;
  }
}

function stopped(record: JobRecord, event: JobEvent, world: World): Step | null {
  if (event.on === 'retry') return queueUp(record, world, { changes: freshStrikes });
  if (event.on === 'revise') return revised(record, event, world);
  return event.on === 'cancel' ? halt(record, world, 'cancelled') : null;
}

/** Starts over with what the draft says by now; but what is in flight has to be found out first. */
function revised(
  record: JobRecord,
  { base, meant }: Extract<JobEvent, { on: 'revise' }>,
  world: World,
): Step | null {
  if (record.flight !== null) return null;
  return queueUp(record, world, {
    changes: { ...freshStrikes, base, meant, asked: meant, mergedFromTheirs: [] },
  });
}

/** All conflicts decided: from now on theirs is the base, and mine what was chosen. Half an answer is none. */
function resolved(
  record: JobRecord,
  { theirs }: Extract<Phase, { at: 'conflict' }>,
  { choices }: Extract<JobEvent, { on: 'resolve' }>,
  world: World,
): Step | null {
  const { merged, mergedFromTheirs, conflicts } = resolve(record.base, theirs, record.meant, choices);
  if (conflicts.length > 0) return null;
  const notes = [...new Set([...record.mergedFromTheirs, ...mergedFromTheirs])];
  return queueUp(record, world, {
    changes: { ...freshStrikes, base: theirs, meant: merged, mergedFromTheirs: notes },
  });
}
