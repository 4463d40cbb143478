import type { Seen } from './catalogue.ts';

/** So many lists of releases are kept in memory: those of the products that are worked on. */
const mostHeld = 4;

/** Lists as they stand in the database, parsed, so that they are not read from it for every look at one of them. */
export interface HeldLists<T> {
  /** The list of this name, if it is held and was read at this time. */
  get(name: string, readAt: string | null): T[] | null;
  /** Lists that were never read whole are not held. */
  hold(name: string, list: Seen<T>): void;
  drop(name: string): void;
}

export function createHeldLists<T>(): HeldLists<T> {
  const held = new Map<string, Seen<T>>();
  return {
    get: (name, readAt) => {
      const list = held.get(name);
      if (list === undefined || list.readAt !== readAt) return null;
      held.delete(name);
      held.set(name, list);
      return list.items;
    },
    hold: (name, list) => {
      held.delete(name);
      if (list.readAt === null) return;
      held.set(name, list);
      for (const oldest of held.keys()) {
        if (held.size <= mostHeld) break;
        held.delete(oldest);
      }
    },
    drop: (name) => {
      held.delete(name);
    },
  };
}
