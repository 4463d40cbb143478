import { create } from 'zustand';

/** The drafts chosen together in the list. */
export const useMarkedDrafts = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

export function markDrafts(ids: ReadonlySet<string>): void {
  useMarkedDrafts.setState({ ids });
}
