import { create } from 'zustand';

/** The releases, and drafts of new ones, chosen together in the list: by the ids of their rows. */
export const useMarkedReleases = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

export function markReleases(ids: ReadonlySet<string>): void {
  useMarkedReleases.setState({ ids });
}
