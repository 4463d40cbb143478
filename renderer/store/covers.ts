/** What can lie over the window: a dialog, which waits for an answer, or the palette. */
export type Cover = 'dialog' | 'palette';

/** Counts a cover until the returned function is called. */
export function cover(what: Cover): () => void {
  const entry = { what };
  covers.add(entry);
  return () => {
    covers.delete(entry);
    for (const hear of hearers) hear();
  };
}

/** Calls it whenever a cover has gone, until the returned function is called. */
export function onUncovered(hear: () => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

/** Whether the window is covered, by that or by anything: what lies under it cannot be meant. */
export function isCovered(by?: Cover): boolean {
  return [...covers].some(({ what }) => by === undefined || what === by);
}

const covers = new Set<{ readonly what: Cover }>();
const hearers = new Set<() => void>();
