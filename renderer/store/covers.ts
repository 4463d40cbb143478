/** What can lie over the window: a dialog, which waits for an answer, or the palette. */
export type Cover = 'dialog' | 'palette';

/** Counts a cover until the returned function is called. */
export function cover(what: Cover): () => void {
  const entry = { what };
  covers.add(entry);
  return () => void covers.delete(entry);
}

/** Whether the window is covered, by that or by anything: what lies under it cannot be meant. */
export function isCovered(by?: Cover): boolean {
  return [...covers].some(({ what }) => by === undefined || what === by);
}

const covers = new Set<{ readonly what: Cover }>();
