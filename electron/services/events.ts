import type { EventName, EventPayload } from '../contract.ts';

/** An event of the contract with what it says: whoever looks at the name knows the payload. */
export type Told = { [N in EventName]: [name: N, payload: EventPayload<N>] }[EventName];

/** Carries what the services have to tell to whoever shows it. */
export interface Events {
  emit(...told: Told): void;
  /** Calls the listener for each event until the returned function is called. */
  listen(listener: (...told: Told) => void): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(...told: Told) => void>();
  return {
    emit: (...told) => {
      for (const listener of listeners) listener(...told);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
