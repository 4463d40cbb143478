import { useClock } from '../store/clock.ts';

/**
 * What `tell` says of the time (in ms): one clock for everything that says "3 minutes ago". Who asks is drawn again only
 * when that has changed, by `Object.is`: most times that are shown stay as they are for hours.
 */
export function useNow<Told>(tell: (now: number) => Told): Told {
  return useClock(({ now }) => tell(now));
}
