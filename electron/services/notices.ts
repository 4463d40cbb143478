import type { Events } from './events.ts';

/** What a person should know and has not put away: of the start, and of the time without a window. */
export interface Notices {
  list(): string[];
  /** It has been read. */
  dismiss(notice: string): void;
}

/** Told while there is nobody to read it, it would become a long list: only the newest are kept. */
const mostKept = 20;

/**
 * @param ofStart what was found out on opening
 * @param isHeard whether there is a window that shows notices as they come
 */
export function createNotices(events: Events, ofStart: readonly string[], isHeard: () => boolean): Notices {
  /** By what they are about: a newer one takes the place of an older one. */
  const kept = new Map(ofStart.map((notice) => [notice, notice]));
  events.listen((name, payload) => {
    if (name === 'jobs.changed') {
      const { id, state } = payload.job;
      if (state.at === 'verified') kept.delete(id);
    }
    if (name !== 'notice' || isHeard()) return;
    const { message, about } = payload;
    const key = about ?? message;
    kept.delete(key);
    kept.set(key, message);
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  });
  return {
    list: () => [...kept.values()],
    dismiss: (notice) => {
      for (const [key, message] of kept) if (message === notice) kept.delete(key);
    },
  };
}
