import { failureOf } from '../errors.ts';
import type { Finding } from '../model/draft.ts';
import type { Failure } from '../model/failure.ts';
import type { Release } from '../model/release.ts';
import { startOf } from './job-attempt.ts';
import { remedyOfReading } from './job-failures.ts';
import { check, fail, leaveQueue, move, remedy, send, stopFor } from './job-moves.ts';
import type { Intent, JobEvent, JobRecord, Phase, Step, World } from './job-record.ts';
import { merge } from './merge.ts';
import { requestOf } from './request.ts';
import { changesNothing, whatHappened } from './verify.ts';

/** Before sending: the release as it is now is read, merged with the draft, checked, and the request leaves. */

type ReadEvent = Extract<JobEvent, { on: 'read' }>;
type CheckingPhase = Extract<Phase, { at: 'checking' }>;

export function readBefore(record: JobRecord, event: ReadEvent, world: World): Step {
  const theirs = event.release;
  const changes = {
    strikes: { ...record.strikes, read: 0 },
    oldFileInVault: event.fileInVault,
    lostFile: theirs?.file ? null : record.lostFile,
  };
  if (record.releaseId === null && theirs !== null) return createdAlready(record, theirs, world);
  if (record.releaseId !== null && theirs === null) {
    return fail(record, world, failureOf('release-not-found'), { first: [leaveQueue], changes });
  }
  const { merged, mergedFromTheirs, conflicts } = merge(record.base, theirs, record.meant, event.branches);
  if (theirs !== null && conflicts.length > 0) {
    const phase = { at: 'conflict', conflicts, theirs } as const;
    return stopFor(record, world, phase, { first: [leaveQueue], changes });
  }
  const noted = {
    ...changes,
    mergedFromTheirs: [...new Set([...record.mergedFromTheirs, ...mergedFromTheirs])],
  };
  if (changesNothing(record.base, theirs, merged)) return nothingToSend(record, theirs, world, noted);
  return check(record, world, { at: 'checking', theirs, merged }, { changes: noted });
}

export function readBeforeFailed(record: JobRecord, failure: Failure, world: World): Step {
  const strikes = { ...record.strikes, read: record.strikes.read + 1 };
  const remedyNow = remedyOfReading(failure, strikes.read);
  const along = { first: [leaveQueue], changes: { strikes } };
  return remedy(record, world, remedyNow, { failure, strikes: strikes.read }, along);
}

/** Sends, unless something blocks it now. The intent is on disk before the first byte leaves. */
export function checked(
  record: JobRecord,
  { theirs, merged }: CheckingPhase,
  findings: readonly Finding[],
  world: World,
): Step {
  if (findings.some(({ severity }) => severity === 'blocks')) {
    return stopFor(record, world, { at: 'blocked', findings: [...findings] }, { first: [leaveQueue] });
  }
  const attempts = record.attempts + 1;
  const intent: Intent = { number: attempts, startedAt: world.now, before: theirs, meant: merged };
  return send(
    record,
    world,
    { at: 'sending', sentBytes: 0, totalBytes: 0, bytesPerSecond: null },
    {
      changes: { attempts, flight: { intent, failure: null, answer: null, looks: 0, settled: false } },
      attempt: startOf(record, intent),
      request: requestOf(record, merged),
    },
  );
}

/** The version is there: taken by others, or by an earlier request of ours that was slower than its answer. */
function createdAlready(record: JobRecord, found: Release, world: World): Step {
  if (whatHappened(null, record.meant, found) === 'applied') {
    return nothingToSend(record, found, world, { releaseId: found.id });
  }
  return fail(record, world, failureOf('version-taken'), { first: [leaveQueue] });
}

function nothingToSend(
  record: JobRecord,
  found: Release | null,
  world: World,
  changes: Partial<Pick<JobRecord, 'releaseId' | 'strikes' | 'mergedFromTheirs' | 'oldFileInVault'>>,
): Step {
  return move(
    record,
    world,
    { at: 'verified', finishedAt: world.now, release: found },
    {
      first: [leaveQueue],
      changes: {
        ...changes,
        ticket: record.ticket + 1,
        lostFile: found?.file ? null : record.lostFile,
      },
    },
  );
}
