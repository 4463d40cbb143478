import type { Failure } from '../model/failure.ts';
import type { Events } from './events.ts';

/** Whether the last request reached a server: what the window shows as online or offline. */
export interface Network {
  online(): boolean;
  /** A request reached a server, whatever the server said. */
  reached(): void;
  /** A request failed; only those that never got out mean that the network is away. */
  failed(failure: Failure): void;
}

const away = new Set<Failure['kind']>(['offline', 'name-not-found']);

export function createNetwork(events: Events): Network {
  let online = true;
  const set = (now: boolean): void => {
    if (now === online) return;
    online = now;
    events.emit('network.changed', { online });
  };
  return {
    online: () => online,
    reached: () => set(true),
    failed: (failure) => set(!away.has(failure.kind)),
  };
}
