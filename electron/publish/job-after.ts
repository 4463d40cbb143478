import { failureOf } from '../errors.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Failure } from '../model/failure.ts';
import type { Release } from '../model/release.ts';
import { words } from '../texts/words.ts';
import { backoffMs, shortestPause } from './backoff.ts';
import { endOf } from './job-attempt.ts';
import { isOpen, maySendAgain, remedyOfReading, remedyOfSending } from './job-failures.ts';
import {
  type Along,
  cancel,
  checkKey,
  fail,
  halt,
  lookBack,
  lookBackLater,
  move,
  queueUp,
  remedy,
  rest,
  restForKey,
  stopFor,
  unlessStopped,
} from './job-moves.ts';
import type { Effect, Flight, JobEvent, JobRecord, Step, World } from './job-record.ts';
import { merge } from './merge.ts';
import { differences, whatHappened } from './verify.ts';

/** After sending: what the answer, or its absence, means; and what the release says when it is read again. */

type ReadEvent = Extract<JobEvent, { on: 'read' }>;

/** A list may lag a moment behind a success: it is looked at so often, so long apart (ms), before it counts. */
const mostLooks = 3;
const lookAgainMs = 2 * shortestPause;

/**
 * The server said yes. The release has to show it: of an update the one it was for, whatever the answer names; of a
 * creation the one that is named, as long as nothing speaks against it.
 */
export function answered(
  record: JobRecord,
  flight: Flight,
  { releaseId, answer }: Extract<JobEvent, { on: 'answered' }>,
  world: World,
): Step {
  const changes = {
    releaseId: record.releaseId ?? releaseId,
    flight: { ...flight, failure: null, answer },
  };
  return lookBack(record, world, { changes });
}

export function sendFailed(record: JobRecord, flight: Flight, failure: Failure, world: World): Step {
  // A create that is told "taken" may have met the one before it, whose answer came too late to be heard.
  const tookItself = failure.kind === 'version-taken' && record.releaseId === null;
  if (failure.applied === 'maybe' || failure.oldFile !== 'safe' || tookItself) {
    return lookBack(record, world, { changes: { flight: { ...flight, failure } } });
  }
  const refused = { ...flight, failure };
  const attempt = endOf(record, refused, world, whatToCall(failure), failure, flight.intent.before);
  if (failure.kind === 'rate-limited') {
    // The ledger expected a slot: others publish from this address, and only silence ends their window too.
    const first: Effect[] = [{ do: 'notify', notice: { about: 'address-shared' } }];
    const along = { changes: { flight: null }, attempt, first };
    return unlessStopped(record, world, along, () => queueUp(record, world, along, failure));
  }
  const strikes = { ...record.strikes, send: record.strikes.send + 1 };
  const chosen = remedyOfSending(failure, strikes.send);
  const along = { changes: { flight: null, strikes }, attempt };
  if (chosen === 'give-up' && failure.kind !== 'cancelled') return fail(record, world, failure, along);
  return unlessStopped(record, world, along, () =>
    remedy(record, world, chosen, { failure, strikes: strikes.send }, along),
  );
}

/** The release has been read after a request. */
export function lookedBack(record: JobRecord, flight: Flight, event: ReadEvent, world: World): Step {
  const seen: JobRecord = {
    ...record,
    strikes: { ...record.strikes, read: 0 },
    flight: { ...flight, looks: flight.looks + 1 },
  };
  return flight.failure === null
    ? verify(seen, flight, event, world)
    : findOut(seen, flight, flight.failure, event, world);
}

/** It could not be read. What is in doubt is asked for as long as it takes, so nothing counts towards a limit. */
export function lookBackFailed(record: JobRecord, flight: Flight, failure: Failure, world: World): Step {
  if (record.stop === 'cancel') return cancel(record, world);
  if (record.stop === 'pause') return halt(record, world, 'paused');
  const strikes = { ...record.strikes, read: record.strikes.read + 1 };
  const along = { changes: { strikes } };
  switch (remedyOfReading(failure, 1)) {
    case 'wait-for-key':
      return restForKey(record, world, failure, along);
    case 'check-key':
      return checkKey(record, world, failure, along);
    case 'give-up':
      return fail(record, world, failure, {
        ...along,
        attempt: endOf(record, flight, world, 'unknown', failure, null),
      });
    case 'back-off':
    case 'wait-for-network':
      return lookBackLater(record, world, backoffMs(strikes.read, world.random), again(failure), along);
  }
}

const again = (because: Failure | null) => ({ settling: false, because });

function verify(record: JobRecord, flight: Flight, event: ReadEvent, world: World): Step {
  const { before, meant } = flight.intent;
  const found = event.release;
  const wrong = differences(before, meant, found, event.branches);
  if (wrong.length === 0) return verified(record, flight, found, world);
  if (flight.looks + 1 < mostLooks) return lookBackLater(record, world, lookAgainMs, again(null));
  const failure = failureOf('not-verified', {
    reason: wrong.map(({ label }) => label.toLowerCase()).join(', '),
    fields: wrong.map(({ label, meant: wanted, found: there }) => ({
      path: label,
      message: words().fields.meantAndFound(wanted, there),
    })),
  });
  if (before === null && !isMade(found, flight)) {
    // What the answer named is not what was made: to try again must not mean to change that.
    const unnamed = { ...record, releaseId: null };
    return fail(unnamed, world, failure, {
      changes: { flight: null },
      attempt: endOf(unnamed, flight, world, 'unknown', failure, null),
    });
  }
  const loss = lossOf(record, flight, found);
  return fail(record, world, failure, {
    changes: { base: record.base ?? found, ...loss.changes, flight: null },
    attempt: endOf(record, flight, world, 'unknown', failure, found),
    first: loss.effects,
  });
}

/** Whether this can be the release that was created, whatever else of it is not as it was meant. */
function isMade(found: Release | null, { intent: { meant } }: Flight): boolean {
  return found?.version === meant.fields.version && found.branchId === meant.fields.branchId;
}

function findOut(record: JobRecord, flight: Flight, failure: Failure, event: ReadEvent, world: World): Step {
  const { before, meant } = flight.intent;
  const found = event.release;
  const happened = whatHappened(before, meant, found);
  if (happened === 'applied') return verified(record, flight, found, world);
  if (isOpen(failure) && !flight.settled) {
    return lookBackLater(record, world, world.settleMs, { settling: true, because: null });
  }

  const strikes = strikesAfter(record, failure);
  const loss = lossOf(record, flight, found);
  const outcome = happened === 'other' && failure.applied === 'maybe' ? 'unknown' : whatToCall(failure);
  const along = {
    changes: { ...loss.changes, flight: null, strikes },
    attempt: endOf(record, flight, world, outcome, failure, found),
    first: loss.effects,
  };
  const final = notToBeSent(before, found) ?? (maySendAgain(failure, strikes.send) ? null : failure);
  if (final) return fail(record, world, final, along);
  if (before !== null && found !== null && happened === 'other') {
    return mergeAnew(record, { before, found }, flight, event, world, along);
  }
  return unlessStopped(record, world, along, () =>
    rest(record, world, 'backoff', { strikes: strikes.send + strikes.ended, failure }, along),
  );
}

/** That the app ended makes the pauses longer, in which a person can step in, and is no reason to give up. */
function strikesAfter({ strikes }: JobRecord, { kind }: Failure): JobRecord['strikes'] {
  return kind === 'app-ended'
    ? { ...strikes, ended: strikes.ended + 1 }
    : { ...strikes, send: strikes.send + 1 };
}

/** What the history calls a request that did nothing: refused where the server said so, else not applied. */
function whatToCall({ kind, status }: Failure): Extract<Attempt['outcome'], 'refused' | 'not-applied'> {
  const saidNo = status !== null && status >= 400 && status < 500;
  return saidNo && kind !== 'not-lukittu' ? 'refused' : 'not-applied';
}

/** What stands against sending it once more, whatever became of the request. */
function notToBeSent(before: Release | null, found: Release | null): Failure | null {
  if (before === null) return found === null ? null : failureOf('version-taken');
  return found === null ? failureOf('release-not-found') : null;
}

/**
 * Others changed the release while the request was under way, before it or after it. What was sent, merged with
 * what is there, is right in both cases; where they touched the same field, only a person can tell.
 */
function mergeAnew(
  record: JobRecord,
  { before, found }: { before: Release; found: Release },
  { intent: { meant } }: Flight,
  event: ReadEvent,
  world: World,
  along: Along,
): Step {
  const { conflicts } = merge(before, found, meant, event.branches);
  const anew = { ...along, changes: { ...along.changes, base: before, meant } };
  if (conflicts.length > 0) {
    return stopFor(record, world, { at: 'conflict', conflicts, theirs: found }, anew);
  }
  return unlessStopped(record, world, anew, () => queueUp(record, world, anew));
}

function verified(record: JobRecord, flight: Flight, found: Release | null, world: World): Step {
  return move(
    record,
    world,
    { at: 'verified', finishedAt: world.now, release: found },
    {
      changes: {
        releaseId: found?.id ?? record.releaseId,
        flight: null,
        stop: null,
        lostFile: found?.file ? null : record.lostFile,
        ticket: record.ticket + 1,
      },
      attempt: endOf(record, flight, world, 'verified', null, found),
    },
  );
}

/**
 * The old file, where a request that failed has cost it (step 14): no longer part of the base, and said at once. Said
 * before it is written down: were it the other way round, and the app to end in between, nobody would ever hear of it.
 */
function lossOf(
  record: JobRecord,
  { intent: { before, meant } }: Flight,
  found: Release | null,
): { changes: Partial<Pick<JobRecord, 'lostFile' | 'base'>>; effects: Effect[] } {
  const old = before?.file ?? null;
  if (old === null || found === null || found.file !== null || meant.file.kind === 'remove') {
    return { changes: {}, effects: [] };
  }
  const lostFile = { name: old.name, inVault: record.oldFileInVault };
  return {
    changes: { lostFile, base: record.base && { ...record.base, file: null } },
    effects: [{ do: 'notify', notice: { about: 'lost-file', ...lostFile } }],
  };
}
