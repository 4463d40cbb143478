import { create } from 'zustand';

/**
 * What `tell` says of the time (in ms), anew with each minute of the clock: what is said of a time is said to the minute.
 * One clock for everything that says "3 minutes ago". Who asks is drawn again only when that has changed, by
 * `Object.is`: most times that are shown stay as they are for hours.
 */
export function useNow<Told>(tell: (now: number) => Told): Told {
  return useClock(({ now }) => tell(now));
}

const useClock = create<{ readonly now: number }>(() => ({ now: Date.now() }));

const minuteMs = 60_000;

function tick(): void {
  const now = Date.now();
  if (document.visibilityState === 'visible') useClock.setState({ now });
  setTimeout(tick, minuteMs - (now % minuteMs));
}
tick();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') useClock.setState({ now: Date.now() });
});
