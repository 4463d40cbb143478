import { create } from 'zustand';

/**
 * What `tell` says of the time (in ms), anew each half minute: one clock for everything that says "3 minutes ago". Who
 * asks is drawn again only when that has changed, by `Object.is`: most times that are shown stay as they are for hours.
 */
export function useNow<Told>(tell: (now: number) => Told): Told {
  return useClock(({ now }) => tell(now));
}

const useClock = create<{ readonly now: number }>(() => ({ now: Date.now() }));

setInterval(() => {
  if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
}, 30_000);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
});
