import type { EventName, EventPayload } from '../contract.ts';

/** Carries what the services have to tell to whoever shows it. */
export interface Events {
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Calls the listener for each event until the returned function is called. */
  listen(listener: (name: EventName, payload: unknown) => void): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  return {
    emit: (name, payload) => {
      for (const listener of listeners) listener(name, payload);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
