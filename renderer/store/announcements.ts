import { create } from 'zustand';

/** What the live region says next. The number makes the same sentence twice two announcements. */
export const useAnnouncement = create<{ readonly text: string; readonly number: number }>(() => ({
  text: '',
  number: 0,
}));

/** Has a screen reader say a sentence when it next pauses. */
export function announce(text: string): void {
  useAnnouncement.setState(({ number }) => ({ text, number: number + 1 }));
}
