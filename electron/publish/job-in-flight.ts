import { backoffMs } from './backoff.ts';
import { answered, lookBackFailed, lookedBack, sendFailed } from './job-after.ts';
import {
  abort,
  cancel,
  goOn,
  halt,
  leaveQueue,
  lookBack,
  lookBackLater,
  move,
  pass,
  rest,
  restForKey,
  stopWaiting,
  undone,
} from './job-moves.ts';
import type { JobEvent, JobRecord, Phase, Step, World } from './job-record.ts';

/** A request has left, or is about to; and what came of it is being found out. Null: the event means nothing here. */

/** The request is never let go of: what the person wants waits until it has settled. */
export function underWay(
  record: JobRecord,
  phase: Extract<Phase, { at: 'sending' | 'answering' }>,
  event: JobEvent,
  world: World,
): Step | null {
  const { flight, stop } = record;
  if (flight === null) return null;
  switch (event.on) {
    case 'progress': {
      const { sentBytes, totalBytes, bytesPerSecond } = event;
      if (phase.at !== 'sending') return null;
      return pass(record, world, { at: 'sending', sentBytes, totalBytes, bytesPerSecond });
    }
    case 'body-sent':
      return phase.at === 'sending' ? pass(record, world, { at: 'answering' }) : null;
    case 'answered':
      return answered(record, flight, event, world);
    case 'send-failed':
      return sendFailed(record, flight, event.failure, world);
    case 'pause':
      return stop === null ? move(record, world, phase, { changes: { stop: 'pause' } }) : null;
    case 'resume':
      return stop === 'pause' ? pass(record, world, phase, { stop: null }) : null;
    case 'cancel':
      if (stop === 'cancel') return null;
      // Once the whole body is out the server applies it, whether anybody listens or not.
      return move(record, world, phase, {
        changes: { stop: 'cancel' },
        first: phase.at === 'sending' ? [abort] : [],
      });
    case 'persist-failed':
      // A wish to stop stands in memory all the same. What else is written here is the intent, and it comes first.
      if (stop !== null || phase.at === 'answering') return null;
      return undone(record, event.failure, world, [leaveQueue], {
        flight: null,
        attempts: record.attempts - 1,
      });
    default:
      return null;
  }
}

export function findingOut(
  record: JobRecord,
  phase: Extract<Phase, { at: 'finding-out' }>,
  event: JobEvent,
  world: World,
): Step | null {
  if (record.flight === null) return null;
  const always = whileInDoubt(record, event, world);
  if (always) return always;
  return phase.until === null
    ? whileLooking(record, phase, record.flight, event, world)
    : whileWaiting(record, phase, record.flight, event, world);
}

function whileInDoubt(record: JobRecord, event: JobEvent, world: World): Step | null {
  if (event.on !== 'persist-failed') return null;
  // The disk holds the intent still: nothing is lost by looking again when there may be room.
  const strikes = { ...record.strikes, read: record.strikes.read + 1 };
  const later = lookBackLater(
    record,
    world,
    backoffMs(strikes.read, world.random),
    { settling: false, because: event.failure },
    { first: [abort], changes: { strikes } },
  );
  return { ...later, effects: later.effects.filter((effect) => effect.do !== 'persist') };
}

function whileLooking(
  record: JobRecord,
  phase: Phase,
  flight: NonNullable<JobRecord['flight']>,
  event: JobEvent,
  world: World,
): Step | null {
  const { stop } = record;
  switch (event.on) {
    case 'read':
      return lookedBack(record, flight, event, world);
    case 'read-failed':
      return lookBackFailed(record, flight, event.failure, world);
    case 'pause':
      return stop === null ? move(record, world, phase, { changes: { stop: 'pause' } }) : null;
    case 'resume':
      return stop === 'pause' ? pass(record, world, phase, { stop: null }) : null;
    case 'cancel':
      return stop === 'cancel' ? null : move(record, world, phase, { changes: { stop: 'cancel' } });
    default:
      return null;
  }
}

function whileWaiting(
  record: JobRecord,
  { settling }: Extract<Phase, { at: 'finding-out' }>,
  flight: NonNullable<JobRecord['flight']>,
  event: JobEvent,
  world: World,
): Step | null {
  const first = [stopWaiting];
  switch (event.on) {
    case 'timer':
      return lookBack(record, world, {
        first,
        changes: { flight: { ...flight, settled: flight.settled || settling } },
      });
    case 'online':
    case 'retry':
      return settling ? null : lookBack(record, world, { first });
    case 'pause':
      return halt(record, world, 'paused', { first });
    case 'cancel':
      return cancel(record, world, first);
    default:
      return null;
  }
}

/** A 401 is no proof: a server whose database is down says it to a good key ("When a request fails half-way"). */
export function checkingKey(
  record: JobRecord,
  { because }: Extract<Phase, { at: 'checking-key' }>,
  event: JobEvent,
  world: World,
): Step | null {
  switch (event.on) {
    case 'key-checked': {
      if (event.verdict === 'refused') {
        const after = [{ do: 'notify', notice: { about: 'key-refused' } }] as const;
        return restForKey(record, world, because, { after });
      }
      const strikes = { ...record.strikes, read: record.strikes.read + 1 };
      const along = { changes: { strikes } };
      // A server may refuse every update and answer every list: the pauses grow with the refusals, too.
      const inARow = Math.max(strikes.read, strikes.send);
      if (record.flight === null) {
        return rest(record, world, 'backoff', { strikes: inARow, failure: because }, along);
      }
      const ms = backoffMs(inARow, world.random);
      return lookBackLater(record, world, ms, { settling: false, because }, along);
    }
    case 'key':
      return goOn(record, world, { first: [abort] });
    case 'pause':
      return halt(record, world, 'paused', { first: [abort] });
    case 'cancel':
      return cancel(record, world, [abort]);
    case 'persist-failed':
      return undone(record, event.failure, world, [abort]);
    default:
      return null;
  }
}
