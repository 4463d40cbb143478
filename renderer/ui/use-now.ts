import { create } from 'zustand';

/** The time in ms, anew each half minute: one clock for everything that says "3 minutes ago". */
export function useNow(): number {
  return useClock((state) => state.now);
}

const useClock = create<{ readonly now: number }>(() => ({ now: Date.now() }));

setInterval(() => {
  if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
}, 30_000);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
});
