import { create } from 'zustand';

/** How the list of drafts is narrowed. Kept while other places are shown. */
export const useDraftView = create<{ readonly text: string }>(() => ({ text: '' }));

export function searchDrafts(text: string): void {
  useDraftView.setState({ text });
}
