import { events as eventSchemas } from '../contract.ts';
import type { Events } from './events.ts';

/** What a person should know and has not put away: of the start, and of the time without a window. */
export interface Notices {
  list(): string[];
  /** It has been read. */
  dismiss(notice: string): void;
}

/** A window that has nobody to read it would be a long list: only the newest are kept. */
const mostKept = 20;

/**
 * @param ofStart what was found out on opening
 * @param isHeard whether there is a window that shows notices as they come
 */
export function createNotices(events: Events, ofStart: readonly string[], isHeard: () => boolean): Notices {
  const kept = new Set(ofStart);
  events.listen((name, payload) => {
    if (name !== 'notice' || isHeard()) return;
    kept.add(eventSchemas.notice.parse(payload).message);
    for (const oldest of [...kept].slice(0, -mostKept)) kept.delete(oldest);
  });
  return { list: () => [...kept], dismiss: (notice) => void kept.delete(notice) };
}
