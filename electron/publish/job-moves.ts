import { failureOf } from '../errors.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Failure } from '../model/failure.ts';
import { words } from '../texts/words.ts';
import { backoffMs } from './backoff.ts';
import { endOf } from './job-attempt.ts';
import type { Remedy } from './job-failures.ts';
import type { Effect, Intent, JobRecord, Phase, Step, World } from './job-record.ts';

/** The steps a job can take, whatever led to them. */

type Changes = Partial<Omit<JobRecord, 'phase' | 'updatedAt'>>;

/** What goes with a step besides the phase it leads to. */
export interface Along {
  readonly changes?: Changes;
  /** Done before the record is written: also when the disk is full. */
  readonly first?: readonly Effect[];
  readonly attempt?: Attempt | null;
  /** Done only when the record is on disk. */
  readonly after?: readonly Effect[];
}

export const abort = { do: 'abort' } as const;
export const leaveQueue = { do: 'leave-queue' } as const;
export const stopWaiting = { do: 'stop-waiting' } as const;

export function move(record: JobRecord, world: World, phase: Phase, along: Along = {}): Step {
  const { changes = {}, first = [], attempt = null, after = [] } = along;
  return {
    record: { ...record, ...changes, phase, updatedAt: world.now },
    effects: [...first, { do: 'persist', attempt }, ...after],
    ignored: false,
  };
}

/** A step that need not be on disk: after a crash it is found out anew. */
export function pass(record: JobRecord, world: World, phase: Phase, changes: Changes = {}): Step {
  return { record: { ...record, ...changes, phase, updatedAt: world.now }, effects: [], ignored: false };
}

export function ignore(record: JobRecord): Step {
  return { record, effects: [], ignored: true };
}

/** Asks the runner for something, under a new ticket: answers to whatever was asked before are ignored. */
function ask(
  record: JobRecord,
  world: World,
  phase: Phase,
  along: Along,
  effect: (ticket: number) => Effect,
): Step {
  const ticket = record.ticket + 1;
  return move(record, world, phase, {
    ...along,
    changes: { ...along.changes, ticket },
    after: [effect(ticket), ...(along.after ?? [])],
  });
}

const callOf = ({ releaseId }: JobRecord): 'update' | 'create' => (releaseId === null ? 'create' : 'update');

/** What there is to do next: read what came of the request in flight, else get in line. */
export function goOn(record: JobRecord, world: World, along: Along = {}): Step {
  return record.flight === null ? queueUp(record, world, along) : lookBack(record, world, along);
}

/** Gets in line. `because`: the failure that has sent it back there. */
export function queueUp(
  record: JobRecord,
  world: World,
  along: Along = {},
  because: Failure | null = null,
): Step {
  const phase = { at: 'queued', reason: 'turn', until: null, because } as const;
  return ask(record, world, phase, along, (ticket) => ({ do: 'queue', ticket, call: callOf(record) }));
}

/** Reads the release before it is decided what to send. */
export function readFirst(record: JobRecord, world: World): Step {
  return ask(record, world, { at: 'reading' }, {}, (ticket) => readEffect(record, ticket, null));
}

/** Reads the release to learn what came of the request in flight. */
export function lookBack(record: JobRecord, world: World, along: Along = {}): Step {
  const phase = { at: 'finding-out', until: null, settling: false, because: null } as const;
  const now = { ...record, ...along.changes };
  return ask(record, world, phase, along, (ticket) => readEffect(now, ticket, now.flight?.intent ?? null));
}

/** Looks again in `ms`. The other jobs of the product wait meanwhile: they may depend on the outcome. */
export function lookBackLater(
  record: JobRecord,
  world: World,
  ms: number,
  why: { settling: boolean; because: Failure | null },
  along: Along = {},
): Step {
  const until = world.now + ms;
  const phase = { at: 'finding-out', until, ...why } as const;
  return ask(record, world, phase, along, (ticket) => ({ do: 'wait', ticket, until }));
}

/** Waits for a time or the network. `strikes`: failures in a row. */
export function rest(
  record: JobRecord,
  world: World,
  reason: 'backoff' | 'network',
  { strikes, failure }: { strikes: number; failure: Failure | null },
  along: Along = {},
): Step {
  const until = world.now + backoffMs(strikes, world.random);
  const phase = { at: 'resting', reason, until, because: failure } as const;
  return ask(record, world, phase, along, (ticket) => ({ do: 'wait', ticket, until }));
}

export function restForKey(
  record: JobRecord,
  world: World,
  because: Failure | null,
  along: Along = {},
): Step {
  const changes = { ...along.changes, ticket: record.ticket + 1 };
  const phase = { at: 'resting', reason: 'key', until: null, because } as const;
  return move(record, world, phase, { ...along, changes });
}

export function checkKey(record: JobRecord, world: World, because: Failure, along: Along = {}): Step {
  const phase = { at: 'checking-key', because } as const;
  return ask(record, world, phase, along, (ticket) => ({ do: 'check-key', ticket }));
}

export function check(
  record: JobRecord,
  world: World,
  phase: Extract<Phase, { at: 'checking' }>,
  along: Along,
): Step {
  const { theirs, merged } = phase;
  return ask(record, world, phase, along, (ticket) => ({ do: 'check', ticket, theirs, merged }));
}

export function send(
  record: JobRecord,
  world: World,
  phase: Extract<Phase, { at: 'sending' }>,
  along: Along & { request: Extract<Effect, { do: 'send' }>['request'] },
): Step {
  const { request, ...rest } = along;
  return ask(record, world, phase, rest, (ticket) => ({ do: 'send', ticket, request }));
}

/** Carries out the remedy of a failure that left the release as it was. */
export function remedy(
  record: JobRecord,
  world: World,
  chosen: Remedy,
  why: { failure: Failure; strikes: number },
  along: Along = {},
): Step {
  switch (chosen) {
    case 'back-off':
      return rest(record, world, 'backoff', why, along);
    case 'wait-for-network':
      return rest(record, world, 'network', why, along);
    case 'wait-for-key':
      return restForKey(record, world, why.failure, along);
    case 'check-key':
      return checkKey(record, world, why.failure, along);
    case 'give-up':
      return fail(record, world, why.failure, along);
  }
}

/** Stops where only a person can help. */
export function stopFor(
  record: JobRecord,
  world: World,
  phase: Extract<Phase, { at: 'blocked' | 'conflict' | 'failed' }>,
  along: Along = {},
): Step {
  return move(record, world, phase, {
    ...along,
    changes: { ...along.changes, ticket: record.ticket + 1, stop: null },
    after: [...(along.after ?? []), { do: 'notify', notice: { about: 'needs-person' } }],
  });
}

export function fail(record: JobRecord, world: World, failure: Failure, along: Along = {}): Step {
  return stopFor(record, world, { at: 'failed', failure }, along);
}

/** Stops because the person said so. */
export function halt(record: JobRecord, world: World, at: 'paused' | 'cancelled', along: Along = {}): Step {
  const changes = { ...along.changes, ticket: record.ticket + 1, stop: null };
  return move(record, world, { at }, { ...along, changes });
}

/** Cancels; but what is in flight cannot be called cancelled: nobody knows yet what came of it. */
export function cancel(record: JobRecord, world: World, first: readonly Effect[] = []): Step {
  const { flight } = record;
  if (flight === null) return halt(record, world, 'cancelled', { first });
  const failure = flight.failure ?? unread();
  const attempt = endOf(record, flight, world, 'unknown', failure, null);
  return fail(record, world, failure, { first, attempt });
}

/** Goes on with `onward`, unless the person wanted to pause or cancel as soon as the request had settled. */
export function unlessStopped(record: JobRecord, world: World, along: Along, onward: () => Step): Step {
  if (record.stop === null) return onward();
  return halt(record, world, record.stop === 'pause' ? 'paused' : 'cancelled', along);
}

/** The record could not be written, so nothing that had to follow was done. Writing this down would fail too. */
export function undone(
  record: JobRecord,
  failure: Failure,
  world: World,
  effects: readonly Effect[],
  changes: Changes = {},
): Step {
  const ticket = record.ticket + 1;
  return { ...pass(record, world, { at: 'failed', failure }, { ...changes, ticket }), effects };
}

function unread(): Failure {
  return failureOf('not-verified', words().refusals.job.unread);
}

function readEffect(record: JobRecord, ticket: number, intent: Intent | null): Effect {
  const { productId, releaseId, base, meant } = record;
  const versions = intent
    ? [intent.meant.fields.version, intent.before?.version]
    : [base?.version ?? meant.fields.version];
  return {
    do: 'read',
    ticket,
    productId,
    releaseId,
    branchId: (intent?.meant ?? meant).fields.branchId,
    versions: [...new Set(versions.flatMap((version) => version ?? []))],
  };
}
