import type { Log } from '../diagnostics/log.ts';
import { originOf } from '../lukittu/url.ts';
import type { Connection } from '../model/connection.ts';
import type { Failure } from '../model/failure.ts';
import type { JobRecord, Phase } from '../publish/job-record.ts';
import type { Events } from './events.ts';

/** Writes down what the services have to tell: connections, the network, and each job's way from state to state. */
export interface LogFollower {
  /** A job has changed; its progress within a state is not written. */
  job(record: JobRecord): void;
}

export function followInLog(
  log: Log,
  {
    events,
    connections,
    network,
  }: {
    events: Events;
    connections: () => readonly Connection[];
    network: { online(): boolean };
  },
): LogFollower {
  let known = placesOf(connections());
  const states = new Map<string, string>();

  const compareConnections = (): void => {
    const now = placesOf(connections());
    for (const [connection, { origin, key }] of now) {
      const before = known.get(connection);
      if (before?.origin === origin && before.key === key) continue;
      log.info('connection', { is: before ? 'changed' : 'added', connection, origin, key });
    }
    for (const [connection, { origin, key }] of known) {
      if (!now.has(connection)) log.info('connection', { is: 'removed', connection, origin, key });
    }
    known = now;
  };
  events.listen((name, _payload) => {
    if (name === 'connections.changed') compareConnections();
    if (name === 'network.changed') log.info('network', { online: network.online() });
  });

  return {
    job: ({ id, connectionId, releaseId, phase, attempts }) => {
      if (states.get(id) === phase.at) return;
      states.set(id, phase.at);
      const failure = failureIn(phase);
      log[phase.at === 'failed' ? 'warn' : 'info']('job', {
        job: id,
        connection: connectionId,
        release: releaseId,
        state: phase.at,
        attempt: attempts,
        failure: failure?.kind ?? null,
        status: failure?.status ?? null,
      });
    },
  };
}

const placesOf = (connections: readonly Connection[]) =>
  new Map(
    connections.map(({ id, serverUrl, keyHeld }) => [id, { origin: originOf(serverUrl), key: keyHeld }]),
  );

function failureIn(phase: Phase): Failure | null {
  switch (phase.at) {
    case 'failed':
      return phase.failure;
    case 'queued':
    case 'resting':
    case 'finding-out':
    case 'checking-key':
      return phase.because;
    default:
      return null;
  }
}
