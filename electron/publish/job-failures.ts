import type { Failure, FailureKind } from '../model/failure.ts';

/** Reading is tried again after these for as long as it takes: the network comes and goes. */
const networkKinds: ReadonlySet<FailureKind> = new Set([
  'offline',
  'name-not-found',
  'connection-refused',
  'connect-timeout',
  'send-timeout',
  'answer-timeout',
  'body-timeout',
  'connection-lost',
]);

/** What a captive portal, a proxy or a server that is being started looks like. */
const passingKinds: ReadonlySet<FailureKind> = new Set(['tls', 'not-lukittu', 'unexpected-answer']);

/** Failures of a request that cost no slot (docs/lukittu.md, steps 1 to 3): it may be sent as often as it takes. */
const uncountedKinds: ReadonlySet<FailureKind> = new Set([
  'offline',
  'name-not-found',
  'connection-refused',
  'tls',
  'connect-timeout',
  'invalid-key',
  'invalid-team',
  'invalid-release-id',
  'no-key',
  'keyring',
  'artifact-missing',
  'file-unreadable',
]);

/** After how many failures in a row, with a server that does answer, a person is asked. */
const mostReads = 10;
/** Each of these costs a slot. */
const mostSends = 5;

/** What to do about a failure after which the release is as it was. */
export type Remedy = 'back-off' | 'wait-for-network' | 'wait-for-key' | 'check-key' | 'give-up';

/** `strikes`: failures in a row, this one included. */
export function remedyOfReading(failure: Failure, strikes: number): Remedy {
  const remedy = remedyOf(failure);
  if (remedy !== 'back-off' || networkKinds.has(failure.kind)) return remedy;
  return strikes < mostReads ? 'back-off' : 'give-up';
}

/** `strikes`: requests in a row that came to nothing, this one included. */
export function remedyOfSending(failure: Failure, strikes: number): Remedy {
  const remedy = remedyOf(failure);
  if (remedy !== 'back-off' || wasNotCounted(failure)) return remedy;
  return strikes < mostSends ? 'back-off' : 'give-up';
}

/** Whether the same request may be sent again after a read has shown that the last one did nothing. */
export function maySendAgain(failure: Failure, strikes: number): boolean {
  return failure.applied === 'maybe' && strikes < mostSends;
}

/**
 * Whether the server may still be at work on a request that failed like this. Only its own 500 says that it is
 * done; a gateway's error, like a lost connection, says nothing about what stands behind it.
 */
export function isOpen(failure: Failure): boolean {
  const saysDone = failure.kind === 'server-error' && failure.status === 500;
  return failure.applied === 'maybe' && !saysDone;
}

function wasNotCounted(failure: Failure): boolean {
  return uncountedKinds.has(failure.kind);
}

function remedyOf(failure: Failure): Remedy {
  switch (failure.kind) {
    case 'offline':
      return 'wait-for-network';
    case 'no-key':
    case 'keyring':
      return 'wait-for-key';
    case 'invalid-key':
      return 'check-key';
    default:
      if (passingKinds.has(failure.kind)) return 'back-off';
      return failure.retry === 'now' || failure.retry === 'later' ? 'back-off' : 'give-up';
  }
}
